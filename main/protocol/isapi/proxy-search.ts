import { normalizeIpv4 } from '../address.ts';
import { normalizeMac } from '../mac.ts';
import { removeAll } from '../xml-edit.ts';
import { type Decoded, listOf, openDocument, textAt, toFlag, toPort, unreadable } from './read.ts';
import { secretNames } from './secret-names.ts';

/** A camera that a recorder sees in its network; `null`: not told. */
export interface SeenCamera {
  readonly address: string | null;
  readonly port: number | null;
  readonly serial: string | null;
  readonly mac: string | null;
  readonly model: string | null;
  readonly isActivated: boolean | null;
}

export interface SeenCameras {
  readonly cameras: readonly SeenCamera[];
  /** Elements that held a login and were thrown away before anything was read. */
  readonly droppedSecrets: number;
}

/** Nobody needs the account either, and where it stands the password stands beside it. */
const loginNames: ReadonlySet<string> = new Set([
  ...secretNames,
  'username',
  'loginname',
  'account',
]);

/**
 * `GET /ISAPI/ContentMgmt/InputProxy/search`. Logins are cut out of the text before it is read: one model was
 * seen to answer users and passwords of its cameras in clear. Never throws. Source: the vendor's public guide,
 * a public note on that model.
 */
export function decodeProxySearch(body: Uint8Array | string): Decoded<SeenCameras> {
  const opened = openDocument(body, 'VideoSourceList', 'VideoSourceDescriptorList');
  if (!opened.ok) return opened;
  const clean = removeAll(opened.value.text, loginNames);
  const again = clean === null ? null : openDocument(clean.text, opened.value.root.local);
  if (clean === null || again?.ok !== true) return unreadable('the text cannot be cleaned');
  const elements = listOf(again.value.root, 'VideoSourceDescriptor');
  const cameras = elements.map((element) => {
    const text = (...names: readonly string[]): string | null =>
      names.reduce<string | null>((found, name) => found ?? textAt(element, name), null);
    return {
      address: normalizeIpv4(text('ipAddress') ?? ''),
      port: toPort(text('managePortNo', 'adminPortNo')),
      serial: text('serialNumber', 'serialNo'),
      mac: normalizeMac(text('macAddress', 'mac') ?? ''),
      model: text('model'),
      isActivated: toFlag(text('activated', 'isActivated')),
    };
  });
  return { ok: true, value: { cameras, droppedSecrets: clean.removed } };
}
