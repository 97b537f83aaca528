import { describe, expect, test } from 'vitest';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import type { BackupMeta } from '../../main/contract/login.ts';
import { fromBase64 } from '../../main/protocol/base64.ts';
import { openBackup } from '../../main/services/backup/backup-file.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createRecorderSite, lie, loseAnswer, type RecorderSite } from './recorder-rig.ts';

const secretKey = 'Key4Backup';
const passphrase = 'seven blue ladders';
const net = { gateway: '192.168.1.1', uptimeMs: 3_600_000, firmware: 'V5.7.17build 240606' };
const camera = (host: number, more: Partial<DeviceSpec> = {}): DeviceSpec => ({
  ...{ model: 'DS-2CD2143G2-I', address: `192.168.1.${host}`, ...net },
  ...{ serial: `DS-2CD2143G2-I20230101AAWRE123456${host}`, mac: `44:47:cc:00:00:${host}` },
  ...more,
});
const secrets = { all: trainingPassword };

interface Made {
  readonly fileName: string;
  readonly base64: string;
  readonly meta: BackupMeta;
}

function make(site: RecorderSite, more: object = { passphrase }): Promise<Made> {
  const input = { id: site.id(0), secretKey, override: undefined, ...more };
  return site.wait(site.core.recorders.backup.make(input, trainingPassword));
}

function restore(site: RecorderSite, base64: string, more: object = {}) {
  const index = 0;
  return site.item(
    site.core.recorders.backup.restore(
      {
        ...{ id: site.id(index), base64, secretKey, passphrase, override: undefined },
        confirmSerial: site.device(index).serial.slice(-4),
        ...more,
      },
      secrets,
    ),
  );
}

async function codeOf(run: () => Promise<unknown>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe('a backup', () => {
  test('is sealed, says what it is, and holds no secret of the device in the open', async () => {
    const site = await createRecorderSite(camera(71, { cloud: 'bound' }));
    const made = await make(site);
    expect(made.meta).toMatchObject({
      ...{ model: 'DS-2CD2143G2-I', serial: site.device(0).serial, isSealed: true },
    });
    expect(made.meta.bytes).toBeGreaterThan(200);
    expect(made.fileName).toMatch(/^untether-backup-[\w.-]+-\d{4}-\d\d-\d\d\.untether-backup$/);
    const { backup } = site.core.recorders;
    const read = (phrase?: string) =>
      backup.read({ base64: made.base64, ...(phrase === undefined ? {} : { passphrase: phrase }) });
    expect((await read()).meta).toEqual(made.meta);
    expect((await read(passphrase)).meta).toEqual(made.meta);
    expect(await codeOf(() => read('another phrase'))).toBe('backup.not-opened');
    expect(await codeOf(() => backup.read({ base64: btoa('something else entirely') }))).toBe(
      'backup.not-ours',
    );
  });

  test('keeps readable snapshots without passwords, codes and keys', async () => {
    const site = await createRecorderSite(camera(71, { cloud: 'bound' }));
    const made = await make(site, { acceptPlain: 'PLAIN' });
    const file = fromBase64(made.base64) ?? new Uint8Array();
    const { snapshots } = await openBackup(null, file, (data) => systemCrypto.sha256(data));
    expect(Object.keys(snapshots)).toEqual(
      expect.arrayContaining(['deviceInfo', 'interfaces', 'adminAccesses', 'users', 'notRead']),
    );
    expect(snapshots['interfaces']).toContain('192.168.1.71');
    const all = JSON.stringify(snapshots);
    expect(all).not.toContain(trainingPassword);
    expect(all).not.toMatch(/<(?:\w+:)?(password|verificationCode|secretKey|salt)\b/i);
  });

  test('needs a passphrase or the word', async () => {
    const site = await createRecorderSite(camera(71));
    expect(await codeOf(() => make(site, {}))).toBe('backup.needs-consent');
    expect(await codeOf(() => make(site, { passphrase: 'short' }))).toBe('vault.passphrase-short');
  });

  test('of firmware that has none is told', async () => {
    const site = await createRecorderSite(
      camera(71, { webLacks: ['/ISAPI/System/configurationData'] }),
    );
    expect(await codeOf(() => make(site))).toBe('backup.unsupported');
  });

  test('never opens with one changed bit', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    const file = fromBase64(made.base64) ?? new Uint8Array();
    const { backup } = site.core.recorders;
    let tried = 0;
    for (let at = 0; at < file.length; at += Math.max(1, Math.floor(file.length / 150))) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const base64 = Buffer.from(changed).toString('base64');
      const code = await codeOf(() => backup.read({ base64, passphrase }));
      expect(code, `byte ${at}`).toMatch(/^backup\.(damaged|not-opened|not-ours|newer)$/);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(100);
    const short = Buffer.from(file.slice(0, -5)).toString('base64');
    expect(await codeOf(() => backup.read({ base64: short, passphrase }))).toBe('backup.damaged');
  });
});

