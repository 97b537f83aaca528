import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeviceId, deviceId } from '../../../main/contract/device.ts';
import {
  boxOf,
  camera,
  codeOf,
  flipBit,
  meddle,
  minute,
  openRig,
  osBox,
  other,
  type VaultRig,
} from './rig.ts';

const filePhrase = 'for the other laptop';
const fileBox = () => boxOf(filePhrase, 'export');
const own = { scope: 'device', device: camera } as const;

async function exported({ vault }: VaultRig): Promise<Uint8Array> {
  return (await vault.exportTo(fileBox())).file;
}

/** A laptop whose clock starts so many minutes after the fake epoch. */
async function laptop(minutesLate = 0): Promise<VaultRig> {
  const made = await openRig();
  await made.clock.advance(minutesLate * minute);
  return made;
}

describe('a sealed file', () => {
  test('brings everything to another laptop', async () => {
    const one = await laptop();
    one.vault.save({ scope: 'site', id: 'site-1' }, { userName: 'admin', password: 'Site1111!' });
    one.vault.save(
      { scope: 'group', id: 'g1' },
      { userName: 'admin', password: 'Group111!', label: 'Lobby' },
    );
    one.vault.setGroup(other, 'g1');
    await one.vault.offer(camera, 'Old11111!', 'proven');
    await one.vault.offer(camera, 'New22222!', 'proven');
    await one.vault.offer(camera, 'New33333!', 'pending');
    const told = await one.vault.exportTo(fileBox());
    expect(told).toMatchObject({ entries: 6, leftOut: 0 });
    const two = await laptop();
    const report = await two.vault.importFrom(fileBox(), told.file);
    expect(report).toEqual({ added: 6, updated: 0, same: 0, conflicts: [] });
    const bare = ({ vault }: VaultRig) =>
      vault
        .list()
        .credentials.map(({ id: _id, ...rest }) => JSON.stringify(rest))
        .sort();
    expect(bare(two)).toEqual(bare(one));
    expect(await two.vault.password(camera)).toBe('New22222!');
    expect(await two.vault.password(other)).toBe('Group111!');
    const again = await two.vault.importFrom(fileBox(), told.file);
    expect(again).toEqual({ added: 0, updated: 0, same: 6, conflicts: [] });
  });

  test('opens only with its own passphrase, and says nothing else', async () => {
    const one = await laptop();
    await one.vault.offer(camera, 'Old11111!', 'proven');
    const file = await exported(one);
    const two = await laptop();
    expect(await codeOf(() => two.vault.importFrom(boxOf(), file))).toBe('vault.file-not-opened');
    expect(await codeOf(() => one.vault.exportTo(boxOf('short', 'export')))).toBe(
      'vault.passphrase-short',
    );
    expect(await codeOf(() => two.vault.importFrom(osBox(), file))).toBe('vault.file-not-opened');
    expect(two.store.all()).toEqual([]);
  });

  test('survives any logins there are', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const list = fc.array(fc.record({ userName: text, password: text }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(list, async (logins) => {
        const one = await laptop();
        const two = await laptop();
        const ids = logins.map((_login, index): DeviceId => deviceId.parse(`d${index}`));
        logins.forEach((login, index) => {
          one.vault.save({ scope: 'device', device: ids[index] ?? camera }, login);
        });
        await two.vault.importFrom(fileBox(), await exported(one));
        const back = ids.map((id) => two.vault.login(id));
        expect(back).toMatchObject(logins);
      }),
      { numRuns: 15 },
    );
  });

  test('tells of every cut and of every kind of change, and nothing of it is imported', async () => {
    const one = await laptop();
    for (const id of ['a', 'b', 'c'])
      await one.vault.offer(deviceId.parse(id), 'Abcd1234!', 'proven');
    const file = await exported(one);
    const two = await laptop();
    const codes = new Map<string, number>();
    const attempt = async (bytes: Uint8Array) => {
      const code = await codeOf(() => two.vault.importFrom(fileBox(), bytes));
      codes.set(String(code), (codes.get(String(code)) ?? 0) + 1);
    };
    for (let bit = 0; bit < file.length * 8; bit += bit < 1_200 ? 1 : 61)
      await attempt(flipBit(file, bit));
    for (let length = 0; length < file.length; length += 13)
      await attempt(file.subarray(0, length));
    await attempt(Uint8Array.from([...file, 0]));
    const known = ['vault.file-damaged', 'vault.file-newer', 'vault.file-not-opened'];
    expect([...codes.keys()].sort()).toEqual(known);
    expect(two.store.all()).toEqual([]);
    await attempt(file);
    expect(codes.get('null')).toBe(1);
  }, 30_000);

  test('leaves out what does not open, and says how much', async () => {
    const one = await laptop();
    await one.vault.offer(camera, 'Old11111!', 'proven');
    await one.vault.offer(other, 'Old11111!', 'proven');
    meddle(one.path, (db) => {
      db.exec("UPDATE credentials SET nonce = zeroblob(12) WHERE subject = 'sn:camera'");
    });
    const { file, ...told } = await one.vault.exportTo(fileBox());
    expect(told).toEqual({ entries: 1, leftOut: 1 });
    const two = await laptop();
    await two.vault.importFrom(fileBox(), file);
    expect(await two.vault.password(other)).toBe('Old11111!');
  });
});

