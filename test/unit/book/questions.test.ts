import { describe, expect, it } from 'vitest';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';
import { camera, createBookRig, discover, refusal } from './rig.ts';

const password = trainingPassword;
const second = {
  model: 'DS-7732NI-I4',
  serial: 'DS-7732NI-I41620230101CCRRK00000002WCVU',
  mac: '44:19:b6:00:00:02',
  address: '192.168.1.21',
};

describe('a device that is in the list already', () => {
  it('is merged only after the answer, and everything is kept under the known one', async () => {
    const rig = createBookRig();
    await discover(rig);
    const [known] = (await rig.ask('devices.snapshot', {})).rows;
    const into = known?.id ?? expect.fail('nobody was heard');
    await rig.ask('devices.edit', { id: into, name: 'Gate', kind: 'recorder' });
    const input = { host: 'cam1.training.lan', name: 'By name', password };
    const { id, question } = await rig.add(input);
    expect(question).toMatchObject({ kind: 'same-serial', other: { id: into } });
    expect((await rig.ask('devices.snapshot', {})).rows).toHaveLength(2);
    expect(await rig.ask('book.merge', { id, into })).toEqual({ id: into });
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toMatchObject([
      {
        ...{ id: into, name: 'Gate', note: 'By name', kind: 'recorder', login: 'proven' },
        ...{ serial: camera.serial, bookHost: 'cam1.training.lan', presence: 'online' },
      },
    ]);
    expect(rig.vault.saved.get(into)).toEqual({ userName: 'admin', password });
    const tested = await rig.ask('book.test', { id: into });
    expect(tested).toMatchObject({ question: null, entry: { test: { isSameDevice: true } } });
  });

  it('keeps the kind that was set for its serial, also when it was removed and is added again', async () => {
    const rig = createBookRig();
    const first = await rig.add({ host: '192.168.1.20', password });
    await rig.ask('devices.edit', { id: first.id, kind: 'panel' });
    await rig.ask('devices.remove', { ids: [first.id] });
    const again = await rig.add({ host: '192.168.1.20', password });
    expect(again.question).toMatchObject({ kind: 'same-serial', other: { id: first.id } });
    await rig.ask('book.merge', { id: again.id, into: first.id });
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toMatchObject([{ id: first.id, kind: 'panel', bookHost: '192.168.1.20' }]);
  });

  it('is not merged with a device nobody asked about', async () => {
    const rig = createBookRig([camera, second]);
    await discover(rig);
    const { rows } = await rig.ask('devices.snapshot', {});
    const other = rows.find(({ serial }) => serial === second.serial)?.id ?? expect.fail();
    const { id } = await rig.add({ host: '192.168.1.20', password });
    const error = await refusal(rig, rig.api.call('book.merge', { id, into: other }));
    expect(error).toMatchObject({ code: 'book.no-question' });
    expect((await rig.ask('devices.snapshot', {})).rows).toHaveLength(3);
  });
});

describe('another device at the address', () => {
  it('keeps the old facts until somebody says that it is the new one', async () => {
    const rig = createBookRig([camera, second]);
    const { id } = await rig.add({ host: '192.168.1.20', name: 'Gate', password });
    await rig.ask('book.edit', { id, host: '192.168.1.21' });
    const asked = await rig.ask('book.test', { id });
    expect(asked.question).toMatchObject({
      kind: 'other-device',
      other: { serial: camera.serial },
    });
    expect((await rig.ask('devices.get', { id })).row.serial).toBe(camera.serial);
    const accepted = await rig.ask('book.acceptDevice', { id });
    expect(accepted).toMatchObject({ question: null, entry: { host: '192.168.1.21' } });
    const { rows } = await rig.ask('devices.snapshot', {});
    expect(rows).toMatchObject([{ id: accepted.id, serial: second.serial, name: 'Gate' }]);
    expect(rig.vault.saved.get(accepted.id)?.password).toBe(password);
    const error = await refusal(rig, rig.api.call('book.acceptDevice', { id: accepted.id }));
    expect(error).toMatchObject({ code: 'book.no-question' });
  });
});

