import type { DeviceId } from '../../contract/device.ts';
import type { CaseKind, RecoveryCase } from '../../contract/recovery.ts';
import { openCaseStates } from '../../contract/recovery.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { resetCardOf } from '../../domain/reset-families.ts';
import { columns, deviceCell, lastItems, type ReportContext, refOf } from './context.ts';
import { type Cell, coded, empty, type Section, section, words } from './document.ts';

type Thing = keyof ReportContext['text']['reports']['bring'];

interface Need {
  readonly thing: Thing;
  readonly why: string;
}

/** What each kind of case takes along. */
const thingsOfCases: Readonly<Partial<Record<CaseKind, readonly Thing[]>>> = {
  'reset-button': ['paper-clip', 'poe-injector', 'new-password'],
  'portal-reset': ['owner-phone', 'router-kit', 'own-phone'],
  'owner-unbind': ['owner-phone'],
  'phone-unbind': ['own-phone', 'router-kit'],
  'recorder-menu': ['screen', 'router-kit'],
  'support-case': ['proof'],
  'reset-file': ['answer', 'proof', 'new-password'],
  'email-code': ['mailbox', 'new-password'],
  'security-questions': ['new-password'],
  'guid-file': ['answer', 'new-password'],
};

/** What to put into the car, each thing once, with all that it is for. */
export function toBring(context: ReportContext): Section {
  const { text } = context;
  const needs = [
    { thing: 'laptop' as const, why: text.reports.because.always },
    ...needsOfCases(context),
    ...needsOfDevices(context),
  ];
  const things = Map.groupBy(needs, ({ thing }) => thing);
  const table = {
    columns: columns(context, ['thing', 'why']),
    rows: [...things].map(([thing, each]): Cell[] => [
      coded(thing, text.reports.bring[thing]),
      words([...new Set(each.map(({ why }) => why))].join('; ')),
    ]),
  };
  return section('bring', text.reports.sections.bring, { table, isChecklist: true });
}

function openCases({ cases }: ReportContext): readonly RecoveryCase[] {
  return cases.filter(({ state }) => openCaseStates.includes(state));
}

function needsOfCases(context: ReportContext): Need[] {
  const { text } = context;
  const byKind = Map.groupBy(openCases(context), ({ kind }) => kind);
  return [...byKind].flatMap(([kind, each]) => {
    const count = each.length;
    const why = interpolate(text.reports.because.case, { count, kind: text.cases.kinds[kind] });
    const hasButton = each.some((one) => mayHaveButton(context, one));
    return (thingsOfCases[kind] ?? [])
      .filter((thing) => thing !== 'paper-clip' || hasButton)
      .map((thing) => ({ thing, why }));
  });
}

/** Unknown is no "no": without a clip the way there was for nothing. */
function mayHaveButton({ rows }: ReportContext, { device }: RecoveryCase): boolean {
  const kind = rows.find(({ id }) => id === device.id)?.kind ?? 'unknown';
  return resetCardOf(device.model, kind).hasButton !== false;
}

function needsOfDevices(context: ReportContext): Need[] {
  const { text, rows } = context;
  const { because } = text.reports;
  const waiting = devicesWith(context, ['needs-internet']);
  const owner = devicesWith(context, ['needs-owner', 'different-area']);
  const done = devicesWith(context, ['verified', 'already']);
  const bound = rows.filter(
    ({ id, cloudBound, cloudSupported }) =>
      !done.has(id) && (cloudBound === true || (cloudBound === null && cloudSupported === true)),
  );
  const inactive = rows.filter(({ activated }) => activated === false);
  const needs: (readonly [Thing, string, number])[] = [
    ['router-kit', because.internet, waiting.size],
    ['router-kit', because.bound, bound.length],
    ['owner-phone', because.owner, owner.size],
    ['new-password', because.inactive, inactive.length],
  ];
  return needs
    .filter(([, , count]) => count > 0)
    .map(([thing, why, count]) => ({ thing, why: interpolate(why, { count }) }));
}

function devicesWith(context: ReportContext, verdicts: readonly string[]): ReadonlySet<DeviceId> {
  const last = lastItems(context, ['unbind', 'unbind-panel']);
  const waiting = context.jobs
    .flatMap(({ items }) => items)
    .filter(({ state }) => state === 'waiting-internet' && verdicts.includes('needs-internet'));
  const ended = [...last].filter(([, { item }]) => verdicts.includes(item.verdict ?? ''));
  return new Set([...waiting.map(({ device }) => device.id), ...ended.map(([id]) => id)]);
}

/** Numbers and accounts that somebody on the telephone will ask for. */
export function caseNumbers(context: ReportContext): Section {
  const { text, cases } = context;
  const title = text.reports.sections.numbers;
  const told = cases.filter(({ fields }) => Object.keys(fields).length > 0);
  if (told.length === 0) return section('numbers', title, { lines: [text.reports.none] });
  const rows = told.map(({ device, kind, state, fields }): Cell[] => [
    deviceCell(device),
    coded(kind, text.cases.kinds[kind]),
    coded(state, text.cases.states[state]),
    words(
      Object.entries(fields)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n'),
    ),
  ]);
  return section('numbers', title, {
    table: { columns: columns(context, ['device', 'case', 'state', 'fields']), rows },
  });
}

/** Requests that wait for somebody, until when, and questions nobody has answered. */
export function openAnswers(context: ReportContext): Section {
  const { text, time, rows, sources } = context;
  const title = text.reports.sections.answers;
  const waiting = openCases(context).flatMap((one) =>
    one.deadlines
      .filter(({ id }) => id !== 'watch' && id !== 'lock')
      .map((deadline): Cell[] => [
        deviceCell(one.device),
        coded(one.kind, `${text.cases.kinds[one.kind]}: ${text.cases.deadlines[deadline.id]}`),
        time(deadline.at),
      ]),
  );
  const asked = rows.flatMap((row): Cell[][] => {
    const { answers, question } = sources.chooser(row.id);
    // Only where somebody has begun to answer: nobody wants every question of every device on paper.
    if (answers.length === 0 || question === null) return [];
    return [
      [deviceCell(refOf(row)), coded(question.id, text.chooser.questions[question.id]), empty],
    ];
  });
  const all = [...waiting, ...asked];
  if (all.length === 0) return section('answers', title, { lines: [text.reports.none] });
  return section('answers', title, {
    table: { columns: columns(context, ['device', 'question', 'until']), rows: all },
  });
}
