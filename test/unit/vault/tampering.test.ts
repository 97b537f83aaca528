import { describe, expect, test } from 'vitest';
import { type DeviceId, deviceId } from '../../../main/contract/device.ts';
import type { BoxRow, CredentialRow } from '../../../main/store/open.ts';
import { boxOf, codeOf, flipBit, meddle, openRig, osBox, rig, type VaultRig } from './rig.ts';

const devices = Array.from({ length: 40 }, (_, index) => deviceId.parse(`d${index}`));
const passwordOf = (device: DeviceId) => `Secret-${device}!`;
const rounds = 1_000;

/** The same numbers in each run. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function filled(): Promise<VaultRig> {
  const made = await openRig();
  for (const device of devices) await made.vault.offer(device, passwordOf(device), 'proven');
  return made;
}

type Tamper = (row: CredentialRow, other: CredentialRow) => Partial<CredentialRow>;

/** What can happen to one row, by itself or with bytes of another one. */
const tampers: readonly ((dice: (sides: number) => number) => Tamper)[] = [
  (dice) => (row) => ({ sealed: flipBit(row.sealed, dice(row.sealed.length * 8)) }),
  (dice) => (row) => ({ nonce: flipBit(row.nonce, dice(96)) }),
  (dice) => (row) => ({ sealed: row.sealed.subarray(0, dice(row.sealed.length)) }),
  (dice) => (row) => ({ nonce: row.nonce.subarray(0, dice(12)) }),
  () => (row) => ({ sealed: Uint8Array.from([...row.sealed, 0]) }),
  () => (_row, other) => ({ sealed: other.sealed, nonce: other.nonce }),
  () => (_row, other) => ({ sealed: other.sealed }),
  () => (row) => ({ state: row.state === 'current' ? 'pending' : 'current' }),
  () => () => ({ state: 'aside' }),
  (dice) => (row) => ({ changedAt: row.changedAt + 1 + dice(1_000) }),
  (dice) => (row) => ({ provenAt: (row.provenAt ?? 0) + 1 + dice(1_000) }),
  (dice) => (row) => ({ createdAt: row.createdAt - 1 - dice(1_000) }),
  (dice) => (row) => ({ keyVersion: row.keyVersion + 1 + dice(9) }),
  () => (row) => ({ keyId: row.keyId.toUpperCase().replace(/^./, 'Z') }),
  () => (row) => ({ subject: `${row.subject}x` }),
  () => () => ({ scope: 'site' }),
  () => (row) => ({ id: `${row.id}x` }),
  () => () => ({ scope: 'nonsense', state: 'rubbish' }),
];

describe('a thousand changed rows', () => {
  test('each is told, is still in the file, and the others open', async () => {
    const { vault, store, path } = await filled();
    const before = store.all();
    const dice = makeDice(4);
    for (let round = 0; round < rounds; round += 1) {
      const index = dice(before.length);
      const row = before[index];
      const second = before[(index + 1 + dice(before.length - 1)) % before.length];
      const make = tampers[round % tampers.length];
      if (row === undefined || second === undefined || make === undefined) throw new Error('dice');
      const tampered = { ...row, ...make(dice)(row, second) };
      meddle(path, (db) => replaceRow(db, row.id, tampered));

      const { credentials, damaged } = vault.list();
      expect([round, damaged.map(({ id }) => id)]).toEqual([round, [tampered.id]]);
      expect(credentials).toHaveLength(devices.length - 1);
      const code = await codeOf(() => vault.reveal(tampered.id));
      expect([round, code]).toEqual([round, 'vault.credential-damaged']);
      for (const device of devices) {
        const isHit = `sn:${device}` === row.subject;
        expect(vault.login(device)?.password).toBe(isHit ? undefined : passwordOf(device));
      }
      expect(store.all()).toHaveLength(before.length);

      meddle(path, (db) => replaceRow(db, tampered.id, row));
    }
    expect(store.all()).toEqual(before);
    expect(vault.list().damaged).toEqual([]);
  }, 120_000);

  test('two rows that changed places do not open in each other’s', async () => {
    const { vault, store, path } = await filled();
    const [one, two] = store.all();
    if (one === undefined || two === undefined) throw new Error('no rows');
    meddle(path, (db) => {
      db.exec('BEGIN');
      replaceRow(db, one.id, { ...one, subject: 'sn:away' });
      replaceRow(db, two.id, { ...two, subject: one.subject });
      replaceRow(db, one.id, { ...one, subject: two.subject });
      db.exec('COMMIT');
    });
    expect(vault.list().damaged).toHaveLength(2);
    expect(await vault.password(deviceId.parse(one.subject.slice(3)))).toBeNull();
    expect(await vault.password(deviceId.parse(two.subject.slice(3)))).toBeNull();
  });

  test('a new password takes the place of a damaged row, which stays and may come back', async () => {
    const { vault, store, path } = await filled();
    const [device = deviceId.parse('none')] = devices;
    const row = store.of('device', `sn:${device}`)[0];
    if (row === undefined) throw new Error('no row');
    meddle(path, (db) => replaceRow(db, row.id, { ...row, sealed: flipBit(row.sealed, 5) }));
    expect(await vault.password(device)).toBeNull();
    await vault.offer(device, 'Typed-Again1', 'proven');
    expect(await vault.password(device)).toBe('Typed-Again1');
    expect(store.get(row.id)?.damagedAt).not.toBeNull();
    expect(vault.list().damaged).toMatchObject([{ id: row.id, why: 'changed' }]);
    // Somebody restores the bytes from a copy: the old password is there again, and not in the way.
    const damagedAt = store.get(row.id)?.damagedAt ?? null;
    meddle(path, (db) => replaceRow(db, row.id, { ...row, damagedAt }));
    expect(vault.list().damaged).toEqual([]);
    expect(vault.reveal(row.id).password).toBe(passwordOf(device));
    expect(await vault.password(device)).toBe('Typed-Again1');
  });
});

