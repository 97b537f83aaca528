import type { Registry } from '../domain/registry.ts';
import type { Sighting } from '../domain/sighting.ts';
import { Cases } from '../services/cases/cases.ts';
import type { Discovery } from '../services/discovery/discovery.ts';
import type { SettingsService } from '../services/settings/settings-service.ts';
import type { OpenedStore } from '../store/open.ts';
import type { Acts } from './acts.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';

export interface RecoveryParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly settings: SettingsService;
  readonly discovery: Discovery;
  readonly acts: Pick<Acts, 'audit' | 'hooks'>;
}

/** Cases, and what follows them. */
export interface CoreRecovery {
  readonly cases: Cases;
  /** Every answer on the wire, as it came. */
  onSighting(sighting: Sighting): void;
  start(): void;
  stop(): void;
}

const unknownOperator = { user: 'unknown', machine: 'unknown' };

export function createRecovery(parts: RecoveryParts): CoreRecovery {
  const { config, acts } = parts;
  const log = config.log.child('cases');
  const cases = createCases(parts);
  // The device is on its way already: a case that cannot be kept must not turn the job into a failure.
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      log.error(() => 'what a job did could not be noted in a case', { error: String(error) });
    }
  };
  acts.hooks.onResetStarted = ({ device, ...reset }) =>
    guarded(() => cases.resetStarted({ ...reset, device: device.id }));
  acts.hooks.onResetEnded = ({ device, verdict, jobId }) => {
    if (verdict === 'verified' || verdict === 'accepted') {
      parts.registry.noteReset(device.id);
      parts.pump.request();
    }
    guarded(() => cases.resetEnded({ device: device.id, verdict, jobId }));
  };
  acts.hooks.onUnbound = (device) => guarded(() => cases.unbound(device.id));
  return {
    cases,
    onSighting: (sighting) => cases.onSighting(sighting),
    start: () => cases.start(),
    stop: () => cases.stop(),
  };
}

function createCases({
  config,
  opened,
  registry,
  pump,
  settings,
  discovery,
  acts,
}: RecoveryParts): Cases {
  const { clock, random } = config;
  const stores = opened.store.acts;
  return new Cases({
    ...{ clock, random, store: stores.cases, durably: stores.durably, audit: acts.audit },
    log: config.log.child('cases'),
    operator: config.operator ?? unknownOperator,
    record: (id) => registry.record(id),
    row: (id) => registry.row(id),
    find: (wanted) => {
      const found = registry.find(wanted);
      return found.kind === 'one' ? found.id : null;
    },
    provenSince: (at) => stores.logins.provenSince(at),
    defaults: () => settings.get().deadlines,
    probe: () => discovery.probe(),
    isContinuous: config.discovery === 'continuous',
    setOpenCase: (id, openCase) => {
      registry.setOverlay(id, { openCase });
      pump.request();
    },
    onChange: (changed) => pump.emit('cases.changed', changed),
    onReminders: (reminders) => pump.emit('reminders.changed', { reminders: [...reminders] }),
  });
}
