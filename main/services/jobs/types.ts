import type { DeviceId } from '../../contract/device.ts';
import type {
  JobItem,
  JobKind,
  NetworkValues,
  PreflightLine,
  Reason,
  Route,
  Verdict,
} from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { BootSeen } from '../../domain/restart.ts';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { Commands } from '../commands/commands.ts';
import type { ItemDoor } from './item-door.ts';

/** How one device's item ended, or that it now waits for the device to come online. */
export type ItemOutcome =
  | {
      readonly kind: 'done';
      readonly verdict: Verdict;
      readonly reason: Reason;
      readonly params?: Readonly<Record<string, string | number | null>>;
      /** What the device said, verbatim, when it is no word we know. */
      readonly rawResult?: string | null;
      readonly after?: NetworkValues | null;
      readonly routes?: readonly Route[];
    }
  | { readonly kind: 'wait-for-internet'; readonly reason: Reason };

/** What a runner gets for one device. All sending goes through `commands`, or over HTTP through `door`. */
export interface ItemContext<P> {
  readonly device: DeviceRecord;
  readonly params: P;
  readonly commands: Commands;
  readonly door: ItemDoor;
  readonly signal: CancelSignal;
  readonly jobId: string;
  /** When this device's turn began, epoch ms; `null` when it never did. */
  readonly startedAt: number | null;
  /** When it began: something that changes the device had left, as the mark on the disk says. */
  readonly wasSent?: boolean;
  /** The process ended during its turn, so nobody looked what became of it. */
  readonly wasCut?: boolean;
  /** What {@link setBoot} was given before the mark; `null`: nothing. */
  readonly boot: BootSeen | null;
  /** The values before the run, already stored with the item. */
  readonly before: NetworkValues;
  /** The password for this device, unsealed for the moment of use; `null` when none was given. */
  password(): string | null;
  /**
   * What a login told of the values before, where the list knew less: what Undo puts back. Call before the
   * mark, which makes it durable.
   */
  setBefore(values: NetworkValues): void;
  /** What a restart is told by, also after a crash. Call before the mark, which makes it durable. */
  setBoot(boot: BootSeen): void;
  /** A secret that is not the device's password: it must not show up in the evidence either. */
  protect(secret: string): void;
  /** Shown while it runs. */
  step(step: NonNullable<JobItem['step']>): void;
  /** One line of evidence; redacted before it is kept. */
  note(text: string): void;
}

/** What one kind of job does to one device. */
export interface ItemRunner<P = unknown> {
  readonly kind: JobKind;
  /** Whether the job needs a password for every device. */
  readonly needsPassword: boolean;
  /** Traffic light; may ask the device what needs no password. Never sends a password. */
  preflight(device: DeviceRecord, commands: Commands, params: P | null): Promise<PreflightLine>;
  run(context: ItemContext<P>): Promise<ItemOutcome>;
  /** What is true now, by reading only: after a crash, and before a second run. Never sends a command. */
  reread(context: ItemContext<P>): Promise<ItemOutcome>;
}

export interface JobRequest<P = unknown> {
  readonly kind: JobKind;
  readonly items: readonly { readonly device: DeviceId; readonly params: P }[];
  readonly passwords: {
    readonly all?: string;
    readonly byDevice?: Readonly<Record<string, string>>;
  };
  readonly parallel?: number;
  readonly isOneByOne?: boolean;
  readonly waitForInternet?: boolean;
  /** The operator's word to go over the lockout guard's advice. */
  readonly isOverride?: boolean;
  readonly undoOf?: string;
}
