import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { type Core, createCore } from '../../main/app/core.ts';
import type { DeviceId } from '../../main/contract/device.ts';
import type { Clock } from '../../main/ports/clock.ts';
import { silentLog } from '../../main/ports/log.ts';
import { type AccountPassword, type CredentialVault, noVault } from '../../main/ports/vault.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../main/simulator/net.ts';
import { openStore } from '../../main/store/open.ts';
import { quickFingerprints } from './kill-child-crypto.ts';
import type { FromHttpChild, HttpGo, ToHttpChild } from './kill-http-messages.ts';
import { scaledClock } from './scaled-clock.ts';

/** The process that is killed: the whole core over a file, and devices behind real connections. */

function tell(message: FromHttpChild): void {
  process.send?.(message);
}

const dialing = new Map<number, (port: number | null) => void>();
let dialed = 0;

/** Devices that move are where they are now: the site is asked each time. */
function dial(address: string, port: number): Promise<{ host: string; port: number } | null> {
  dialed += 1;
  const id = dialed;
  return new Promise((resolve) => {
    dialing.set(id, (found) => resolve(found === null ? null : { host: '127.0.0.1', port: found }));
    tell({ kind: 'dial', id, address, port });
  });
}

interface Kept {
  readonly current?: AccountPassword;
  readonly pending?: AccountPassword;
}

/** Whole on the disk before it answers, as the real vault is; what is killed here are the runners. */
function fileVault(path: string): CredentialVault {
  const all = (): Record<string, Kept> =>
    existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Kept>) : {};
  const put = (device: DeviceId, kept: Kept): void => {
    writeFileSync(`${path}.new`, JSON.stringify({ ...all(), [device]: kept }));
    renameSync(`${path}.new`, path);
  };
  const accountOf = (device: DeviceId) => all()[device]?.current ?? null;
  return {
    ...noVault,
    state: () => 'open',
    isOpen: () => true,
    account: (device) => Promise.resolve(accountOf(device)),
    password: (device) => Promise.resolve(accountOf(device)?.password ?? null),
    pending: (device) => Promise.resolve(all()[device]?.pending ?? null),
    offer: (device, given, state) => {
      const login = typeof given === 'string' ? { userName: 'admin', password: given } : given;
      const before = all()[device] ?? {};
      if (state === 'pending') put(device, { ...before, pending: login });
      else put(device, { current: login });
      return Promise.resolve();
    },
    refused: (device) => {
      const { current } = all()[device] ?? {};
      put(device, current === undefined ? {} : { current });
    },
  };
}

function coreOf(go: HttpGo, clock: Clock): Core {
  const fleet = createFleet({ scenario: [], seed: 1, startedAt: clock.now() });
  const opened = openStore({ path: go.path, now: () => clock.now(), log: silentLog });
  return createCore({
    config: {
      ...{ host: 'test', version: '0.0.0', dataDir: null, clock, log: silentLog },
      ...{ random: systemRandom, isDemo: false, discovery: 'manual', crypto: quickFingerprints },
      network: createMemoryNetwork({ fleet, clock }),
      http: createNodeHttpClient({
        dial,
      }),
      vault: fileVault(`${go.path}.vault`),
      operator: { user: 'ann', machine: 'laptop' },
    },
    ...{ opened, path: go.path },
  });
}

function know(core: Core, { devices }: HttpGo, at: number): DeviceId[] {
  return devices.map(({ address, serial }) => {
    const seen = core.registry.see(
      {
        ...{ source: 'sweep', adapter: null, at, fromAddress: address },
        ...{ facts: { ipv4Address: address, httpPort: 80, serial }, vendor: 'hikvision' },
      },
      core.sites.currentId,
    );
    if (seen.kind !== 'merged') throw new Error(seen.why);
    return seen.id;
  });
}

async function live(go: HttpGo): Promise<void> {
  const clock = scaledClock(go.time);
  const core = coreOf(go, clock);
  const ids = know(core, go, clock.now());
  // The devices are on the disk before a job names them.
  core.drain();
  core.persistence.flush();
  core.acts.start();
  core.recovery.start();
  const { jobs, audit } = core.acts;
  const [last] = jobs.list(1);
  const cases = () =>
    core.recovery.cases
      .list({ limit: 500 })
      .map(({ device, jobId }) => ({ serial: device.serial, jobId }));
  const state = (id: string | undefined) => ({
    job: id === undefined ? null : jobs.get(id),
    ...{ isIntact: audit.verify().isIntact, cases: cases() },
  });
  tell({ kind: 'found', ...state(last?.id) });
  const passwords = { all: go.password };
  const isOpen = last !== undefined && (last.state === 'interrupted' || last.state === 'paused');
  const job =
    last === undefined
      ? await jobs.start({
          ...{ kind: go.job, passwords },
          items: ids.map((device, index) => ({
            ...{ device, params: go.params[go.devices[index]?.serial ?? ''] },
          })),
        })
      : isOpen
        ? await jobs.resume(last.id, passwords, false)
        : jobs.get(last.id);
  tell({ kind: 'began' });
  clock.every(500, () => {
    if (jobs.get(job.id).endedAt === null) return;
    tell({ kind: 'done', ...state(job.id) });
  });
}

process.on('message', (message: ToHttpChild) => {
  if (message.kind === 'dialed') {
    dialing.get(message.id)?.(message.port);
    dialing.delete(message.id);
    return;
  }
  live(message).catch((error: unknown) => {
    tell({ kind: 'trouble', text: error instanceof Error ? (error.stack ?? '') : String(error) });
  });
});
tell({ kind: 'ready' });
