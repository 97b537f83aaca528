import type { NetworkEdit, NetworkValues, PlanProblem, PlanRow } from '../../../contract/job.ts';
import { fillKnown, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import type { Context } from '../context.ts';
import { triText } from '../device-text.ts';
import { type Column, table } from '../table.ts';
import { printable } from '../width.ts';
import { refSign } from './named.ts';

export function isStopped({ problems }: Pick<PlanRow, 'problems'>): boolean {
  return problems.some(({ level }) => level === 'stop');
}

/** Problems in words, each once. */
export function problemWords(context: Context, problems: readonly PlanProblem[]): string {
  const { planProblems } = texts[context.locale];
  const words = problems.map(({ code, params }) => fillKnown(planProblems[code], params));
  return printable([...new Set(words)].join(' '));
}

function valueText(context: Context, value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '?';
  if (typeof value === 'boolean') return triText(value, context.locale);
  return value === '' ? context.text.acts.network.none : String(value);
}

/** `Subnet Mask 255.255.0.0 → 255.255.255.0`, for each value that would change. */
export function changeWords(
  context: Context,
  { from, to, name }: Pick<PlanRow, 'from' | 'to' | 'name'>,
): string {
  const { networkFields } = texts[context.locale];
  const keys = Object.keys(to) as (keyof NetworkEdit & keyof NetworkValues)[];
  const changed = keys.filter((key) => to[key] !== undefined && to[key] !== from?.[key]);
  const words = changed.map((key) => {
    const [old, next] = [valueText(context, from?.[key]), valueText(context, to[key])];
    return `${networkFields[key]} ${old} → ${next}`;
  });
  const named =
    name === null ? [] : [interpolate(context.text.acts.network.name, { name: printable(name) })];
  return [...words, ...named].join('; ');
}

/** What would be changed, row by row, with what stands against it. */
export function planTable(context: Context, rows: readonly PlanRow[]): string {
  const { run, network } = context.text.acts;
  const { columnsShort: titles, planLevels } = texts[context.locale];
  const columns: readonly Column[] = [
    { title: network.line },
    { title: run.device, shrink: { rank: 2, floor: 9 }, keepsEnd: true },
    { title: titles.model, shrink: { rank: 1, floor: 8 }, isSpare: true },
    { title: run.address, shrink: { rank: 3, floor: 15 }, isSpare: true },
    { title: network.changes, shrink: { rank: 5, floor: 24 } },
    { title: run.state },
    { title: network.problems, shrink: { rank: 4, floor: 16 } },
  ];
  const cells = rows.map((row) => {
    const level = isStopped(row) ? 'stop' : row.problems.length > 0 ? 'caution' : null;
    return [
      row.line === null ? '' : String(row.line),
      row.device === null ? printable(row.wanted ?? '') : refSign(row.device),
      row.device?.model ?? '',
      row.from?.ipv4Address ?? row.device?.address ?? '',
      changeWords(context, row),
      level === null ? '' : planLevels[level],
      problemWords(context, row.problems),
    ];
  });
  return table(columns, cells, context.terminal);
}

/** A row as `--json` prints it. */
export function planJson({ device, from, to, problems, line, wanted, name }: PlanRow): object {
  return { line, wanted, device, name, from, to, problems };
}
