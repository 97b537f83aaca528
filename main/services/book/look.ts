import type { BookEntry, BookTest } from '../../contract/book.ts';
import { parseIpv4 } from '../../contract/ip.ts';
import { isSameSerial, serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { HttpClientResult } from '../../ports/http-client.ts';
import { decodeActivateStatus } from '../../protocol/isapi/activate-status.ts';
import { type DeviceInfo, decodeDeviceInfo } from '../../protocol/isapi/device-info.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import { decodeText } from '../../protocol/text.ts';
import type { LoginAnswer, LoginFailure, Logins, LoginTarget } from '../login/logins.ts';

export interface LookOptions {
  readonly logins: Logins;
  /** The entry under test; the device may have been in the list before it. */
  readonly entry: BookEntry;
  /** The device's record, or one with the serial of whoever is known to be at that address: one lock. */
  readonly guardedAs: (address: string | null) => DeviceRecord;
  readonly device: DeviceRecord;
  /** Typed for this look; the vault's when absent. */
  readonly password: string | undefined;
  readonly isOverride: boolean;
  readonly now: number;
}

export interface Looked {
  readonly test: BookTest;
  /** The login was accepted, and by nobody who is known to be another device. */
  readonly isOurs: boolean;
}

type Reach = BookTest['reach'];
type LoginOutcome = BookTest['login'];

/**
 * One look at a device by its address, in the order that costs least: name, way, activation, login, identity.
 * One name is asked for once, at most one login is tried, and nothing is followed elsewhere.
 */
export async function lookAt(options: LookOptions): Promise<Looked> {
  const { logins, entry, now } = options;
  const { host, httpPort: port, isTls, pin, isBasicAllowed } = entry;
  const target: LoginTarget = { host, port, isTls, pin, isBasicAllowed };
  const seen = await logins.plain(target, paths.activateStatus);
  const reach = reachOf(seen);
  const test: BookTest = {
    at: now,
    name: nameOf(host, seen),
    address: seen.address,
    reach,
    activated: reach === 'open' ? activationOf(seen) : null,
    login: 'not-tested',
    attemptsLeft: null,
    lockedUntil: null,
    identity: null,
    isSameDevice: null,
    certificate: certificateOf(seen, pin),
    redirect: seen.kind === 'redirect' && seen.isSameHost ? seen.location.slice(0, 500) : null,
  };
  if (reach !== 'open') return { test, isOurs: false };
  // A device without a password has none to try.
  if (test.activated === false) {
    return { test: { ...test, login: 'not-activated' }, isOurs: false };
  }
  // Already resolved: from here on it is that address, whatever the name server says next.
  const found = { ...target, host: seen.address ?? host, pin: test.certificate.fingerprint ?? pin };
  const { isOurs, ...told } = await logIn(options, found);
  return { test: { ...test, ...told }, isOurs };
}

async function logIn(
  { logins, entry, guardedAs, device, password, isOverride }: LookOptions,
  target: LoginTarget,
): Promise<Partial<BookTest> & Pick<Looked, 'isOurs'>> {
  const { userName } = entry;
  const session = await logins.session(guardedAs(target.host), {
    // Who answers is what this look is about, and a person's to judge.
    ...{ password, userName, isOverride, target, isAnyone: true },
  });
  if ('kind' in session) return { ...failed(session), isOurs: false };
  const answer = await session.request({ method: 'GET', path: paths.deviceInfo });
  if (answer.kind === 'failed') return { ...failed(answer), isOurs: false };
  const login = answer.isProven === true ? 'proven' : 'unclear';
  return { login, ...identityIn(answer, device), isOurs: session.login === 'proven' };
}

function identityIn(
  answer: Extract<LoginAnswer, { kind: 'ok' }>,
  device: DeviceRecord,
): Partial<BookTest> {
  const info = answer.status === 200 ? decodeDeviceInfo(answer.body) : null;
  if (info?.ok !== true) return {};
  const identity = identityOf(info.value);
  return { identity, isSameDevice: isSame(device, identity.serial) };
}

function identityOf(info: DeviceInfo): NonNullable<BookTest['identity']> {
  const { serial, model, mac, firmware, firmwareBuild, name, deviceType } = info;
  const build = firmwareBuild === null ? '' : ` build ${firmwareBuild}`;
  return {
    ...{ serial, model, mac, name },
    firmware: firmware === null ? null : `${firmware}${build}`,
    type: deviceType,
  };
}

/** `null` when one of the two serials is not known. */
function isSame(device: DeviceRecord, told: string | null): boolean | null {
  const [ours, theirs] = [serialKeyOf(device.serial), serialKeyOf(told)];
  return ours === null || theirs === null ? null : isSameSerial(ours, theirs);
}

function nameOf(host: string, seen: HttpClientResult): BookTest['name'] {
  if (seen.kind === 'unreachable' && seen.why === 'not-lan') return 'not-lan';
  if (parseIpv4(host) !== null) return 'not-needed';
  return seen.kind === 'unreachable' && seen.why === 'no-name' ? 'not-resolved' : 'resolved';
}

const unreachable = {
  refused: 'refused',
  'no-route': 'no-route',
  reset: 'not-http',
  tls: 'tls',
  // The name did not lead anywhere, so no way was tried.
  'no-name': 'not-tested',
  'not-lan': 'not-tested',
} as const satisfies Record<string, Reach>;

function reachOf(seen: HttpClientResult): Reach {
  switch (seen.kind) {
    case 'unreachable':
      return unreachable[seen.why];
    case 'timeout':
    case 'redirect':
    case 'not-http':
    case 'certificate-changed':
      return seen.kind;
    case 'canceled':
      return 'not-tested';
    default:
      return 'open';
  }
}

function activationOf(seen: HttpClientResult): boolean | null {
  if (seen.kind !== 'ok') return null;
  const text = decodeText(seen.body, seen.body.length);
  const status = text.ok ? decodeActivateStatus(text.text) : null;
  return status?.ok === true ? status.activated : null;
}

function certificateOf(seen: HttpClientResult, pinned: string | null): BookTest['certificate'] {
  const fingerprint = seen.certificate?.fingerprint ?? null;
  if (fingerprint === null) return { state: 'none', fingerprint, pinned };
  if (seen.kind === 'certificate-changed') return { state: 'changed', fingerprint, pinned };
  return { state: pinned === null ? 'first-use' : 'same', fingerprint, pinned };
}

const byReason: Partial<Record<LoginFailure['reason'], LoginOutcome>> = {
  'wrong-password': 'wrong-password',
  locked: 'locked',
  'basic-only': 'needs-consent-basic',
  'login-unclear': 'unclear',
  'function-unsupported': 'unsupported',
  'no-login': 'no-password',
  'vault-locked': 'no-password',
};

function failed({ verdict, reason, attemptsLeft, lockedUntil }: LoginFailure): Partial<BookTest> {
  const login = byReason[reason] ?? (verdict === 'skipped' ? 'held-back' : 'unclear');
  return { ...(verdict === 'locked' ? { login: 'locked' } : { login }), attemptsLeft, lockedUntil };
}
