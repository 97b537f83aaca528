/** Edit IP over real networks, by the built command line: one test for each scenario of a technician. */
import { expect, it } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { PlanRow } from '../../main/contract/job.ts';
import {
  type DevicesReply,
  heard,
  inSite,
  itemOf,
  type JobReply,
  passwordsSent,
  type Site,
  serials,
  tally,
  trainingPassword,
} from './acts-support.ts';
import { startScanner } from './agents.ts';
import { describeLab } from './support.ts';

const camera = 'DS-2CD2385G1-I';
const newCamera = 'DS-2CD2143G2-I';
const mask = '255.255.0.0';

interface PlanReply extends JobReply {
  readonly plan: readonly PlanRow[];
  readonly skipped: readonly { readonly address: string; readonly by: string }[];
}

/** Whether the laptop can open the device's web page. */
async function webPage(site: Site, address: string): Promise<string> {
  const scanner = await startScanner(site.lab);
  try {
    return await scanner.do('tcp', { address, port: 80 });
  } finally {
    await scanner.end();
  }
}

async function listed(site: Site): Promise<readonly Device[]> {
  const { data } = await site.run<DevicesReply>(['scan', '--wait', '2']);
  return data.devices;
}

/** What the laptop's system has as addresses and routes. */
function settingsOf({ lab }: Site): string {
  const addresses = lab.ip('scan', '-4', 'addr', 'show');
  return `${addresses.replace(/valid_lft .*/g, '')}${lab.ip('scan', 'route', 'show')}`;
}

