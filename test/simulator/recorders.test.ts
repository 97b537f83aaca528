import { describe, expect, test } from 'vitest';
import type { RecorderChannel } from '../../main/contract/login.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createRecorderSite, lie, loseAnswer, type RecorderSite } from './recorder-rig.ts';

const net = { gateway: '192.168.1.1', uptimeMs: 3_600_000 };
const cameras: readonly DeviceSpec[] = [71, 72, 73, 74].map((host) => ({
  ...{ model: 'DS-2CD2143G2-I', address: `192.168.1.${host}`, ...net },
  ...{ serial: `DS-2CD2143G2-I20230101AAWRE123456${host}`, mac: `44:47:cc:00:00:${host}` },
}));
const recorder: DeviceSpec = {
  ...{ model: 'DS-7732NXI-K4', address: '192.168.1.60', hiddenCameras: 1, ...net },
  serial: 'DS-7732NXI-K41620230101CCRRE12345660WCVU',
  mac: '44:47:cc:00:00:60',
  channels: [
    { address: '192.168.1.71', name: 'Entrance' },
    // It tells the serial of another camera of the site.
    { address: '192.168.1.72', name: 'Till', toldSerial: 'DS-2CD2143G2-I20230101AAWRE12345673' },
    { address: '192.168.1.73', name: 'Yard', password: 'Before-2024' },
    { address: '192.168.1.150', name: 'Gone' },
  ],
};
const secrets = { all: trainingPassword };

async function list(site: RecorderSite): Promise<readonly RecorderChannel[]> {
  const { recorders } = site.core.recorders;
  const answer = await site.wait(
    recorders.channels({ id: site.id(0), override: undefined }, trainingPassword),
  );
  return answer.channels;
}

const brief = (channels: readonly RecorderChannel[]) =>
  channels.map(({ id, name, state, match }) => [
    ...[id, name, state, match.kind, match.why],
    match.device?.address ?? null,
    match.other?.address ?? null,
  ]);

