import type { DeviceId } from '../../contract/device.ts';
import type { AuditLine, Job } from '../../contract/job.ts';
import type { CaseFile } from '../../domain/cases/types.ts';
import { currentFacts } from '../../domain/facts.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { SiteContent } from '../../store/transfer-types.ts';
import { deviceKeyOf } from '../commands/device-key.ts';
import { attachmentName } from './archive.ts';
import type { SiteFilesOptions } from './options.ts';

const manyCases = 100_000;
const manyJobs = 10_000;

/** Key of the device a case is about, the same on every laptop. */
export function caseKeyOf({ view, own }: CaseFile): string {
  const [mac] = own.identity.macs;
  if (own.identity.serialKey !== null) return `sn:${own.identity.serialKey}`;
  return mac === undefined ? `id:${view.device.id}` : `mac:${mac}`;
}

/** What this laptop knows of its current site. */
export function gather(options: SiteFilesOptions): Pick<
  Parameters<typeof contentOf>[1],
  'devices' | 'cases' | 'jobs'
> & {
  readonly attachments: Map<string, Uint8Array>;
} {
  const { stores, records, site } = options;
  const { id: siteId } = site();
  const devices = records().filter((record) => record.siteId === siteId);
  const cases = stores.cases
    .list({ limit: manyCases })
    .files.filter(({ view }) => view.siteId === siteId);
  const attachments = new Map<string, Uint8Array>();
  for (const { view } of cases) {
    for (const { id } of view.attachments) {
      const bytes = stores.cases.attachment(view.id, id);
      if (bytes !== null) attachments.set(attachmentName(view.id, id), bytes);
    }
  }
  return { devices, cases, attachments, jobs: jobsOf(options, siteId) };
}

/** Ours, then those that came with earlier files. */
export function jobsOf(
  { jobs, job, stores }: Pick<SiteFilesOptions, 'jobs' | 'job' | 'stores'>,
  siteId: string,
): Job[] {
  const own = jobs(manyJobs).filter((each) => each.siteId === siteId);
  const ids = new Set(own.map(({ id }) => id));
  const others = stores.transfers.jobs(siteId).filter(({ id }) => !ids.has(id));
  return [...own.map(({ id }) => job(id)), ...others];
}

/** Whether an audit line is about the site: one of its runs, or one of its devices. */
export function lineFilter(
  devices: readonly Readonly<DeviceRecord>[],
  jobs: readonly Job[],
): (line: AuditLine) => boolean {
  const jobIds = new Set(jobs.map(({ id }) => id));
  const names = new Set<string>(devices.flatMap(namesIn));
  return ({ jobId, device }) =>
    (jobId !== null && jobIds.has(jobId)) || (device !== null && names.has(device));
}

/** A line names its device by serial, else by MAC, address or id. */
function namesIn(record: Readonly<DeviceRecord>): string[] {
  const facts = currentFacts(record.sources);
  const told = [record.serial, facts.serial, ...record.nics.map(({ mac }) => mac)];
  const known = told.filter((name) => name !== null && name !== undefined);
  const address = facts.ipv4Address ?? record.address;
  // An address names a device only while nothing better does: another site has the same ones.
  return known.length > 0 || address === null ? [...known, record.id] : [address, record.id];
}

export function contentOf(
  { stores, site, clock, operator, version }: SiteFilesOptions,
  {
    devices,
    cases,
    jobs,
    credentials,
  }: {
    readonly devices: readonly Readonly<DeviceRecord>[];
    readonly cases: readonly CaseFile[];
    readonly jobs: readonly Job[];
    readonly credentials: number;
  },
): SiteContent {
  const { id, name, isAuthorised } = site();
  const own = stores.transfers.ownChain(lineFilter(devices, jobs));
  return {
    site: { id, name, isAuthorised },
    madeAt: clock.now(),
    by: { user: operator.user, machine: operator.machine },
    appVersion: version,
    devices: devices.map((record) => ({ ...record })),
    cases: cases.map((file) => ({ key: caseKeyOf(file), file })),
    answers: devices.flatMap((record) => answersOf(stores.chooser, record)),
    jobs,
    chains: [{ ...own, machine: operator.machine }, ...stores.transfers.chains(id)],
    credentials,
  };
}

function answersOf(
  chooser: SiteFilesOptions['stores']['chooser'],
  record: Readonly<DeviceRecord>,
): SiteContent['answers'][number][] {
  const key = deviceKeyOf(record);
  const keys = [...new Set([key, ...[record.id, ...record.formerIds].map(idKey)])];
  return chooser.list(keys).map((answer) => ({ key, answer }));
}

function idKey(id: DeviceId): string {
  return `id:${id}`;
}
