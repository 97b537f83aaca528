import { describe, expect, it } from 'vitest';
import { EventPump } from '../../../main/app/event-pump.ts';
import type { DeviceId, DeviceRow } from '../../../main/contract/device.ts';
import type { AppEvent } from '../../../main/contract/events.ts';
import { createAppRig } from '../../helpers/app-rig.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';

const camera = (host: number) => ({ model: 'DS-2CD2385G1-I', address: `192.168.1.${host}` });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `d${index}` as DeviceId);

function createPump() {
  const clock = createFakeClock();
  const log = createMemoryLog();
  const gone = new Set<DeviceId>();
  let drains = 0;
  const pump = new EventPump({
    ...{ clock, log },
    row: (id) => (gone.has(id) ? undefined : ({ id } as DeviceRow)),
    drain: () => {
      drains += 1;
    },
  });
  return { clock, log, gone, pump, drains: () => drains };
}

describe('EventPump', () => {
  it('sends the newest state of each row once, at most five times a second', async () => {
    const { clock, pump } = createPump();
    const events: [number, AppEvent][] = [];
    pump.subscribe((event) => events.push([clock.now(), event]));
    for (let step = 0; step < 100; step += 1) {
      pump.note(ids(3));
      await clock.advance(10);
    }
    await clock.advance(200);
    expect(events.length).toBeGreaterThan(3);
    expect(events.length).toBeLessThanOrEqual(7);
    const gaps = events.slice(1).map(([at], index) => at - (events[index]?.[0] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
    for (const [, event] of events)
      expect(event).toMatchObject({ payload: { upserts: { length: 3 } } });
  });

  it('cuts 10,000 rows into bites and numbers them without a gap', async () => {
    const { clock, pump } = createPump();
    const events: AppEvent[] = [];
    pump.subscribe((event) => events.push(event));
    pump.note(ids(10_000));
    await clock.settle();
    expect(events).toHaveLength(4);
    await clock.advance(1000);
    expect(events).toHaveLength(20);
    expect(events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    const seen = new Set(
      events.flatMap((event) =>
        event.name === 'devices.changed' ? event.payload.upserts.map(({ id }) => id) : [],
      ),
    );
    expect(seen.size).toBe(10_000);
  });

  it('sends what left the list as removed', async () => {
    const { clock, pump, gone } = createPump();
    const events: AppEvent[] = [];
    pump.subscribe((event) => events.push(event));
    const [first, second] = ids(2);
    if (first === undefined || second === undefined) throw new Error('two ids');
    gone.add(first);
    pump.note([first, second]);
    await clock.settle();
    expect(events).toMatchObject([{ payload: { upserts: [{ id: second }], removed: [first] } }]);
  });

  it('goes on when a listener throws, and logs it', async () => {
    const { clock, pump, log } = createPump();
    const events: AppEvent[] = [];
    pump.subscribe(() => {
      throw new Error('broken');
    });
    const stop = pump.subscribe((event) => events.push(event));
    pump.note(ids(1));
    await clock.settle();
    expect(events).toHaveLength(1);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    stop();
    pump.note(ids(1));
    await clock.advance(500);
    expect(events).toHaveLength(1);
  });

  it('keeps nothing for nobody', async () => {
    const { clock, pump } = createPump();
    pump.note(ids(100));
    await clock.advance(500);
    const events: AppEvent[] = [];
    pump.subscribe((event) => events.push(event));
    await clock.advance(500);
    expect([events, pump.seq]).toEqual([[], 0]);
  });
});

describe('the stream of a running core', () => {
  it('has no gap, and applying it to a snapshot gives the next snapshot', async () => {
    const rig = createAppRig({
      devices: [camera(20), camera(21), camera(64)],
      config: { discovery: 'continuous' },
    });
    const first = await rig.ask('devices.snapshot', {});
    await rig.clock.advance(10_000);
    const [device] = rig.fleet.devices;
    if (device === undefined) throw new Error('no device');
    rig.fleet.readdress(device, { address: '192.168.1.99' });
    const { devices } = await rig.ask('devices.list', {});
    const [one, two] = devices;
    if (one === undefined || two === undefined) throw new Error('no devices');
    await rig.ask('devices.remove', { ids: [one.id] });
    await rig.ask('devices.edit', { id: two.id, name: 'Gate' });
    await rig.clock.advance(31_000);
    const last = await rig.ask('devices.snapshot', {});
    const table = new Map(first.rows.map((row) => [row.id, row]));
    let seq = first.seq;
    for (const event of rig.events) {
      if (event.seq <= first.seq) continue;
      expect(event.seq).toBe(seq + 1);
      seq = event.seq;
      if (event.name !== 'devices.changed') continue;
      for (const row of event.payload.upserts) table.set(row.id, row);
      for (const id of event.payload.removed) table.delete(id);
    }
    expect(seq).toBe(last.seq);
    expect(new Map(last.rows.map((row) => [row.id, row]))).toEqual(table);
    expect(last.rows).toHaveLength(2);
  });

  it('tells the status at most twice a second, however much arrives', async () => {
    const rig = createAppRig({
      devices: Array.from({ length: 40 }, (_, index) => camera(20 + index)),
      config: { discovery: 'continuous' },
    });
    await rig.clock.advance(10_000);
    const told = rig.events.filter(({ name }) => name === 'discovery.changed').length;
    expect(told).toBeGreaterThan(1);
    expect(told).toBeLessThanOrEqual(21);
  });
});
