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
  /** Nothing that cannot be taken back is open before somebody said yes. */
  readonly ifUnknown?: 'needs';
}

const worse: Readonly<Record<RouteState, number>> = { open: 0, needs: 1, closed: 2 };

export function stateRank(state: RouteState): number {
  return worse[state];
}

function stateOf({ met, ifNo, ifUnknown }: Condition): RouteState {
  if (met === null) return ifUnknown ?? 'open';
  return met ? 'open' : ifNo;
}

function codeOf({ met, yes, no, unknown }: Condition): BecauseCode | undefined {
  if (met === null) return unknown;
  return met ? yes : no;
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
  const state = (['open', 'needs', 'closed'] as const)[rank] ?? 'closed';
  const deciding = conditions.filter((one) => stateOf(one) === state);
  const own = deciding.map(codeOf).filter((code) => code !== undefined);
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