describe('an entry', () => {
  it('survives rescans, a new address, another site, removal with Undo and a restart', async () => {
    const store = createMemoryStore();
    const rig = createBookRig([camera], { store });
    await discover(rig);
    const [row] = (await rig.ask('devices.snapshot', {})).rows;
    const id = row?.id ?? expect.fail('nobody was heard');
    expect(await rig.ask('book.addFound', { ids: [id] })).toEqual({
      added: 1,
      already: 0,
      without: [],
    });
    expect(await rig.ask('book.addFound', { ids: [id] })).toMatchObject({ added: 0, already: 1 });
    const entry = async () => (await rig.ask('book.get', { id })).entry;
    expect(await entry()).toMatchObject({ host: '192.168.1.20', httpPort: 80, origin: 'found' });
    rig.fleet.readdress(rig.fleet.find('DS-2CD2143G2-I'), { address: '192.168.1.77' });
    await discover(rig);
    expect(await entry()).toMatchObject({ host: '192.168.1.77' });
    const site = await rig.ask('sites.create', { name: 'Next' });
    await rig.ask('sites.use', { id: site.id });
    await discover(rig);
    expect(await entry()).toMatchObject({ host: '192.168.1.77' });
    await rig.ask('devices.remove', { ids: [id] });
    await rig.ask('devices.restore', { ids: [id] });
    await rig.clock.advance(1000);
    expect(store.devices.loadAll()).toMatchObject([{ id, book: await entry() }]);
    await rig.ask('book.forget', { ids: [id] });
    expect((await rig.ask('devices.get', { id })).row).toMatchObject({ bookHost: null, id });
  });

  it('with a name stays as it was typed when the device moves', async () => {
    const rig = createBookRig();
    const { id } = await rig.add({ host: 'cam1.training.lan', password });
    rig.fleet.readdress(rig.fleet.find('DS-2CD2143G2-I'), { address: '192.168.1.77' });
    await discover(rig);
    const [row] = (await rig.ask('devices.snapshot', {})).rows;
    expect(row).toMatchObject({ id, bookHost: 'cam1.training.lan', ipv4Address: '192.168.1.77' });
  });

  it('that was never heard leaves the list when it is forgotten, and comes back whole', async () => {
    const rig = createBookRig([]);
    const { id } = await rig.add({ host: '192.168.1.9', isTested: false, name: 'Shed' });
    await rig.ask('book.forget', { ids: [id] });
    expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
    await rig.ask('devices.restore', { ids: [id] });
    expect((await rig.ask('devices.snapshot', {})).rows).toMatchObject([
      { bookHost: '192.168.1.9' },
    ]);
  });
});

describe('a site that is authorised', () => {
  it('holds what was not added by address, until somebody says the word', async () => {
    const rig = createBookRig([camera, second]);
    await discover(rig);
    const { rows, site } = await rig.ask('devices.snapshot', {});
    const added = await rig.add({ host: '192.168.1.9', isTested: false });
    await rig.ask('sites.setAuthorised', { id: site.id, isAuthorised: true });
    await rig.ask('devices.remove', { ids: [added.id] });
    const ids = rows.map(({ id }) => id);
    await rig.ask('book.addFound', { ids: ids.slice(0, 1) });
    const error = await refusal(rig, rig.api.call('devices.remove', { ids }));
    expect(error).toMatchObject({ code: 'device.site-authorised', params: { count: 2 } });
    expect((await rig.ask('devices.snapshot', {})).rows).toHaveLength(2);
    await rig.ask('devices.remove', { ids, acceptAuthorised: true });
    expect((await rig.ask('devices.snapshot', {})).rows).toEqual([]);
  });
});
