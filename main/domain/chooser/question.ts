import { chooserQuestions, type RecoveryRoute } from '../../contract/recovery.ts';
import { rankRoutes } from './choose.ts';
import { answerTo } from './known.ts';
import type { Answer, Answers, Asked, ChooserFacts, Question, RankedRoute } from './types.ts';
import { stateRank } from './weigh.ts';

const yesNo: readonly Answer[] = ['yes', 'no', 'unknown'];

export function optionsOf(question: Question): readonly Answer[] {
  if (question === 'goal') return ['unbind', 'password', 'unknown'];
  return question === 'recorder-menu' ? ['gui-4', 'gui-3', 'none', 'unknown'] : yesNo;
}

/** Asked only where a yes would make its way the cheapest: otherwise nobody has to search for what it takes. */
const holders: Readonly<Partial<Record<Question, RecoveryRoute>>> = {
  'knows-security-answers': 'security-questions',
  'has-guid-file': 'guid-file',
  'reads-reserved-email': 'email-code',
};

/** What a state of a route weighs against a place in the order. */
const stateWeight = 4;

/** How much the order changed; what stands near the top counts more. */
function distance(before: readonly RankedRoute[], after: readonly RankedRoute[]): number {
  let sum = 0;
  for (const [index, { route, state }] of before.entries()) {
    const to = after.findIndex((one) => one.route === route);
    const other = after[to];
    if (other === undefined) continue;
    const moved =
      Math.abs(to - index) + stateWeight * Math.abs(stateRank(state) - stateRank(other.state));
    sum += moved * (before.length - Math.min(index, to));
  }
  return sum;
}

/**
 * The question whose answer would change the order most, on average over its answers. Asked is only what no
 * fact tells, what was not answered before (with "unknown" neither), and what would change anything.
 */
export function nextQuestion(facts: ChooserFacts, answers: Answers): Asked | null {
  const open = chooserQuestions.filter((question) => answerTo(facts, answers, question) === null);
  const now = rankRoutes(facts, answers);
  const worth = (question: Question): number => {
    const held = holders[question];
    const best = () => rankRoutes(facts, { ...answers, [question]: 'yes' })[0]?.route;
    if (held !== undefined && best() !== held) return 0;
    const options = optionsOf(question).filter((answer) => answer !== 'unknown');
    const changes = options.map((answer) =>
      distance(now, rankRoutes(facts, { ...answers, [question]: answer })),
    );
    return changes.reduce((sum, change) => sum + change, 0) / options.length;
  };
  // What somebody wants decides what every other question is about.
  const first = open.find((question) => question === 'goal' && worth(question) > 0);
  let best: Question | null = first ?? null;
  let most = 0;
  for (const question of first === undefined ? open : []) {
    const value = worth(question);
    if (value > most) {
      best = question;
      most = value;
    }
  }
  return best === null ? null : { id: best, options: [...optionsOf(best)], why: best };
}
