import { excerpt } from '../text.ts';
import {
  type Draft,
  findRoot,
  maxDepth,
  maxElements,
  reject,
  rejectRoot,
  takeElement,
  takeExtra,
} from './draft.ts';
import { findSpec } from './fields.ts';
import type { SadpReject, SadpRoot } from './messages.ts';
import { resolveReferences } from './references.ts';

/** An element that is open: its value so far and whether it has children of its own. */
interface Frame {
  readonly name: string;
  parts: string;
  hasChildren: boolean;
}

interface Reading {
  readonly text: string;
  readonly draft: Draft;
  readonly open: Frame[];
  /** Raw values of known elements by lower-case name, to notice contradictions. */
  readonly seen: Map<string, string>;
  root: SadpRoot | null;
  isClosed: boolean;
  elements: number;
  /** Where to go on reading. */
  at: number;
}

/**
 * The forgiving reader: attributes, comments, CDATA, processing instructions, references, nested
 * lists, any letter case, a bare `&`. It refuses what is ambiguous or hostile and says why. One pass,
 * no backtracking: every step moves `at` forward.
 */
export function readTolerant(text: string, draft: Draft): SadpRoot | SadpReject {
  const reading: Reading = {
    text,
    draft,
    open: [],
    seen: new Map(),
    root: null,
    isClosed: false,
    elements: 0,
    at: 0,
  };
  while (reading.at < text.length) {
    const failure = step(reading);
    if (failure !== null) return failure;
  }
  if (reading.isClosed && reading.root !== null) return reading.root;
  const last = reading.open.at(-1);
  if (last !== undefined) return reject('malformed', `cut off inside ${excerpt(last.name)}`);
  return reject('empty', 'nothing but blanks');
}

type Failure = SadpReject | null;

/** Reads the text up to the next `<`, then what stands there. */
function step(reading: Reading): Failure {
  const { text, at } = reading;
  const next = text.indexOf('<', at);
  const end = next < 0 ? text.length : next;
  const failure = end > at ? takeText(reading, text.slice(at, end)) : null;
  reading.at = end;
  if (failure !== null || end === text.length) return failure;
  if (text[end + 1] === '!') return readDeclaration(reading);
  if (text[end + 1] === '?') return skipPast(reading, '?>', 'a processing instruction');
  return text[end + 1] === '/' ? readClosingTag(reading) : readOpeningTag(reading);
}

function takeText(reading: Reading, chunk: string): Failure {
  const frame = reading.open.at(-1);
  if (frame === undefined) return takeOutsideText(reading, chunk);
  if (!chunk.includes('&')) {
    frame.parts += chunk;
    return null;
  }
  const resolved = resolveReferences(chunk);
  if (resolved.unknown !== null) {
    return reject('entity', `unknown reference ${excerpt(resolved.unknown)}`);
  }
  if (resolved.hasBareAmpersand) reading.draft.note(`${excerpt(frame.name)}: bare & read as text`);
  frame.parts += resolved.text;
  return null;
}

function takeOutsideText(reading: Reading, chunk: string): Failure {
  if (/^[\s\0]*$/.test(chunk) && (chunk.trim() === '' || reading.text.length === chunk.length)) {
    return null;
  }
  return reject('malformed', `text outside the root element: ${excerpt(chunk.trim())}`);
}

function readDeclaration(reading: Reading): Failure {
  const { text, at } = reading;
  if (text.startsWith('<!--', at)) return skipPast(reading, '-->', 'a comment');
  if (!text.startsWith('<![CDATA[', at)) {
    return reject('doctype', `declarations are not read: ${excerpt(text.slice(at, at + 24))}`);
  }
  const end = text.indexOf(']]>', at);
  const frame = reading.open.at(-1);
  if (end < 0 || frame === undefined) return reject('malformed', 'CDATA not closed or misplaced');
  frame.parts += text.slice(at + 9, end);
  reading.at = end + 3;
  return null;
}

function skipPast(reading: Reading, mark: string, what: string): Failure {
  const end = reading.text.indexOf(mark, reading.at + 2);
  if (end < 0) return reject('malformed', `${what} is not closed`);
  reading.at = end + mark.length;
  return null;
}