describe('channels', () => {
  test('serial and address agreeing is sure, anything else is asked', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const channels = await list(site);
    expect(brief(channels)).toEqual([
      [1, 'IPCamera 01', 'online', 'none', 'nothing', null, null],
      [2, 'Entrance', 'online', 'sure', 'both', '192.168.1.71', null],
      [3, 'Till', 'online', 'ask', 'serial', '192.168.1.73', '192.168.1.72'],
      [4, 'Yard', 'wrong-password', expect.any(String), expect.any(String), '192.168.1.73', null],
      [5, 'Gone', 'not-exist', 'none', 'nothing', null, null],
    ]);
    expect(channels[0]?.isPlugAndPlay).toBe(true);
    const entrance = site.record(1);
    const uses = site.core.recorders.recorders.using(entrance);
    expect(uses.map(({ recorder: found, channel }) => [found.id, channel])).toEqual([
      [site.id(0), 2],
    ]);
    expect(site.core.acts.hooks.recordersUsing?.(entrance)).toHaveLength(1);
    expect(site.core.acts.hooks.recordersUsing?.(site.record(4))).toEqual([]);
  });

  test('a person’s answer is kept until another camera sits in the slot', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    await list(site);
    const { recorders } = site.core.recorders;
    recorders.map({ id: site.id(0), channel: 3, device: site.id(2), isNone: false });
    expect(brief(await list(site))[2]).toEqual([
      ...[3, 'Till', 'online', 'sure', 'person', '192.168.1.72', null],
    ]);
    expect(recorders.using(site.record(2)).map(({ channel }) => channel)).toEqual([3]);
    const channel = site.device(0).state.channels.find(({ id }) => id === 3);
    Object.assign(channel ?? {}, { address: '192.168.1.74', toldSerial: null });
    expect(brief(await list(site))[2]?.slice(3, 5)).toEqual(['sure', 'both']);
    recorders.map({ id: site.id(0), channel: 3, device: null, isNone: false });
    Object.assign(channel ?? {}, { address: '192.168.1.72' });
    expect(brief(await list(site))[2]?.slice(3, 5)).not.toContain('person');
  });

  test('"none of these" is kept and shown, taken back, and asked anew for a camera met later', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const { recorders } = site.core.recorders;
    await list(site);
    const none = { id: site.id(0), device: null, isNone: true };
    recorders.map({ ...none, channel: 3 });
    const said = ['none', 'person', null, null];
    expect(brief(await list(site))[2]?.slice(3)).toEqual(said);
    expect(brief(await list(site))[2]?.slice(3)).toEqual(said);
    // Also where both signs agreed: what was read gives way at once, before it is read again.
    recorders.map({ ...none, channel: 2 });
    expect(recorders.using(site.record(1))).toEqual([]);
    expect(recorders.cameraOf(site.record(0), 2)).toBeNull();
    expect(brief(await list(site))[1]?.slice(3, 5)).toEqual(['none', 'person']);
    const camera = site.record(1);
    Object.assign(camera, { createdAt: camera.createdAt + 3_600_000 });
    expect(brief(await list(site))[1]?.slice(3, 5)).toEqual(['sure', 'both']);
    recorders.map({ ...none, channel: 3, isNone: false });
    expect(brief(await list(site))[2]?.slice(3, 5)).toEqual(['ask', 'serial']);
    const camera2 = { ...none, channel: 3, device: site.id(2) };
    expect(() => recorders.map(camera2)).toThrow('input.invalid');
  });

  test('passwords that a recorder tells are thrown away unread', async () => {
    // Old firmware tells no serials, so the recorder's own search is asked, which leaks.
    const old = { ...recorder, model: 'DS-7608NI-K2/8P', leaksPasswords: true } as const;
    const site = await createRecorderSite(old, ...cameras);
    const channels = await list(site);
    // The control: the device did answer with it.
    expect(site.answered.join('\n')).toContain(`<password>${trainingPassword}</password>`);
    expect(site.answered.join('\n')).toContain('Before-2024');
    const entrance = channels.find(({ name }) => name === 'Entrance');
    expect(entrance?.match).toMatchObject({ kind: 'sure', why: 'both' });
    const kept = [
      JSON.stringify(channels),
      JSON.stringify(site.log.lines),
      JSON.stringify(site.store.acts.channels.ofRecorder([`sn:${recorder.serial}`])),
    ].join('\n');
    expect(kept).toContain('Entrance');
    expect(kept).not.toContain(trainingPassword);
    expect(kept).not.toContain('Before-2024');
  });

  test('a camera has none, and a wrong password is told as such', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const { recorders } = site.core.recorders;
    const ask = (index: number, password: string) =>
      site.wait(recorders.channels({ id: site.id(index), override: undefined }, password));
    await expect(ask(1, trainingPassword)).rejects.toMatchObject({ code: 'recorder.no-channels' });
    await expect(ask(0, 'Wrong-2026')).rejects.toMatchObject({
      code: 'login.failed',
      params: { problem: 'wrong-password' },
    });
  });
});

describe('removing a channel', () => {
  const remove = (site: RecorderSite, channel: number) =>
    site.item(
      site.core.recorders.recorders.remove(
        { id: site.id(0), channel, override: undefined },
        secrets,
      ),
    );

  test('is verified by reading the list again', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    await list(site);
    expect(await remove(site, 2)).toMatchObject({ verdict: 'verified', reason: 'channel-gone' });
    expect(site.device(0).state.channels.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
    expect(site.core.recorders.recorders.using(site.record(1))).toEqual([]);
  });

  test('that the recorder does not list sends nothing, and says which ones it lists', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    expect(await remove(site, 77)).toMatchObject({
      ...{ verdict: 'skipped', reason: 'channel-not-listed' },
      params: { channel: 77, channels: '1, 2, 3, 4, 5' },
    });
    await remove(site, 2);
    expect(await remove(site, 2)).toMatchObject({
      ...{ verdict: 'skipped', reason: 'channel-not-listed' },
      params: { channel: 2, channels: '1, 3, 4, 5' },
    });
    expect(site.asked.filter((each) => each.startsWith('DELETE'))).toHaveLength(1);
  });

  test('on the recorder’s own ports sends nothing', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const item = await remove(site, 1);
    expect(item).toMatchObject({ verdict: 'skipped', reason: 'channel-plug-and-play' });
    expect(site.asked.filter((each) => each.startsWith('DELETE'))).toEqual([]);
  });

  test('a recorder that only says so is not believed', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    site.wire.twist = lie('DELETE');
    const item = await remove(site, 2);
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'channel-still-there' });
  });

  test('a lost answer is looked up, and nothing is sent twice', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    site.wire.twist = loseAnswer('DELETE');
    expect(await remove(site, 2)).toMatchObject({ verdict: 'verified', reason: 'channel-gone' });
    expect(site.asked.filter((each) => each.startsWith('DELETE'))).toHaveLength(1);
  });

  test('a wrong password ends it before anything is changed', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const job = site.core.recorders.recorders.remove(
      { id: site.id(0), channel: 2, override: undefined },
      { all: 'Wrong-2026' },
    );
    expect(await site.item(job)).toMatchObject({ verdict: 'wrong-password' });
    expect(site.device(0).state.channels).toHaveLength(5);
  });
});