describeLab('Edit IP over real networks', () => {
  it.concurrent('2: a camera in a foreign subnet is moved by multicast, and reachable afterwards', () =>
    inSite(async (site) => {
      const fleet = await site.devices('alien', {
        groups: [
          { model: camera, first: '192.168.1.70', count: 1 },
          { model: newCamera, first: '192.168.1.71', count: 1 },
        ],
      });
      const before = settingsOf(site);
      const found = await listed(site);
      expect(found.map(({ flags }) => flags.includes('other-subnet'))).toEqual([true, true]);
      const [old = '', third = ''] = serials(await fleet.truth());
      const edits = [
        [old, '10.77.64.10'],
        [third, '10.77.64.11'],
      ] as const;
      for (const [serial, ip] of edits) {
        const change = ['--ip', ip, '--mask', mask, '--gateway', '10.77.0.254'];
        const { code, data } = await site.run<JobReply>([
          ...['network', 'set', serial, ...change],
          ...site.password(trainingPassword),
        ]);
        expect(itemOf(data.job, serial)).toMatchObject({
          verdict: 'verified',
          reason: 'read-back',
          after: { ipv4Address: ip, ipv4Mask: mask },
        });
        expect(code).toBe(0);
        expect(await fleet.one(serial)).toMatchObject({ address: ip });
        expect(heard(await fleet.one(serial), 'update')).toHaveLength(1);
        expect(await webPage(site, ip)).toBe('open');
      }
      const after = await listed(site);
      expect(after).toHaveLength(2);
      for (const { flags } of after) expect(flags).not.toContain('other-subnet');
      expect(settingsOf(site), 'the laptop is as it was').toBe(before);
    }));

  it.concurrent('3: eight new cameras at one address end at eight of their own', () =>
    inSite(async (site) => {
      const fleet = await site.devices('alien', { scenario: 'crowd' });
      site.occupy('deva', ['10.77.0.66', '10.77.0.69']);
      const all = serials(await fleet.truth());
      const found = await listed(site);
      expect(found).toHaveLength(8);
      for (const { flags } of found) expect(flags).toContain('duplicate-address');
      const password = site.password(trainingPassword);
      const activated = await site.run<JobReply>(['activate', ...all, ...password]);
      expect(tally(activated.data.job.items)).toEqual({ verified: 8 });

      const resolve = ['network', 'resolve', '--wait-scan', '2'];
      const { code, data } = await site.run<PlanReply>([...resolve, ...password]);
      expect(data.job).toMatchObject({ parallel: 1, counts: { verified: 8 } });
      expect(data.skipped.map(({ address }) => address)).toEqual(['10.77.0.66', '10.77.0.69']);
      expect(code).toBe(0);
      const addresses = (await fleet.truth()).map(({ address }) => address);
      expect([...addresses].sort()).toEqual(
        [64, 65, 67, 68, 70, 71, 72, 73].map((host) => `10.77.0.${host}`),
      );
      for (const address of addresses) expect(await webPage(site, address)).toBe('open');
      // One at a time: the next one began when the one before had ended.
      const times = data.job.items.map(({ startedAt, endedAt }) => [startedAt, endedAt]);
      for (const [index, [startedAt]] of times.entries()) {
        if (index > 0) expect(String(startedAt) >= String(times[index - 1]?.[1])).toBe(true);
      }
    }));

  it.concurrent('3: the one of a crowd that does not move is named, and nobody after it is touched', () =>
    inSite(async (site) => {
      const at = { first: '192.168.1.64', isCrowd: true } as const;
      const fleet = await site.devices('alien', {
        groups: [{ model: camera, ...at, count: 8 }],
      });
      const dry = ['network', 'resolve', '--wait-scan', '2'];
      const plan = await site.run<{ groups: { rows: PlanRow[] }[] }>([...dry, '--dry-run']);
      const order = plan.data.groups[0]?.rows.map(({ device }) => device?.serial) ?? [];
      expect(order).toHaveLength(8);
      const stubborn = order[3] ?? '';
      await fleet.do('acts', { device: stubborn, acts: ['refuses'] });
      const { code, data } = await site.run<PlanReply>([
        ...dry,
        ...site.password(trainingPassword),
      ]);
      expect(code).toBe(1);
      expect(tally(data.job.items)).toEqual({ verified: 3, refused: 1, skipped: 4 });
      expect(itemOf(data.job, stubborn)).toMatchObject({ verdict: 'refused', reason: 'denied' });
      for (const serial of order.slice(4)) {
        expect(itemOf(data.job, serial ?? '')).toMatchObject({ reason: 'group-stopped' });
        expect((await fleet.one(serial ?? '')).heard).toEqual([]);
      }
      await fleet.do('acts', { device: stubborn, acts: [] });
      const again = await site.run<PlanReply>([...dry, ...site.password(trainingPassword)]);
      expect(tally(again.data.job.items)).toEqual({ verified: 5 });
      const addresses = (await fleet.truth()).map(({ address }) => address);
      expect(new Set(addresses).size).toBe(8);
    }));

  it.concurrent('9: a camera that was moved out of reach is still heard, and is put back', () =>
    inSite(async (site) => {
      const mac = '44:47:cc:00:00:09';
      const group = { model: newCamera, mac, first: '10.77.64.20', count: 1, mask };
      site.wear('deva', mac);
      const fleet = await site.devices('deva', { groups: [{ ...group, gateway: '10.77.0.254' }] });
      const [serial = ''] = serials(await fleet.truth());
      const password = site.password(trainingPassword);
      const edit = ['--ip', '10.99.1.20', '--mask', '255.255.255.0', '--gateway', '10.99.1.1'];
      const lost = await site.run<JobReply>(['network', 'set', serial, ...edit, ...password]);
      expect(itemOf(lost.data.job, serial)).toMatchObject({
        verdict: 'verified',
        before: { ipv4Address: '10.77.64.20', ipv4Mask: mask },
        after: { ipv4Address: '10.99.1.20' },
      });
      expect(lost.data.job.canUndo).toBe(true);
      expect(await webPage(site, '10.99.1.20')).not.toBe('open');
      const [far] = await listed(site);
      expect(far?.flags).toContain('other-subnet');
      expect(far?.ipv4.address).toBe('10.99.1.20');

      const undo = await site.run<JobReply>(['network', 'undo', 'last', ...password]);
      expect(undo.code, JSON.stringify(undo.data.job.items)).toBe(0);
      expect(itemOf(undo.data.job, serial)).toMatchObject({ verdict: 'verified' });
      expect(await fleet.one(serial)).toMatchObject({ address: '10.77.64.20' });
      expect(await webPage(site, '10.77.64.20')).toBe('open');
      const [back] = await listed(site);
      expect(back?.ipv4).toMatchObject({
        ...{ address: '10.77.64.20', mask, gateway: '10.77.0.254', dhcp: false },
      });
    }));

  it.concurrent('9: an address that a moved camera left is free at once, whatever the laptop remembers', () =>
    inSite(async (site) => {
      const [first, second] = ['44:47:cc:00:00:0a', '44:47:cc:00:00:0b'] as const;
      const group = (mac: string, address: string) => ({
        groups: [{ model: camera, mac, first: address, count: 1, mask }],
      });
      site.wear('alien', first);
      site.wear('deva', second);
      const leaving = await site.devices('alien', group(first, '10.77.64.30'));
      const coming = await site.devices('deva', group(second, '10.77.64.31'));
      // The laptop's system now knows by ARP who has the address.
      expect(await webPage(site, '10.77.64.30')).toBe('open');
      const lines = ['mac,ip', `${first},10.77.64.32`, `${second},10.77.64.30`];
      const plan = ['network', 'plan', site.file('plan.csv', lines.join('\n')), '--wait-scan', '2'];
      const { data } = await site.run<PlanReply>([...plan, ...site.password(trainingPassword)]);
      expect(tally(data.job.items), JSON.stringify(data.job.items)).toEqual({ verified: 2 });
      expect((await leaving.truth())[0]?.address).toBe('10.77.64.32');
      expect((await coming.truth())[0]?.address).toBe('10.77.64.30');
    }));

  it.concurrent('10: addresses of other equipment are stepped over, listed, and nobody clashes', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [{ model: camera, first: '10.77.70.1', count: 20, mask }],
      });
      const taken = [11, 13, 14, 20, 28].map((host) => `10.77.71.${host}`);
      site.occupy('alien', taken);
      const set = ['network', 'set', ...serials(await fleet.truth()), '--from', '10.77.71.10'];
      const { code, data } = await site.run<PlanReply>([
        ...set,
        ...site.password(trainingPassword),
      ]);
      expect(data.job.counts).toEqual({ verified: 20 });
      expect(code).toBe(0);
      expect(data.skipped.map(({ address }) => address)).toEqual(taken);
      const got = (await fleet.truth()).map(({ address }) => address);
      const free = Array.from({ length: 25 }, (_, index) => `10.77.71.${10 + index}`).filter(
        (address) => !taken.includes(address),
      );
      expect(got).toEqual(free);
      const listedNow = await listed(site);
      expect(listedNow.flatMap(({ flags }) => flags)).not.toContain('duplicate-address');
    }));

  it.concurrent('11: a plan shows its differences and its errors before anything is sent', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: camera, first: '10.77.72.1', count: 3, mask },
          { model: newCamera, first: '10.77.72.11', count: 3, mask },
        ],
      });
      const all = await fleet.truth();
      const [a, b, c, d, e, f] = serials(all);
      const lines = [
        'Serial;Name;IP',
        `${a};Gate;10.77.73.1`,
        `${b};Yard;10.77.73.2`,
        `${c};Hall;10.77.73.2`,
        'DS-2CD2385G1-I20990101AAWRZ99999999;Ghost;10.77.73.4',
        `${all[3]?.mac};Roof;10.77.73.5`,
        `${e};Lift;10.77.72.12`,
        `${f};;10.77.72.13`,
      ];
      const plan = [
        'network',
        'plan',
        site.file('plan.csv', lines.join('\r\n')),
        '--wait-scan',
        '2',
      ];
      const dry = await site.run<PlanReply>([...plan, '--dry-run']);
      expect(dry.code).toBe(1);
      expect((await fleet.truth()).flatMap((device) => device.heard)).toEqual([]);
      const codes = dry.data.plan.map(({ problems }) => problems.map(({ code }) => code));
      expect(codes).toEqual([
        [],
        ['doubled-in-plan'],
        ['doubled-in-plan'],
        ['unknown-device'],
        [],
        [],
        ['no-change'],
      ]);
      expect(dry.data.plan[0]).toMatchObject({
        line: 2,
        from: { ipv4Address: '10.77.72.1' },
        to: { ipv4Address: '10.77.73.1' },
      });

      const run = await site.run<PlanReply>([...plan, ...site.password(trainingPassword)]);
      expect(run.code, 'rows were left out').toBe(1);
      expect(tally(run.data.job.items)).toEqual({ verified: 2, already: 2 });
      expect((await fleet.truth()).map(({ address }) => address)).toEqual([
        ...['10.77.73.1', '10.77.72.2', '10.77.72.3'],
        ...['10.77.73.5', '10.77.72.12', '10.77.72.13'],
      ]);
      expect(passwordsSent(await fleet.truth())).toBe(2);
      const named = await listed(site);
      expect(named.find(({ serial }) => serial === a)?.name).toBe('Gate');
      expect(named.find(({ serial }) => serial === d)?.name).toBe('Roof');
      expect(named.find(({ serial }) => serial === e)?.name).toBe('Lift');
    }));
});
