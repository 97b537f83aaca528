import type { Reason } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import type { ResetAnswer } from '../../protocol/sadp/reset.ts';

export type Element = readonly [name: string, value: string, attributes?: string];

/** A device's answer to one request, or why there is none that counts. */
export type Answer =
  | { readonly kind: 'reply'; readonly message: SadpMessage; readonly result: string | null }
  | { readonly kind: 'silent' }
  /** Two different replies to one request: somebody else answers too. */
  | { readonly kind: 'conflict'; readonly detail: string }
  /** A reply from an address that is not the device's. */
  | { readonly kind: 'foreign-sender'; readonly detail: string }
  /** It never left: adapter gone, no route, or the guard refused. */
  | { readonly kind: 'not-sent'; readonly reason: Reason; readonly detail: string };

/** Attempts and lock as a reply tells them, `null` where it does not. */
export interface LockInfo {
  readonly attemptsLeft: number | null;
  readonly lockMinutes: number | null;
}

export interface PlainRequest {
  /** `getUnbindStatus`, `lamp`, …: carries no password. */
  readonly types: string;
  readonly elements?: readonly Element[];
  /** Elements before MAC (`update`, `lamp` have Types first): see the protocol's catalogue. */
  readonly order?: 'mac-types' | 'types-mac';
  readonly timeoutMs?: number;
}

export interface PasswordRequest {
  /** Name without suffix; the generation adds `_v31`. */
  readonly command:
    | 'update'
    | 'activate'
    | 'ezvizUnbind'
    | 'ezvizUnbindDelUsers'
    | 'restoreInactive'
    | 'SetHCPlatform'
    | 'SetVerificationCode'
    | 'reset';
  /** The device's own password; for `activate` the new one; for `ezvizUnbindDelUsers` the vendor's code. */
  readonly password: string;
  /** The vendor's answer; with `reset` only, where `password` is the new one. */
  readonly answer?: ResetAnswer;
  /** Elements after the password, in catalogue order. */
  readonly elements?: readonly Element[];
  readonly isOverride: boolean;
  /**
   * Called after the exchange and right before the one datagram that changes the device; must have made
   * the attempt durable when it returns. Throwing stops the command unsent.
   */
  readonly beforeSend: () => void;
}

/** The only way from a job to a device's SADP side. One command a device at a time. */
export interface Commands {
  /** One datagram, one Uuid, one answer. */
  ask(device: DeviceRecord, request: PlainRequest): Promise<Answer>;
  /**
   * Guard, exchange where the generation has one, then exactly one datagram with the password; never
   * repeated and never tried in a second scheme. Feeds the lockout guard from the reply.
   */
  command(device: DeviceRecord, request: PasswordRequest): Promise<Answer>;
  /** Asks the device to describe itself (an inquiry) until `accept` or the time is up; feeds the registry. */
  readUntil(
    device: DeviceRecord,
    accept: (message: SadpMessage) => boolean,
    timeoutMs: number,
  ): Promise<SadpMessage | null>;
  /** What the guard says of one more password try: `null` when nothing speaks against it. */
  guard(device: DeviceRecord, password: string | null, isOverride: boolean): Promise<Reason | null>;
  /** Attempts and lock as last told. */
  lock(device: DeviceRecord): {
    readonly attemptsLeft: number | null;
    readonly lockedUntil: number | null;
  };
  /** What answers for an address on the wire: a MAC, or `null` when nothing does. */
  whoHas(address: string): Promise<string | null>;
}
