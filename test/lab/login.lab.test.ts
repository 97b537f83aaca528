/** Logins over HTTP and HTTPS on device addresses of their own, by the built command line. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { BookEntry } from '../../main/contract/book.ts';
import type { Device } from '../../main/contract/device.ts';
import type { RecorderChannel } from '../../main/contract/login.ts';
import {
  type DevicesReply,
  inSite,
  itemOf,
  type JobReply,
  type Site,
  serials,
  tally,
  trainingPassword,
} from './acts-support.ts';
import { describeLab } from './support.ts';

const recorder = 'DS-7608NI-K2/8P';
const camera = 'DS-2CD2143G2-I';
const newPassword = 'Korb.72xQ';
const wrong = ['Wrong-one-1', 'Wrong-two-2', 'Wrong-three-3', 'Wrong-four-4', 'Wrong-five-5'];

interface BookReply {
  readonly device: Device;
  readonly entry: BookEntry;
  readonly password: string;
}

/** The laptop's own `hosts` file, seen by its programs alone. Name servers: one that is not there. */
async function withNames(site: Site, run: (names: (lines: string) => void) => Promise<void>) {
  const dir = join('/etc/netns', site.lab.namespace('scan'));
  const names = (lines: string): void =>
    writeFileSync(join(dir, 'hosts'), `127.0.0.1 localhost\n${lines}`);
  mkdirSync(dir, { recursive: true });
  try {
    writeFileSync(join(dir, 'resolv.conf'), 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
    names('');
    await run(names);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function openVault(site: Site): Promise<readonly string[]> {
  const vault = ['--passphrase-file', site.file('passphrase', 'seven blue ladders\n')];
  expect((await site.run(['vault', 'init', ...vault])).code).toBe(0);
  return vault;
}

function secret(site: Site, option: string, text: string): readonly string[] {
  return [option, site.file('secret.txt', `${text}\n`)];
}

/** Two cores carry five labs at once, and whatever else the machine does. Only a hang is to be noticed by it. */
const limitMs = 400_000;

describeLab('logins over HTTP', () => {
  vi.setConfig({ testTimeout: limitMs });

  it.concurrent('24: a name that leads nowhere is kept, and tested again on demand', () =>
    inSite((site) =>
      withNames(site, async (names) => {
        const fleet = await site.devices('deva', {
          groups: [{ model: camera, first: '10.77.64.1', count: 2, sadp: 'off' }],
        });
        const password = site.password(trainingPassword);
        const add = ['devices', 'add', '--host', 'cam.example.lan', '--port', '8000', ...password];
        const offline = await site.run<BookReply>(add);
        expect(offline.code).toBe(1);
        expect(offline.data.entry.test).toMatchObject({
          ...{ name: 'not-resolved', reach: 'not-tested', login: 'not-tested' },
        });
        const { stdout } = await site.words(['devices', 'test', 'cam.example.lan', ...password]);
        expect(stdout).toMatch(/name/i);
        expect(stdout).not.toMatch(/wrong password/i);
        const list = await site.run<DevicesReply>(['devices', 'list']);
        expect(list.data.devices).toHaveLength(1);

        names('10.77.64.1 cam.example.lan\n');
        const test = await site.run<BookReply>(['devices', 'test', 'cam.example.lan', ...password]);
        expect(test.code).toBe(0);
        const [first, second] = await fleet.truth();
        expect(test.data.entry).toMatchObject({ host: 'cam.example.lan', commandPort: 8000 });
        expect(test.data.entry.test).toMatchObject({
          ...{ name: 'resolved', address: '10.77.64.1', reach: 'open', login: 'proven' },
          identity: { serial: first?.serial },
        });

        // The name leads to another camera now: its login is right, and it is not ours.
        names('10.77.64.2 cam.example.lan\n');
        const moved = await site.run<BookReply>([
          'devices',
          'test',
          'cam.example.lan',
          ...password,
        ]);
        expect(moved.data.entry.test).toMatchObject({
          ...{ isSameDevice: false, identity: { serial: second?.serial } },
        });
        const sent = await site.run<JobReply>(['reboot', first?.serial ?? '', ...password]);
        expect(itemOf(sent.data.job, first?.serial)).toMatchObject({ reason: 'other-device' });
      }),
    ));

  it.concurrent('HTTPS: the first certificate is kept, and it is the same later', () =>
    inSite(async (site) => {
      await site.devices('deva', {
        groups: [{ model: camera, first: '10.77.64.1', count: 1, sadp: 'off' }],
      });
      const password = site.password(trainingPassword);
      const way = ['--host', '10.77.64.1', '--https', '--http-port', '443'];
      const added = await site.run<BookReply>(['devices', 'add', ...way, ...password]);
      expect(added.data.entry.test).toMatchObject({
        ...{ login: 'proven', certificate: { state: 'first-use' } },
      });
      const { serial } = added.data.device;
      const again = await site.run<BookReply>(['devices', 'test', serial ?? '', ...password]);
      expect(again.data.entry.test).toMatchObject({ certificate: { state: 'same' } });
    }));

  it.concurrent('16: a wrong saved password on thirty cameras locks none', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: recorder, first: '10.77.64.1', count: 15 },
          { model: camera, first: '10.77.64.21', count: 15, maxAttempts: 4 },
        ],
      });
      const all = serials(await fleet.truth());
      const vault = await openVault(site);
      await site.run(['scan', '--wait', '2']);
      for (const password of wrong) {
        await site.run(['vault', 'save', ...all, ...site.password(password), ...vault]);
        for (const isSecond of [false, true]) {
          const { code, data } = await site.run<JobReply>(['reboot', ...all, '--yes', ...vault]);
          expect(code).toBe(1);
          const { verified = 0, accepted = 0 } = tally(data.job.items);
          expect([verified, accepted], `${password} ${isSecond}`).toEqual([0, 0]);
        }
      }
      const after = await fleet.truth();
      expect(after.some(({ attemptsLeft }) => attemptsLeft < 5)).toBe(true);
      for (const device of after) {
        expect(device.attemptsLeft, device.serial).toBeGreaterThanOrEqual(2);
        expect(device.isLocked, device.serial).toBe(false);
      }
    }));

  it.concurrent('a camera that only HTTP reaches: health, backup, password, address', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [{ model: camera, first: '10.77.64.1', count: 1, sadp: 'off' }],
      });
      const [{ serial = '' } = {}] = await fleet.truth();
      const vault = await openVault(site);
      const old = site.password(trainingPassword);
      const add = ['devices', 'add', '--host', '10.77.64.1', ...old, ...vault];
      const added = await site.run<BookReply>(add);
      expect([added.code, added.data.password]).toEqual([0, 'saved']);
      expect(added.data.device.serial).toBe(serial);

      const health = await site.run<{ health: { level: string } }>([
        ...['devices', 'verify', serial, ...vault],
      ]);
      expect(health.data.health.level).not.toBeNull();

      const backup = await site.words([
        ...['backup', serial, '--out', join(site.dir, 'camera.untether-backup'), ...vault, '--yes'],
        ...secret(site, '--secret-key-file', 'Key4Backup'),
        ...secret(site, '--file-passphrase-file', 'seven red ladders'),
      ]);
      expect(backup.code, backup.stderr).toBe(0);

      const change = ['password', serial, ...secret(site, '--new-password-file', newPassword)];
      const changed = await site.run<JobReply>([...change, '--yes', ...vault]);
      expect(itemOf(changed.data.job, serial)).toMatchObject({
        ...{ verdict: 'verified', reason: 'password-saved' },
      });

      // With the password that the vault has now.
      const edit = ['network', 'set', serial, '--ip', '10.77.64.9', '--yes', ...vault];
      const edited = await site.run<JobReply>(edit);
      expect(itemOf(edited.data.job, serial)).toMatchObject({
        ...{ verdict: 'verified', reason: 'read-back' },
      });
      expect((await fleet.one(serial)).address).toBe('10.77.64.9');
      const test = await site.run<BookReply>(['devices', 'test', serial, ...vault]);
      expect(test.data.entry).toMatchObject({ host: '10.77.64.9', test: { login: 'proven' } });
    }));

  it.concurrent('a recorder tells its channels, and lets one go', () =>
    inSite(async (site) => {
      const fleet = await site.devices('deva', {
        groups: [
          { model: camera, first: '10.77.64.21', count: 1 },
          {
            model: recorder,
            first: '10.77.64.1',
            count: 1,
            channels: [{ address: '10.77.64.21' }],
          },
        ],
      });
      const [eye, box] = await fleet.truth();
      await site.run(['scan', '--wait', '2']);
      const password = site.password(trainingPassword);
      const read = ['recorder', box?.serial ?? '', 'channels', ...password];
      const before = await site.run<{ channels: readonly RecorderChannel[] }>(read);
      const [channel] = before.data.channels;
      expect(channel).toMatchObject({ address: '10.77.64.21', state: 'online' });
      expect(JSON.stringify(channel?.match)).toContain(eye?.serial);
      const remove = ['recorder', box?.serial ?? '', 'channels', 'remove', String(channel?.id)];
      const removed = await site.run<JobReply>([...remove, ...password]);
      expect(itemOf(removed.data.job, box?.serial)).toMatchObject({ verdict: 'verified' });
      const after = await site.run<{ channels: readonly RecorderChannel[] }>(read);
      expect(after.data.channels).toEqual([]);
    }));
});
