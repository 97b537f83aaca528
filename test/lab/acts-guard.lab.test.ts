/** What must never happen: a device locked out, a packet of a local act, a password in a stranger's hands. */
import { expect, it } from 'vitest';
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
import { describeLab } from './support.ts';

const second = 'DS-7608NI-K2/8P';
const third = 'DS-2CD2143G2-I';
const wrong = ['Wrong-one-1', 'Wrong-two-2', 'Wrong-three-3', 'Wrong-four-4', 'Wrong-five-5'];

/**
 * Datagrams, TCP segments and ICMP messages that reached the devices' hosts. Not frames: the kernel still
 * repeats its farewell to a multicast group seconds after a scan has ended.
 */
function packets({ lab }: Site): number {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    Udp: ['InDatagrams', 'NoPorts', 'InErrors'],
    Tcp: ['InSegs'],
    Icmp: ['InMsgs'],
  };
  let sum = 0;
  for (const host of ['deva', 'devb', 'alien'] as const) {
    const lines = lab.exec(host, 'cat', '/proc/net/snmp').split('\n');
    for (const [protocol, names] of Object.entries(wanted)) {
      const [head = [], values = []] = lines
        .filter((line) => line.startsWith(`${protocol}:`))
        .map((line) => line.split(' '));
      for (const name of names) sum += Number(values[head.indexOf(name)]);
    }
  }
  return sum;
}

