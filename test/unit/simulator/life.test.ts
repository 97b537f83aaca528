import { expect, it } from 'vitest';
import { createFleet } from '../../../main/simulator/fleet.ts';
import { startLife } from '../../../main/simulator/life.ts';
import { createMemoryNetwork } from '../../../main/simulator/net.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

const hour = 3_600_000;

async function live(seed: number) {
  const clock = createFakeClock();
  const fleet = createFleet({ scenario: 'hotel', seed: 1 });
  createMemoryNetwork({ fleet, clock });
  const events: string[] = [];
  let mostAway = 0;
  fleet.onEvent((event) => {
    events.push(`${event.kind} ${event.device.serial}`);
    mostAway = Math.max(mostAway, fleet.devices.filter((device) => !device.isUp).length);
  });
  const stop = startLife({ fleet, clock, seed });
  await clock.advance(hour);
  stop();
  const until = events.length;
  await clock.advance(hour / 4);
  const isAllBack = fleet.devices.every((device) => device.isUp);
  const begun = events.slice(until).filter((event) => event.startsWith('off'));
  return { events, mostAway, isAllBack, begun };
}

it('something happens now and then, never too much at once, and ends when stopped', async () => {
  const { events, mostAway, isAllBack, begun } = await live(4);
  for (const kind of ['booting', 'up', 'off', 'changed']) {
    expect(events.some((event) => event.startsWith(kind))).toBe(true);
  }
  expect(mostAway).toBeLessThanOrEqual(7);
  expect(isAllBack).toBe(true);
  expect(begun).toEqual([]);
});

it('is the same from the same seed', async () => {
  const first = await live(4);
  expect((await live(4)).events).toEqual(first.events);
  expect((await live(5)).events).not.toEqual(first.events);
});
