import type { DeviceId } from '../contract/device.ts';
import type { Registry } from '../domain/registry.ts';
import type { Sighting } from '../domain/sighting.ts';
import type { CredentialVault } from '../ports/vault.ts';
import { Health } from '../services/health/health.ts';
import { Schedule } from '../services/health/schedule.ts';
import type { LockoutGuard } from '../services/lockout/guard.ts';
import { type LoginMemory, Logins } from '../services/login/logins.ts';
import type { LoginStore, OpenedStore } from '../store/open.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';

export interface LoginsParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly guard: LockoutGuard;
  readonly vault: CredentialVault;
}

/** What logs in to devices over HTTP; jobs and everything else share it, and its one guard. */
export function createLogins(parts: LoginsParts): Logins {
  const { config, opened, registry, pump, guard, vault } = parts;
  return new Logins({
    ...{ guard, vault, clock: config.clock },
    client: config.http ?? null,
    memory: memoryOf(opened.store.acts.logins, registry),
    bookOf: ({ book }) => book,
    onState: (id, login) => {
      registry.setOverlay(id, { login });
      pump.request();
    },
  });
}

/** Two records that became one bring their notes together when somebody asks next. */
function memoryOf(store: LoginStore, registry: Registry): LoginMemory {
  const notes = (id: DeviceId) => {
    for (const former of registry.record(id)?.formerIds ?? []) store.move(former, id);
    return store.get(id);
  };
  return {
    pin: (id) => notes(id)?.pin ?? null,
    keepPin: (id, pin) => store.change(id, { pin }),
    state: (id) => notes(id)?.login ?? null,
    keepState: (id, login, at) => store.change(id, { login, loginAt: at }),
  };
}

/** What only a login over HTTP tells. */
export interface CoreLogin {
  readonly logins: Logins;
  readonly health: Health;
  readonly schedule: Schedule;
  start(): void;
  stop(): void;
}

export interface LoginParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly logins: Logins;
  readonly see: (sighting: Sighting) => void;
  readonly isBusy: (id: DeviceId) => boolean;
}

export function createLogin({ config, opened, registry, pump, ...parts }: LoginParts): CoreLogin {
  const { logins, see, isBusy } = parts;
  const { clock, random } = config;
  const store = opened.store.acts.logins;
  const record = (id: DeviceId) => registry.record(id);
  const health = new Health({
    ...{ logins, clock, store, record, see },
    show: (id, patch) => {
      registry.setOverlay(id, patch);
      pump.request();
    },
  });
  const schedule = new Schedule({
    ...{ health, logins, store, clock, random, record, isBusy },
    row: (id) => registry.row(id),
    log: config.log.child('health'),
    isRunning: config.host !== 'cli',
  });
  return {
    ...{ logins, health, schedule },
    start() {
      health.start();
      schedule.start();
    },
    stop: () => schedule.stop(),
  };
}