describeLab('what must never happen', () => {
  it.concurrent('16: a wrong password on thirty cameras stops, and none comes near its lock', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: second, first: '10.77.64.1', count: 15, cloud: 'bound' },
          { model: third, first: '10.77.64.21', count: 15, cloud: 'bound', maxAttempts: 4 },
        ],
      });
      const all = serials(await fleet.truth());
      for (const [round, password] of wrong.entries()) {
        const before = passwordsSent(await fleet.truth());
        const args = ['unbind', ...all, ...site.password(password)];
        const { code, data } = await site.run<JobReply>(args);
        expect(code).toBe(1);
        const { 'wrong-password': told = 0, ...others } = tally(data.job.items);
        expect(told, `round ${round}`).toBe(1);
        expect(others).toEqual({ skipped: data.job.items.length - 1 });
        expect(passwordsSent(await fleet.truth()) - before, 'one device was tried').toBe(1);
      }
      // Whoever is asked first takes the try, so the tries of one device are used up by itself.
      const [first = ''] = all;
      for (let lone = 1; (await fleet.one(first)).attemptsLeft > 2 && lone < 9; lone += 1) {
        await site.run(['unbind', first, ...site.password(`Lone-wrong-${lone}`)]);
      }
      const { attemptsLeft } = await fleet.one(first);
      expect(attemptsLeft).toBe(2);
      const shown = await site.run<JobReply>(['unbind', first, '--check']);
      expect(shown.data.preflight[0]).toMatchObject({ attemptsLeft, reason: 'attempts-low' });

      // The wrong password of before, once more: the device that knows it as wrong is not tried with it.
      const again = ['unbind', ...all.slice(15), ...site.password(wrong[4] ?? '')];
      const last = await site.run<JobReply>(again);
      expect(tally(last.data.job.items)['wrong-password']).toBe(1);

      const after = await fleet.truth();
      for (const device of after) {
        expect(device.attemptsLeft, device.serial).toBeGreaterThanOrEqual(2);
        expect(device.isLocked, device.serial).toBe(false);
        expect(device.isBound).toBe(true);
      }
    }));

  it.concurrent('16: the same with a wrong password out of the vault', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: second, first: '10.77.64.1', count: 15, cloud: 'bound' },
          { model: third, first: '10.77.64.21', count: 15, cloud: 'bound', maxAttempts: 4 },
        ],
      });
      const all = serials(await fleet.truth());
      const vault = ['--passphrase-file', site.file('passphrase', 'seven blue ladders\n')];
      expect((await site.run(['vault', 'init', ...vault])).code).toBe(0);
      await site.run(['scan', '--wait', '2']);
      const save = ['vault', 'save', ...all, ...site.password(wrong[0] ?? '')];
      expect((await site.run([...save, ...vault])).code).toBe(0);
      const locked = await site.words(['unbind', ...all, '--yes', '--json']);
      expect([locked.code, locked.stdout]).toEqual([4, expect.stringContaining('vault.locked')]);
      expect(passwordsSent(await fleet.truth())).toBe(0);

      for (const told of [1, 1]) {
        const before = passwordsSent(await fleet.truth());
        const { code, data } = await site.run<JobReply>(['unbind', ...all, '--yes', ...vault]);
        expect(code).toBe(1);
        expect(tally(data.job.items)).toEqual({
          'wrong-password': told,
          skipped: all.length - told,
        });
        expect(passwordsSent(await fleet.truth()) - before, 'one device was tried').toBe(told);
      }
      for (const device of await fleet.truth()) {
        expect(device.attemptsLeft, device.serial).toBeGreaterThanOrEqual(2);
        expect(device.isLocked, device.serial).toBe(false);
        expect(device.isBound).toBe(true);
      }
    }));

  it.concurrent('18: removing from the list sends no packet, and undo brings everything back', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [{ model: second, first: '10.77.64.1', count: 2, cloud: 'bound' }],
      });
      const [serial = '', other = ''] = serials(await fleet.truth());
      const quiet = packets(site);
      await site.run(['scan', '--wait', '2']);
      expect(packets(site), 'a scan is counted').toBeGreaterThan(quiet);
      await site.run(['devices', 'edit', serial, '--name', 'Gate', '--note', 'key with Anna']);

      const before = packets(site);
      const removed = await site.words(['devices', 'remove', serial]);
      expect(removed.code).toBe(0);
      expect(removed.stdout).toMatch(/stays bound to its account/);
      const rest = await site.run<DevicesReply>(['devices', 'list']);
      expect(rest.data.devices.map((device) => device.serial)).toEqual([other]);
      await site.run(['devices', 'restore', serial]);
      const back = await site.run<DevicesReply>(['devices', 'list']);
      expect(back.data.devices).toHaveLength(2);
      expect(back.data.devices.find((device) => device.serial === serial)).toMatchObject({
        ...{ name: 'Gate', cloud: { bound: true } },
      });
      const { stdout } = await site.words(['devices', 'show', serial]);
      expect(stdout).toContain('key with Anna');
      expect(packets(site) - before, 'packets the devices got').toBe(0);
      expect((await fleet.one(serial)).heard).toEqual([]);
      expect(await fleet.one(serial)).toMatchObject({ isBound: true });
    }));

  it.concurrent('a host that answers key exchanges for other devices never gets a password block', () =>
    inSite(async (site) => {
      const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((end) => `44:47:cc:00:01:0${end}`);
      const at = (host: number) => ({ first: `10.77.64.${host}`, count: 1, mask: '255.255.0.0' });
      const groups = [
        { ...at(1), model: second, mac: a ?? '', cloud: 'bound' as const },
        { ...at(2), model: third, mac: b ?? '', cloud: 'bound' as const },
        { ...at(3), model: third, mac: c ?? '' },
        { ...at(4), model: third, mac: d ?? '', isActivated: false },
        { ...at(5), model: second, mac: e ?? '', cloud: 'bound' as const },
      ];
      const fleet = await site.devices('deva', { groups });
      // On another host: it knows who it speaks for, and has none of these devices itself.
      const stranger = await site.devices('alien', {
        seed: 99,
        groups: groups.map((group) => ({ ...group, first: '192.168.1.200', isPowered: false })),
      });
      // Before the device, and after it. The last one is much too late: it shows that blocks are counted.
      const rogues = [
        { mac: a, answers: 'exchangecode', delayMs: 1 },
        { mac: b, answers: 'all', delayMs: 150 },
        { mac: c, answers: 'exchangecode', delayMs: 1 },
        { mac: d, answers: 'all', delayMs: 150 },
        { mac: e, answers: 'exchangecode', delayMs: 4_000 },
      ];
      for (const [index, rogue] of rogues.entries()) {
        await stranger.do('rogue', { rogue: { ...rogue, address: `10.77.99.${index + 1}` } });
      }
      const [first = '', then = '', moved = '', fresh = '', late = ''] = serials(
        await fleet.truth(),
      );
      const password = site.password(trainingPassword);
      const commands = [
        [first, ['unbind', first, '--include-unknown']],
        [then, ['unbind', then, '--include-unknown']],
        [moved, ['network', 'set', moved, '--ip', '10.77.64.33']],
        [fresh, ['activate', fresh]],
      ] as const;
      for (const [serial, args] of commands) {
        const { code, data } = await site.run<JobReply>([...args, ...password]);
        expect(code, args.join(' ')).toBe(1);
        const line = data.job === undefined ? data.preflight[0] : itemOf(data.job, serial);
        expect(['conflicting-replies', 'foreign-sender'], args.join(' ')).toContain(line?.reason);
        expect(line?.verdict).toBe('failed');
      }
      expect(passwordsSent(await fleet.truth())).toBe(0);
      const tooLate = await site.run<JobReply>(['unbind', late, ...password]);
      expect(itemOf(tooLate.data.job, late)).toMatchObject({ verdict: 'verified' });
      const logs = await stranger.do('rogues');
      expect(logs.map(({ blocksHeard }) => blocksHeard)).toEqual([0, 0, 0, 0, 1]);
      expect(logs.slice(0, 4).flatMap(({ passwordsHeard }) => passwordsHeard)).toEqual([]);
      for (const [index, { exchangesAnswered }] of logs.entries()) {
        expect(exchangesAnswered, `rogue ${index} was asked`).toBeGreaterThan(0);
      }
      const after = await fleet.truth();
      for (const device of after) expect(heard(device, 'exchangecode')).toHaveLength(1);
      expect(after.map(({ isActivated }) => isActivated)).toEqual([true, true, true, false, true]);
    }));
});
