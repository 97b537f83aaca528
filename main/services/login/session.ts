import type { CancelSignal } from '../../ports/cancel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpClient, HttpClientResult } from '../../ports/http-client.ts';
import type { LockoutGuard } from '../lockout/guard.ts';
import { type GuardedResult, requestGuarded } from '../lockout/http-login.ts';
import { readAnswer } from './answers.ts';
import type {
  DeviceSession,
  LoginAnswer,
  LoginFailure,
  LoginRequest,
  LoginTarget,
} from './types.ts';

export interface SessionParts {
  readonly target: LoginTarget;
  readonly userName: string;
  readonly password: string;
  readonly source: 'typed' | 'vault';
  /** The device as the lockout guard knows it. */
  readonly key: string;
  readonly isOverride: boolean;
  readonly signal?: CancelSignal | undefined;
  readonly client: HttpClient;
  readonly guard: LockoutGuard;
  readonly clock: Clock;
  /** The first certificate of a device that has no pin. */
  readonly onCertificate: (fingerprint: string) => void;
  /** Told once for each kind. */
  readonly onLogin: (login: 'proven' | 'refused') => Promise<void>;
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

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#target = parts.target;
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
    if (login !== null && login !== this.#known) {
      this.#known = login;
      await this.#parts.onLogin(login);
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
      { guard, client, key, isOverride },
    );
    if (guarded.kind === 'done') this.#notePin(guarded.result);
    return guarded;
  }

  #notePin({ certificate }: HttpClientResult): void {
    if (certificate === null || this.#target.pin !== null) return;
    this.#target = { ...this.#target, pin: certificate.fingerprint };
    this.#parts.onCertificate(certificate.fingerprint);
  }
}

/** Many devices lead from HTTP to their own HTTPS; nothing else is followed, and only before a login left. */
function httpsSide(result: HttpClientResult, target: LoginTarget): LoginTarget | null {
  if (result.kind !== 'redirect' || !result.isSameHost || result.signedRequests > 0) return null;
  if (target.isTls || !URL.canParse(result.location)) return null;
  const { protocol, port } = new URL(result.location);
  if (protocol !== 'https:') return null;
  return { ...target, isTls: true, port: port === '' ? 443 : Number(port) };
}
