import type { RecoveryCase, Reminder, ResetCard } from '../../contract/recovery.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { resetSource } from '../../contract/text/reset-source.ts';
import { timeLeftOf } from './cases-time.ts';
import type { Context } from './context.ts';
import { localTime } from './local-time.ts';
import { pairs, table } from './table.ts';

type Named = Pick<
  RecoveryCase['device'],
  'name' | 'model' | 'shortSerial' | 'mac' | 'address' | 'id'
>;

function label({ name, model, shortSerial, mac, address, id }: Named): string {
  return [name ?? model, shortSerial ?? mac ?? address ?? id].filter(Boolean).join(' ');
}

/** The deadline that comes next, or has just passed. */
function nearest({ deadlines }: RecoveryCase): RecoveryCase['deadlines'][number] | undefined {
  return [...deadlines].sort((a, b) => a.at - b.at)[0];
}

function nextStep({ steps, closedAt }: RecoveryCase): RecoveryCase['steps'][number] | undefined {
  const open = steps.filter(({ state }) => state === 'todo');
  return closedAt === null ? (open.find(({ isOptional }) => !isOptional) ?? open[0]) : undefined;
}

/** One line for each case. */
export function caseTable(context: Context, cases: readonly RecoveryCase[], now: number): string {
  const words = context.text.cases.words;
  const text = texts[context.locale].cases;
  const columns = [
    { title: words.caseWord },
    { title: words.dev, shrink: { rank: 2, floor: 12 } },
    { title: words.kindWord, shrink: { rank: 1, floor: 12 } },
    { title: words.state },
    { title: words.next, shrink: { rank: 0, floor: 10 } },
    { title: words.deadlineWord },
  ];
  const rows = cases.map((view) => {
    const step = nextStep(view);
    const deadline = nearest(view);
    return [
      view.id.slice(-8),
      label(view.device),
      text.kinds[view.kind],
      view.outcome === null ? text.states[view.state] : text.outcomes[view.outcome],
      step === undefined ? '' : text.steps[step.id].title,
      deadline === undefined ? '' : timeLeftOf(context.locale, deadline.at, now),
    ];
  });
  return table(columns, rows, context.terminal);
}

/** One case, whole. */
export function caseText(context: Context, view: RecoveryCase, now: number): string {
  const words = context.text.cases.words;
  const text = texts[context.locale].cases;
  const time = (at: number): string => localTime(at);
  const head = pairs([
    [words.caseWord, view.id],
    [words.kindWord, text.kinds[view.kind]],
    [words.dev, label(view.device)],
    [words.state, text.states[view.state]],
    ...(view.outcome === null ? [] : [[words.outcomeWord, text.outcomes[view.outcome]] as const]),
    [words.opened, time(view.openedAt)],
    ...(view.reason === '' ? [] : [[words.reasonWord, view.reason] as const]),
    ...(view.authorisedBy === '' ? [] : [[words.authWord, view.authorisedBy] as const]),
    ...(view.watch.state === 'off'
      ? []
      : [[words.watchWord, text.watch[view.watch.state]] as const]),
  ]);
  const steps = table(
    [{ title: words.state }, { title: words.stepWord }, { title: words.stepsWord }, { title: '' }],
    view.steps.map(({ id, state, by, who, at }) => [
      text.stepStates[state],
      id,
      text.steps[id].title,
      by === null || at === null
        ? ''
        : `${by === 'app' ? words.seen : interpolate(words.by, { who: who ?? '?' })}, ${time(at)}`,
    ]),
    context.terminal,
  );
  const parts = [head, steps, ...lists(context, view, now)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function lists(context: Context, view: RecoveryCase, now: number): string[] {
  const words = context.text.cases.words;
  const text = texts[context.locale].cases;
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n');
  return [
    list(
      words.deadlinesWord,
      view.deadlines.map(({ id, at, source }) => {
        const date = localTime(at);
        const left = timeLeftOf(context.locale, at, now);
        return `${text.deadlines[id]} ${date} (${left}; ${text.deadlineSources[source]})`;
      }),
    ),
    list(
      words.warningsWord,
      view.warnings.map(({ code, params }) => interpolate(text.warnings[code], known(params))),
    ),
    list(
      words.filesWord,
      view.attachments.map(
        ({ kind, name, bytes }) => `${text.attachments[kind]}: ${name}, ${bytes}`,
      ),
    ),
    list(
      words.notesWord,
      view.notes.map(({ at, who, text: note }) => `${localTime(at)} ${who}: ${note}`),
    ),
  ];
}

function known(
  params: RecoveryCase['warnings'][number]['params'],
): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value ?? '?']));
}

export function reminderText(
  context: Context,
  reminders: readonly Reminder[],
  now: number,
): string {
  const { cases } = texts[context.locale];
  return reminders
    .map(({ id, device, deadline, level, dueAt }) => {
      const words = cases.reminders[deadline][level];
      return `${label(device)}: ${words} (${timeLeftOf(context.locale, dueAt, now)})\n  ${id}`;
    })
    .join('\n');
}

/** The card of the reset button. */
export function cardText(context: Context, card: ResetCard): string {
  const { families, resetCard, routes } = texts[context.locale];
  const words = families[card.family];
  const { labels, match, button, power } = resetCard;
  const has = card.hasButton === null ? 'unknown' : card.hasButton ? 'yes' : 'no';
  const sourceOf = (source: string): string => resetSource(texts[context.locale], source);
  const holds = card.holds.map(({ minS, maxS, source }) =>
    minS === maxS
      ? `${minS} s (${sourceOf(source)})`
      : interpolate(resetCard.seconds, { from: minS, to: maxS, source: sourceOf(source) }),
  );
  const first =
    card.firstHoldS === null
      ? []
      : [interpolate(resetCard.first, { first: card.firstHoldS, second: card.secondHoldS ?? '?' })];
  const isWorthIt = card.hasButton !== false;
  const others = card.otherRoutes.map(
    (route) =>
      (routes as Readonly<Record<string, { readonly title: string }>>)[route]?.title ??
      caseName(context, route),
  );
  return [
    pairs([
      [labels.family, `${words.name}. ${match[card.match]}.`],
      [labels.where, `${button[has]}. ${words.where}`],
      ...(isWorthIt ? [[labels.how, `${words.how} ${power[card.power]}.`] as const] : []),
      ...[...first, ...holds].map((line, at) => [at === 0 ? labels.hold : '', line] as const),
      [labels.confirms, words.confirms],
      [labels.lost, words.lost],
      [labels.ifNone, words.ifNone],
      [labels.others, others.join('; ')],
      [labels.sources, card.sources.map(sourceOf).join('; ')],
    ]),
    ...(isWorthIt ? [resetCard.check] : []),
  ].join('\n');
}

/** Ways that are cases are called as the case is. */
function caseName({ locale }: Context, route: string): string {
  return (texts[locale].cases.kinds as Readonly<Record<string, string>>)[route] ?? route;
}
