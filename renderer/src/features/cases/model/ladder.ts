import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';

/** `ready`: nothing pressed yet. `holding`: the button is held. `released`: the watcher's turn. */
export interface LadderState {
  readonly phase: 'ready' | 'holding' | 'released';
  /** First hold of the card, or the longer one after it came back as it was. */
  readonly hold: 1 | 2;
  /** Monotone milliseconds. */
  readonly startedAt: number;
  readonly heldMs: number;
}

export const ladderStart: LadderState = { phase: 'ready', hold: 1, startedAt: 0, heldMs: 0 };

export interface Targets {
  readonly firstS: number;
  readonly secondS: number;
}

/** Where no source names a time, the usual ones of a camera. */
export function targetsOf(card: {
  readonly firstHoldS: number | null;
  readonly secondHoldS: number | null;
}): Targets {
  const firstS = card.firstHoldS ?? 20;
  return { firstS, secondS: card.secondHoldS ?? Math.max(30, firstS) };
}

export function targetOf({ hold }: Pick<LadderState, 'hold'>, targets: Targets): number {
  return hold === 1 ? targets.firstS : targets.secondS;
}

type Watch = RecoveryCase['watch']['state'];

/** Any key or touch: starts a hold, ends it, starts the next. After the proof there is nothing to start. */
export function press(state: LadderState, now: number, watch: Watch): LadderState {
  if (state.phase === 'holding') {
    return { ...state, phase: 'released', heldMs: Math.max(0, now - state.startedAt) };
  }
  if (watch === 'reset-seen') return state;
  const hold = state.phase === 'released' && watch === 'not-reset' ? 2 : state.hold;
  return { phase: 'holding', hold, startedAt: now, heldMs: 0 };
}

/** Whole seconds held so far, or of the last hold. */
export function secondsOf(state: LadderState, now: number): number {
  const ms = state.phase === 'holding' ? Math.max(0, now - state.startedAt) : state.heldMs;
  return Math.floor(ms / 1000);
}

/** Held long enough: the step may be closed. */
export function isLongEnough(state: LadderState, targets: Targets): boolean {
  return state.phase === 'released' && state.heldMs >= targetOf(state, targets) * 1000;
}

/** `seen`: it was reset. `missed`: it came back as it was, or nothing was seen. */
export type Beep = 'tick' | 'soon' | 'release' | 'seen' | 'missed';

/** What to sound at a second: every fifth, the last three, and the end. */
export function beepAt(second: number, target: number): Beep | null {
  if (second === target) return 'release';
  if (second <= 0 || second > target) return null;
  if (target - second <= 3) return 'soon';
  return second % 5 === 0 ? 'tick' : null;
}

/** How the watch ended, for who looks at the camera and not at the screen. */
export function endSound(word: LadderWord): Beep | null {
  if (word === 'reset-seen') return 'seen';
  return word === 'not-reset' || word === 'timeout' ? 'missed' : null;
}

/** What to say at a second, for who does not see the screen: every fifth, and the end. */
export function spokenAt(second: number, target: number): 'count' | 'release' | null {
  if (second === target) return 'release';
  return second > 0 && second < target && second % 5 === 0 ? 'count' : null;
}

/** The words that are big on the screen. */
export type LadderWord =
  | 'ready'
  | 'hold'
  | 'release'
  | 'waiting'
  | 'gone'
  | 'back'
  | 'reset-seen'
  | 'not-reset'
  | 'timeout';

export function wordOf(
  state: LadderState,
  now: number,
  targets: Targets,
  watch: Watch,
): LadderWord {
  // Whoever forgot to say that the hold ended still hears that it worked.
  if (watch === 'reset-seen') return watch;
  if (state.phase === 'holding') {
    return secondsOf(state, now) >= targetOf(state, targets) ? 'release' : 'hold';
  }
  if (watch === 'not-reset') return watch;
  if (watch === 'gone' || watch === 'back') return watch;
  if (state.phase === 'ready') return 'ready';
  return watch === 'timeout' ? 'timeout' : 'waiting';
}
