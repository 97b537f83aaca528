import { networkKeys } from '../../contract/ip.ts';
import { goodVerdicts, type JobItem, type NetworkValues } from '../../contract/job.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import {
  columns,
  deviceCell,
  lastItems,
  type ReportContext,
  reasonText,
  refOf,
  said,
  timeOf,
  triCell,
  verdictCell,
} from './context.ts';
import { type Cell, coded, empty, type Section, section, words } from './document.ts';

/** What was asked for, what became of it, how that is known, and what the device says now. */
export function unbinding(context: ReportContext): Section {
  const { text, rows, time } = context;
  const last = lastItems(context, ['unbind', 'unbind-panel']);
  const table = {
    columns: columns(context, ['device', 'verdict', 'method', 'at', 'bound']),
    rows: rows.map((row): Cell[] => {
      const found = last.get(row.id);
      const bound = triCell(context, row.cloudBound);
      const device = deviceCell(refOf(row));
      if (found === undefined)
        return [device, coded(null, text.reports.notAsked), empty, empty, bound];
      const { item } = found;
      const method = coded(item.reason, reasonText(context, item));
      return [device, verdictCell(context, item), method, time(timeOf(found)), bound];
    }),
  };
  return section('unbind', text.reports.sections.unbind, { table });
}

/** Every value that a run changed, oldest first. */
export function beforeAndAfter(context: ReportContext): Section {
  const { text, jobs, time } = context;
  const changes = jobs
    .flatMap((job) => job.items.map((item) => ({ item, job })))
    .filter(({ item }) => item.before !== null && item.after !== null)
    .sort((a, b) => timeOf(a) - timeOf(b))
    .flatMap((each) => changedValues(context, each.item).map((cells) => ({ each, cells })));
  const rows = changes.map(({ each: { item, job }, cells }) => [
    time(timeOf({ item, job })),
    deviceCell(item.device),
    ...cells,
    verdictCell(context, item),
    words(context.isForClient ? null : `${job.by.user}@${job.by.machine}`),
  ]);
  const title = text.reports.sections.changes;
  if (rows.length === 0) return section('changes', title, { lines: [text.reports.none] });
  const ids = ['at', 'device', 'value', 'before', 'after', 'verdict', 'by'] as const;
  return section('changes', title, { table: { columns: columns(context, ids), rows } });
}

function changedValues({ text }: ReportContext, { before, after }: JobItem): Cell[][] {
  if (before === null || after === null) return [];
  return networkKeys
    .filter((key) => after[key] !== null && before[key] !== after[key])
    .map((key) => [
      coded(key, text.networkFields[key]),
      valueCell(text.tri, before[key]),
      valueCell(text.tri, after[key]),
    ]);
}

function valueCell(
  tri: ReportContext['text']['tri'],
  value: NetworkValues[keyof NetworkValues],
): Cell {
  if (value === null) return { value: null, text: tri.unknown };
  if (typeof value === 'boolean') return { value, text: value ? tri.yes : tri.no };
  return { value, text: String(value) };
}

export function caseList(context: ReportContext): Section {
  const { text, cases, time, isForClient } = context;
  const title = text.reports.sections.cases;
  if (cases.length === 0) return section('cases', title, { lines: [text.reports.none] });
  const ids = ['device', 'case', 'state', 'outcome', 'opened', 'closed', 'allowed'] as const;
  const rows = cases.map((one): Cell[] => [
    deviceCell(one.device),
    coded(one.kind, text.cases.kinds[one.kind]),
    coded(one.state, text.cases.states[one.state]),
    one.outcome === null ? empty : coded(one.outcome, text.cases.outcomes[one.outcome]),
    time(one.openedAt),
    time(one.closedAt),
    words(said(context, one.authorisedBy)),
    // Case numbers, accounts and what was written down are for the office.
    ...(isForClient ? [] : [words(detailsOf(one))]),
  ]);
  const shown = isForClient ? ids : ([...ids, 'fields'] as const);
  return section('cases', title, { table: { columns: columns(context, shown), rows } });
}

function detailsOf({ reason, fields, notes }: ReportContext['cases'][number]): string {
  const told = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return [reason, ...told, ...notes.map(({ text }) => text)].filter(Boolean).join('\n');
}

/** Each run with what it ended with, device by device. */
export function runs(context: ReportContext): Section {
  const { text, jobs, time } = context;
  const title = text.reports.sections.runs;
  if (jobs.length === 0) return section('runs', title, { lines: [text.reports.none] });
  const rows = jobs.flatMap((job) =>
    job.items.map((item): Cell[] => [
      time(timeOf({ item, job })),
      coded(job.kind, text.jobKinds[job.kind].title),
      deviceCell(item.device),
      verdictCell(context, item),
      coded(item.reason, reasonText(context, item)),
      words(`${job.by.user}@${job.by.machine}`),
    ]),
  );
  const ids = ['at', 'run', 'device', 'verdict', 'reason', 'by'] as const;
  return section('runs', title, { table: { columns: columns(context, ids), rows } });
}

export function auditTables(context: ReportContext): Section[] {
  const { text, request, sources, siteId } = context;
  const { sections } = text.reports;
  const ids = request.ids === undefined ? null : new Set(request.ids);
  const own = section('audit', sections.audit, {
    table: lineTable(context, sources.auditLines(ids)),
  });
  const foreign = sources.chains(siteId).map(({ machine, lines, isIntact }, index) =>
    section(`foreign-${index + 1}`, interpolate(sections.foreign, { machine }), {
      lines: [
        text.reports.closing.foreign,
        ...(isIntact ? [] : [text.reports.closing.foreignBroken]),
      ],
      table: lineTable(context, lines),
    }),
  );
  return [own, ...foreign];
}

type Line = ReturnType<ReportContext['sources']['auditLines']>[number];

function lineTable(context: ReportContext, lines: readonly Line[]) {
  const ids = ['at', 'by', 'what', 'device', 'params', 'hash'] as const;
  const rows = lines.map((line): Cell[] => [
    context.time(line.at),
    words(`${line.user}@${line.machine}`),
    words(line.what),
    words(line.device),
    words(paramsText(line.params)),
    { value: line.hash, text: line.hash.slice(0, 16) },
  ]);
  return { columns: columns(context, ids), rows };
}

function paramsText(params: Line['params']): string {
  return Object.entries(params)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}

/** Runs whose last word about a device leaves something to do. */
export function openItems(context: ReportContext) {
  const kinds = [...new Set(context.jobs.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    [...lastItems(context, [kind]).values()].filter(
      ({ item }) => item.verdict !== null && !goodVerdicts.includes(item.verdict),
    ),
  );
}
