import { decodeText } from '../text.ts';
import { childOf, parseXml, type XmlElement } from '../xml.ts';
import { type ResponseStatus, readStatusElement, readStatusJson } from './response-status.ts';

/**
 * What became of reading an answer. `refused`: the device sent a ResponseStatus instead, which several
 * firmwares do with HTTP 200. `unreadable`: something else altogether; `detail` is one line, English.
 */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'refused'; readonly status: ResponseStatus }
  | { readonly ok: false; readonly reason: 'unreadable'; readonly detail: string };

/** System capabilities are the longest answers: 30 to 60 kB. */
const limits = { maxBytes: 262_144, maxDepth: 32, maxNodes: 20_000 } as const;

export interface OpenedDocument {
  readonly root: XmlElement;
  /** Without byte order mark and padding: what can be edited and sent back. */
  readonly text: string;
}

/** Reads an answer whose root must have one of these local names, in any letter case. Never throws. */
export function openDocument(
  body: Uint8Array | string,
  ...names: readonly string[]
): Decoded<OpenedDocument> {
  const decoded = textOf(body);
  if (!decoded.ok) return decoded;
  const text = withoutPadding(decoded.value);
  const parsed = parseXml(text, limits);
  if (!parsed.ok) {
    const json = readStatusJson(text);
    if (json !== null) return { ok: false, reason: 'refused', status: json };
    return unreadable(`${parsed.reason}: ${parsed.detail}`);
  }
  const { root } = parsed;
  const local = root.local.toLowerCase();
  if (names.some((name) => name.toLowerCase() === local))
    return { ok: true, value: { root, text } };
  if (local === 'responsestatus') {
    return { ok: false, reason: 'refused', status: readStatusElement(root) };
  }
  return unreadable(`not a ${names[0] ?? 'known document'}`);
}

export function unreadable(detail: string): {
  readonly ok: false;
  readonly reason: 'unreadable';
  readonly detail: string;
} {
  return { ok: false, reason: 'unreadable', detail };
}

export function textOf(body: Uint8Array | string): Decoded<string> {
  if (typeof body === 'string') return { ok: true, value: body };
  const decoded = decodeText(body, limits.maxBytes);
  if (!decoded.ok) return unreadable(`${decoded.reason}: ${decoded.detail}`);
  return { ok: true, value: decoded.text };
}

function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1;
  return text.slice(0, end).replace(/^[\ufeff\s]+/, '');
}

/** Text below a path of local names; `null` when it is not there or empty. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  return at(element, ...path)?.text || null;
}

export function at(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let current: XmlElement | undefined = element;
  for (const name of path) current = current && childOf(current, name);
  return current;
}

/** `null` for anything that is neither yes nor no: unknown is not "no". `flase` was seen on a device. */
export function toFlag(text: string | null): boolean | null {
  switch (text?.toLowerCase()) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case 'flase':
    case '0':
      return false;
    default:
      return null;
  }
}

/** A whole number within limits; leading zeros and blanks are read, signs and fractions are not. */
export function toInt(
  text: string | null,
  { min = 0, max = Number.MAX_SAFE_INTEGER } = {},
): number | null {
  if (text === null || !/^\d{1,15}$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

/** A decimal number without exponent; devices pad them with blanks. */
export function toDecimal(text: string | null): number | null {
  return text !== null && /^-?\d{1,15}(?:\.\d{1,12})?$/.test(text) ? Number(text) : null;
}

export function toPort(text: string | null): number | null {
  return toInt(text, { min: 1, max: 65_535 });
}

/** Limits that a capability document puts on a field as attributes `min`, `max`, `opt`. */
export interface FieldRange {
  readonly min: number | null;
  readonly max: number | null;
  /** Allowed words in the device's spelling; empty when it lists none. */
  readonly options: readonly string[];
}

export function rangeOf(element: XmlElement | undefined): FieldRange | null {
  if (element === undefined) return null;
  const options = (element.attributes.get('opt') ?? '').split(',').map((word) => word.trim());
  return {
    min: toInt(element.attributes.get('min') ?? null),
    max: toInt(element.attributes.get('max') ?? null),
    options: options.filter((word) => word !== ''),
  };
}

/** Children with this local name: one alone is a list of one. */
export function listOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const wanted = name.toLowerCase();
  return element?.children.filter(({ local }) => local.toLowerCase() === wanted) ?? [];
}

/** Fields of a JSON object; `null` when the text is none. */
export function jsonFields(text: string): ReadonlyMap<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Throwing is the parser's way to say that it is not JSON.
    return null;
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
