import type { BecauseCode } from '../../contract/chooser.ts';
import type { RouteState, Tri, Weighed } from './types.ts';

/** One thing that a route depends on. */
export interface Condition {
  readonly met: Tri;
  /** What the route becomes when it is not met. */
  readonly ifNo: 'needs' | 'closed';
  readonly no: BecauseCode;
  readonly yes?: BecauseCode;
  /** Said while nobody knows; without it, not knowing does not speak against the route. */
  readonly unknown?: BecauseCode;
  /** How somebody on the spot finds out, said beside `unknown`. */
  readonly how?: BecauseCode;
  /**
   * `needs`: nothing that cannot be taken back is open before somebody said yes. `untold`: what the device does
   * not say it has is not called open. Without it, not knowing leaves the route open.
   */
  readonly ifUnknown?: 'untold' | 'needs';
}

const worse: Readonly<Record<RouteState, number>> = {
  ...{ open: 0, untold: 1, needs: 2, closed: 3 },
};

export function stateRank(state: RouteState): number {
  return worse[state];
}

function stateOf({ met, ifNo, ifUnknown }: Condition): RouteState {
  if (met === null) return ifUnknown ?? 'open';
  return met ? 'open' : ifNo;
}

function codesOf({ met, yes, no, unknown, how }: Condition): BecauseCode[] {
  const codes = met === null ? [unknown, how] : [met ? yes : no];
  return codes.filter((code) => code !== undefined);
}

/** Reasons of a state; what the device does not tell is said also where something else is missing first. */
function isTold(state: RouteState, condition: Condition): boolean {
  const own = stateOf(condition);
  return own === state || (state === 'needs' && own === 'untold');
}

/**
 * The worst condition decides. The reasons are those of that state: why a route is closed is not made longer
 * by what would speak for it.
 */
export function weigh(
  conditions: readonly Condition[],
  extra: { readonly because?: readonly BecauseCode[]; readonly penalty?: number } = {},
): Weighed {
  const rank = Math.max(0, ...conditions.map((one) => stateRank(stateOf(one))));
  const state = (['open', 'untold', 'needs', 'closed'] as const)[rank] ?? 'closed';
  const own = conditions.filter((one) => isTold(state, one)).flatMap(codesOf);
  const because = state === 'closed' ? own : [...own, ...(extra.because ?? [])];
  const unknowns = conditions.filter(({ met, unknown }) => met === null && unknown !== undefined);
  return {
    ...{ state, unknowns: unknowns.length, penalty: extra.penalty ?? 0 },
    because: [...new Set(because)],
  };
}

export function closed(code: BecauseCode): Weighed {
  return { state: 'closed', because: [code], unknowns: 0, penalty: 0 };
}

export function needs(code: BecauseCode): Weighed {
  return { state: 'needs', because: [code], unknowns: 0, penalty: 0 };
}

export function open(code: BecauseCode): Weighed {
  return { state: 'open', because: [code], unknowns: 0, penalty: 0 };
}