describe('merging', () => {
  /** Both know the device; the first laptop's word is `minutesLate` minutes later. */
  async function both(minutesLate: number): Promise<{ here: VaultRig; there: VaultRig }> {
    const here = await laptop(100);
    const there = await laptop(100 + minutesLate);
    await here.vault.offer(camera, 'Here1111!', 'proven');
    await there.vault.offer(camera, 'There111!', 'proven');
    await here.clock.advance(1_000 * minute);
    return { here, there };
  }

  const states = ({ vault }: VaultRig) =>
    Object.fromEntries(
      vault.list().credentials.map(({ id, state }) => [vault.reveal(id).password, state]),
    );

  test('the newer last-known-good is used, the other is set aside and reported', async () => {
    const { here, there } = await both(5);
    const report = await here.vault.importFrom(fileBox(), await exported(there));
    expect(report).toEqual({
      ...{ added: 0, updated: 1, same: 0 },
      conflicts: [{ scope: 'device', subject: 'sn:camera', state: 'current', kept: 'incoming' }],
    });
    expect(states(here)).toEqual({ 'There111!': 'current', 'Here1111!': 'aside' });
  });

  test('an older one does not replace ours', async () => {
    const { here, there } = await both(-5);
    const report = await here.vault.importFrom(fileBox(), await exported(there));
    expect(report).toMatchObject({ added: 1, updated: 0, conflicts: [{ kept: 'local' }] });
    expect(states(here)).toEqual({ 'There111!': 'aside', 'Here1111!': 'current' });
  });

  test('what a device proved outranks what a person said later', async () => {
    const here = await laptop();
    await here.vault.offer(camera, 'Here1111!', 'proven');
    await here.clock.advance(60 * minute);
    const there = await laptop(30);
    there.vault.save(own, { userName: 'admin', password: 'There111!' });
    await here.vault.importFrom(fileBox(), await exported(there));
    expect(await here.vault.password(camera)).toBe('Here1111!');
    await there.vault.importFrom(fileBox(), await exported(here));
    expect(await there.vault.password(camera)).toBe('Here1111!');
  });

  test('a laptop whose clock is wrong outranks nobody', async () => {
    const here = await laptop();
    await here.vault.offer(camera, 'Here1111!', 'proven');
    const there = await laptop(60 * 24 * 3_650);
    await there.vault.offer(camera, 'There111!', 'proven');
    await there.vault.offer(other, 'Other111!', 'proven');
    await here.vault.importFrom(fileBox(), await exported(there));
    expect(states(here)).toMatchObject({ 'Here1111!': 'current', 'There111!': 'aside' });
    expect(here.vault.login(other)).toMatchObject({ provenAt: null, changedAt: here.clock.now() });
  });

  test('the same password on both sides keeps the first change and the last proof', async () => {
    const here = await laptop(100);
    const there = await laptop(50);
    await here.vault.offer(camera, 'Same1111!', 'proven');
    await there.vault.offer(camera, 'Same1111!', 'proven');
    const { changedAt } = there.vault.login(camera) ?? {};
    const { provenAt } = here.vault.login(camera) ?? {};
    const report = await here.vault.importFrom(fileBox(), await exported(there));
    expect(report).toEqual({ added: 0, updated: 1, same: 0, conflicts: [] });
    expect(here.vault.login(camera)).toMatchObject({ changedAt, provenAt });
  });

  test('our pending one that the other laptop saw proven is promoted', async () => {
    const here = await laptop(10);
    await here.vault.offer(camera, 'Old11111!', 'proven');
    await here.vault.offer(camera, 'New22222!', 'pending');
    const there = await laptop(20);
    await there.vault.offer(camera, 'New22222!', 'proven');
    await here.clock.advance(60 * minute);
    await here.vault.importFrom(fileBox(), await exported(there));
    expect(states(here)).toEqual({ 'Old11111!': 'aside', 'New22222!': 'current' });
  });

  test('two pending ones: the later stays pending', async () => {
    const here = await laptop(10);
    await here.vault.offer(camera, 'Here1111!', 'pending');
    const there = await laptop(20);
    await there.vault.offer(camera, 'There111!', 'pending');
    await here.clock.advance(60 * minute);
    const report = await here.vault.importFrom(fileBox(), await exported(there));
    expect(report.conflicts).toMatchObject([{ state: 'pending', kept: 'incoming' }]);
    expect(states(here)).toEqual({ 'There111!': 'pending', 'Here1111!': 'aside' });
    const back = await there.vault.importFrom(fileBox(), await exported(here));
    expect(back).toMatchObject({ conflicts: [], added: 1 });
  });

  test('no password is lost, whichever way and however often files are exchanged', async () => {
    const acts = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 50 }),
        isHere: fc.boolean(),
        device: fc.constantFrom(camera, other),
        state: fc.constantFrom('pending' as const, 'proven' as const),
        password: fc.constantFrom('One11111!', 'Two22222!', 'Three333!', 'Four4444!'),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const rigs = [await laptop(), await laptop()] as const;
        const said = new Set<string>();
        for (const act of list) {
          const { vault, clock } = rigs[act.isHere ? 0 : 1];
          await clock.advance(act.at * minute);
          await vault.offer(act.device, act.password, act.state);
          said.add(`${act.device} ${act.password}`);
        }
        const [here, there] = rigs;
        for (const { clock } of rigs) clock.jump(Date.UTC(2027, 0, 1));
        await here.vault.importFrom(fileBox(), await exported(there));
        await there.vault.importFrom(fileBox(), await exported(here));
        for (const { vault } of rigs) {
          const all = vault
            .list()
            .credentials.map(
              ({ id, subject }) => `${subject.slice(3)} ${vault.reveal(id).password}`,
            );
          expect(new Set(all)).toEqual(said);
        }
        for (const device of [camera, other]) {
          expect(await here.vault.password(device)).toBe(await there.vault.password(device));
        }
        expect((await here.vault.importFrom(fileBox(), await exported(there))).conflicts).toEqual(
          [],
        );
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
