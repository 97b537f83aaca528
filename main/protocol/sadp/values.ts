import { normalizeIpv4, normalizeIpv6 } from '../address.ts';
import { normalizeMac } from '../mac.ts';
import { excerpt, replaceControls } from '../text.ts';

/** What each kind of element becomes. */
export interface KindValues {
  readonly text: string;
  readonly tri: boolean;
  readonly int: number;
  readonly port: number;
  readonly prefix: number;
  readonly mac: string;
  readonly ipv4: string;
  readonly ipv6: string;
  readonly bindStatus: boolean;
  readonly bootTime: string;
}
export type FieldKind = keyof KindValues;
export type FieldValue = string | number | boolean;

/** Longest text of a known element, in UTF-16 units; what is longer is cut, with a note. */
export const maxFieldLength = 512;
/** Longest text of an element we do not know: room for the base64 payloads of command replies. */
export const maxExtraLength = 2048;

type Note = (line: string) => void;

/** Where a value stands (for the notes), what it should be and how long it may be. */
export interface ValueSpec {
  readonly wire: string;
  readonly kind: FieldKind;
  readonly maxLength: number;
}

/**
 * Reads one element's text as its kind. `undefined` means "not told": the element is empty, or
 * holds something its kind does not allow (then a note says so). Nonsense never becomes "no" or 0.
 */
export function readValue(spec: ValueSpec, raw: string, note: Note): FieldValue | undefined {
  const text = trimmed(raw);
  if (text === '') return undefined;
  if (spec.kind === 'text') return cleanText(spec, text, note);
  const value = readers[spec.kind](text);
  if (value === undefined && !isToldUnknown(spec.kind, text)) {
    note(`${spec.wire}: "${excerpt(text)}" is not ${expected[spec.kind]}, left out`);
  }
  return value;
}

/** Cleans and cuts free text: what a device sends may end up in a terminal or a spreadsheet. */
function cleanText(spec: ValueSpec, raw: string, note: Note): string | undefined {
  const { wire, maxLength } = spec;
  let text = raw;
  if (hasControls(text)) {
    text = replaceControls(text, ' ').trim();
    note(`${wire}: control characters replaced by blanks`);
  }
  if (text.length > maxLength) {
    note(`${wire}: cut from ${text.length} to ${maxLength} characters`);
    text = text.slice(0, isHighSurrogate(text, maxLength - 1) ? maxLength - 1 : maxLength);
  }
  return text === '' ? undefined : text;
}

const expected: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  tri: 'true or false',
  int: 'a whole number',
  port: 'a port number',
  prefix: 'an IPv6 prefix length',
  mac: 'a device MAC address',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  bindStatus: '1 (bound) or 2 (not bound)',
  bootTime: 'a date and time',
};

type Reader = (text: string) => FieldValue | undefined;
const readers: Readonly<Record<Exclude<FieldKind, 'text'>, Reader>> = {
  tri: readTri,
  int: (text) => readNumber(text, 4_294_967_295),
  port: (text) => readNumber(text, 65_535),
  prefix: (text) => readNumber(text, 128),
  mac: (text) => normalizeMac(text) ?? undefined,
  ipv4: (text) => normalizeIpv4(text) ?? undefined,
  ipv6: (text) => normalizeIpv6(text) ?? undefined,
  bindStatus: readBindStatus,
  bootTime: readBootTime,
};

/** `flase` is what several camera firmwares really send. */
function readTri(text: string): boolean | undefined {
  switch (text) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case 'flase':
    case '0':
      return false;
    default:
      return /[A-Z]/.test(text) && text.length < 8 ? readTri(text.toLowerCase()) : undefined;
  }
}

function readNumber(text: string, max: number): number | undefined {
  if (text.length > 10) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value <= max ? value : undefined;
}

/** The vendor's own "unknown": no reason for a note. */
function isToldUnknown(kind: FieldKind, text: string): boolean {
  return kind === 'bindStatus' && text === '0';
}

function readBindStatus(text: string): boolean | undefined {
  if (text === '1') return true;
  return text === '2' ? false : undefined;
}

/** Device-local time without zone; a device that lost its clock says 1970, which is kept. */
function readBootTime(text: string): string | undefined {
  const match = /^(\d{4})-(\d\d?)-(\d\d?)[ T](\d\d?):(\d\d?):(\d\d?)$/.exec(text);
  if (match === null) return undefined;
  const isTime = Number(match[4]) < 24 && Number(match[5]) < 60 && Number(match[6]) < 60;
  if (!isTime || !isDate(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined;
  if (text.length === 19) return `${text.slice(0, 10)}T${text.slice(11)}`;
  const [, year, month, day, hour, minute, second] = match.map((part) => part.padStart(2, '0'));
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12) return false;
  if (day >= 1 && day <= 28) return true;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `String.trim` without its cost for the usual text that has no blanks at its ends. */
function trimmed(text: string): string {
  const isBare = text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32;
  return isBare ? text : text.trim();
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}
