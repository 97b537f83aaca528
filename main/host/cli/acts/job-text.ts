import {
  goodVerdicts,
  type Job,
  type JobItem,
  type JobSummary,
  type PreflightLine,
  type Route,
  type Verdict,
} from '../../../contract/job.ts';
import {
  type Explained,
  earlyStopOf,
  minutesLeft,
  reasonWords,
  texts,
} from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import type { Context } from '../context.ts';
import { localClock, localTime } from '../local-time.ts';
import { type Column, paint, pairs, table } from '../table.ts';
import { printable, wrap } from '../width.ts';
import { refSign } from './named.ts';

/** What tables, blocks and counts are made from: an item that ended, or what would happen to a device. */
export type Line = Explained & {
  readonly verdict: Verdict | null;
  readonly routes: readonly Route[];
  readonly state?: JobItem['state'];
  readonly light?: PreflightLine['light'];
  readonly before?: JobItem['before'];
  readonly after?: JobItem['after'];
};

/** The one word a line ends with; the same in table, report and export. */
function wordOf(line: Line, { locale }: Context): string {
  const text = texts[locale];
  if (line.verdict !== null) return text.verdicts[line.verdict];
  return line.state === undefined
    ? text.lights[line.light ?? 'ready']
    : text.itemStates[line.state];
}

function lockText(line: Line, context: Context, now: number): string {
  const minutes = minutesLeft(line.lockedUntil, now);
  return minutes === null ? '' : interpolate(context.text.acts.run.minutes, { minutes });
}

function newAddress({ before, after }: Line): string {
  const address = after?.ipv4Address ?? null;
  return address === null || address === before?.ipv4Address ? '' : address;
}

/** One line a device, with its verdict. */
export function lineTable(context: Context, lines: readonly Line[], now: number): string {
  const { run } = context.text.acts;
  const { columnsShort: titles, lights } = texts[context.locale];
  const columns: readonly Column[] = [
    { title: run.light },
    { title: run.device, shrink: { rank: 2, floor: 9 }, keepsEnd: true },
    { title: titles.model, shrink: { rank: 1, floor: 8 }, isSpare: true },
    { title: run.address },
    { title: run.newAddress },
    { title: run.verdict },
    { title: run.tries },
    { title: run.lock },
  ];
  const rows = lines.map((line) => [
    line.light === undefined ? '' : lights[line.light],
    refSign(line.device),
    line.device.model ?? '',
    line.before?.ipv4Address ?? line.device.address ?? '',
    newAddress(line),
    wordOf(line, context),
    line.attemptsLeft === null ? '' : String(line.attemptsLeft),
    lockText(line, context, now),
  ]);
  return table(columns, rows, context.terminal);
}

/** Needs no more words: well, or simply not done yet. */
function isPlain({ verdict, light }: Line): boolean {
  return verdict === null ? light !== 'caution' : goodVerdicts.includes(verdict);
}

interface Block {
  readonly title: string;
  readonly what: string;
  readonly next: string;
  readonly routes: readonly Route[];
  readonly devices: string[];
}

/** Lines that need the same words, together: what happened, what to do, and to which devices. */
function blocksOf(context: Context, lines: readonly Line[], now: number): readonly Block[] {
  const blocks = new Map<string, Block>();
  for (const line of lines) {
    const words = reasonWords(texts[context.locale], line, now);
    if (words === null || isPlain(line)) continue;
    const title = wordOf(line, context);
    const key = [title, words.what, words.next, ...line.routes].join('\n');
    const known = blocks.get(key);
    if (known !== undefined) known.devices.push(refSign(line.device));
    else {
      blocks.set(key, { title, ...words, routes: line.routes, devices: [refSign(line.device)] });
    }
  }
  return [...blocks.values()];
}

function blockText(context: Context, block: Block): string {
  const { routes } = texts[context.locale];
  const ways = block.routes.filter((route) => route !== 'lan').map((route) => routes[route].title);
  const lines = [
    paint(`${block.title} (${block.devices.length})`, 'bold', context.terminal.hasColour),
    wrap(printable(block.what), '  ', context.terminal.columns),
    wrap(printable(block.next), '  ', context.terminal.columns),
    ...(ways.length === 0
      ? []
      : [
          wrap(
            `${context.text.acts.run.routes} ${ways.join(' / ')}`,
            '  ',
            context.terminal.columns,
          ),
        ]),
    wrap(block.devices.join(', '), '  ', context.terminal.columns),
  ];
  return lines.join('\n');
}

