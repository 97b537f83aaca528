import type {
  HttpClient,
  HttpClientRequest,
  HttpClientResult,
  HttpCredentials,
} from '../../ports/http-client.ts';
import type { LockoutGuard } from './guard.ts';
import type { GuardReason, Told, TryOutcome } from './rules.ts';

export interface GuardedRequest extends Omit<HttpClientRequest, 'mayTry'> {
  readonly credentials: HttpCredentials;
}

export interface GuardedOptions {
  readonly guard: LockoutGuard;
  readonly client: HttpClient;
  /** The device as the guard knows it; the same key as for SADP, since a device has one lock. */
  readonly key: string;
  /** Somebody insists on one of the last tries. */
  readonly isOverride: boolean;
  /** What became of the try; by the result alone when absent. */
  readonly outcomeOf?: (result: HttpClientResult) => TryOutcome;
}

export type GuardedResult =
  | { readonly kind: 'guarded'; readonly reason: GuardReason }
  | { readonly kind: 'done'; readonly result: HttpClientResult };

/**
 * One request with a login, under the lockout guard: asked before, told after. A try is opened on the disk
 * right before credentials leave, and a lock that the device tells without a login stops it.
 */
export async function requestGuarded(
  request: GuardedRequest,
  { guard, client, key, isOverride, outcomeOf = httpTryOutcome }: GuardedOptions,
): Promise<GuardedResult> {
  const { password } = request.credentials;
  const reason = await guard.check(key, password, isOverride);
  if (reason !== null) return { kind: 'guarded', reason };
  const login = await guard.prepare(key, password);
  let opened = 0;
  let stopped: GuardReason | null = null;
  const mayTry = (): boolean => {
    // A second signed request is asked for only where the first was not judged.
    if (opened > 0) guard.finish(login, 'possible', nothingTold);
    stopped = guard.begin(login, isOverride);
    opened = stopped === null ? opened + 1 : 0;
    return stopped === null;
  };
  const result = await client.request({ ...request, mayTry });
  if (opened > 0) guard.finish(login, outcomeOf(result), toldBy(result));
  else if (result.kind === 'locked') guard.noteLocked(key, toldBy(result));
  return stopped === null ? { kind: 'done', result } : { kind: 'guarded', reason: stopped };
}

const nothingTold: Told = { attemptsLeft: null, lockMinutes: null };

/** What became of the try that a signed request was. */
export function httpTryOutcome(result: HttpClientResult): TryOutcome {
  switch (result.kind) {
    case 'ok':
      // A 401 that names another cause than the login: not activated, no right to this.
      return result.status === 401 ? 'none' : 'right';
    case 'wrong-password':
      return 'wrong';
    case 'locked':
      return 'locked';
    case 'unreachable':
    case 'timeout':
    case 'canceled':
      return result.isSent ? 'possible' : 'none';
    case 'certificate-changed':
      // The connection was refused before a byte of HTTP.
      return 'none';
    default:
      return 'possible';
  }
}

function toldBy(result: HttpClientResult): Told {
  if (!('told' in result)) return nothingTold;
  const { attemptsLeft, lockMinutes } = result.told;
  return { attemptsLeft, lockMinutes };
}