describe('editing a channel', () => {
  const edit = (site: RecorderSite, more: object) =>
    site.item(
      site.core.recorders.recorders.edit(
        { id: site.id(0), channel: 4, override: undefined, ...more },
        secrets,
      ),
    );
  const shown = (site: RecorderSite) => site.device(0).state.channels.find(({ id }) => id === 4);

  test('never without the camera’s password: nothing is sent at all', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const before = site.asked.length;
    const item = await edit(site, { name: 'Yard 2' });
    expect(item).toMatchObject({ verdict: 'skipped', reason: 'channel-password-lost' });
    expect(site.asked.slice(before)).toEqual([]);
    expect(shown(site)?.password).toBe('Before-2024');
  });

  test('with it, values and picture are read back; the password is kept nowhere', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const item = await edit(site, { name: 'Yard 2', channelPassword: trainingPassword });
    expect(item).toMatchObject({ verdict: 'verified', reason: 'read-back' });
    expect(shown(site)).toMatchObject({ name: 'Yard 2', password: trainingPassword });
    const stored = JSON.stringify(
      site.store.acts.jobs.list(9).map(({ id }) => site.store.acts.jobs.get(id)),
    );
    expect(stored).toContain('Yard 2');
    expect(stored).not.toContain(trainingPassword);
  });

  test('a password that the camera refuses is told', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const item = await edit(site, { channelPassword: 'Wrong-2026' });
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'wrong-password' });
  });

  test('the saved password of the camera goes along where the camera is sure', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    const { credentials } = site.core.vault;
    const { createPassphraseBox } = await import('../../main/adapters/node/passphrase-box.ts');
    await credentials.init(createPassphraseBox({ passphrase: 'seven blue ladders', costLog2: 10 }));
    credentials.save(
      { scope: 'device', device: site.id(3) },
      { userName: 'admin', password: trainingPassword },
    );
    expect(await edit(site, { name: 'Yard 3' })).toMatchObject({ reason: 'channel-password-lost' });
    site.core.recorders.recorders.map({
      id: site.id(0),
      channel: 4,
      device: site.id(3),
      isNone: false,
    });
    expect(await edit(site, { name: 'Yard 3' })).toMatchObject({ verdict: 'verified' });
  });

  test('a recorder that only says so is not believed; an address that is not there is told', async () => {
    const site = await createRecorderSite(recorder, ...cameras);
    site.wire.twist = lie('PUT');
    const more = { address: '192.168.1.74', channelPassword: trainingPassword };
    expect(await edit(site, more)).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
    site.wire.twist = null;
    const nowhere = { address: '192.168.1.199', channelPassword: trainingPassword };
    expect(await edit(site, nowhere)).toMatchObject({
      ...{ verdict: 'accepted', reason: 'unverifiable' },
    });
    expect(shown(site)?.address).toBe('192.168.1.199');
  });
});

test('a camera that got another address brings an offer, and the recorder is left alone', async () => {
  const site = await createRecorderSite(recorder, ...cameras);
  await list(site);
  const job = site.core.acts.provisioning.setNetwork(
    {
      changes: [{ id: site.id(1), edit: { ipv4Address: '192.168.1.81' } }],
      ...{ isOneByOne: false, override: undefined, secrets },
    },
    secrets,
  );
  expect(await site.item(job)).toMatchObject({ verdict: 'verified' });
  await site.clock.advance(1000);
  const notice = site.core.notices.list().find(({ code }) => code === 'recorder-address');
  expect(notice?.params).toMatchObject({
    ...{ channel: 2, from: '192.168.1.71', to: '192.168.1.81' },
  });
  expect(site.device(0).state.channels.find(({ id }) => id === 2)?.address).toBe('192.168.1.71');
});
