import { type RecoveryRoute, recoveryRoutes } from '../../contract/recovery.ts';
import { type Known, knownOf } from './known.ts';
import { weighPassword } from './password.ts';
import type { Answers, ChooserFacts, RankedRoute, Weighed } from './types.ts';
import { weighUnbind } from './unbind.ts';
import { stateRank } from './weigh.ts';

/** Effort, roughly in minutes of somebody's day; the order in which equals stand. */
const effort: Readonly<Record<RecoveryRoute, number>> = {
  lan: 10,
  'phone-on-lan': 20,
  'guest-account': 22,
  'recorder-menu': 24,
  'owner-account': 30,
  'security-questions': 34,
  'guid-file': 36,
  'owner-forgot-password': 40,
  'portal-reset': 50,
  'email-code': 55,
  'owner-forgot-account': 65,
  'reset-file': 70,
  'support-case': 80,
  'reset-button': 90,
  'factory-reset': 99,
};
const perUnknown = 5;

/** They lose the settings, so everything else that can be tried comes first. */
export const destructiveRoutes: ReadonlySet<RecoveryRoute> = new Set([
  'reset-button',
  'factory-reset',
]);

function scoreOf({ route, unknowns, penalty }: RankedRoute): number {
  return effort[route] + unknowns * perUnknown + penalty;
}

/** By state; losing the settings also stands below what takes only a look to find out. */
function tier({ route, state }: RankedRoute): number {
  const rank = stateRank(state);
  return state === 'open' && destructiveRoutes.has(route) ? stateRank('untold') + 0.5 : rank;
}

function compare(a: RankedRoute, b: RankedRoute): number {
  return (
    tier(a) - tier(b) ||
    Number(destructiveRoutes.has(a.route)) - Number(destructiveRoutes.has(b.route)) ||
    scoreOf(a) - scoreOf(b) ||
    effort[a.route] - effort[b.route]
  );
}

function weighFor(route: RecoveryRoute, facts: ChooserFacts, known: Known): Weighed {
  if (known.goal === 'unbind') return weighUnbind(route, facts, known);
  if (known.goal === 'password') return weighPassword(route, facts, known);
  const unbind = weighUnbind(route, facts, known);
  const password = weighPassword(route, facts, known);
  return stateRank(password.state) < stateRank(unbind.state) ? password : unbind;
}

/** All ways, the cheapest that can be tried now first. Pure; the same input gives the same order. */
export function rankRoutes(facts: ChooserFacts, answers: Answers): RankedRoute[] {
  const known = knownOf(facts, answers);
  return recoveryRoutes.map((route) => ({ route, ...weighFor(route, facts, known) })).sort(compare);
}
