import { editXml } from '../xml-edit.ts';
import {
  at,
  type Decoded,
  type FieldRange,
  listOf,
  openDocument,
  rangeOf,
  textAt,
  toFlag,
  toPort,
  unreadable,
} from './read.ts';

/** A door of the device. Ids differ between lines: look it up by `protocol`. */
export interface AdminAccess {
  readonly id: string;
  /** `HTTP`, `HTTPS`, `RTSP`, `DEV_MANAGE`, `SDK_OVER_TLS`, `Bonjour`, ... as spelled. */
  readonly protocol: string;
  readonly isEnabled: boolean | null;
  /** `null` where the door has none (Bonjour). */
  readonly port: number | null;
  readonly redirectsToHttps: boolean | null;
  /** From the capabilities document; `null` in the plain one. */
  readonly portRange: FieldRange | null;
}

export interface AdminAccessDocument {
  readonly accesses: readonly AdminAccess[];
  readonly text: string;
}

/**
 * `GET /ISAPI/Security/adminAccesses` and its `/capabilities`. Never throws. Source: public dumps of cameras
 * and recorders.
 */
export function decodeAdminAccesses(body: Uint8Array | string): Decoded<AdminAccessDocument> {
  const opened = openDocument(body, 'AdminAccessProtocolList');
  if (!opened.ok) return opened;
  const { root, text } = opened.value;
  const accesses = listOf(root, 'AdminAccessProtocol').flatMap((element) => {
    const [id, protocol] = [textAt(element, 'id'), textAt(element, 'protocol')];
    if (id === null || protocol === null) return [];
    const range = rangeOf(at(element, 'portNo'));
    return [
      {
        ...{ id, protocol },
        isEnabled: toFlag(textAt(element, 'enabled')),
        port: toPort(textAt(element, 'portNo')),
        redirectsToHttps: toFlag(textAt(element, 'redirectToHttps')),
        portRange: range?.min === null && range.max === null ? null : range,
      },
    ];
  });
  return { ok: true, value: { accesses, text } };
}

/** The device's list with another port for one protocol, found in any letter case. */
export function editAdminPort(text: string, protocol: string, port: number): Decoded<string> {
  const opened = openDocument(text, 'AdminAccessProtocolList');
  if (!opened.ok) return opened;
  const list = listOf(opened.value.root, 'AdminAccessProtocol');
  const wanted = protocol.toLowerCase();
  const nth = list.findIndex((each) => textAt(each, 'protocol')?.toLowerCase() === wanted);
  if (nth < 0) return unreadable(`missing: ${protocol}`);
  const path = ['AdminAccessProtocolList', { name: 'AdminAccessProtocol', nth }, 'portNo'];
  const edited = editXml(opened.value.text, [{ kind: 'set', path, text: String(port) }]);
  return edited.ok
    ? { ok: true, value: edited.text }
    : unreadable(`${edited.why}: ${edited.where}`);
}
