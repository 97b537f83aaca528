import type { DeviceId } from '../contract/device.ts';
import type { Registry } from '../domain/registry.ts';
import type { CredentialVault } from '../ports/vault.ts';
import { Audit } from '../services/audit/audit.ts';
import { deviceKeyOf } from '../services/commands/device-key.ts';
import { SadpCommands } from '../services/commands/sadp-commands.ts';
import type { Discovery } from '../services/discovery/discovery.ts';
import { Jobs } from '../services/jobs/jobs.ts';
import { labelOf } from '../services/jobs/values.ts';
import { LockoutGuard } from '../services/lockout/guard.ts';
import type { Logins } from '../services/login/logins.ts';
import { Provisioning } from '../services/provisioning/provisioning.ts';
import { createRunners } from '../services/provisioning/runners.ts';
import type { OpenedStore } from '../store/open.ts';
import { type ActHooks, createActHooks, followAddress, lateHooks } from './act-hooks.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';
import { createLogins } from './login.ts';

export interface ActParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly discovery: Discovery;
  readonly vault: CredentialVault;
  readonly siteId: () => string;
  readonly siteName: (siteId: string) => string;
}

/** What changes devices, and what watches over it. */
export interface Acts {
  readonly audit: Audit;
  readonly guard: LockoutGuard;
  readonly commands: SadpCommands;
  readonly logins: Logins;
  readonly jobs: Jobs;
  /** What jobs ask of parts that are made later. */
  readonly hooks: ActHooks;
  readonly provisioning: Provisioning;
  /** The row of a device that was just met shows what is known of its lock. */
  noteNew(id: DeviceId): void;
  start(): void;
  stop(): void;
}

const pollMs = 2000;
const unknownOperator = { user: 'unknown', machine: 'unknown' };
/** Without cryptography nothing is ever tried, so there is nothing to tell apart. */
const noPrints = { fingerprint: () => Promise.resolve(0) };

export function createActs(parts: ActParts): Acts {
  const { config, registry, pump } = parts;
  const { clock, random } = config;
  const stores = parts.opened.store.acts;
  const crypto = config.crypto ?? null;
  const operator = config.operator ?? unknownOperator;
  const audit = new Audit({ store: stores.audit, clock, operator, host: config.host });
  const guard = new LockoutGuard({
    ...{ store: stores.lockouts, clock, random, crypto: crypto ?? noPrints },
    onChange: (key, view) => {
      const id = idOfKey(registry, key);
      if (id !== null) registry.setLock(id, view);
      pump.request();
    },
  });
  const commands = new SadpCommands({
    ...{ clock, random, guard, crypto, network: config.network },
    wire: parts.discovery,
    log: config.log.child('commands'),
  });
  const logins = createLogins({
    ...{ config, registry, pump, guard },
    opened: parts.opened,
    vault: parts.vault,
  });
  const jobs = createJobs(parts, { audit, commands, operator });
  const hooks = createActHooks();
  const runners = createRunners({
    ...{ clock, logins, crypto, random },
    ...lateHooks(hooks),
    onNetworkRead: (device, values, identity) =>
      followAddress({ registry, pump, now: () => clock.now() }, device, { values, identity }),
    subnets: () => parts.discovery.subnets(),
    holder: (address, own) => holderOf(parts, address, own),
  });
  for (const runner of runners) jobs.register(runner);
  const timer = clock.every(pollMs, () => pollLocks(guard, config));
  const provisioning = createProvisioning(parts, { audit, commands, jobs });
  return {
    ...{ audit, guard, commands, logins, jobs, hooks, provisioning },
    noteNew(id) {
      const record = registry.record(id);
      if (record !== undefined) registry.setLock(id, guard.view(deviceKeyOf(record)));
    },
    start() {
      pollLocks(guard, config);
      jobs.interruptedAtStart();
    },
    stop() {
      timer.cancel();
      jobs.close();
      commands.close();
    },
  };
}

function createJobs(
  { config, opened, registry, pump, siteId, vault }: ActParts,
  {
    audit,
    commands,
    operator,
  }: Pick<Acts, 'audit' | 'commands'> & {
    operator: { user: string; machine: string };
  },
): Jobs {
  const { clock, random, host } = config;
  return new Jobs({
    ...{ clock, random, host, audit, commands, operator, siteId, vault },
    stores: opened.store.acts,
    log: config.log.child('jobs'),
    sealer: config.crypto ?? null,
    owner: { token: random.uuid(), pid: process.pid, machine: operator.machine },
    isProcessAlive: config.isProcessAlive ?? isProcessAlive,
    record: (id) => registry.record(id),
    find: (wanted) => findOne(registry, wanted),
    onChange: (job) => pump.emit('jobs.changed', job),
  });
}

function createProvisioning(
  { config, registry, discovery, pump, siteId, siteName }: ActParts,
  { audit, commands, jobs }: Pick<Acts, 'audit' | 'commands' | 'jobs'>,
): Provisioning {
  const { clock } = config;
  return new Provisioning({
    ...{ clock, siteName },
    rows: () => registry.rows(siteId()).filter(({ removedAt }) => removedAt === null),
    record: (id) => registry.record(id),
    find: (wanted) => registry.find(wanted),
    subnets: () => discovery.subnets(),
    whoHas: (address) => commands.whoHas(address),
    start: (request) => jobs.start(request),
    job: (id) => jobs.get(id),
    rename: (id, name) => {
      registry.edit(id, { name }, clock.now());
      pump.request();
    },
    auditHash: (jobId) => audit.list({ jobId, limit: 1 }).lines[0]?.hash ?? null,
  });
}

/** Signal 0 asks only; `EPERM` is a process of somebody else, which lives. */
function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Another process on this folder may have used up tries or heard of a lock. */
function pollLocks(guard: LockoutGuard, { log }: AppConfig): void {
  try {
    guard.poll();
  } catch (error) {
    log.warn(() => 'the locks could not be read', { error: String(error) });
  }
}

/** Another device of this site that is at the address now. */
function holderOf({ registry, siteId }: ActParts, address: string, own: DeviceId): string | null {
  const holder = registry.rows(siteId()).find((row) => {
    const isThere = row.presence === 'online' || row.presence === 'stale';
    return isThere && row.removedAt === null && row.ipv4Address === address && row.id !== own;
  });
  return holder === undefined ? null : labelOf({ ...holder, address });
}

function idOfKey(registry: Registry, key: string): DeviceId | null {
  const value = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('id:')) return registry.record(value as DeviceId)?.id ?? null;
  return findOne(registry, value);
}

function findOne(registry: Registry, wanted: string): DeviceId | null {
  const found = registry.find(wanted);
  return found.kind === 'one' ? found.id : null;
}
