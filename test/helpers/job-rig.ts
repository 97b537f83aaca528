import type { DeviceId } from '../../main/contract/device.ts';
import type { Job, JobItem, JobKind } from '../../main/contract/job.ts';
import { Registry } from '../../main/domain/registry.ts';
import type { Clock } from '../../main/ports/clock.ts';
import { silentLog } from '../../main/ports/log.ts';
import { type CredentialVault, noVault } from '../../main/ports/vault.ts';
import type { SadpMessage } from '../../main/protocol/sadp/messages.ts';
import { Audit } from '../../main/services/audit/audit.ts';
import type { Answer, Commands } from '../../main/services/commands/commands.ts';
import { Jobs } from '../../main/services/jobs/jobs.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../main/services/jobs/types.ts';
import { openStore, type Store } from '../../main/store/open.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { testCrypto } from './test-crypto.ts';

/** A device's answer to a command, by the last number of its address. */
export type Script = (host: number, password: string) => string | Promise<string>;

export interface JobRig {
  readonly jobs: Jobs;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly audit: Audit;
  readonly ids: readonly DeviceId[];
  readonly events: readonly Job[];
  /** Hosts that were sent the command, in order. */
  readonly sent: number[];
  readonly reread: number[];
  /** Most that were between start and end at once. */
  most(): number;
  /** Devices whose cloud is offline. */
  readonly offline: Set<number>;
  item(job: Job, host: number): JobItem;
  ended(id: string, limitMs?: number): Promise<Job>;
}

export interface JobRigOptions {
  readonly devices?: number;
  readonly script?: Script;
  readonly store?: Store;
  readonly clock?: FakeClock;
  /** What this process goes by, where that is another clock. */
  readonly laptop?: Clock;
  readonly kind?: JobKind;
  readonly vault?: CredentialVault;
  readonly runner?: Partial<ItemRunner>;
  readonly owner?: { token: string; pid: number; machine: string };
  readonly isProcessAlive?: (pid: number) => boolean;
  /** Time one device takes. */
  readonly workMs?: number;
  readonly sameAddress?: boolean;
}

export function message(result: string): SadpMessage {
  return {
    ...{ root: 'ProbeMatch', uuid: 'U', types: 'T', mac: null, rawMac: null, result },
    ...{ fields: {}, extra: new Map(), notes: [] },
  };
}

export const ready = Promise.resolve();

function registryOf(
  count: number,
  at: number,
  isSame: boolean,
): { registry: Registry; ids: DeviceId[] } {
  let made = 0;
  const registry = new Registry({
    newId: () => {
      made += 1;
      return `d${made}`;
    },
  });
  const ids: DeviceId[] = [];
  for (let host = 1; host <= count; host += 1) {
    const outcome = registry.see(
      {
        ...{ source: 'sadp', adapter: 'eth0', at, fromAddress: null },
        facts: {
          serial: `DS-2CD2385G1-I20200414AAWRE1111${1000 + host}`,
          mac: `44:47:cc:00:00:${host.toString(16).padStart(2, '0')}`,
          ipv4Address: isSame ? '192.168.1.64' : `192.168.1.${host}`,
          ipv4Mask: '255.255.255.0',
        },
      },
      'site-1',
    );
    if (outcome.kind !== 'merged') throw new Error(outcome.why);
    ids.push(outcome.id);
  }
  return { registry, ids };
}

