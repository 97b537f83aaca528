import { isExpectedDevice } from '../../domain/identity.ts';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpClient, HttpClientResult } from '../../ports/http-client.ts';
import { decodeDeviceInfo } from '../../protocol/isapi/device-info.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import type { LockoutGuard } from '../lockout/guard.ts';
import { type GuardedResult, httpTryOutcome, requestGuarded } from '../lockout/http-login.ts';
import type { TryOutcome } from '../lockout/rules.ts';
import { failure, readAnswer } from './answers.ts';
import type {
  DeviceSession,
  LoginAnswer,
  LoginFailure,
  LoginRequest,
  LoginTarget,
} from './types.ts';

/** Who has to answer. */
export interface Expected {
  readonly serial: string | null;
  readonly macs: readonly string[];
}

/** Who answers; `untold`: it does not say. */
type Who = 'ours' | 'other' | 'untold';

export interface SessionParts {
  readonly target: LoginTarget;
  readonly userName: string;
  readonly password: string;
  readonly source: 'typed' | 'vault';
  /** The device as the lockout guard knows it. */
  readonly key: string;
  /** `null`: its serial is not known, so whoever answers is taken for it. */
  readonly expected: Expected | null;
  readonly isAnyone: boolean;
  readonly isOverride: boolean;
  readonly signal?: CancelSignal | undefined;
  readonly client: HttpClient;
  readonly guard: LockoutGuard;
  readonly clock: Clock;
  /** The first certificate of a device that has no pin. */
  readonly onCertificate: (fingerprint: string) => void;
  /** Told once for each kind; `askedAt` is when its request began, by the clock that nobody sets. */
  readonly onLogin: (login: 'proven' | 'refused', askedAt: number) => Promise<void>;
}

/** Declared by every JavaScript runtime; this project sees neither Node's types nor the DOM's. */
declare const URL: {
  new (text: string): { readonly protocol: string; readonly port: string };
  canParse(text: string): boolean;
};

const usualTimeoutMs = 8000;
const usualMaxBytes = 262_144;

/** See {@link DeviceSession}. */
export class Session implements DeviceSession {
  readonly userName: string;
  readonly source: 'typed' | 'vault';
  readonly #parts: SessionParts;
  #target: LoginTarget;
  #last: Promise<unknown> = Promise.resolve();
  #ended: LoginFailure | null = null;
  #known: 'proven' | 'refused' | null = null;
  /** `null`: not asked yet. */
  #who: Who | null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#target = parts.target;
    this.#who = parts.expected === null ? 'ours' : null;
    this.userName = parts.userName;
    this.source = parts.source;
  }

  get login(): 'proven' | 'refused' | null {
    return this.#known;
  }

  request(request: LoginRequest): Promise<LoginAnswer> {
    const answer = this.#last.then(() => this.#ended ?? this.#ask(request));
    // One that fails by a mistake of its caller must not hold up the next.
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask(request: LoginRequest): Promise<LoginAnswer> {
    if (this.#who === null && !isInfo(request)) {
      const first = await this.#exchange({ method: 'GET', path: paths.deviceInfo });
      if (first.kind === 'failed') return { ...first, isSent: false };
    }
    return this.#exchange(request);
  }

  async #exchange(request: LoginRequest): Promise<LoginAnswer> {
    const askedAt = this.#parts.clock.elapsed();
    let guarded = await this.#send(request);
    const moved = guarded.kind === 'done' ? httpsSide(guarded.result, this.#target) : null;
    if (moved !== null) {
      this.#target = moved;
      guarded = await this.#send(request);
    }
    const { guard, key, clock } = this.#parts;
    const lock = { ...guard.view(key), now: clock.now() };
    const { answer, isFinal, login } = readAnswer(guarded, this.#target.host, lock);
    if (isFinal && answer.kind === 'failed') this.#ended = { ...answer, isSent: false };
    if (this.#who === 'other' && !this.#parts.isAnyone) {
      this.#ended = strangerFailure(answer);
      return this.#ended;
    }
    const isSure = login === 'refused' || this.#who === 'ours';
    if (login !== null && login !== this.#known && isSure) {
      this.#known = login;
      await this.#parts.onLogin(login, askedAt);
    }
    return answer;
  }

  async #send(request: LoginRequest): Promise<GuardedResult> {
    const { client, guard, key, userName, password, isOverride, signal } = this.#parts;
    const { timeoutMs = usualTimeoutMs, maxBytes = usualMaxBytes, ...rest } = request;
    const { pin, ...door } = this.#target;
    const guarded = await requestGuarded(
      {
        ...{ ...door, ...rest, timeoutMs, maxBytes },
        credentials: { user: userName, password },
        ...(pin === null ? {} : { pinnedCertificate: pin }),
        ...(signal === undefined ? {} : { signal }),
      },
      { guard, client, key, isOverride, outcomeOf: (result) => this.#outcomeOf(result, request) },
    );
    if (guarded.kind === 'done') this.#notePin(guarded.result);
    return guarded;
  }

  /** Another device that takes the password says nothing of the tries that ours has left. */
  #outcomeOf(result: HttpClientResult, request: LoginRequest): TryOutcome {
    if (result.kind === 'ok' && this.#who === null && isInfo(request))
      this.#who = this.#whoIs(result);
    const outcome = httpTryOutcome(result);
    return outcome === 'right' && this.#who !== 'ours' ? 'none' : outcome;
  }

  /** `null`: it is in trouble or not active, so it is asked again. */
  #whoIs({ status, body }: Extract<HttpClientResult, { kind: 'ok' }>): Who | null {
    const { expected } = this.#parts;
    if (expected === null) return 'ours';
    if (status === 401 || status >= 500) return null;
    const info = decodeDeviceInfo(body);
    const isOurs = info.ok ? isExpectedDevice(info.value, expected) : null;
    return isOurs === null ? 'untold' : isOurs ? 'ours' : 'other';
  }

  #notePin({ certificate }: HttpClientResult): void {
    if (certificate === null || this.#target.pin !== null) return;
    this.#target = { ...this.#target, pin: certificate.fingerprint };
    this.#parts.onCertificate(certificate.fingerprint);
  }
}

function isInfo({ method, path }: LoginRequest): boolean {
  return method === 'GET' && path === paths.deviceInfo;
}

/** It was let in by a device that is not ours. */
function strangerFailure(answer: LoginAnswer): LoginFailure {
  const info = answer.kind === 'ok' ? decodeDeviceInfo(answer.body) : null;
  const serial = info?.ok === true ? (info.value.serial ?? info.value.mac) : null;
  return failure({ verdict: 'skipped', reason: 'other-device', params: { serial } });
}

/** Many devices lead from HTTP to their own HTTPS; nothing else is followed, and only before a login left. */
function httpsSide(result: HttpClientResult, target: LoginTarget): LoginTarget | null {
  if (result.kind !== 'redirect' || !result.isSameHost || result.signedRequests > 0) return null;
  if (target.isTls || !URL.canParse(result.location)) return null;
  const { protocol, port } = new URL(result.location);
  if (protocol !== 'https:') return null;
  return { ...target, isTls: true, port: port === '' ? 443 : Number(port) };
}
