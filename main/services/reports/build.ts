import { interpolate } from '../../contract/text/interpolate.ts';
import { contextOf, type ReportContext, type ReportRequest } from './context.ts';
import { type Cell, count, type ReportDocument, type Section, words } from './document.ts';
import { openPoints } from './open-points.ts';
import { caseNumbers, openAnswers, toBring } from './pre-visit.ts';
import { access, network, recovery, schedule, summary } from './sections-devices.ts';
import { auditTables, beforeAndAfter, caseList, runs, unbinding } from './sections-history.ts';
import type { ReportSources } from './sources.ts';

/** The whole paper, still without a format. */
export function buildReport(request: ReportRequest, sources: ReportSources): ReportDocument {
  const context = contextOf(request, sources);
  const { text, siteName, now } = context;
  const { kind, locale } = request;
  const document: ReportDocument = {
    ...{ kind, locale, siteName, madeAt: now },
    title: text.reports.kinds[kind],
    facts: factsOf(context),
    sections: sectionsOf(context),
    closing: closingOf(context),
    isSigned: kind === 'handover-client' || kind === 'handover-office',
    isLandscape: kind !== 'pre-visit',
  };
  // What a person typed into a name or a note may be a password; those that are known are taken out.
  return kind === 'handover-office' ? document : without(document, sources.knownSecrets());
}

function factsOf(context: ReportContext): ReportDocument['facts'] {
  const { text, request, siteName, rows, sources, time, now, isForClient } = context;
  const labels = text.reports.facts;
  const check = sources.auditCheck();
  const { auditStates } = text.reports;
  const state = check.isIntact
    ? interpolate(auditStates.intact, { lines: check.lines })
    : interpolate(auditStates.broken, { line: check.brokenAt ?? 0 });
  const { user, machine } = sources.operator;
  const facts: readonly (readonly [keyof typeof labels, Cell])[] = [
    ['site', words(siteName)],
    ['client', words(request.client)],
    ['installer', words(request.installer)],
    ['madeAt', time(now)],
    ['by', words(isForClient ? null : `${user}@${machine}`)],
    ['version', words(`Untether ${sources.version}`)],
    ['devices', count(rows.length)],
    ['auditState', { value: check.isIntact, text: state }],
    ['auditHash', words(check.lastHash)],
  ];
  return facts
    .filter(([, { text: shown }]) => shown !== '')
    .map(([id, cell]) => ({ id, label: labels[id], cell }));
}

function sectionsOf(context: ReportContext): Section[] {
  switch (context.request.kind) {
    case 'inventory':
      return [summary(context), schedule(context), network(context)];
    case 'changes':
      return [beforeAndAfter(context), runs(context), ...auditTables(context)];
    case 'pre-visit':
      return [toBring(context), openPoints(context), caseNumbers(context), openAnswers(context)];
    case 'handover-client':
      return handover(context);
    default:
      return [...handover(context), runs(context), access(context)];
  }
}

function handover(context: ReportContext): Section[] {
  return [
    summary(context),
    schedule(context),
    network(context),
    beforeAndAfter(context),
    unbinding(context),
    caseList(context),
    openPoints(context),
    recovery(context),
  ];
}

function closingOf({ request, text, sources }: ReportContext): string[] {
  const { closing } = text.reports;
  if (request.kind === 'handover-client') return [closing.client];
  if (request.kind !== 'handover-office') return [closing.noSecrets];
  return sources.vaultState() === 'open' ? [closing.office] : [];
}

const shortestSecret = 4;
const mark = '[…]';

function without(document: ReportDocument, secrets: readonly string[]): ReportDocument {
  const known = secrets.filter((secret) => secret.length >= shortestSecret);
  if (known.length === 0) return document;
  const clean = (text: string) => known.reduce((rest, one) => rest.replaceAll(one, mark), text);
  const cell = (one: Cell): Cell => ({
    ...one,
    text: clean(one.text),
    value: typeof one.value === 'string' ? clean(one.value) : one.value,
  });
  return {
    ...document,
    sections: document.sections.map((each) => ({
      ...each,
      lines: each.lines.map(clean),
      table: each.table && { ...each.table, rows: each.table.rows.map((row) => row.map(cell)) },
    })),
  };
}
