import { describe, expect, test } from 'vitest';
import type { Job, PreflightLine } from '../../main/contract/job.ts';
import { createFleet } from '../../main/simulator/fleet.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, createActsSite, trainingPassword } from '../helpers/acts-site.ts';

const secrets = { all: trainingPassword };
const recorder = 'DS-7608NI-K2/8P';
const modern = 'DS-2CD2143G2-I';
const one = (more: Partial<DeviceSpec> = {}): DeviceSpec => ({
  ...{ model: recorder, address: '192.168.1.30', cloud: 'bound' },
  ...more,
});

async function unbind(site: ActsSite, more: { includeUnknown?: boolean } = {}): Promise<Job> {
  const ids = await site.ids();
  return await site.ask('devices.unbind', { ids, secrets, ...more });
}

async function preflight(site: ActsSite): Promise<PreflightLine[]> {
  const ids = await site.ids();
  return (await site.ask('jobs.preflight', { kind: 'unbind', ids })).lines;
}

function countBy(lines: readonly PreflightLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of lines)
    counts[verdict ?? 'ready'] = (counts[verdict ?? 'ready'] ?? 0) + 1;
  return counts;
}

function unbinds(site: ActsSite): number[] {
  return site.fleet.devices.map(
    (_, index) =>
      site.changesHeard(index).filter((types) => types.startsWith('ezvizUnbind')).length,
  );
}

describe('thirty mixed devices', () => {
  const thirty = () =>
    createFleet({ scenario: 'unbind-thirty', seed: 7 }).devices.map(({ spec }) => spec);

  test('the pre-flight says exactly what will be before any password is sent', async () => {
    const site = await createActsSite({ devices: thirty() });
    const lines = await preflight(site);
    expect(countBy(lines)).toEqual({
      ...{ ready: 20, already: 4, 'needs-internet': 3, 'not-supported': 2, locked: 1 },
    });
    const unsupported = lines.filter(({ verdict }) => verdict === 'not-supported');
    for (const { routes } of unsupported) expect(routes[0]).toBe('phone-on-lan');
    const locked = lines.find(({ verdict }) => verdict === 'locked');
    expect(locked?.lockedUntil).toBeGreaterThan(site.clock.now());
    for (const { commandsHeard } of site.fleet.devices) {
      expect(commandsHeard.some(({ hadPassword }) => hadPassword)).toBe(false);
    }
  });

  test('20 end verified, 4 are free already, 3 wait and go on when the router arrives', async () => {
    const site = await createActsSite({ devices: thirty() });
    const started = await unbind(site);
    await site.clock.advance(120_000);
    const waiting = await site.ask('jobs.get', { id: started.id });
    expect(waiting.counts).toEqual({
      ...{ verified: 20, already: 4, 'not-supported': 2, locked: 1, 'waiting-internet': 3 },
    });
    for (const device of site.fleet.devices) site.fleet.setCloudOnline(device, true);
    await site.clock.advance(60_000);
    const job = await site.ask('jobs.get', { id: started.id });
    expect(job).toMatchObject({ state: 'done', counts: { verified: 23, already: 4 } });
    expect(Math.max(...unbinds(site))).toBe(1);
    for (const item of job.items) {
      const device = site.fleet.devices.find(({ serial }) => serial === item.device.serial);
      if (item.verdict === 'verified') expect(device?.isBound).toBe(false);
      if (item.verdict === 'verified') expect(item.evidence.length).toBeGreaterThan(1);
      expect(item.endedAt).not.toBeNull();
    }
  });
});

