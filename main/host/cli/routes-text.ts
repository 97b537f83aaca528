import type { BecauseCode } from '../../contract/chooser.ts';
import type { ChooserState } from '../../contract/recovery.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { Context } from './context.ts';
import { pairs, table } from './table.ts';

type Chosen = ChooserState['routes'][number];

/** The ways in their order, what was answered, and the next question with its options. */
export function chooserText(context: Context, state: ChooserState): string {
  const { words } = context.text.routes;
  const text = texts[context.locale].chooser;
  const reasons: Readonly<Record<string, string>> = text.because satisfies Record<
    BecauseCode,
    string
  >;
  const facts: Readonly<Record<string, string>> = texts[context.locale].facts;
  const factWords = ({ fact }: Chosen['because'][number]['params']) => {
    return { fact: facts[String(fact)] ?? String(fact) };
  };
  const rows = state.routes.map(({ route, because, cost, guideId, state: stands }) => [
    ...[text.states[stands], text.routes[route], text.costs[cost]],
    because
      .map(({ code, params }) => interpolate(reasons[code] ?? code, factWords(params)))
      .join(' '),
    guideId,
  ]);
  const columns = [
    { title: words.state },
    { title: words.route, shrink: { rank: 2, floor: 24 } },
    { title: words.cost },
    { title: words.because, shrink: { rank: 1, floor: 20 } },
    { title: words.guide },
  ];
  const answers = state.answers.map(
    ({ question, answer, who }) =>
      [text.questions[question], `${text.answers[answer]} (${who})`] as const,
  );
  const parts = [table(columns, rows, context.terminal)];
  if (answers.length > 0) parts.push(`${words.answers}\n${pairs(answers)}`);
  parts.push(questionText(context, state));
  return parts.join('\n\n');
}

export function questionText(context: Context, { question }: ChooserState): string {
  const { words } = context.text.routes;
  const text = texts[context.locale].chooser;
  if (question === null) return words.noQuestion;
  const options = question.options.map(
    (option, index) => `  ${index + 1}  ${option.padEnd(8)}  ${text.answers[option]}`,
  );
  const example = `${question.id}=${question.options[0] ?? ''}`;
  return [
    `${words.question}: ${text.questions[question.id]}`,
    `  ${text.why[question.id]}`,
    ...options,
    interpolate(words.answerHow, { example }),
  ].join('\n');
}
