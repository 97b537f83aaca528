import type { Registry } from '../domain/registry.ts';
import { Chooser } from '../services/chooser/chooser.ts';
import type { OpenedStore } from '../store/open.ts';
import type { Acts } from './acts.ts';
import type { AppConfig } from './config.ts';
import type { CoreVault } from './vault.ts';

export interface ChooserParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly acts: Pick<Acts, 'audit' | 'jobs'>;
  readonly vault: Pick<CoreVault, 'credentials'>;
}

const unknownOperator = { user: 'unknown', machine: 'unknown' };

export function createChooser({ config, opened, registry, acts, vault }: ChooserParts): Chooser {
  const { acts: stores } = opened.store;
  return new Chooser({
    ...{ store: stores.chooser, clock: config.clock, audit: acts.audit },
    operator: config.operator ?? unknownOperator,
    record: (id) => registry.record(id),
    row: (id) => registry.row(id),
    jobs: (limit) => acts.jobs.list(limit),
    job: (id) => acts.jobs.get(id),
    isSaved: (id) => vault.credentials.hint(id) !== null,
    provenAt: (id) => {
      const notes = stores.logins.get(id);
      return notes?.login === 'proven' ? notes.loginAt : null;
    },
  });
}
