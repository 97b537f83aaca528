import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { Chooser } from '../services/chooser/chooser.ts';
import type { Devices } from '../services/devices/devices.ts';
import type { Doctor } from '../services/doctor/doctor.ts';
import { SiteFiles } from '../services/site-file/site-files.ts';
import type { Sites } from '../services/sites/sites.ts';
import type { OpenedStore } from '../store/open.ts';
import type { Acts } from './acts.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';
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
}

export function createPapers(parts: PapersParts): CorePapers {
  return { siteFiles: createSiteFiles(parts) };
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
