import type { DeviceId, DeviceRow } from '../../contract/device.ts';
import type { DeviceRef, Job, JobItem } from '../../contract/job.ts';
import type { MethodParsed } from '../../contract/methods.ts';
import type { RecoveryCase } from '../../contract/recovery.ts';
import { shownSiteName } from '../../contract/text/given-names.ts';
import { reasonWords, type Text, texts } from '../../contract/text/index.ts';
import { labelOf } from '../jobs/values.ts';
import { type Cell, type Column, empty } from './document.ts';
import { withoutPrivate } from './public-text.ts';
import type { ReportSources } from './sources.ts';

export type ReportRequest = MethodParsed<'reports.make'>;

/** One report in the making: what was asked for, what is known, and how it is said. */
export interface ReportContext {
  readonly request: ReportRequest;
  readonly sources: ReportSources;
  readonly text: Text;
  readonly now: number;
  readonly siteId: string;
  readonly siteName: string;
  readonly rows: readonly DeviceRow[];
  /** Items about devices of this report only. */
  readonly jobs: readonly Job[];
  readonly cases: readonly RecoveryCase[];
  /** Goes to somebody outside: no access data, no private word. */
  readonly isForClient: boolean;
  readonly time: (at: number | null) => Cell;
}

export function contextOf(request: ReportRequest, sources: ReportSources): ReportContext {
  const { id: siteId, name } = sources.site();
  const siteName = shownSiteName(name, request.locale);
  const wanted = request.ids === undefined ? null : new Set<DeviceId>(request.ids);
  const isWanted = ({ id }: { readonly id: DeviceId }) => wanted === null || wanted.has(id);
  const jobs = sources.jobs(siteId).map((job) => ({
    ...job,
    items: job.items.filter(({ device }) => isWanted(device)),
  }));
  return {
    ...{ request, sources, siteId, siteName },
    text: texts[request.locale],
    now: sources.clock.now(),
    rows: sources.rows().filter(isWanted),
    jobs: jobs.filter(({ items }) => items.length > 0),
    cases: sources.cases(siteId).filter(({ device }) => isWanted(device)),
    isForClient: request.kind === 'handover-client',
    time: timeIn(request.locale),
  };
}

function timeIn(locale: ReportRequest['locale']): (at: number | null) => Cell {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'short',
  });
  return (at) =>
    at === null
      ? empty
      : { value: new Date(at).toISOString(), text: format.format(at), isTime: true };
}

/** A person's own words, as far as whoever reads this may see them. */
export function said({ isForClient }: ReportContext, text: string | null): string {
  return isForClient ? withoutPrivate(text ?? '') : (text ?? '');
}

export function columns(
  { text }: ReportContext,
  ids: readonly (keyof Text['reports']['columns'])[],
): Column[] {
  const mono = new Set<string>(['serial', 'mac', 'address', 'mask', 'gateway', 'ports', 'hash']);
  return ids.map((id) => ({
    id,
    title: text.reports.columns[id],
    ...(mono.has(id) ? { isMono: true as const } : {}),
  }));
}

/** Enough to find the device by: name or model, and the end of its serial. */
export function deviceCell(device: DeviceRef): Cell {
  const { name, model, shortSerial, mac, address } = device;
  const parts = [name ?? model, shortSerial ?? mac ?? address];
  const text = parts.filter((part) => part !== null).join(' · ');
  return { value: device.serial ?? mac ?? device.id, text: text || labelOf(device) };
}

export function refOf(row: DeviceRow): DeviceRef {
  const { id, serial, shortSerial, model, name, mac, ipv4Address } = row;
  return { id, serial, shortSerial, model, name, mac, address: ipv4Address };
}

/** Yes, no, or nothing at all where nobody knows. */
export function triCell({ text }: ReportContext, value: boolean | null): Cell {
  if (value === null) return { value: null, text: text.tri.unknown };
  return { value, text: value ? text.tri.yes : text.tri.no };
}

export function verdictCell({ text }: ReportContext, { verdict, state }: JobItem): Cell {
  if (verdict === null) return { value: state, text: text.itemStates[state] };
  return { value: verdict, text: text.verdicts[verdict] };
}

export function reasonText({ text, now }: ReportContext, item: JobItem): string {
  return reasonWords(text, item, now)?.what ?? '';
}

/** What became of a device in the last run of a kind that came to an end for it. */
export function lastItems(
  { jobs }: Pick<ReportContext, 'jobs'>,
  kinds: readonly Job['kind'][],
): ReadonlyMap<DeviceId, { readonly item: JobItem; readonly job: Job }> {
  const found = new Map<DeviceId, { item: JobItem; job: Job }>();
  const ended = jobs
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((job) => job.items.map((item) => ({ item, job })))
    .filter(({ item }) => item.verdict !== null && item.verdict !== 'skipped')
    .sort((a, b) => timeOf(b) - timeOf(a));
  for (const each of ended) {
    if (!found.has(each.item.device.id)) found.set(each.item.device.id, each);
  }
  return found;
}

export function timeOf({ item, job }: { readonly item: JobItem; readonly job: Job }): number {
  return item.endedAt ?? job.endedAt ?? job.startedAt;
}
