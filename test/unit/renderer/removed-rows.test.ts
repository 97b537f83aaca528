import { describe, expect, it, vi } from 'vitest';
import type { DeviceRow } from '../../../main/contract/device.ts';
import type { AppEvent } from '../../../main/contract/events.ts';
import { followRemovedRows } from '../../../renderer/src/features/devices/removed-rows.ts';
import { createFleetStore } from '../../../renderer/src/state/fleet-store.ts';
import type { Session } from '../../../renderer/src/state/session.ts';
import { id, row, settled } from './rows.ts';

function setup(known: readonly DeviceRow[]) {
  const fleet = createFleetStore();
  let tell: (event: AppEvent) => void = () => undefined;
  const call = vi.fn(async (method: string, input: { id?: string }) => {
    if (method === 'devices.list') return { devices: known.map((one) => ({ id: one.id })) };
    const found = known.find((one) => one.id === input.id);
    if (found === undefined) throw new Error('device.not-found');
    return { row: found };
  });
  const session = {
    fleet,
    client: { call },
    site: { get: () => ({ id: 'site' }) },
    onEvent(listener: (event: AppEvent) => void) {
      tell = listener;
      return () => undefined;
    },
  } as unknown as Session;
  const removed = followRemovedRows(session);
  const leave = async (...names: string[]) => {
    const ids = names.map(id);
    fleet.apply([], ids);
    tell({ seq: 1, name: 'devices.changed', payload: { upserts: [], removed: ids } });
    await settled();
  };
  return { fleet, call, removed, leave, ids: () => [...fleet.rows()].map((one) => one.id) };
}

describe('removed rows', () => {
  it('keeps what was taken off the list, but not what moved away or is gone', async () => {
    const rig = setup([row('off', { removedAt: 5 }), row('moved')]);
    rig.fleet.reset([row('off'), row('moved'), row('gone'), row('here')]);
    await rig.leave('off', 'moved', 'gone');
    expect(rig.ids()).toEqual(['here', 'off']);
    expect(rig.fleet.row(id('off'))?.removedAt).toBe(5);
  });

  it('brings in those from before when asked, once, and again after a new state', async () => {
    const rig = setup([row('here'), row('old', { removedAt: 1 })]);
    rig.fleet.reset([row('here')]);
    rig.removed.load();
    await settled();
    rig.removed.load();
    await settled();
    expect(rig.ids()).toEqual(['here', 'old']);
    expect(rig.call.mock.calls.filter(([method]) => method === 'devices.list')).toHaveLength(1);
    rig.fleet.reset([row('here')]);
    await settled();
    expect(rig.ids()).toEqual(['here', 'old']);
  });

  it('does not put a row back over one that has returned meanwhile', async () => {
    const rig = setup([row('off', { removedAt: 5 })]);
    rig.fleet.reset([row('off')]);
    const left = rig.leave('off');
    rig.fleet.apply([row('off', { name: 'back' })], []);
    await left;
    expect(rig.fleet.row(id('off'))).toMatchObject({ removedAt: null, name: 'back' });
  });
});
