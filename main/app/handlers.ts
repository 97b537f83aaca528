import type { AppInfo } from '../contract/methods.ts';
import type { TrainingSiteControls } from '../ports/training.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { createActHandlers } from './handlers-acts.ts';
import { createBookHandlers } from './handlers-book.ts';
import { createGuidesHandlers } from './handlers-guides.ts';
import { createJobHandlers } from './handlers-jobs.ts';
import { createLoginHandlers } from './handlers-login.ts';
import { createRecoveryHandlers } from './handlers-recovery.ts';
import { createReportsHandlers } from './handlers-reports.ts';
import { createTableHandlers } from './handlers-table.ts';
import { createTrainingHandlers } from './handlers-training.ts';
import { createVaultHandlers } from './handlers-vault.ts';

export interface HandlerParts {
  readonly info: () => AppInfo;
  /** `null` where real devices are on the screen. */
  readonly training: TrainingSiteControls | null;
}

/** Each method of the contract, and the service that does it. No rules live here. */
export function createHandlers(core: Core, { info, training }: HandlerParts): Handlers {
  const { devices, discovery, sweep, doctor, sites, settings, notices, pump } = core;
  const done = {};
  return {
    'app.info': info,
    'devices.snapshot': () => {
      const rows = devices.rows();
      return {
        seq: pump.seq,
        rows,
        status: discovery.status(),
        site: sites.current(rows.length),
        sweep: sweep.status(),
      };
    },
    'devices.list': (input) => ({ devices: devices.list(input) }),
    'devices.get': ({ id }) => devices.get(id),
    'devices.find': ({ wanted }) => ({ device: devices.find(wanted) }),
    'devices.edit': (input) => {
      devices.edit(input);
      return done;
    },
    'devices.remove': ({ ids, acceptAuthorised }) => {
      devices.remove(ids, acceptAuthorised);
      return done;
    },
    'devices.restore': ({ ids }) => {
      devices.restore(ids);
      return done;
    },
    'devices.events': (input) => ({ events: devices.events(input) }),
    'devices.export': (input) => devices.export(input),
    'discovery.status': () => discovery.status(),
    'discovery.probe': () => discovery.probe(),
    'discovery.setAdapter': ({ id, enabled }) => core.setAdapter(id, enabled),
    'discovery.dismiss': ({ id }) => {
      notices.dismiss(id);
      return done;
    },
    'sweep.start': ({ cidr }) => sweep.start(cidr),
    'sweep.cancel': () => sweep.cancel(),
    'sweep.status': () => ({ sweep: sweep.status() }),
    'doctor.run': () => doctor.run(),
    'sites.list': () => ({ sites: sites.list() }),
    'sites.create': ({ name }) => sites.create(name),
    'sites.rename': ({ id, name }) => sites.rename(id, name),
    'sites.setAuthorised': ({ id, isAuthorised }) => sites.setAuthorised(id, isAuthorised),
    'sites.use': ({ id }) => sites.use(id),
    'sites.delete': ({ id }) => {
      sites.delete(id);
      return done;
    },
    'settings.get': () => settings.get(),
    'settings.set': (patch) => settings.set(patch),
    'layout.get': () => settings.layout(),
    'layout.set': (layout) => settings.setLayout(layout),
    ...createJobHandlers(core),
    ...createActHandlers(core),
    ...createTableHandlers(),
    ...createBookHandlers(core),
    ...createLoginHandlers(core),
    ...createVaultHandlers(core),
    ...createRecoveryHandlers(core),
    ...createGuidesHandlers(core),
    ...createReportsHandlers(core),
    ...createTrainingHandlers(core.registry, training),
  };
}
