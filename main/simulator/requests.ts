/** The device's own small reader of SADP requests; deliberately not the client's codec. */
export interface SadpRequest {
  /** As sent; devices echo it. Empty when the element is missing. */
  readonly uuid: string;
  readonly types: string;
  /** As sent; `null` in an inquiry. */
  readonly mac: string | null;
  /** Every element of the body by its wire name. */
  readonly elements: ReadonlyMap<string, string>;
  /** What stands in the opening tag of those that have attributes, by wire name. */
  readonly attributes: ReadonlyMap<string, string>;
  /** As it came. */
  readonly raw: Uint8Array;
}

/** Devices have small buffers; nothing a client sends is near this. */
const maxRequestBytes = 8192;
const head = /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*<Probe\s*>/;
const element = /<([A-Za-z][\w.-]*)(\s[^>]*)?>([^<]*)<\/\1\s*>/g;
const wellFormedUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `null` for everything that is not a request: other clients' noise, other devices' answers, rubbish. */
export function readSadpRequest(data: Uint8Array): SadpRequest | null {
  if (data.length === 0 || data.length > maxRequestBytes) return null;
  const text = new TextDecoder().decode(data);
  const start = head.exec(text);
  if (start === null || !text.includes('</Probe>')) return null;
  const elements = new Map<string, string>();
  const attributes = new Map<string, string>();
  for (const match of text.slice(start[0].length).matchAll(element)) {
    const [, name = '', attribute, value = ''] = match;
    if (elements.has(name)) continue;
    elements.set(name, value.trim());
    if (attribute !== undefined) attributes.set(name, attribute.trim());
  }
  const types = elements.get('Types');
  if (types === undefined || types === '') return null;
  const [uuid, mac] = [elements.get('Uuid') ?? '', elements.get('MAC') ?? null];
  return { uuid, types, mac, elements, attributes, raw: data };
}

/** Newer firmware does not answer an inquiry whose Uuid is not real hexadecimal. */
export function isWellFormedUuid(uuid: string): boolean {
  return wellFormedUuid.test(uuid);
}
