import type { DeviceRef, Verdict } from '../../contract/job.ts';
import type { CaseKind, CaseState, CaseStepId, RecoveryCase } from '../../contract/recovery.ts';

export type CaseStep = RecoveryCase['steps'][number];
export type CaseDeadline = RecoveryCase['deadlines'][number];
export type DeadlineId = CaseDeadline['id'];
export type CaseWarning = RecoveryCase['warnings'][number];
export type CaseOutcome = NonNullable<RecoveryCase['outcome']>;
export type WatchState = RecoveryCase['watch']['state'];
export type CaseSnapshot = RecoveryCase['before'];

/** What the watcher compares with: the device as it was when it was last armed. */
export type Baseline = Pick<CaseSnapshot, 'bootTime' | 'activated' | 'address'>;

/** What a case remembers besides what everybody sees. Kept with it. */
export interface CaseOwn {
  /** Who counts as the device: its serial, else its MAC. The main interface comes first. */
  readonly identity: { readonly serialKey: string | null; readonly macs: readonly string[] };
  readonly baseline: Baseline;
  /** Somebody else claimed its serial since the arming: nothing closes by itself any more. */
  readonly isTwinSeen: boolean;
  /** It was silent since the arming (or since it came back as it was). */
  readonly wasGone: boolean;
  /** BootTime when the request left the device; `null` before, or when it tells none. */
  readonly requestBoot: string | null;
  /** Epoch ms of the last look at the clock: an earlier "now" is a clock that was set back. */
  readonly wallAt: number | null;
  /** A login that was proven before it was opened, and is dated later; `null`: none. */
  readonly provenBefore: number | null;
}

/** A case as it is stored. */
export interface CaseFile {
  readonly view: RecoveryCase;
  readonly own: CaseOwn;
}

/**
 * What the watcher remembers while the process lives. `order` is time spent listening, in milliseconds: it
 * never jumps and never runs while the laptop sleeps, so silence and sequence are measured by it.
 */
export interface WatchMemory {
  /** Nothing that came before the arming counts. */
  readonly armedOrder: number;
  readonly heardOrder: number;
  /** Since when an unbroken run of answers has said the same. */
  readonly inactiveSince: number | null;
  readonly sameSince: number | null;
  readonly unboundSince: number | null;
  /** Starts as the main and the second interface last told them: one device has one. */
  readonly mainStart: ToldStart | null;
  readonly secondStart: ToldStart | null;
  /** Order of the answer that proved the reset: what is read after it is read anew. */
  readonly resetOrder: number | null;
  readonly tick: { readonly at: number; readonly order: number };
}

export interface ToldStart {
  readonly order: number;
  readonly bootTime: string | null;
}

/** From now on. `at` is the wall's time, so that the next look at it shows a jump. */
export function newMemory(order: number, at: number): WatchMemory {
  return {
    armedOrder: order,
    heardOrder: order,
    inactiveSince: null,
    sameSince: null,
    unboundSince: null,
    mainStart: null,
    secondStart: null,
    resetOrder: null,
    tick: { at, order },
  };
}

/** One answer of a device, as far as a case looks at it. `null` is "not told". */
export interface Seen {
  readonly at: number;
  readonly order: number;
  readonly serialKey: string | null;
  readonly mac: string | null;
  readonly address: string | null;
  readonly bootTime: string | null;
  readonly activated: boolean | null;
  readonly dhcpEnabled: boolean | null;
  readonly cloudBound: boolean | null;
  /** Answered to a question over a connection of its own: not a datagram that may have been late. */
  readonly isAsked: boolean;
}

export interface DeadlineDefaults {
  readonly portalHours: number;
  readonly fileWarnHours: number;
  readonly fileExpireHours: number;
  readonly emailHours: number;
  readonly watchMinutes: number;
}

export type CaseEvent =
  | { readonly kind: 'seen'; readonly seen: Seen }
  | { readonly kind: 'tick'; readonly at: number; readonly order: number }
  /** `lockedUntil` as the device told it, epoch ms. */
  | { readonly kind: 'lock'; readonly at: number; readonly lockedUntil: number | null }
  /** A login with the device's password proved right, after the case was opened. */
  | { readonly kind: 'login'; readonly at: number }
  /** A job read the device with questions of its own, and it is not bound. */
  | { readonly kind: 'unbound'; readonly at: number }
  /** The job that this case follows has ended for its device. */
  | { readonly kind: 'job'; readonly at: number; readonly verdict: Verdict };

export interface Applied {
  readonly file: CaseFile;
  readonly memory: WatchMemory;
}

export interface NewCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly siteId: string;
  readonly device: DeviceRef;
  readonly identity: CaseOwn['identity'];
  readonly before: CaseSnapshot;
  readonly by: RecoveryCase['by'];
  readonly reason: string;
  readonly authorisedBy: string;
  readonly variant: string | null;
  readonly jobId: string | null;
  /** @see CaseOwn.provenBefore */
  readonly provenBefore: number | null;
  /** Epoch ms. */
  readonly at: number;
}

export interface StepChange {
  readonly step: CaseStepId;
  readonly state: CaseStep['state'];
  readonly note: string | null;
  /** The note in words, where the tool wrote it for the person. */
  readonly told?: CaseStep['told'];
  readonly who: string;
  readonly at: number;
  readonly defaults: DeadlineDefaults;
  /** The device's BootTime as last heard. */
  readonly bootTime: string | null;
}

export const closedStates: readonly CaseState[] = ['done', 'failed', 'cancelled'];
