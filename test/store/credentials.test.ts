import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviceId } from '../../main/contract/device.ts';
import { AppError } from '../../main/contract/errors.ts';
import type { BoxRow, CredentialRow } from '../../main/store/open.ts';
import { boxOf, openRig, osBox } from '../unit/vault/rig.ts';
import { failureOf, open, openFresh, t0, tempFile } from './helpers.ts';

function row(id: string, changes: Partial<CredentialRow> = {}): CredentialRow {
  return {
    ...{ id, scope: 'device', subject: 'sn:A', state: 'current' },
    ...{ keyId: 'k1', keyVersion: 1, nonce: Uint8Array.of(1), sealed: Uint8Array.of(2, 3) },
    ...{ createdAt: t0, changedAt: t0, provenAt: null, damagedAt: null },
    ...changes,
  };
}

function box(id: string, changes: Partial<BoxRow> = {}): BoxRow {
  const wrapped = Uint8Array.of(9, 9);
  return { id, kind: 'os', keyId: 'k1', wrapped, madeAt: t0, changedAt: t0, ...changes };
}

describe('credential rows', () => {
  test('come back as they were put, and another process sees them', () => {
    const path = tempFile();
    const one = open(path).store.acts.credentials;
    const two = open(path).store.acts.credentials;
    one.put(row('c1'));
    one.put(row('c2', { state: 'aside', createdAt: t0 + 1 }));
    one.put(row('c3', { subject: 'sn:B', provenAt: t0 }));
    expect(two.get('c3')).toEqual(row('c3', { subject: 'sn:B', provenAt: t0 }));
    expect(two.of('device', 'sn:A').map(({ id }) => id)).toEqual(['c1', 'c2']);
    two.put(row('c1', { sealed: Uint8Array.of(7) }));
    expect(one.all()).toHaveLength(3);
    expect(one.get('c1')?.sealed).toEqual(Uint8Array.of(7));
    one.remove('c1');
    expect(two.get('c1')).toBeNull();
  });

  test('of one subject there is one current row; a damaged one makes room', () => {
    const { credentials } = openFresh().acts;
    credentials.put(row('c1'));
    expect(String(failureOf(() => credentials.put(row('c2'))))).toContain('UNIQUE');
    credentials.markDamaged('c1', t0);
    credentials.put(row('c2'));
    expect(credentials.get('c1')).toEqual(row('c1', { damagedAt: t0 }));
  });

  test('are counted for the key in use, without damaged ones', () => {
    const { credentials } = openFresh().acts;
    credentials.putBox(box('os'));
    credentials.put(row('c1', { damagedAt: t0 }));
    credentials.put(row('c2'));
    credentials.put(row('c3', { keyId: 'k0' }));
    expect(credentials.counts()).toEqual([{ scope: 'device', state: 'current', rows: 1 }]);
  });

  test('nothing of a failed change stays', () => {
    const { credentials } = openFresh().acts;
    credentials.put(row('c1'));
    const failure = new AppError('vault.changed', {});
    const thrown = failureOf(() =>
      credentials.change(() => {
        credentials.remove('c1');
        credentials.put(row('c2'));
        throw failure;
      }),
    );
    expect(thrown).toBe(failure);
    expect(credentials.all()).toEqual([row('c1')]);
  });
});

describe('boxes', () => {
  test('one of each name is in use; retired ones stay in the file', () => {
    const { credentials } = openFresh().acts;
    credentials.putBox(box('os'));
    credentials.putBox(box('passphrase', { kind: 'passphrase', madeAt: t0 + 1 }));
    credentials.putBox(box('os', { wrapped: Uint8Array.of(8) }));
    expect(credentials.boxes().map(({ id, wrapped }) => [id, ...wrapped])).toEqual([
      ['os', 8],
      ['passphrase', 9, 9],
    ]);
    expect(String(failureOf(() => credentials.putBox(box('os', { keyId: 'k2' }))))).toContain(
      'UNIQUE',
    );
    credentials.retireBoxes(t0);
    expect(credentials.boxes()).toEqual([]);
    credentials.putBox(box('os', { keyId: 'k2' }));
    expect(credentials.boxes()).toEqual([box('os', { keyId: 'k2' })]);
    credentials.removeBox('os');
    expect(credentials.boxes()).toEqual([]);
  });
});

