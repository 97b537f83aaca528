import { editXml } from '../xml-edit.ts';
import {
  at,
  type Decoded,
  type FieldRange,
  openDocument,
  rangeOf,
  textAt,
  toFlag,
  unreadable,
} from './read.ts';

/** State of the device's cloud service. `null`: not told. The verification code is never taken over. */
export interface Ezviz {
  readonly isEnabled: boolean | null;
  /** The device is online at the platform. */
  readonly isRegistered: boolean | null;
  /** Tied to an account; only newer firmware tells. */
  readonly isBound: boolean | null;
  /** Why it is offline, as spelled: `netUnreachable`, `secretKeyInvalid`, `blocklist`, `unknown`. */
  readonly offlineReason: string | null;
  /** Server of the region, for example `litedev.hik-connect.com`. */
  readonly server: string | null;
  /** `false`: the element was there and empty. */
  readonly hasVerificationCode: boolean | null;
}

export interface EzvizDocument {
  readonly state: Ezviz;
  /** The device's document. It may hold the verification code: never log or store it. */
  readonly text: string;
}

/** `GET /ISAPI/System/Network/EZVIZ`. Never throws. Source: the vendor's public guide, a terminal's capture. */
export function decodeEzviz(body: Uint8Array | string): Decoded<EzvizDocument> {
  const opened = openDocument(body, 'EZVIZ');
  if (!opened.ok) return opened;
  const { root, text } = opened.value;
  const bind = textAt(root, 'bindStatus')?.toLowerCase();
  const code = at(root, 'verificationCode');
  return {
    ok: true,
    value: {
      text,
      state: {
        isEnabled: toFlag(textAt(root, 'enabled')),
        isRegistered: toFlag(textAt(root, 'registerStatus')),
        isBound: bind === 'bind' ? true : bind === 'unbind' ? false : null,
        offlineReason: textAt(root, 'offlineStatus'),
        server:
          textAt(root, 'serverAddress', 'hostName') ?? textAt(root, 'serverAddress', 'ipAddress'),
        hasVerificationCode: code === undefined ? null : code.text !== '',
      },
    },
  };
}

/** The device's document with the service switched on or off. It does not unbind: the cloud remembers. */
export function editEzvizEnabled(text: string, isEnabled: boolean): Decoded<string> {
  const word = isEnabled ? 'true' : 'false';
  const edited = editXml(text, [{ kind: 'set', path: ['EZVIZ', 'enabled'], text: word }]);
  return edited.ok
    ? { ok: true, value: edited.text }
    : unreadable(`${edited.why}: ${edited.where}`);
}

export interface EzvizCapabilities {
  /** Length of the verification code. */
  readonly verificationCode: FieldRange | null;
  /** Whether GET tells the bind state at all. */
  readonly tellsBindState: boolean;
  readonly canEnable: boolean;
}

/** `GET /ISAPI/System/Network/EZVIZ/capabilities`: its values are samples, only its attributes count. */
export function decodeEzvizCapabilities(body: Uint8Array | string): Decoded<EzvizCapabilities> {
  const opened = openDocument(body, 'EZVIZ');
  if (!opened.ok) return opened;
  const { root } = opened.value;
  return {
    ok: true,
    value: {
      verificationCode: rangeOf(at(root, 'verificationCode')),
      tellsBindState: at(root, 'bindStatus') !== undefined,
      canEnable: rangeOf(at(root, 'enabled'))?.options.includes('true') ?? false,
    },
  };
}