describe('a thousand changed boxes', () => {
  test('each is told, nothing is lost, and the other box opens', async () => {
    const { vault, store, path } = await filled();
    await vault.addBox(osBox());
    vault.lock();
    const boxes = store.boxes();
    const good = boxes.find(({ id }) => id === 'passphrase');
    const os = boxes.find(({ id }) => id === 'os');
    if (good === undefined || os === undefined) throw new Error('no boxes');
    const rows = store.all();
    const dice = makeDice(11);
    for (let round = 0; round < rounds; round += 1) {
      // The keystore's copy has no seal of its own: here only the parcel itself can tell.
      const target = round % 2 === 0 ? good : os;
      const spare = target === os ? boxOf() : osBox();
      const hit = target === os ? osBox() : boxOf();
      const wrapped = tamperBox(target, round, dice);
      setWrapped(path, target, wrapped);
      const code = await codeOf(() => vault.unlock(hit));
      expect([round, code]).toEqual([
        round,
        expect.stringMatching(/^vault\.(not-opened|box-damaged)$/),
      ]);
      expect(vault.isOpen()).toBe(false);
      expect(store.boxes()).toHaveLength(2);
      if (round % 50 < 2) {
        await vault.unlock(spare);
        expect(vault.list().credentials).toHaveLength(devices.length);
        vault.lock();
      }
      setWrapped(path, target, target.wrapped);
    }
    expect(store.boxes()).toEqual(boxes);
    expect(store.all()).toEqual(rows);
    await vault.unlock(boxOf());
    expect(await vault.password(devices[0] ?? deviceId.parse('none'))).toBe('Secret-d0!');
  }, 120_000);

  test('a box whose copy is damaged is made anew from the open vault', async () => {
    const { vault, path, store } = await filled();
    await vault.addBox(osBox());
    const box = store.boxes().find(({ id }) => id === 'passphrase');
    if (box === undefined) throw new Error('no box');
    setWrapped(path, box, new Uint8Array(8));
    vault.lock();
    expect(await codeOf(() => vault.unlock(boxOf()))).toBe('vault.box-damaged');
    await vault.unlock(osBox());
    await vault.changeBox(boxOf('a new passphrase'));
    const next = rig({ path });
    await next.vault.unlock(boxOf('a new passphrase'));
    expect(next.vault.list().credentials).toHaveLength(devices.length);
  });
});

function tamperBox(
  { wrapped }: BoxRow,
  round: number,
  dice: (sides: number) => number,
): Uint8Array {
  if (round % 5 === 3) return wrapped.subarray(0, dice(wrapped.length));
  if (round % 5 === 4) return Uint8Array.from([...wrapped, dice(256)]);
  return flipBit(wrapped, dice(wrapped.length * 8));
}

type Meddling = Parameters<Parameters<typeof meddle>[1]>[0];

function replaceRow(db: Meddling, id: string, row: CredentialRow): void {
  const blobs = { nonce: Buffer.from(row.nonce), sealed: Buffer.from(row.sealed) };
  db.prepare(`
    UPDATE credentials SET id = @id, scope = @scope, subject = @subject, state = @state,
      key_id = @keyId, key_version = @keyVersion, nonce = @nonce, sealed = @sealed,
      created_at = @createdAt, changed_at = @changedAt, proven_at = @provenAt,
      damaged_at = @damagedAt
    WHERE id = @was`).run({ ...row, ...blobs, was: id });
}

function setWrapped(path: string, { id }: BoxRow, wrapped: Uint8Array): void {
  meddle(path, (db) => {
    db.prepare('UPDATE vault_boxes SET wrapped = ? WHERE id = ?').run(Buffer.from(wrapped), id);
  });
}