describe('restoring', () => {
  test('is verified by the restart and by what the device shows again', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    Object.assign(site.device(0).state, { deviceName: 'Renamed' });
    const item = await restore(site, made.base64);
    expect(item).toMatchObject({ verdict: 'verified', reason: 'read-back' });
    expect(site.device(0).state.deviceName).not.toBe('Renamed');
    const stored = JSON.stringify([
      item,
      site.store.acts.jobs.list(9).map(({ id }) => site.store.acts.jobs.get(id)),
      site.store.acts.audit.list({ limit: 200 }),
      site.log.lines,
    ]);
    expect(stored).toContain('restore-config');
    for (const secret of [secretKey, passphrase, trainingPassword, made.base64.slice(400, 440)]) {
      expect(stored).not.toContain(secret);
    }
  });

  test('another key is refused by the device, and nothing changes', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    Object.assign(site.device(0).state, { deviceName: 'Renamed' });
    const item = await restore(site, made.base64, { secretKey: 'Other' });
    expect(item).toMatchObject({ verdict: 'refused', reason: 'wrong-key' });
    expect(site.device(0).state.deviceName).toBe('Renamed');
  });

  test('another model or firmware is refused here, before anything is sent', async () => {
    const one = await createRecorderSite(camera(71));
    const made = await make(one);
    for (const more of [{ model: 'DS-2CD2385G1-I' }, { firmware: 'V5.7.18build 240826' }]) {
      const site = await createRecorderSite(camera(71, more));
      const item = await restore(site, made.base64);
      expect(item).toMatchObject({ verdict: 'skipped', reason: 'wrong-file' });
      expect(item.params).toMatchObject({ model: 'DS-2CD2143G2-I' });
      expect(site.asked.filter((each) => each.startsWith('PUT'))).toEqual([]);
    }
  });

  test('a device that only says so is not believed', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    Object.assign(site.device(0).state, { deviceName: 'Renamed' });
    site.wire.twist = lie('PUT');
    expect(await restore(site, made.base64)).toMatchObject({
      ...{ verdict: 'accepted', reason: 'not-applied' },
    });
  });

  test('a device that goes away and stays away is not said to be there again', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    const lying = lie('PUT');
    site.wire.twist = (request, inner) => {
      const answer = lying(request, inner);
      // One look still finds it, and no later one.
      if (answer !== null) site.clock.after(3000, () => (site.device(0).state.power = 'off'));
      return answer;
    };
    const item = await restore(site, made.base64);
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'no-read-back' });
    const told = item.evidence.map(({ text }) => text).filter((text) => text.includes('was away'));
    expect(told).toEqual(['was away: true, there again: false']);
  });

  test('a lost answer is looked up', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    Object.assign(site.device(0).state, { deviceName: 'Renamed' });
    site.wire.twist = loseAnswer('PUT');
    expect(await restore(site, made.base64)).toMatchObject({ verdict: 'verified' });
    expect(site.asked.filter((each) => each.startsWith('PUT'))).toHaveLength(1);
  });

  test('needs the end of the serial, the passphrase and a whole file', async () => {
    const site = await createRecorderSite(camera(71));
    const made = await make(site);
    const code = (more: object) => codeOf(() => restore(site, made.base64, more));
    expect(await code({ confirmSerial: '0000' })).toBe('job.serial-mismatch');
    expect(await code({ passphrase: undefined })).toBe('backup.needs-passphrase');
    expect(await code({ passphrase: 'another phrase' })).toBe('backup.not-opened');
    expect(site.asked.filter((each) => each.startsWith('PUT'))).toEqual([]);
  });
});