/** Every byte of every file beside the database. */
function bytesBeside(path: string): Buffer {
  const folder = dirname(path);
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

/** As UTF-8 and as Windows writes text, and in the usual wrappings. */
function spellings(secret: string): Buffer[] {
  const bytes = Buffer.from(secret, 'utf8');
  const texts = [
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    encodeURIComponent(secret),
  ];
  return [bytes, Buffer.from(secret, 'utf16le'), ...texts.map((text) => Buffer.from(text))];
}

describe('what lies on the disk', () => {
  test('after a day with 40 credentials no file, log or export holds one of them', async () => {
    const made = await openRig();
    const { vault, path, log } = made;
    await vault.addBox(osBox());
    const secrets: string[] = ['seven blue ladders', 'for the other laptop', 'Lobby-Password-Is'];
    for (let index = 0; index < 40; index += 1) {
      const device = deviceId.parse(`d${index}`);
      const [old, next] = [`Old-Pässw0rd-${index}!`, `New-Pässw0rd-${index}!`];
      vault.save({ scope: 'device', device }, { userName: `operator-${index}-x`, password: old });
      await vault.offer(device, old, 'proven');
      await vault.offer(device, next, 'pending');
      if (index % 2 === 0) await vault.offer(device, next, 'proven');
      vault.setGroup(device, 'g1');
      secrets.push(old, next, `operator-${index}-x`);
    }
    const label = 'Lobby-Password-Is-Hunter2';
    vault.save(
      { scope: 'group', id: 'g1' },
      { userName: 'admin', password: 'Group-Pass-1', label },
    );
    vault.save({ scope: 'site', id: 's1' }, { userName: 'admin', password: 'Site-Pass-1!' });
    secrets.push(label, 'Group-Pass-1', 'Site-Pass-1!');
    const { file } = await vault.exportTo(boxOf('for the other laptop', 'export'));
    vault.lock();
    const disk = bytesBeside(path);
    // Otherwise the search below would find nothing in nothing.
    expect(disk.includes('sn:d17')).toBe(true);
    expect(readdirSync(dirname(path))).toContain('untether.db-wal');
    const logged = Buffer.from(JSON.stringify([log.lines, vault.status()]));
    for (const [where, bytes] of [
      ['disk', disk],
      ['export', Buffer.from(file)],
      ['log', logged],
    ] as const) {
      const found = secrets.filter((secret) =>
        spellings(secret).some((each) => bytes.includes(each)),
      );
      expect([where, found]).toEqual([where, []]);
    }
    // Serials are nobody's business either, once the file leaves the house.
    expect(Buffer.from(file).includes('sn:d17')).toBe(false);
  });

  test('a changed passphrase leaves no copy that the old one opens', async () => {
    const { vault, store, path } = await openRig();
    const saltOf = () => Buffer.from(store.boxes()[0]?.wrapped.subarray(9, 25) ?? []);
    const old = saltOf();
    expect(bytesBeside(path).includes(old)).toBe(true);
    await vault.changeBox(boxOf('eight red ladders'));
    expect(bytesBeside(path).includes(saltOf())).toBe(true);
    expect(bytesBeside(path).includes(old)).toBe(false);
  });

  test('what was forgotten is not in the file any more, sealed or not', async () => {
    const { vault, store, path } = await openRig();
    for (const id of ['a', 'b', 'c']) await vault.offer(deviceId.parse(id), 'Abcd1234!', 'proven');
    const [first] = store.all();
    const sealed = Buffer.from(first?.sealed ?? []);
    expect(bytesBeside(path).includes(sealed)).toBe(true);
    vault.forget(first?.id ?? '');
    expect(bytesBeside(path).includes(sealed)).toBe(false);
  });
});
