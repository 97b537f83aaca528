import type { DeviceRow } from '../../contract/device.ts';
import { openCaseStates } from '../../contract/recovery.ts';
import { reasonWords } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { columns, deviceCell, type ReportContext, refOf } from './context.ts';
import { type Cell, coded, type Section, section, words } from './document.ts';
import { openItems } from './sections-history.ts';

interface Point {
  readonly device: Cell;
  readonly code: string;
  readonly what: string;
  readonly next: string;
}

/** All that somebody still has to do or to know; an empty list is said so. */
export function openPoints(context: ReportContext): Section {
  const { text, rows } = context;
  const title = text.reports.sections.open;
  const points = [
    ...rows.flatMap((row) => pointsOfRow(context, row)),
    ...pointsOfRuns(context),
    ...pointsOfCases(context),
  ];
  if (points.length === 0) return section('open', title, { lines: [text.reports.nothingOpen] });
  const table = {
    columns: columns(context, ['device', 'point', 'next']),
    rows: points.map(({ device, code, what, next }): Cell[] => [
      device,
      coded(code, what),
      words(next),
    ]),
  };
  return section('open', title, { table });
}

type PointCode = keyof ReportContext['text']['reports']['points'];

function pointsOfRow(context: ReportContext, row: DeviceRow): Point[] {
  const { text, now, time } = context;
  const isLocked = row.lockedUntil !== null && row.lockedUntil > now;
  const found: readonly (readonly [PointCode, boolean])[] = [
    ['offline', row.presence === 'offline' || row.presence === 'never'],
    ['inactive', row.activated === false],
    ['duplicate', row.flags.includes('duplicate-address')],
    ['factory', row.flags.includes('default-address')],
    ['bound', row.cloudBound === true],
    ['locked', isLocked],
    ['login', row.login === 'refused'],
    ['health', row.health === 'problem'],
  ];
  const params = { address: row.ipv4Address ?? '', until: time(row.lockedUntil).text };
  return found
    .filter(([, isOpen]) => isOpen)
    .map(([code]) => ({
      device: deviceCell(refOf(row)),
      code,
      what: interpolate(text.reports.points[code].what, params),
      next: interpolate(text.reports.points[code].next, params),
    }));
}

/** Of devices that are still on the list: what became of one that left is in the runs. */
function pointsOfRuns(context: ReportContext): Point[] {
  const { text, now, rows } = context;
  const ids = new Set(rows.map(({ id }) => id));
  return openItems(context)
    .filter(({ item }) => ids.has(item.device.id))
    .map(({ item, job }) => {
      const reason = reasonWords(text, item, now);
      const verdict = item.verdict === null ? '' : text.verdicts[item.verdict];
      return {
        device: deviceCell(item.device),
        code: `${job.kind} ${item.verdict}`,
        what: `${text.jobKinds[job.kind].title}: ${verdict}. ${reason?.what ?? ''}`.trim(),
        next: reason?.next ?? '',
      };
    });
}

function pointsOfCases({ text, cases }: ReportContext): Point[] {
  const words_ = text.reports.points.case;
  return cases
    .filter(({ state }) => openCaseStates.includes(state))
    .map(({ device, kind, state }) => ({
      device: deviceCell(device),
      code: `case ${kind}`,
      what: interpolate(words_.what, {
        kind: text.cases.kinds[kind],
        state: text.cases.states[state],
      }),
      next: words_.next,
    }));
}
