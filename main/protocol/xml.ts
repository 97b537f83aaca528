import { SaxesParser } from 'saxes';
import { decodeText, excerpt, maxMessageBytes } from './text.ts';

/** One element, with its children in document order. */
export interface XmlElement {
  /** As written, prefix included. */
  readonly name: string;
  /** Without prefix: which prefix a device picks says nothing, and some never declare it. */
  readonly local: string;
  /** By the name as written, prefix included; namespace declarations are among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text and CDATA, references resolved, trimmed. */
  readonly text: string;
}

export type XmlRejectReason =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'depth'
  | 'too-many-elements'
  | 'malformed';

export interface XmlReject {
  readonly ok: false;
  readonly reason: XmlRejectReason;
  /** One line, English, without control characters. */
  readonly detail: string;
}
export type XmlResult = { readonly ok: true; readonly root: XmlElement } | XmlReject;

export interface XmlLimits {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
  /** Elements and attributes together. */
  readonly maxNodes?: number;
}

interface OpenElement {
  readonly name: string;
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  /** `null` for the root. */
  readonly parent: OpenElement | null;
}

/** Thrown out of a parser callback to stop it; never leaves this file. */
class Refusal extends Error {
  readonly reject: XmlReject;
  constructor(reason: XmlRejectReason, detail: string) {
    super(detail);
    this.reject = { ok: false, reason, detail };
  }
}

/**
 * Reads a small XML document into a tree. Strict about well-formedness, indifferent to namespaces
 * (fragments with undeclared prefixes are read), closed to DTDs, and bounded in size, depth and node
 * count. Never throws.
 *
 * @param source bytes (UTF-8), or text that was decoded already; a leading byte order mark and
 *   trailing NULs are dropped
 */
export function parseXml(source: Uint8Array | string, limits: XmlLimits = {}): XmlResult {
  const maxBytes = limits.maxBytes ?? maxMessageBytes;
  if (typeof source === 'string') return parseText(source, maxBytes, limits);
  const decoded = decodeText(source, maxBytes);
  return decoded.ok ? parseText(decoded.text, maxBytes, limits) : decoded;
}

function parseText(source: string, maxLength: number, limits: XmlLimits): XmlResult {
  if (source.length > maxLength) {
    const detail = `${source.length} characters, at most ${maxLength} are read`;
    return { ok: false, reason: 'too-large', detail };
  }
  try {
    const root = build(withoutPadding(source), limits);
    if (root !== undefined) return { ok: true, root };
    return { ok: false, reason: 'empty', detail: 'nothing but blanks' };
  } catch (error) {
    if (error instanceof Refusal) return error.reject;
    // Throwing is the parser's way to say that the text is not well-formed.
    return { ok: false, reason: 'malformed', detail: excerpt(String(error), 120) };
  }
}

/** Without byte order mark, blanks before the prolog and NULs at the end. Linear. */
function withoutPadding(source: string): string {
  const text = source.trimStart();
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0 || text.charCodeAt(end - 1) === 32)) end -= 1;
  return text.slice(0, end).trimEnd();
}

/** The root, or `undefined` when the text is empty. Throws on everything that is not a document. */
function build(text: string, limits: XmlLimits): XmlElement | undefined {
  const maxDepth = limits.maxDepth ?? 32;
  const maxNodes = limits.maxNodes ?? 4096;
  const top: OpenElement = newElement('', [], null);
  let current = top;
  let depth = 0;
  let nodes = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Refusal('doctype', 'document type declarations are not read');
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.entries(tag.attributes);
    nodes += 1 + attributes.length;
    depth += 1;
    if (nodes > maxNodes) throw new Refusal('too-many-elements', `more than ${maxNodes} nodes`);
    if (depth > maxDepth) throw new Refusal('depth', `nested more than ${maxDepth} deep`);
    current = newElement(tag.name, attributes, depth === 1 ? null : current);
  });
  const addText = (part: string) => {
    current.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const { parent, ...element } = current;
    current = parent ?? top;
    depth -= 1;
    current.children.push({ ...element, text: element.text.trim() });
  });
  if (text !== '') parser.write(text).close();
  return top.children[0];
}

function newElement(
  name: string,
  attributes: readonly (readonly [string, string])[],
  parent: OpenElement | null,
): OpenElement {
  const local = name.slice(name.indexOf(':') + 1);
  return { name, local, attributes: new Map(attributes), children: [], text: '', parent };
}

/** First child with this local name, in any letter case. */
export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  const wanted = local.toLowerCase();
  return element.children.find((child) => child.local.toLowerCase() === wanted);
}

/** Text of the first child with this local name; `null` when there is none or it is empty. */
export function childText(element: XmlElement, local: string): string | null {
  return childOf(element, local)?.text || null;
}

/** The element itself and everything below it with this local name, in document order. */
export function findAll(element: XmlElement, local: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => findAll(child, local));
  return element.local.toLowerCase() === local.toLowerCase() ? [element, ...below] : below;
}
