import { type Draft, findRoot, maxElements, takeExtra, takeKnown } from './draft.ts';
import { type ElementSpec, findSpec, specCount, specs } from './fields.ts';
import type { SadpRoot } from './messages.ts';

const lessThan = 60;
const greaterThan = 62;
const slash = 47;

/**
 * Which elements the datagram in hand has had: `stamps[index] === stamp`. Reading is synchronous,
 * so one array serves all calls and nothing has to be cleared between them.
 */
const stamps = new Uint32Array(specCount);
let stamp = 0;

interface Cursor {
  readonly text: string;
  readonly draft: Draft;
  at: number;
  /** Index of the element that comes next when the device keeps to the table's order. */
  expected: number;
}

/**
 * Reads the shape practically every device sends: prolog, root, plain elements, no attributes, no
 * references, no comments, each known element once. Returns the root, or `null` at the first thing
 * that is not so; the caller then starts over with the tolerant reader, which is also the one that
 * finds the reason to reject. Whatever this function accepts, that one reads identically.
 */
export function readFlat(text: string, draft: Draft): SadpRoot | null {
  if (text.includes('&')) return null;
  stamp = (stamp + 1) >>> 0;
  const start = rootStart(text);
  if (start < 0) return null;
  const rootEnd = text.indexOf('>', start);
  const rootName = text.substring(start + 1, rootEnd);
  const root = findRoot(rootName);
  if (root === undefined) return null;
  const cursor: Cursor = { text, draft, at: rootEnd + 1, expected: 0 };
  return readChildren(cursor) && isClosedBy(cursor, rootName) ? root : null;
}

/** Index of the root's `<`, or -1. */
function rootStart(text: string): number {
  let at = skipBlanks(text, 0);
  if (text.startsWith('<?xml', at)) {
    const end = text.indexOf('?>', at);
    if (end < 0) return -1;
    at = skipBlanks(text, end + 2);
  }
  return text.charCodeAt(at) === lessThan ? at : -1;
}

/** Reads elements up to a closing tag. */
function readChildren(cursor: Cursor): boolean {
  const { text } = cursor;
  for (let count = 0; count <= maxElements; count += 1) {
    cursor.at = skipBlanks(text, cursor.at);
    if (text.charCodeAt(cursor.at) !== lessThan) return false;
    if (text.charCodeAt(cursor.at + 1) === slash) return true;
    const spec = specs[cursor.expected];
    const isRead =
      spec !== undefined && text.startsWith(spec.openTag, cursor.at)
        ? readExpected(cursor, spec)
        : readElement(cursor);
    if (!isRead) return false;
  }
  return false;
}

/** The short way: the element is the one that usually follows, so its name needs no look-up. */
function readExpected(cursor: Cursor, spec: ElementSpec): boolean {
  const { text } = cursor;
  const from = cursor.at + spec.openTag.length;
  const end = text.indexOf('<', from);
  if (!text.startsWith(spec.closeTag, end)) return false;
  cursor.at = end + spec.closeTag.length;
  return takeOnce(cursor, spec, text.substring(from, end));
}

/** Reads any `<Name>text</Name>`. */
function readElement(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const nameEnd = text.indexOf('>', at);
  if (nameEnd < 0) return false;
  const name = text.substring(at + 1, nameEnd);
  const end = text.indexOf('<', nameEnd);
  if (text.charCodeAt(end + 1) !== slash || !text.startsWith(name, end + 2)) return false;
  cursor.at = end + name.length + 3;
  if (text.charCodeAt(cursor.at - 1) !== greaterThan) return false;
  const raw = text.substring(nameEnd + 1, end);
  const spec = findSpec(name);
  if (spec !== undefined) return takeOnce(cursor, spec, raw);
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) return false;
  takeExtra(cursor.draft, name, raw);
  return true;
}

function takeOnce(cursor: Cursor, spec: ElementSpec, raw: string): boolean {
  if (stamps[spec.index] === stamp) return false;
  stamps[spec.index] = stamp;
  cursor.expected = spec.index + 1;
  takeKnown(cursor.draft, spec, raw);
  return true;
}

/** Whether the root closes at the cursor and nothing but blanks and NULs follows. */
function isClosedBy(cursor: Cursor, rootName: string): boolean {
  const { text, at } = cursor;
  const end = at + 2 + rootName.length;
  if (!text.startsWith(rootName, at + 2) || text.charCodeAt(end) !== greaterThan) return false;
  for (let index = end + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== 0 && !isBlank(code)) return false;
  }
  return true;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