describe('one unbind', () => {
  test('not bound in both of its words is verified, with time and method', async () => {
    const site = await createActsSite({ devices: [one({ model: modern })] });
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'not-bound', routes: [] });
    expect(job.items[0]?.evidence.map(({ text }) => text)).toContain(
      'read back: bind state not bound, unbind status not-bound',
    );
  });

  test('firmware that does not tell afterwards is accepted and asks for a person’s look', async () => {
    const site = await createActsSite({ devices: [one({ acts: ['bind-untold'] })] });
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({ verdict: 'accepted', reason: 'unverifiable' });
    const { html } = await site.ask('jobs.print', { id: job.id, locale: 'en' });
    expect(html).toContain('The owner refreshed the device list of the account');
  });

  test('success while it still says that it is bound is unknown', async () => {
    const site = await createActsSite({ devices: [one({ acts: ['lies'] })] });
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({ verdict: 'unknown', reason: 'not-applied' });
  });

  test.each([
    'The device and software are in different areas.',
    'differentArea',
    'areaNotMatch',
    'RegionError mismatch of region',
  ])('"%s" is a different area, not a wrong password', async (text) => {
    const site = await createActsSite({
      devices: [one({ acts: [{ act: 'areas-differ', text }] })],
    });
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({
      ...{ verdict: 'different-area', reason: 'areas-differ', rawResult: text },
      ...{
        attemptsLeft: null,
        routes: ['phone-on-lan', 'recorder-menu', 'owner-account', 'support-case'],
      },
    });
    const [row] = await site.rows();
    expect(row).toMatchObject({ attemptsLeft: null, lockedUntil: null });
    expect(site.fleet.devices[0]?.attemptsLeft).toBe(5);
  });

  test('a text nobody knows is shown as it came and leaves the item unknown', async () => {
    const acts = [{ act: 'unknown-text', text: 'plat_busy_07', on: ['ezvizUnbind'] }] as const;
    const site = await createActsSite({ devices: [one({ acts })] });
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({
      ...{ verdict: 'unknown', reason: 'unknown-result', rawResult: 'plat_busy_07' },
    });
  });

  test.each([
    'garbled',
    'truncated',
    'echo',
    'echo-match',
    'older-uuid',
    'other-types',
    'other-mac',
  ] as const)(
    'an answer that is "%s" is unknown, never verified; a second run reads first',
    async (act) => {
      const site = await createActsSite({
        devices: [one({ acts: [{ act, on: ['ezvizUnbind'], times: 1 }] })],
      });
      const job = await site.ended(await unbind(site));
      expect(job.items[0]).toMatchObject({ verdict: 'unknown' });
      const asked = site.network.sent.length;
      const again = await site.ended(await unbind(site));
      expect(again.items[0]).toMatchObject({ verdict: 'already', reason: 'not-bound' });
      expect(site.network.sent.length).toBeGreaterThan(asked);
      expect(unbinds(site)).toEqual([1]);
    },
  );

  test('reading later corrects what was open, and sends no command', async () => {
    const acts = [{ act: 'silent-done', on: ['ezvizUnbind'] }] as const;
    const site = await createActsSite({ devices: [one({ acts })] });
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({ verdict: 'unknown', params: { readBack: 'not-bound' } });
    const after = await site.ask('jobs.recheck', { id: job.id });
    expect(after.items[0]).toMatchObject({ verdict: 'verified', reason: 'not-bound' });
    expect(unbinds(site)).toEqual([1]);
  });

  test('a device that does not tell its status is only tried with consent, and is accepted at best', async () => {
    const site = await createActsSite({ devices: [one({ model: modern, cloud: 'unknown' })] });
    const [line] = await preflight(site);
    expect(line).toMatchObject({ light: 'caution', verdict: 'unknown', reason: 'status-unknown' });
    const without = await site.ended(await unbind(site));
    expect(without.items[0]).toMatchObject({ verdict: 'skipped', reason: 'status-unknown' });
    expect(unbinds(site)).toEqual([0]);
    const job = await site.ended(await unbind(site, { includeUnknown: true }));
    expect(job.items[0]).toMatchObject({ verdict: 'accepted', reason: 'unverifiable' });
  });

  test('a panel gets no usual unbind; its own command takes the vendor’s code', async () => {
    const panel = {
      model: 'DS-PWA96-M-WE',
      address: '192.168.1.31',
      cloud: 'bound',
      vendorCode: 'VENDOR-7',
    } as const;
    const site = await createActsSite({ devices: [panel] });
    const [id] = await site.ids();
    if (id === undefined) throw new Error('one device');
    const job = await site.ended(await unbind(site));
    expect(job.items[0]).toMatchObject({ verdict: 'not-supported', reason: 'panel' });
    const { lines } = await site.ask('jobs.preflight', { kind: 'unbind-panel', ids: [id] });
    expect(lines[0]).toMatchObject({ light: 'caution', verdict: null, reason: 'panel' });
    const wrong = await site.ended(await site.ask('devices.unbindPanel', { id, code: 'nonsense' }));
    expect(wrong.items[0]).toMatchObject({ verdict: 'refused', rawResult: 'CodeError' });
    const right = await site.ended(await site.ask('devices.unbindPanel', { id, code: 'VENDOR-7' }));
    expect(right.items[0]).toMatchObject({ verdict: 'verified', reason: 'not-bound' });
    const all = JSON.stringify([site.events, site.log.lines]);
    expect(all).not.toContain('VENDOR-7');
  });

  test('a wrong saved password stops the group; nobody is near a lock', async () => {
    const devices = Array.from({ length: 30 }, (_, index) =>
      one({ address: `192.168.1.${20 + index}` }),
    );
    const site = await createActsSite({ devices });
    const ids = await site.ids();
    const wrong = { all: 'Saved-wrong-1' };
    const job = await site.ended(await site.ask('devices.unbind', { ids, secrets: wrong }));
    expect(job.counts).toEqual({ 'wrong-password': 1, skipped: 29 });
    for (const device of site.fleet.devices) {
      expect(device.attemptsLeft).toBeGreaterThanOrEqual(2);
      expect(device.isLocked(site.clock.now())).toBe(false);
    }
  });
});
