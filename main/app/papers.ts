import { currentFacts } from '../domain/facts.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { Chooser } from '../services/chooser/chooser.ts';
import type { Devices } from '../services/devices/devices.ts';
import type { Doctor } from '../services/doctor/doctor.ts';
import { Reports } from '../services/reports/reports.ts';
import type { ReportSources } from '../services/reports/sources.ts';
import { jobsOf, lineFilter } from '../services/site-file/gather.ts';
import { SiteFiles } from '../services/site-file/site-files.ts';
import type { Sites } from '../services/sites/sites.ts';
import { Support } from '../services/support/support.ts';
import type { OpenedStore } from '../store/open.ts';
import type { Acts } from './acts.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';
import { infoOf } from './info.ts';
import type { CoreRecovery } from './recovery.ts';
import { type CoreVault, namesOf } from './vault.ts';

export interface PapersParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly sites: Sites;
  readonly acts: Acts;
  readonly vault: CoreVault;
  readonly recovery: CoreRecovery;
  readonly devices: Devices;
  readonly doctor: Doctor;
  readonly chooser: Chooser;
  /** What is only in memory goes to the disk. */
  readonly flush: () => void;
}

/** What is given to somebody else: reports, the site file, the package for support. */
export interface CorePapers {
  readonly siteFiles: SiteFiles;
  readonly reports: Reports;
  readonly support: Support;
}

export function createPapers(parts: PapersParts): CorePapers {
  const sources = createSources(parts);
  return {
    siteFiles: createSiteFiles(parts),
    reports: createReports(parts, sources),
    support: createSupport(parts, sources),
  };
}

function createReports({ config }: PapersParts, sources: ReportSources): Reports {
  const { random, vaultCrypto: crypto = null, boxes } = config;
  const boxOf = boxes === undefined ? null : (text: string) => boxes.passphrase(text);
  return new Reports({ sources, random, crypto, boxOf });
}

function createSupport(
  { config, devices, doctor }: PapersParts,
  { jobs, cases, site, rows, knownSecrets }: ReportSources,
): Support {
  return new Support({
    ...{ clock: config.clock, knownSecrets, siteRows: rows },
    info: () => infoOf(config),
    device: (id) => devices.get(id),
    jobs: () => jobs(site().id),
    cases: () => cases(site().id),
    doctor: () => doctor.last,
    logTail: () => config.logTail?.() ?? null,
    redact: config.redact ?? ((text) => text),
  });
}

const manyLines = 100_000;
const manyCases = 10_000;

/** Reports, and the package for support, are made from the same. */
function createSources(parts: PapersParts): ReportSources {
  const { config, opened, registry, sites, acts, vault, devices, chooser, recovery } = parts;
  const { credentials } = vault;
  const { transfers } = opened.store.acts;
  const own = {
    jobs: (limit: number) => acts.jobs.list(limit),
    job: (id: string) => acts.jobs.get(id),
  };
  const siteJobs = (siteId: string) => jobsOf({ ...own, stores: opened.store.acts }, siteId);
  return {
    ...{ clock: config.clock, version: config.version },
    operator: config.operator ?? unknownOperator,
    site: () => ({ id: sites.currentId, name: sites.currentName }),
    rows: () => devices.rows(),
    facts: (id) => currentFacts(registry.record(id)?.sources ?? {}),
    jobs: siteJobs,
    cases: (siteId) =>
      recovery.cases.list({ limit: manyCases }).filter((one) => one.siteId === siteId),
    auditLines: (ids) => {
      const records = registry.records().filter(({ siteId }) => siteId === sites.currentId);
      const wanted = ids === null ? records : records.filter(({ id }) => ids.has(id));
      const isWanted = lineFilter(wanted, ids === null ? siteJobs(sites.currentId) : []);
      return acts.audit.list({ limit: manyLines }).lines.filter(isWanted).reverse();
    },
    auditCheck: () => {
      const [last] = acts.audit.list({ limit: 1 }).lines;
      return { ...acts.audit.verify(), lastHash: last?.hash ?? null };
    },
    chains: (siteId) =>
      transfers
        .chains(siteId)
        .map((chain) => ({ ...chain, isIntact: chain.isIntact && transfers.isWhole(chain.lines) })),
    chooser: (id) => chooser.get(id),
    vaultState: () => credentials.state(),
    access: (id) => {
      const login = credentials.isOpen() ? credentials.login(id) : null;
      if (login === null) return null;
      const { userName, password, scope, provenAt } = login;
      return { userName, password, scope, provenAt };
    },
    knownSecrets: () => (credentials.isOpen() ? credentials.secrets() : []),
    exportList: (request) => devices.export(request),
  };
}

const unknownOperator = { user: 'unknown', machine: 'unknown' };

function createSiteFiles(parts: PapersParts): SiteFiles {
  const { config, opened, registry, pump, sites, acts, vault, recovery, flush } = parts;
  const { clock, random, crypto = null, vaultCrypto = null, boxes, version } = config;
  return new SiteFiles({
    ...{ clock, random, version, flush, crypto: vaultCrypto },
    boxOf: boxes === undefined ? null : (passphrase) => boxes.passphrase(passphrase),
    sha256: crypto === null ? null : (data) => crypto.sha256(data),
    operator: config.operator ?? unknownOperator,
    stores: opened.store.acts,
    site: () => sites.current(),
    records: () => registry.records(),
    keysOf,
    jobs: (limit) => acts.jobs.list(limit),
    job: (id) => acts.jobs.get(id),
    passwords: vault.credentials,
    adopt: (records) => registry.adopt(records),
    onImported({ cases }) {
      sites.reload();
      recovery.cases.imported(cases);
      vault.desk.tell();
      pump.request();
    },
  });
}

export function keysOf(device: Readonly<DeviceRecord>): readonly string[] {
  return namesOf(device)?.keys ?? [`id:${device.id}`];
}
