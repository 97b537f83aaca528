import { childText, parseXml, type XmlElement } from '../xml.ts';

/** What the numbers of `statusCode` mean to somebody who sent a command. */
export type StatusKind =
  | 'ok'
  /** Try again later. */
  | 'busy'
  | 'device-error'
  /** Not supported, no right to, not activated or not logged in: the sub-code tells. */
  | 'invalid-operation'
  | 'bad-format'
  | 'bad-content'
  /** Accepted; takes effect after a reboot. */
  | 'reboot-required'
  | 'other';

export interface ResponseStatus {
  readonly kind: StatusKind;
  /** `null` when the device left it out or wrote no number. */
  readonly code: number | null;
  readonly text: string | null;
  /** As spelled by the device, for example `notSupport`. */
  readonly subCode: string | null;
  /** JSON only: the vendor's number of the same cause. */
  readonly errorCode: number | null;
  readonly requestUrl: string | null;
  /** Of the object that was made. */
  readonly id: string | null;
}

const kinds: ReadonlyMap<number, StatusKind> = new Map([
  [0, 'ok'],
  [1, 'ok'],
  [2, 'busy'],
  [3, 'device-error'],
  [4, 'invalid-operation'],
  [5, 'bad-format'],
  [6, 'bad-content'],
  [7, 'reboot-required'],
]);

/**
 * Reads a ResponseStatus, XML or JSON; `null` when the text is neither. Never throws.
 * Source: the vendor's public guides; captures, among them an OEM camera that said code 1 with the
 * words "Reboot Required".
 */
export function decodeResponseStatus(body: string): ResponseStatus | null {
  const parsed = parseXml(body, { maxBytes: 65_536, maxDepth: 8, maxNodes: 256 });
  if (!parsed.ok) return readStatusJson(body);
  return parsed.root.local.toLowerCase() === 'responsestatus'
    ? readStatusElement(parsed.root)
    : null;
}

/** The same for a root that was read already. */
export function readStatusElement(root: XmlElement): ResponseStatus {
  return assemble((name) => childText(root, name));
}

/** `null` when the text is no JSON object with a status. */
export function readStatusJson(text: string): ResponseStatus | null {
  if (!/^\s*\{/.test(text) || text.length > 65_536) return null;
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch {
    // Not JSON either; the caller has its own word for that.
    return null;
  }
  if (typeof object !== 'object' || object === null) return null;
  // Some firmware wraps it as its XML twin is wrapped.
  const inner = 'ResponseStatus' in object ? object.ResponseStatus : object;
  if (typeof inner !== 'object' || inner === null || !('statusCode' in inner)) return null;
  const fields = new Map<string, unknown>(Object.entries(inner));
  return assemble((name) => {
    const value = fields.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  });
}

function assemble(read: (name: string) => string | null): ResponseStatus {
  const number = (name: string): number | null => {
    const text = read(name) ?? '';
    return /^\d{1,12}$/.test(text) ? Number(text) : null;
  };
  const code = number('statusCode');
  const [text, subCode] = [read('statusString'), read('subStatusCode')];
  return {
    kind: kindOf(code, text, subCode),
    ...{ code, text, subCode },
    errorCode: number('errorCode'),
    requestUrl: read('requestURL'),
    id: read('id'),
  };
}

function kindOf(code: number | null, text: string | null, subCode: string | null): StatusKind {
  const kind = (code === null ? undefined : kinds.get(code)) ?? 'other';
  const isReboot = /reboot ?required/i.test(`${text ?? ''}\n${subCode ?? ''}`);
  return kind === 'ok' && isReboot ? 'reboot-required' : kind;
}

/** Whether the device took what was sent, now or after a reboot. */
export function isAccepted({ kind }: ResponseStatus): boolean {
  return kind === 'ok' || kind === 'reboot-required';
}

/** Causes that need words of their own; everything else is shown as the device spelled it. */
export type StatusCause =
  | 'no-right'
  | 'wrong-password'
  | 'locked'
  | 'too-many-users'
  | 'not-activated'
  | 'already-activated'
  | 'busy'
  | 'not-supported'
  /** Accepted: the address comes from a DHCP server within three minutes. */
  | 'dhcp-pending'
  | 'bad-address'
  | 'address-conflict'
  | 'bad-mask'
  | 'bad-gateway'
  | 'bad-dns'
  | 'bad-port'
  | 'weak-password'
  | 'bad-config-file'
  | 'bad-verification-code'
  | 'channel-password'
  | 'channel-locked'
  | 'channel-not-activated'
  | 'channel-address-conflict';

const causes: Readonly<Record<StatusCause, string>> = {
  'no-right': 'lowPrivilege',
  'wrong-password':
    'badAuthorization loginPasswordError passError wrongPassword originalPassError incorrentUserNameOrPassword',
  locked: 'userNameLocked',
  'too-many-users': 'maxSessionUserLink sesssionUserReachesLimit',
  'not-activated': 'notActivated',
  'already-activated': 'hasActivated',
  busy: 'upgrading deviceBusy serviceUnavailable configOperating',
  'not-supported': 'notSupport methodNotAllowed invalidOperation',
  'dhcp-pending': 'wait1~3MinutesGetIPAfterSetupDHCP',
  'bad-address': 'badIPv4Address badIPv6Address badHostAddress',
  'address-conflict': 'conflictIPv4Address conflictIPv6Address IPOccupied',
  'bad-mask': 'badNetMask badSubnetMask',
  'bad-gateway': 'badGateway netGateInvalid IPandGatewayNotInTheSameNetworkSegment',
  'bad-dns': 'badDns',
  'bad-port': 'badPort portError',
  'weak-password':
    'riskPassword illegalPassword passwordMustContainMorethan8Characters userPwdLenUnder8 userPwdNameSame userPwdNameMirror',
  'bad-config-file': 'badDevType badLanguage badVersion importErrorData',
  'bad-verification-code': 'invalidEZVIZSecretKey',
  'channel-password': 'ipcPasswordError',
  'channel-locked': 'ipcIsLocking',
  'channel-not-activated': 'ipcNotActivated',
  'channel-address-conflict': 'channelIpAddrConflictWithDev IPCIPNotUnique',
};

const causeBySubCode: ReadonlyMap<string, StatusCause> = new Map(
  (Object.entries(causes) as [StatusCause, string][]).flatMap(([cause, names]) =>
    names.split(' ').map((name) => [name.toLowerCase(), cause] as const),
  ),
);

/** `null` when the sub-code is none we have words for. "MaxPassword attempts" means a lock of 30 minutes. */
export function causeOf({ subCode }: ResponseStatus): StatusCause | null {
  const name = subCode?.toLowerCase() ?? '';
  if (/max ?password/.test(name)) return 'locked';
  return causeBySubCode.get(name) ?? null;
}
