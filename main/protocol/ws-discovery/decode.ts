import { normalizeIpv4, normalizeIpv6 } from '../address.ts';
import { normalizeMac } from '../mac.ts';
import { excerpt, replaceControls } from '../text.ts';
import { childOf, childText, findAll, parseXml, type XmlElement } from '../xml.ts';

export interface WsAddress {
  /** IPv4 or IPv6 without brackets; host names are left out, nothing here resolves them. */
  readonly address: string;
  readonly port: number;
}

/** One device in an answer. What it did not say, or said unreadably, is `null`. */
export interface WsProbeMatch {
  /** Endpoint address as sent, for example `urn:uuid:...`. */
  readonly endpoint: string | null;
  /** `aa:bb:cc:dd:ee:ff`. */
  readonly mac: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** The `name` scope, for example `HIKVISION DS-2CD2385G1-I`. */
  readonly name: string | null;
  readonly addresses: readonly WsAddress[];
  /** UUID of the Probe this answers: bare, in lower case. */
  readonly relatesTo: string | null;
}

export type WsRejectReason =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'depth'
  | 'too-many-elements'
  | 'malformed'
  | 'fault'
  | 'no-match';

export type WsDecodeResult =
  | { readonly ok: true; readonly matches: readonly WsProbeMatch[] }
  | { readonly ok: false; readonly reason: WsRejectReason; readonly detail: string };

const maxMatches = 64;
const maxAddresses = 16;
const maxScopes = 128;
const maxTextLength = 256;

/**
 * Reads ProbeMatches, whole or as a fragment, with any prefixes, declared or not. A `Hello` announces
 * a device with the same elements and is read as one match. Never throws.
 *
 * - `fault`: a SOAP fault, with its text in the detail
 * - `no-match`: XML without a match in it, for example our own Probe
 */
export function decodeWsProbeMatches(data: Uint8Array): WsDecodeResult {
  const parsed = parseXml(data);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  const relates = findAll(root, 'RelatesTo')[0]?.text ?? '';
  const relatesTo = limited(relates.replace(/^(?:urn:)?uuid:/i, '').toLowerCase());
  const found = [...findAll(root, 'ProbeMatch'), ...findAll(root, 'Hello')];
  if (found.length === 0) return rejectOther(root);
  const matches = found.slice(0, maxMatches).map((element) => readMatch(element, relatesTo));
  return { ok: true, matches };
}

function rejectOther(root: XmlElement): WsDecodeResult {
  const fault = findAll(root, 'Fault')[0];
  if (fault === undefined) {
    return { ok: false, reason: 'no-match', detail: `no match inside ${excerpt(root.name)}` };
  }
  const texts = [...findAll(fault, 'Value'), ...findAll(fault, 'Text')].map(({ text }) => text);
  return { ok: false, reason: 'fault', detail: excerpt(texts.join(' '), 120) };
}

function readMatch(element: XmlElement, relatesTo: string | null): WsProbeMatch {
  const reference = childOf(element, 'EndpointReference');
  const endpoint = limited(reference === undefined ? null : childText(reference, 'Address'));
  const scopes = words(childText(element, 'Scopes'), maxScopes);
  const model = scopeValue(scopes, 'hardware');
  const name = scopeValue(scopes, 'name');
  return {
    endpoint,
    mac: macOfScopes(scopes) ?? macOfEndpoint(endpoint),
    manufacturer: scopeValue(scopes, 'manufacturer') ?? manufacturerOf(name, model),
    model,
    name,
    addresses: words(childText(element, 'XAddrs'), maxAddresses).flatMap(readAddress),
    relatesTo,
  };
}

function words(text: string | null, max: number): readonly string[] {
  return (text ?? '').split(/\s+/, max).filter((word) => word !== '');
}

/** Value of `onvif://www.onvif.org/<category>/<value>`, percent-decoded, the first that has one. */
function scopeValue(scopes: readonly string[], category: string): string | null {
  for (const scope of scopes) {
    const [, found = '', value = ''] = /^onvif:\/\/[^/]*\/([^/]+)\/(.+)$/i.exec(scope) ?? [];
    if (found.toLowerCase() === category) return limited(unescapePercent(value));
  }
  return null;
}

/** Devices do send stray percent signs; then the text stays as it is. */
function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function limited(text: string | null): string | null {
  const clean = replaceControls((text ?? '').slice(0, maxTextLength), ' ').trim();
  return clean === '' ? null : clean;
}

/** Newer firmware says it outright. */
function macOfScopes(scopes: readonly string[]): string | null {
  const text = scopeValue(scopes, 'mac');
  return text === null ? null : normalizeMac(text);
}

/**
 * A version 1 UUID ends in the address of a network card, unless the multicast bit says that the
 * value is random (RFC 4122, 4.1.6 and 4.5). Other versions end in nothing of the kind.
 */
function macOfEndpoint(endpoint: string | null): string | null {
  const match = /[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-([0-9a-f]{12})$/i.exec(
    endpoint ?? '',
  );
  const node = match?.[1];
  if (node === undefined || (Number.parseInt(node.slice(0, 2), 16) & 1) === 1) return null;
  return normalizeMac(node);
}

/** `HIKVISION DS-2CD2385G1-I` with the hardware scope `DS-2CD2385G1-I` leaves the brand. */
function manufacturerOf(name: string | null, model: string | null): string | null {
  if (name === null || model === null || !name.endsWith(` ${model}`)) return null;
  return limited(name.slice(0, -model.length));
}

function readAddress(url: string): readonly WsAddress[] {
  const match = /^(https?):\/\/(\[[^\]/]+\]|[^\]:/?#[]+)(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(url);
  if (match === null) return [];
  const [, scheme = '', host = '', portText] = match;
  const address = host.startsWith('[') ? normalizeIpv6(host.slice(1, -1)) : normalizeIpv4(host);
  const usual = scheme.toLowerCase() === 'https' ? 443 : 80;
  const port = portText === undefined ? usual : Number(portText);
  return address === null || port < 1 || port > 65_535 ? [] : [{ address, port }];
}