/** The job engine over a registry, with commands and a runner that follow a script. */
export function createJobRig(options: JobRigOptions = {}): JobRig {
  const clock = options.clock ?? createFakeClock();
  const store =
    options.store ?? openStore({ path: ':memory:', now: () => clock.now(), log: silentLog }).store;
  const { registry, ids } = registryOf(
    options.devices ?? 5,
    clock.now(),
    options.sameAddress === true,
  );
  const hostOf = (id: DeviceId): number => ids.indexOf(id) + 1;
  const { sent, reread, offline } = {
    sent: [] as number[],
    reread: [] as number[],
    offline: new Set<number>(),
  };
  const script = options.script ?? (() => 'success');
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(ms, resolve);
    });
  const commands: Commands = {
    ask: async (device) => {
      await wait(50);
      const text = offline.has(hostOf(device.id)) ? 'offlineHCPlatform' : 'success';
      return { kind: 'reply', message: message(text), result: text };
    },
    command: async (device, request): Promise<Answer> => {
      request.beforeSend();
      const host = hostOf(device.id);
      sent.push(host);
      await wait(options.workMs ?? 1000);
      const text = await script(host, request.password);
      if (text === 'silent') return { kind: 'silent' };
      return { kind: 'reply', message: message(text), result: text };
    },
    readUntil: () => Promise.resolve(null),
    guard: () => Promise.resolve(null),
    lock: () => ({ attemptsLeft: null, lockedUntil: null }),
    whoHas: () => Promise.resolve(null),
  };
  let working = 0;
  let most = 0;
  const runner: ItemRunner = {
    kind: options.kind ?? 'unbind',
    needsPassword: true,
    preflight: () => Promise.reject(new Error('not in this rig')),
    run: async (context) => {
      working += 1;
      most = Math.max(most, working);
      try {
        return await runOne(context);
      } finally {
        working -= 1;
      }
    },
    reread: (context) => {
      reread.push(hostOf(context.device.id));
      return Promise.resolve({ kind: 'done', verdict: 'verified', reason: 'read-back' });
    },
    ...options.runner,
  };
  const audit = new Audit({
    ...{ store: store.acts.audit, clock, host: 'test' },
    operator: { user: 'ann', machine: 'laptop' },
  });
  const events: Job[] = [];
  let uuids = 0;
  const jobs = new Jobs({
    ...{ stores: store.acts, audit, commands, log: silentLog, host: 'test' },
    clock: options.laptop ?? clock,
    random: {
      bytes: (length) => new Uint8Array(length),
      uuid: () => {
        uuids += 1;
        return `00000000-0000-4000-8000-${(clock.now() + uuids).toString(16).padStart(12, '0')}`;
      },
    },
    sealer: testCrypto,
    vault: options.vault ?? noVault,
    operator: { user: 'ann', machine: 'laptop' },
    owner: options.owner ?? { token: 'me', pid: 1, machine: 'laptop' },
    isProcessAlive: options.isProcessAlive ?? (() => true),
    record: (id) => registry.record(id),
    find: (wanted) => {
      const found = registry.find(wanted);
      return found.kind === 'one' ? found.id : null;
    },
    siteId: () => 'site-1',
    onChange: (job) => events.push(job),
  });
  jobs.register(runner);
  return {
    ...{ jobs, clock, store, audit, ids, events, sent, reread, offline },
    most: () => most,
    item: (job, host) => {
      const found = job.items[host - 1];
      if (found === undefined) throw new Error(`no item ${host}`);
      return found;
    },
    async ended(id, limitMs = 600_000) {
      for (let waited = 0; waited < limitMs; waited += 100) {
        await clock.settle();
        const job = jobs.get(id);
        if (job.endedAt !== null) return job;
        await clock.advance(100);
      }
      throw new Error(`job ${id} did not end in time`);
    },
  };
}

/** As the unbind runner does it: status first, then the command, then its word. */
async function runOne({ device, commands, password }: ItemContext<unknown>): Promise<ItemOutcome> {
  const status = await commands.ask(device, { types: 'getUnbindStatus' });
  if (status.kind === 'reply' && status.result === 'offlineHCPlatform') {
    return { kind: 'wait-for-internet', reason: 'cloud-offline' };
  }
  const answer = await commands.command(device, {
    ...{ command: 'ezvizUnbind', password: password() ?? '', isOverride: false },
    beforeSend: () => undefined,
  });
  if (answer.kind === 'not-sent') {
    return { kind: 'done', verdict: 'failed', reason: answer.reason };
  }
  if (answer.kind !== 'reply') return { kind: 'done', verdict: 'unknown', reason: 'silent' };
  if (answer.result === 'PasswordError') {
    return { kind: 'done', verdict: 'wrong-password', reason: 'wrong-password' };
  }
  return answer.result === 'success'
    ? { kind: 'done', verdict: 'verified', reason: 'read-back' }
    : { kind: 'done', verdict: 'refused', reason: 'denied', rawResult: answer.result };
}
