import { describe, expect, it } from 'vitest';
import { AppError } from '../../../main/contract/errors.ts';
import { createAppRig } from '../../helpers/app-rig.ts';

describe('sites', () => {
  it('counts devices that the disk does not have yet', async () => {
    const rig = createAppRig({ devices: [{ model: 'DS-2CD2385G1-I', address: '192.168.1.20' }] });
    rig.store.failWith(new AppError('store.disk-full', { path: 'x' }));
    await rig.ask('discovery.probe', {});
    await rig.clock.advance(3000);
    const [site] = (await rig.ask('sites.list', {})).sites;
    expect(site).toMatchObject({ name: 'This site', devices: 1 });
    await expect(rig.ask('sites.delete', { id: site?.id ?? '' })).rejects.toThrow('site.not-empty');
  });

  it('tells the list of a new name for the site in use only', async () => {
    const rig = createAppRig();
    const other = await rig.ask('sites.create', { name: 'Other' });
    await rig.ask('sites.rename', { id: other.id, name: 'Another' });
    expect(rig.events.filter(({ name }) => name === 'site.changed')).toEqual([]);
    await rig.ask('sites.rename', { id: 'site-1', name: 'Home' });
    expect(rig.events).toMatchObject([{ name: 'site.changed', payload: { name: 'Home' } }]);
  });
});
