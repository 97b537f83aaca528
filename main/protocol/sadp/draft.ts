import { excerpt } from '../text.ts';
import { type ElementSpec, findSpec, type HeaderKey, type SadpFields } from './fields.ts';
import type { SadpMessage, SadpReject, SadpRejectReason, SadpRoot } from './messages.ts';
import { type FieldValue, maxExtraLength, readValue } from './values.ts';

/** A message while it is being read. */
export interface Draft {
  readonly head: Record<HeaderKey, string | null>;
  /** By field key; typed by the table's promise in {@link finishDraft}. */
  readonly fields: Record<string, FieldValue>;
  rawMac: string | null;
  extra: Map<string, string> | null;
  extraLength: number;
  readonly notes: string[];
  hasIpv6: boolean;
  /** Whether texts are copied out of the datagram, see {@link keep}. */
  readonly isLarge: boolean;
  readonly note: (text: string) => void;
}

export const maxElements = 256;
export const maxDepth = 8;
/** Longest element name that is kept, in UTF-16 units. */
export const maxNameLength = 96;
/** Unknown elements kept of one message, and their names and values together in UTF-16 units. */
export const maxExtras = 64;
export const maxExtraTotal = 16_384;
const maxNotes = 32;
/** Above this many characters a text is copied out of its datagram. */
const largeFrom = 4096;
const maxRawMacLength = 64;

export function newDraft(text: string): Draft {
  const notes: string[] = [];
  return {
    head: { uuid: null, types: null, result: null },
    fields: {},
    rawMac: null,
    extra: null,
    extraLength: 0,
    notes,
    hasIpv6: false,
    isLarge: text.length > largeFrom,
    note: (line) => {
      if (notes.length < maxNotes) notes.push(line);
    },
  };
}

export function reject(reason: SadpRejectReason, detail: string): SadpReject {
  return { ok: false, reason, detail };
}

const roots: ReadonlyMap<string, SadpRoot> = new Map(
  (['Probe', 'ProbeMatch', 'Hello', 'Bye'] as const).map((root) => [root.toLowerCase(), root]),
);

export function findRoot(name: string): SadpRoot | undefined {
  return name === 'ProbeMatch' ? name : roots.get(name.toLowerCase());
}

export function rejectRoot(name: string): SadpReject {
  return reject('not-sadp', `the root element is ${excerpt(name)}`);
}

/** Takes in the text of a known element. */
export function takeKnown(draft: Draft, spec: ElementSpec, raw: string): void {
  const value = readValue(spec, raw, draft.note);
  if (spec.key === 'mac') takeRawMac(draft, raw);
  else if (spec.key === 'ipv6Address') draft.hasIpv6 = true;
  if (value === undefined) return;
  const kept = typeof value === 'string' ? keep(draft, value) : value;
  if (spec.role === 'field') draft.fields[spec.key] = kept;
  else draft.head[spec.key as HeaderKey] = kept as string;
}

function takeRawMac(draft: Draft, raw: string): void {
  const text = raw.trim();
  if (text !== '' && text.length <= maxRawMacLength) draft.rawMac = keep(draft, text);
}

/** Takes in an element the table does not have; `name` is its wire spelling or path. */
export function takeExtra(draft: Draft, name: string, raw: string): void {
  const wire = name.length > maxNameLength ? name.slice(0, maxNameLength) : name;
  const spec = { wire: excerpt(wire), kind: 'text', maxLength: maxExtraLength } as const;
  const text = String(readValue(spec, raw, draft.note) ?? '');
  draft.extra ??= new Map();
  const key = freeKey(draft.extra, wire);
  draft.extraLength += key.length + text.length;
  if (draft.extra.size >= maxExtras || draft.extraLength > maxExtraTotal) {
    draft.note(`${excerpt(key)}: left out, the message has too many unknown elements`);
    return;
  }
  draft.extra.set(keep(draft, key), keep(draft, text));
}

/** At most `maxExtras` steps, because no more keys than that are ever set. */
function freeKey(extra: ReadonlyMap<string, string>, name: string): string {
  if (!extra.has(name)) return name;
  let count = 2;
  while (extra.has(`${name}[${count}]`)) count += 1;
  return `${name}[${count}]`;
}

/** Takes in any direct child of the root. */
export function takeElement(draft: Draft, name: string, raw: string): void {
  const spec = findSpec(name);
  if (spec === undefined) takeExtra(draft, name, raw);
  else takeKnown(draft, spec, raw);
}

/**
 * A slice of a long string keeps the whole string alive in V8. For an ordinary reply (about 1.5 kB)
 * that is cheaper than copying; for a padded one it would let 20,000 invented devices pin 64 kB each.
 */
function keep(draft: Draft, text: string): string {
  return draft.isLarge ? text.split('').join('') : text;
}

const noExtra: ReadonlyMap<string, string> = new Map();

export function finishDraft(draft: Draft, root: SadpRoot): SadpMessage {
  if (root === 'ProbeMatch' || root === 'Hello') inferIpv6(draft);
  // The one place where the table's promise (key -> kind -> type) meets what was read by it.
  const fields = draft.fields as SadpFields;
  return {
    root,
    uuid: draft.head.uuid,
    types: draft.head.types,
    mac: fields.mac ?? null,
    rawMac: draft.rawMac,
    result: draft.head.result,
    fields,
    extra: draft.extra ?? noExtra,
    notes: draft.notes,
  };
}

/**
 * A device shows that it knows IPv6 by sending the elements at all; `supportIPv6` and
 * `supportModifyIPv6` overrule that. Absence proves nothing, so it infers nothing.
 */
function inferIpv6(draft: Draft): void {
  if (!draft.hasIpv6) return;
  draft.fields['ipv6Supported'] ??= true;
  if (draft.fields['ipv6Supported'] === true) draft.fields['ipv6Modifiable'] ??= true;
}
