import { escapeXml } from '../escape.ts';
import { encodeText } from '../text.ts';

/** One element of a request's body: name, text, and attributes where a command has them. */
export type SadpElement = readonly [
  name: string,
  value: string,
  attributes?: Readonly<Record<string, string>>,
];

export interface SadpRequest {
  /** RFC 4122 text; sent in upper case. A new one for every datagram. */
  readonly uuid: string;
  /** Command name, for example `inquiry`. */
  readonly types: string;
  /** The device's own spelling of its MAC, repeated verbatim. */
  readonly mac?: string;
  /** Everything after the head, in wire order. */
  readonly body?: readonly SadpElement[];
  /**
   * Order of Uuid (U), MAC (M) and Types (T). Most commands are `UMT`, which is the default; `lamp`
   * is `UTM`. Commands that put something between them leave `mac` out and list it in `body`.
   */
  readonly order?: 'UMT' | 'UTM';
}

const prolog = '<?xml version="1.0" encoding="utf-8"?>';
const uuidShape = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/**
 * Bytes of one request: no blanks between elements, no newline, no NUL at the end, as the vendor's
 * client sends it.
 *
 * @throws RangeError on a Uuid that is not one (newer firmware ignores such a request), an element
 *   name that is not one, or a text XML cannot carry
 */
export function encodeSadpRequest(request: SadpRequest): Uint8Array {
  const uuid = request.uuid.toUpperCase();
  if (!uuidShape.test(uuid)) throw new RangeError('the request needs a well-formed UUID');
  const types = element(['Types', request.types]);
  const mac = request.mac === undefined ? '' : element(['MAC', request.mac]);
  const head = request.order === 'UTM' ? types + mac : mac + types;
  const body = (request.body ?? []).map(element).join('');
  return encodeText(`${prolog}<Probe>${element(['Uuid', uuid])}${head}${body}</Probe>`);
}

/** The question every device answers: exactly 124 bytes. */
export function encodeInquiry(uuid: string): Uint8Array {
  return encodeSadpRequest({ uuid, types: 'inquiry' });
}

function element([name, value, attributes = {}]: SadpElement): string {
  const attributeText = Object.entries(attributes).map(
    ([key, text]) => ` ${checkedName(key)}="${escapeXml(text)}"`,
  );
  return `<${checkedName(name)}${attributeText.join('')}>${escapeXml(value)}</${name}>`;
}

function checkedName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new RangeError('not an element name');
  return name;
}
