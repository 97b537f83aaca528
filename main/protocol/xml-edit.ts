import { SaxesParser } from 'saxes';
import { escapeXml } from './escape.ts';

/** One step from the root down: a local name in any letter case, and which of several (0 is the first). */
export type XmlStep = string | { readonly name: string; readonly nth: number };

export type XmlEdit =
  /** Replaces the text of an element that has no element inside. */
  | { readonly kind: 'set'; readonly path: readonly XmlStep[]; readonly text: string }
  /** Puts a new element behind another one, its sibling; written as the sibling is, prefix included. */
  | {
      readonly kind: 'add-after';
      readonly path: readonly XmlStep[];
      readonly name: string;
      readonly text: string;
    }
  /** Takes out an element with everything in it. */
  | { readonly kind: 'remove'; readonly path: readonly XmlStep[] };

export type XmlEditResult =
  | { readonly ok: true; readonly text: string }
  /** Nothing was changed. `where` names the step that failed. */
  | {
      readonly ok: false;
      readonly why: 'missing' | 'not-text' | 'malformed';
      readonly where: string;
    };

/** Where an element stands in the text, in UTF-16 units. */
interface Span {
  readonly name: string;
  readonly local: string;
  readonly children: Span[];
  readonly startAt: number;
  /** Behind the start tag. */
  readonly innerAt: number;
  readonly isSelfClosing: boolean;
  /** Before the end tag. */
  innerEndAt: number;
  endAt: number;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Changes single elements of a document and leaves every other character as it came: order, namespaces,
 * comments, blanks, unknown elements and attributes. Devices refuse documents that were written anew.
 *
 * Edits are applied to the document as given, all or none of them; two must not touch the same element.
 */
export function editXml(source: string, edits: readonly XmlEdit[]): XmlEditResult {
  const root = locate(source);
  if (root === null) return { ok: false, why: 'malformed', where: '' };
  const splices: Splice[] = [];
  for (const edit of edits) {
    const made = spliceFor(source, root, edit);
    if ('why' in made) return made;
    splices.push(made);
  }
  splices.sort((left, right) => left.from - right.from);
  let at = 0;
  let text = '';
  for (const splice of splices) {
    if (splice.from < at) return { ok: false, why: 'malformed', where: 'edits overlap' };
    text += source.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return { ok: true, text: text + source.slice(at) };
}

/** The part of a document that one element takes up, tags included; `null` when it is not there. */
export function sliceXml(source: string, path: readonly XmlStep[]): string | null {
  const root = locate(source);
  const span = root === null ? null : find(root, path);
  return span === null || typeof span === 'string' ? null : source.slice(span.startAt, span.endAt);
}

/** Takes out every element with one of these local names, wherever it stands. `null`: not well-formed. */
export function removeAll(
  source: string,
  locals: ReadonlySet<string>,
): { readonly text: string; readonly removed: number } | null {
  const root = locate(source);
  if (root === null) return null;
  const found: Span[] = [];
  const walk = (span: Span): void => {
    if (locals.has(span.local.toLowerCase())) found.push(span);
    else for (const child of span.children) walk(child);
  };
  for (const child of root.children) walk(child);
  let at = 0;
  let text = '';
  for (const span of found) {
    text += source.slice(at, span.startAt);
    at = span.endAt;
  }
  return { text: text + source.slice(at), removed: found.length };
}

function spliceFor(
  source: string,
  root: Span,
  edit: XmlEdit,
): Splice | (XmlEditResult & { ok: false }) {
  const span = find(root, edit.path);
  if (typeof span === 'string') return { ok: false, why: 'missing', where: span };
  const { startAt, endAt, innerAt, innerEndAt, name } = span;
  if (edit.kind === 'remove') return { from: startAt, to: endAt, text: '' };
  if (edit.kind === 'add-after') {
    const full = name.slice(0, name.indexOf(':') + 1) + edit.name;
    const text = `${indentOf(source, startAt)}<${full}>${escapeXml(edit.text)}</${full}>`;
    return { from: endAt, to: endAt, text };
  }
  if (span.children.length > 0) return { ok: false, why: 'not-text', where: span.local };
  const text = escapeXml(edit.text);
  if (!span.isSelfClosing) return { from: innerAt, to: innerEndAt, text };
  const opening = source.slice(startAt, innerAt).replace(/\s*\/>$/, '>');
  return { from: startAt, to: endAt, text: `${opening}${text}</${name}>` };
}

/** Line break and blanks before an element, so that a new one stands below it as its siblings do. */
function indentOf(source: string, startAt: number): string {
  return /\r?\n[\t ]*$/.exec(source.slice(Math.max(0, startAt - 64), startAt))?.[0] ?? '';
}

/** The element, or the local name of the step that is missing. */
function find(root: Span, path: readonly XmlStep[]): Span | string {
  let current: Span | undefined;
  for (const [depth, step] of path.entries()) {
    const { name, nth } = typeof step === 'string' ? { name: step, nth: 0 } : step;
    const among: readonly Span[] = depth === 0 ? [root] : (current?.children ?? []);
    current = among.filter(({ local }) => local.toLowerCase() === name.toLowerCase())[nth];
    if (current === undefined) return nth === 0 ? name : `${name}[${nth}]`;
  }
  return current ?? '';
}

/** `null` when the text is no document. Callers have read it with the limits of `parseXml` before. */
function locate(source: string): Span | null {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Span[] = [];
  let root = null as Span | null;
  parser.on('doctype', () => {
    throw new RangeError('document type declarations are not read');
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const innerAt = parser.position;
    const startAt = source.lastIndexOf('<', innerAt - 1);
    const local = name.slice(name.indexOf(':') + 1);
    const span: Span = {
      ...{ name, local, children: [], startAt, innerAt, isSelfClosing },
      innerEndAt: innerAt,
      endAt: innerAt,
    };
    open.at(-1)?.children.push(span);
    root ??= span;
    open.push(span);
  });
  parser.on('closetag', () => {
    const span = open.pop();
    if (span === undefined || span.isSelfClosing) return;
    span.endAt = parser.position;
    span.innerEndAt = source.lastIndexOf('</', span.endAt - 1);
  });
  try {
    parser.write(source).close();
  } catch {
    // Throwing is the parser's way to say that the text is not well-formed.
    return null;
  }
  return root;
}
