import type { CloudState } from '../../contract/login.ts';
import { decodeNetworkCapabilities } from '../../protocol/isapi/capabilities.ts';
import { decodeEzviz, type Ezviz } from '../../protocol/isapi/ezviz.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import type { DeviceSession, LoginFailure } from '../login/logins.ts';
import { ask, type Told, valueIn } from './read.ts';

const reasons: ReadonlyMap<string, NonNullable<CloudState['offlineReason']>> = new Map([
  ['secretkeyinvalid', 'secret-key'],
  ['netunreachable', 'network'],
  ['blocklist', 'blocklist'],
  ['blacklist', 'blocklist'],
]);

/** `announcesUnbind`: from the network's capabilities, else the big document's; `null`: neither tells. */
export function cloudStateOf(
  ezviz: Ezviz | null,
  announcesUnbind: boolean | null,
  at: number,
): CloudState {
  const reason = ezviz?.offlineReason ?? null;
  return {
    at,
    isEnabled: ezviz?.isEnabled ?? null,
    isRegistered: ezviz?.isRegistered ?? null,
    isBound: ezviz?.isBound ?? null,
    offlineReason: reason === null ? null : (reasons.get(reason.toLowerCase()) ?? 'unknown'),
    server: ezviz?.server?.slice(0, 512) ?? null,
    hasVerificationCode: ezviz?.hasVerificationCode ?? null,
    announcesUnbind,
  };
}

/**
 * Reads the cloud service over HTTP. The unbind call that some firmware announces is told and never made: what
 * it takes is not public.
 */
export async function readCloud(
  session: DeviceSession,
  now: () => number,
): Promise<CloudState | LoginFailure> {
  const ezviz = await ask(session, paths.ezviz, decodeEzviz);
  if (ezviz.kind === 'failed') return ezviz.failure;
  if (ezviz.kind === 'missing' || ezviz.kind === 'not-activated') return unread(ezviz);
  const at = now();
  const network = await ask(session, paths.networkCapabilities, decodeNetworkCapabilities);
  const announces = valueIn(network)?.hasEzvizUnbind ?? null;
  return cloudStateOf(valueIn(ezviz)?.state ?? null, announces, at);
}

/** The bind state alone: what a run reads before and after it unbinds. */
export async function readBinding(
  session: DeviceSession,
): Promise<{ readonly isBound: boolean | null } | LoginFailure> {
  const ezviz = await ask(session, paths.ezviz, decodeEzviz);
  if (ezviz.kind === 'failed') return ezviz.failure;
  return { isBound: valueIn(ezviz)?.state.isBound ?? null };
}

function unread(told: Extract<Told<unknown>, { kind: 'missing' | 'not-activated' }>): LoginFailure {
  const none = { attemptsLeft: null, lockedUntil: null, isSent: false };
  if (told.kind === 'not-activated') {
    return { ...none, kind: 'failed', verdict: 'refused', reason: 'not-activated', params: {} };
  }
  const isRight = told.why.toLowerCase() === 'lowprivilege' || told.why === 'HTTP 403';
  return isRight
    ? { ...none, kind: 'failed', verdict: 'refused', reason: 'low-privilege', params: {} }
    : {
        ...{ ...none, kind: 'failed', verdict: 'unknown', reason: 'unknown-result' },
        params: { result: told.why },
      };
}
