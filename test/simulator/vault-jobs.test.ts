import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, createActsSite } from '../helpers/acts-site.ts';
import { vaultConfig } from '../helpers/test-boxes.ts';

const camera = 'DS-2CD2143G2-I';
const recorder = 'DS-7608NI-K2/8P';
const passphrase = 'seven blue ladders';
const wrong = 'Saved-wrong-1';
const minute = 60_000;

function many(count: number, spec: Partial<DeviceSpec> = {}): DeviceSpec[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ model: index % 2 === 0 ? camera : recorder, cloud: 'bound' as const },
    address: `192.168.1.${20 + index}`,
    ...spec,
  }));
}

async function siteWith(devices: readonly DeviceSpec[]): Promise<ActsSite> {
  const site = await createActsSite({ devices, config: vaultConfig });
  await site.ask('vault.init', { passphrase });
  return site;
}

async function save(site: ActsSite, ids: readonly DeviceId[], password: string): Promise<void> {
  for (const device of ids) {
    await site.ask('vault.save', { target: { scope: 'device', device }, password });
  }
}

function triesLeft(site: ActsSite): number {
  return Math.min(...site.fleet.devices.map(({ attemptsLeft }) => attemptsLeft));
}

function lockedOut(site: ActsSite): number {
  return site.fleet.devices.filter((device) => device.isLocked(site.clock.now())).length;
}

async function failure(run: Promise<unknown>): Promise<string> {
  return await run.then(
    () => 'well',
    (error: unknown) => String(error),
  );
}

describe('a wrong saved password on 30 cameras', () => {
  /** The same password as it may be kept: for each device, for a group of them, for the whole site. */
  const ways: Record<string, (site: ActsSite, ids: readonly DeviceId[]) => Promise<void>> = {
    'for each device': (site, ids) => save(site, ids, wrong),
    'for a group': async (site, ids) => {
      const target = { scope: 'group', id: 'lobby' } as const;
      await site.ask('vault.save', { target, password: wrong });
      await site.ask('vault.setGroup', { ids: [...ids], group: 'lobby' });
    },
    'for the site': async (site) => {
      const { id } = (await site.ask('devices.snapshot', {})).site;
      await site.ask('vault.save', { target: { scope: 'site', id }, password: wrong });
    },
  };

  test.each(Object.entries(ways))('%s stops after the first answer', async (_name, keep) => {
    const site = await siteWith(many(30));
    const ids = await site.ids();
    await keep(site, ids);
    const job = await site.ended(await site.ask('devices.unbind', { ids, secrets: {} }));
    expect(job.counts).toEqual({ 'wrong-password': 1, skipped: 29 });
    const heard = ids.map((_, index) => site.changesHeard(index).length);
    expect(heard.filter((count) => count > 0)).toEqual([1]);
    expect(triesLeft(site)).toBeGreaterThanOrEqual(2);
    expect(lockedOut(site)).toBe(0);
  });

  test('again and again locks nobody', async () => {
    const site = await siteWith(many(6));
    const ids = await site.ids();
    await save(site, ids, wrong);
    for (let run = 0; run < 10; run += 1) {
      await site.ended(await site.ask('devices.unbind', { ids, secrets: {} }));
    }
    expect(triesLeft(site)).toBeGreaterThanOrEqual(2);
    expect(lockedOut(site)).toBe(0);
  });

  test('stops only those that share it', async () => {
    const site = await siteWith(many(30));
    const ids = await site.ids();
    await save(site, ids.slice(0, 15), wrong);
    await save(site, ids.slice(15), trainingPassword);
    const job = await site.ended(await site.ask('devices.unbind', { ids, secrets: {} }));
    expect(job.counts).toEqual({ 'wrong-password': 1, skipped: 14, verified: 15 });
    expect(triesLeft(site)).toBeGreaterThanOrEqual(2);
  });
});

describe('a saved password', () => {
  test('is used where none is typed, and a typed one goes before it', async () => {
    const site = await siteWith(many(3));
    const ids = await site.ids();
    await save(site, ids, wrong);
    const typed = {
      byDevice: Object.fromEntries(ids.slice(1).map((id) => [id, trainingPassword])),
    };
    const job = await site.ended(await site.ask('devices.unbind', { ids, secrets: typed }));
    expect(job.counts).toEqual({ 'wrong-password': 1, verified: 2 });
    const { known } = await site.ask('vault.knows', { ids });
    expect(known.map(({ provenAt }) => provenAt !== null)).toEqual([false, true, true]);
    const { credentials } = await site.ask('vault.list', {});
    expect(credentials.filter(({ state }) => state === 'aside')).toHaveLength(2);
  });

  test('of another account is not sent by SADP', async () => {
    const site = await siteWith(many(1));
    const ids = await site.ids();
    const [device] = ids;
    if (device === undefined) throw new Error('no device');
    const target = { scope: 'device', device } as const;
    await site.ask('vault.save', { target, userName: 'installer', password: wrong });
    const said = await failure(site.ask('devices.unbind', { ids, secrets: {} }));
    expect(said).toContain('job.needs-password');
    expect(site.changesHeard(0)).toEqual([]);
  });

  test('that is locked away is said before the run and at its start', async () => {
    const site = await siteWith(many(3));
    const ids = await site.ids();
    await save(site, ids.slice(0, 2), trainingPassword);
    await site.ask('vault.lock', {});
    const { lines } = await site.ask('jobs.preflight', { kind: 'unbind', ids });
    expect(lines.map(({ light, reason }) => [light, reason])).toEqual([
      ['ready', 'vault-locked'],
      ['ready', 'vault-locked'],
      ['ready', 'ready'],
    ]);
    const saved = ids.slice(0, 2);
    const start = () => site.ask('devices.unbind', { ids: saved, secrets: {} });
    expect(await failure(start())).toContain('vault.locked');
    const all = failure(site.ask('devices.unbind', { ids, secrets: {} }));
    expect(await all).toContain('job.needs-password');
    await site.ask('vault.unlock', { passphrase });
    expect((await site.ended(await start())).counts).toEqual({ verified: 2 });
  });
});