function readOpeningTag(reading: Reading): Failure {
  const end = tagEnd(reading.text, reading.at);
  if (end < 0) return reject('malformed', 'cut off inside a tag');
  const isEmpty = reading.text[end - 1] === '/';
  const inside = reading.text.slice(reading.at + 1, isEmpty ? end - 1 : end);
  const name = elementName(inside);
  if (name === null) return reject('malformed', `not a tag: <${excerpt(inside)}>`);
  reading.at = end + 1;
  const frame: Frame = { name, parts: '', hasChildren: false };
  const failure = openElement(reading, frame);
  return failure === null && isEmpty ? closeElement(reading, frame) : failure;
}

/** The name before any attributes (which are not read), or `null`. */
function elementName(inside: string): string | null {
  const blank = inside.search(/\s/);
  const name = blank < 0 ? inside : inside.slice(0, blank);
  return /^[A-Za-z_\u00c0-\ufffc][\w.:\u00b7-\ufffc-]*$/.test(name) ? name : null;
}

/** Index of the `>` that ends the tag at `from`, quoted values skipped, or -1. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return at;
    } else if (char === '"' || char === "'") {
      quote = char;
    }
  }
  return -1;
}

function openElement(reading: Reading, frame: Frame): Failure {
  const parent = reading.open.at(-1);
  if (parent === undefined) {
    if (reading.isClosed) return reject('malformed', `a second root: ${excerpt(frame.name)}`);
    const root = findRoot(frame.name);
    if (root === undefined) return rejectRoot(frame.name);
    reading.root = root;
  } else {
    parent.hasChildren = true;
    reading.elements += 1;
  }
  if (reading.elements > maxElements) {
    return reject('too-many-elements', `more than ${maxElements} elements`);
  }
  if (reading.open.length >= maxDepth) {
    return reject('depth', `elements nested more than ${maxDepth} deep`);
  }
  reading.open.push(frame);
  return null;
}

function readClosingTag(reading: Reading): Failure {
  const end = reading.text.indexOf('>', reading.at);
  if (end < 0) return reject('malformed', 'cut off inside a tag');
  const name = reading.text.slice(reading.at + 2, end).trim();
  const frame = reading.open.at(-1);
  if (frame === undefined) return reject('malformed', `</${excerpt(name)}> closes nothing`);
  if (frame.name.toLowerCase() !== name.toLowerCase()) {
    return reject('malformed', `</${excerpt(name)}> closes ${excerpt(frame.name)}`);
  }
  reading.at = end + 1;
  return closeElement(reading, frame);
}

/** Closes the innermost element, `frame`, and takes in what it held. */
function closeElement(reading: Reading, frame: Frame): Failure {
  reading.open.pop();
  if (reading.open.length === 0) {
    closeRoot(reading);
    return null;
  }
  if (frame.hasChildren) {
    if (findSpec(frame.name) !== undefined) {
      reading.draft.note(`${excerpt(frame.name)}: holds elements, not a value; left out`);
    }
    return null;
  }
  if (reading.open.length === 1) return takeChild(reading, frame);
  const path = [...reading.open.slice(1), frame].map(({ name }) => name).join('/');
  takeExtra(reading.draft, path, frame.parts);
  return null;
}

/** A known element may repeat itself, but not contradict itself. */
function takeChild(reading: Reading, frame: Frame): Failure {
  const { draft, seen } = reading;
  const spec = findSpec(frame.name);
  if (spec !== undefined) {
    const raw = frame.parts.trim();
    const earlier = seen.get(spec.wire);
    if (earlier !== undefined && earlier !== raw) {
      const values = `"${excerpt(earlier)}" and "${excerpt(raw)}"`;
      return reject('duplicate', `${spec.wire} comes twice: ${values}`);
    }
    if (earlier !== undefined) {
      draft.note(`${spec.wire}: comes twice with the same value`);
      return null;
    }
    seen.set(spec.wire, raw);
  }
  takeElement(draft, frame.name, frame.parts);
  return null;
}

/**
 * C code that sends its whole buffer leaves NULs behind the document, and behind those whatever the
 * buffer held before: nothing after the first NUL is read.
 */
function closeRoot(reading: Reading): void {
  reading.isClosed = true;
  const rest = reading.text.slice(reading.at);
  if (!rest.trimStart().startsWith('\0')) return;
  if (/[^\s\0]/.test(rest)) reading.draft.note('bytes behind the final NUL ignored');
  reading.at = reading.text.length;
}