/** Verdicts with how often each came, in words. */
export function countsText(context: Context, counts: Job['counts']): string {
  const { verdicts, itemStates, lights } = texts[context.locale];
  const words: Readonly<Record<string, string>> = { ...lights, ...itemStates, ...verdicts };
  return Object.entries(counts)
    .map(([word, count]) => `${words[word] ?? word} ${count}`)
    .join(' · ');
}

function countsOf(lines: readonly Line[]): Job['counts'] {
  const counts: Record<string, number> = {};
  for (const { verdict, state, light } of lines) {
    const word = verdict ?? state ?? light ?? 'ready';
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** A run that was kept from its other devices is not simply at its end. */
function stopText(context: Context, lines: readonly Line[]): readonly string[] {
  const stop = earlyStopOf(texts[context.locale], lines);
  if (stop === null) return [];
  const title = paint(stop.title, 'bold', context.terminal.hasColour);
  const words = [stop.what, stop.next].map((each) =>
    wrap(printable(each), '  ', context.terminal.columns),
  );
  return [[title, ...words].join('\n')];
}

/** The end of a run, or a pre-flight: the table, what is open in words, the sum. */
export function linesText(context: Context, lines: readonly Line[], now: number): string {
  const blocks = blocksOf(context, lines, now).map((block) => blockText(context, block));
  const counts = countsText(context, countsOf(lines));
  const summary = interpolate(context.text.acts.run.summary, { devices: lines.length, counts });
  const sum = counts === '' ? [] : [wrap(summary, '', context.terminal.columns)];
  return [lineTable(context, lines, now), ...blocks, ...sum, ...stopText(context, lines)].join(
    '\n\n',
  );
}

function timeText(at: number | null): string {
  return at === null ? '' : localTime(at);
}

/** The list of runs. */
export function jobTable(context: Context, jobs: readonly JobSummary[]): string {
  const words = context.text.acts.jobs;
  const { jobKinds, jobStates } = texts[context.locale];
  const columns: readonly Column[] = [
    { title: words.id },
    { title: words.kind, shrink: { rank: 2, floor: 10 } },
    { title: words.state },
    { title: words.begun },
    { title: words.by, shrink: { rank: 1, floor: 4 }, isSpare: true },
    { title: words.counts, shrink: { rank: 3, floor: 16 } },
  ];
  const rows = jobs.map((job) => [
    job.id,
    jobKinds[job.kind].title,
    jobStates[job.state],
    timeText(job.startedAt),
    job.by.user,
    countsText(context, job.counts),
  ]);
  return table(columns, rows, context.terminal);
}

function evidenceText(context: Context, { device, evidence }: JobItem): string {
  const lines = evidence.map(({ at, text }) => {
    return `  ${localClock(at)}  ${printable(text)}`;
  });
  return [paint(refSign(device), 'bold', context.terminal.hasColour), ...lines].join('\n');
}

/** One run, whole. */
export function jobText(
  context: Context,
  job: Job,
  options: { readonly now: number; readonly hasEvidence: boolean },
): string {
  const words = context.text.acts.jobs;
  const { jobKinds, jobStates } = texts[context.locale];
  const head = pairs(
    [
      [words.id, job.id] as const,
      [words.kind, jobKinds[job.kind].title] as const,
      [words.state, jobStates[job.state]] as const,
      [words.begun, timeText(job.startedAt)] as const,
      [words.ended, timeText(job.endedAt)] as const,
      [words.by, `${job.by.user} · ${job.by.machine} · ${job.by.host}`] as const,
      [words.undoOf, job.undoOf ?? ''] as const,
    ].filter(([, value]) => value !== ''),
  );
  return [
    head,
    linesText(context, job.items, options.now),
    ...(job.canUndo ? [interpolate(words.canUndo, { id: job.id })] : []),
    ...(options.hasEvidence ? job.items.map((item) => evidenceText(context, item)) : []),
  ].join('\n\n');
}