describe('a password that a device proved', () => {
  test('is kept, also when the vault was locked at that moment', async () => {
    const site = await siteWith(many(2));
    const ids = await site.ids();
    await site.ask('vault.lock', {});
    const secrets = { all: trainingPassword };
    await site.ended(await site.ask('devices.unbind', { ids, secrets }));
    expect(await site.ask('vault.status', {})).toMatchObject({ isLocked: true, waiting: 2 });
    await site.ask('vault.unlock', { passphrase });
    expect(await site.ask('vault.status', {})).toMatchObject({
      ...{ waiting: 0, credentials: { devices: 2 } },
    });
    const { known } = await site.ask('vault.knows', { ids });
    expect(known.map(({ scope, userName }) => [scope, userName])).toEqual([
      ['device', 'admin'],
      ['device', 'admin'],
    ]);
    expect((await site.rows()).map(({ login }) => login)).toEqual(['proven', 'proven']);
  });

  test('is pending before activation sends it, and current when the device has it', async () => {
    const site = await siteWith(many(1, { isActivated: false, cloud: 'on' }));
    const [device] = site.fleet.devices;
    const ids = await site.ids();
    const seen: string[] = [];
    const look = async () => {
      const { credentials } = await site.ask('vault.list', {});
      const has = device?.hasPassword('Korb.72xQ') === true ? 'has it' : 'has none';
      const words = `${credentials.map(({ state }) => state).join()}: ${has}`;
      if (seen.at(-1) !== words) seen.push(words);
    };
    const { id } = await site.ask('devices.activate', { ids, secrets: { all: 'Korb.72xQ' } });
    for (let waited = 0; waited < 10_000; waited += 10) {
      await look();
      await site.clock.advance(10);
    }
    expect((await site.ended({ id })).counts).toEqual({ verified: 1 });
    expect(seen).toContain('pending: has it');
    expect(seen.at(-1)).toBe('current: has it');
    expect(seen.indexOf('pending: has none')).toBeLessThan(seen.indexOf('pending: has it'));
    expect(seen).not.toContain(': has it');
  });
});

describe('locking by itself', () => {
  test('happens after the idle time and is told', async () => {
    const site = await siteWith(many(1));
    await site.ask('vault.configure', { idleMinutes: 2 });
    await site.clock.advance(3 * minute);
    expect(await site.ask('vault.status', {})).toMatchObject({ isLocked: true, idleMinutes: 2 });
    const told = site.events.filter(({ name }) => name === 'vault.changed').at(-1);
    expect(told?.payload).toMatchObject({ isLocked: true });
  });

  test('does not happen under a run that waits for the Internet', async () => {
    const site = await siteWith(many(2));
    const ids = await site.ids();
    await save(site, ids, trainingPassword);
    await site.ask('vault.configure', { idleMinutes: 2 });
    for (const device of site.fleet.devices) site.fleet.setCloudOnline(device, false);
    const input = { ids, secrets: {}, waitForInternet: true };
    const { id } = await site.ask('devices.unbind', input);
    await site.clock.advance(10 * minute);
    for (const device of site.fleet.devices) site.fleet.setCloudOnline(device, true);
    const job = await site.ended({ id });
    expect(job.counts).toEqual({ verified: 2 });
    const { known } = await site.ask('vault.knows', { ids });
    expect(known.every(({ provenAt }) => provenAt !== null)).toBe(true);
    await site.clock.advance(3 * minute);
    expect((await site.ask('vault.status', {})).isLocked).toBe(true);
  });
});

describe('wrong passphrases', () => {
  test('wait longer each time, and the right one waits too', async () => {
    const site = await siteWith([]);
    await site.ask('vault.lock', {});
    const seconds: number[] = [];
    const tryOne = (text: string) => site.api.call('vault.unlock', { passphrase: text });
    for (let slips = 0; slips < 12; slips += 1) {
      const answer = await tryOne(`wrong guess ${slips}`);
      if (answer.ok) throw new Error('it opened');
      if (answer.error.code === 'vault.not-opened') continue;
      const wait = Number(answer.error.params['seconds']);
      const right = await tryOne(passphrase);
      expect(right.ok ? 'open' : right.error.code).toBe('vault.wait');
      seconds.push(wait);
      await site.clock.advance(wait * 1000);
    }
    expect(seconds).toEqual([1, 2, 4, 8, 16]);
    await site.clock.advance(minute);
    expect((await tryOne(passphrase)).ok).toBe(true);
  });

  test('sent all at once are taken one after the other', async () => {
    const site = await siteWith([]);
    await site.ask('vault.lock', {});
    const guesses = Array.from({ length: 20 }, (_, index) =>
      site.api.call('vault.unlock', { passphrase: `wrong guess ${index}` }),
    );
    const codes = (await Promise.all(guesses)).map((each) => (each.ok ? 'open' : each.error.code));
    expect(codes.filter((code) => code === 'vault.not-opened')).toHaveLength(3);
    expect(codes.filter((code) => code === 'vault.wait')).toHaveLength(17);
  });
});
