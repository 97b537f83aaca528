import { join } from 'node:path';
import type { Job } from '../../main/contract/job.ts';
import type { Clock } from '../../main/ports/clock.ts';
import { type AccountPassword, type CredentialVault, noVault } from '../../main/ports/vault.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createLoginSite, type LoginSite, type Twist } from './login-site.ts';

/** Keeps what it is offered, as the real one does on the disk. */
export function keepingVault(): CredentialVault & {
  current: string;
  waiting: AccountPassword | null;
} {
  const kept = { current: trainingPassword, waiting: null as AccountPassword | null };
  return Object.assign(kept, {
    ...noVault,
    state: () => 'open' as const,
    isOpen: () => true,
    password: () => Promise.resolve(kept.current),
    offer: (_device: unknown, given: string | AccountPassword, state: 'pending' | 'proven') => {
      const login = typeof given === 'string' ? { userName: 'admin', password: given } : given;
      if (state === 'pending') kept.waiting = login;
      else {
        kept.current = login.password;
        if (kept.waiting?.password === login.password) kept.waiting = null;
      }
      return Promise.resolve();
    },
    pending: () => Promise.resolve(kept.waiting),
    refused: () => {
      kept.waiting = null;
    },
  });
}

/** The program dies right after a change left; another start goes on with its job. */
export async function killed(
  start: (site: LoginSite) => Promise<Job>,
  {
    folder,
    part,
    twist,
    vault,
    prepare,
    meanwhile,
    laptop,
    specs,
  }: {
    /** Where the database is. */
    folder: string;
    part: string;
    twist: (part: string) => Twist;
    /** Makes the devices what the test needs. */
    prepare?: (site: LoginSite) => void;
    /** What happens while no program runs. */
    meanwhile?: (before: LoginSite) => Promise<void> | void;
    laptop?: (clock: FakeClock) => Clock;
    vault?: CredentialVault;
    specs: readonly DeviceSpec[];
  },
): Promise<{ site: LoginSite; job: Job; before: LoginSite }> {
  const path = join(folder, 'untether.db');
  const clock = createFakeClock();
  const more = {
    ...{ path, clock },
    ...(vault === undefined ? {} : { vault }),
    ...(laptop === undefined ? {} : { laptop: laptop(clock) }),
  };
  const before = await createLoginSite(specs, more);
  prepare?.(before);
  const inner = twist(part);
  let hasLeft = false;
  before.wire.twist = (request, client) => {
    if (hasLeft) return new Promise(() => undefined);
    const answer = inner(request, client);
    if (answer === null) return null;
    hasLeft = true;
    // Nothing that comes after this moment reaches the program any more.
    return answer.then(() => new Promise(() => undefined));
  };
  const { id } = await start(before);
  for (let waited = 0; !hasLeft && waited < 60_000; waited += 100) await before.clock.advance(100);
  if (!hasLeft) throw new Error('nothing left');
  // It is on its way: with its login it takes two turns.
  await before.clock.advance(100);
  await before.core.stop();
  before.store.close();
  await meanwhile?.(before);
  const site = await createLoginSite([], { ...more, fleet: before.fleet });
  site.core.acts.start();
  const { state } = site.core.acts.jobs.get(id);
  if (state !== 'interrupted') throw new Error(`the job is ${state}`);
  await site.wait(site.core.acts.jobs.resume(id, {}, false));
  return { site, before, job: await site.ended(id, 1_500_000) };
}

/** It has the request, and does what it says only later. */
export function actsLate({ fleet, clock }: LoginSite, delayMs: number): void {
  const [device] = fleet.devices;
  if (device === undefined) throw new Error('no device');
  const inner = device.http.bind(device);
  device.http = (request, now) => {
    const isSigned = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
    if (request.method === 'GET' || !isSigned) return inner(request, now);
    clock.after(delayMs, () => {
      inner(request, clock.now());
      fleet.settle(clock.now());
    });
    return null;
  };
}
