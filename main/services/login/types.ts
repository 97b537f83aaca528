import type { DeviceId } from '../../contract/device.ts';
import type { Reason, Verdict } from '../../contract/job.ts';
import type { Identity } from '../../domain/identity.ts';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { HttpClientRequest } from '../../ports/http-client.ts';

/** Where a device's web server is, and what is agreed about it. */
export interface LoginTarget {
  /** IPv4 address, or a name of the device book. */
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  /** Certificate that was accepted, SHA-256 in lower-case hexadecimal; `null`: the next one is the first. */
  readonly pin: string | null;
  /** Somebody agreed to send a readable password over plain HTTP. */
  readonly isBasicAllowed: boolean;
}

export interface LoginFailure {
  readonly kind: 'failed';
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** For the words of the reason. */
  readonly params: Record<string, string | number | null>;
  readonly attemptsLeft: number | null;
  /** Epoch ms. */
  readonly lockedUntil: number | null;
  /** The whole request had left: a change may have been made although nothing came back. */
  readonly isSent: boolean;
}

export type LoginAnswer =
  | {
      /** An HTTP answer. Its status may be 4xx or 5xx, with a ResponseStatus in the body. */
      readonly kind: 'ok';
      readonly status: number;
      /** It was signed and accepted by whoever answered; whether that is our device is another question. */
      readonly isProven?: boolean;
      /** Empty for a body that is no text. */
      readonly text: string;
      readonly body: Uint8Array;
    }
  | LoginFailure;

export interface LoginRequest
  extends Pick<HttpClientRequest, 'method' | 'path' | 'body' | 'contentType'> {
  /** 8 s when absent. */
  readonly timeoutMs?: number;
  /** 256 KiB when absent. */
  readonly maxBytes?: number;
}

/**
 * One device, one credential. After the first refusal of the login every further request answers the same
 * failure and sends nothing. Requests run one after the other. Where the serial is known it is read before
 * anything else: another device answers `other-device`, is sent nothing more and proves nothing.
 */
export interface DeviceSession {
  readonly userName: string;
  readonly source: 'typed' | 'vault';
  /** What our device said to this credential so far; `null`: nothing, or nobody knows that it is ours. */
  readonly login: 'proven' | 'refused' | null;
  request(request: LoginRequest): Promise<LoginAnswer>;
}

export interface SessionOptions {
  /** Typed for this; the vault's when absent. */
  readonly password?: string | undefined;
  /** As in the device book, else `admin`, when absent. */
  readonly userName?: string | undefined;
  /** Somebody insists on one of the last tries. */
  readonly isOverride?: boolean;
  /** Nobody asked for it, so it does not keep the vault from locking by itself. */
  readonly isQuiet?: boolean;
  /** Somewhere else than where the device was met: its new address. */
  readonly target?: LoginTarget;
  /** It is looked for where another device may live: see {@link Elsewhere}. */
  readonly elsewhere?: Elsewhere;
  /** The caller looks at who answers, so another device's answers are handed over; they prove nothing. */
  readonly isAnyone?: boolean;
  readonly signal?: CancelSignal;
}

/**
 * A place where somebody else may answer. Without a login nobody can be asked there who they are, so the one
 * try is booked on the place: a stranger's refusal neither takes tries from our device nor calls its password
 * wrong, and the guard lets no second one go there.
 */
export interface Elsewhere {
  /** Name of the place for the guard; one try each. */
  readonly key: string;
  readonly identity: Identity;
}

/** What became of the last login to a device. */
export type LoginState = 'proven' | 'refused' | 'untested';

/** What is kept of logins between runs; no password. */
export interface LoginMemory {
  pin(device: DeviceId): string | null;
  /** `null` forgets it: the next certificate is the first again. */
  keepPin(device: DeviceId, pin: string | null): void;
  state(device: DeviceId): LoginState | null;
  keepState(device: DeviceId, state: LoginState, at: number): void;
}

/** What the device book says of how a device is reached. */
export interface BookDoor {
  readonly host: string;
  readonly httpPort: number;
  readonly isTls: boolean;
  readonly userName: string;
  readonly pin: string | null;
  readonly isBasicAllowed: boolean;
}
