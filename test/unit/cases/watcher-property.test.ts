import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Delivered, plan, stepMs, World } from './world.ts';

/** Judged from what happened and what was delivered, with its own words, not with the watcher's. */
const driftMs = 120_000;
const apartMs = 10_000;
const silentMs = 20_000;

function bootOf({ seen }: Delivered): number | null {
  return seen.bootTime === null ? null : Date.parse(`${seen.bootTime}Z`);
}

/** The first moment at which everybody would agree that this device was reset; `null`: there is none. */
function provenAt(world: World): number | null {
  const { plan: given, armedOrder } = world;
  const afterArming = world.delivered.filter(({ order }) => order > armedOrder);
  const first = afterArming.find(({ by }) => by === 'device');
  const firstBoot = first === undefined ? null : bootOf(first);
  const baselineBoot = world.isMacKnown ? world.baselineBoot : (firstBoot ?? world.baselineBoot);
  let since: number | null = null;
  let heard = armedOrder;
  let wasSilent = false;
  for (const one of afterArming) {
    // From here on a person has to say which of the two it is.
    if (one.by === 'twin') return null;
    if (one.by !== 'device') continue;
    // Silence means something while the watch is on: ten minutes.
    if (one.order - heard >= silentMs + stepMs && one.order <= armedOrder + 600_000) {
      wasSilent = true;
    }
    heard = one.order;
    if (!world.baselineActive) return null;
    // Its MAC was not known: the first answer is what later ones are held against.
    if (!world.isMacKnown && one === first && one.seen.activated !== true) return null;
    if (one.seen.activated !== false) {
      since = null;
      // Seen active after a silence, twice and apart, it was no reset: the next try begins anew.
      continue;
    }
    since ??= one.order;
    const boot = bootOf(one);
    if (boot !== null && boot - baselineBoot >= driftMs) return one.order;
    const isToldTwice = one.order - since >= apartMs;
    if (isToldTwice && given.variant === 'restore-inactive') return one.order;
    if (isToldTwice && wasSilent && isFirstTry(world, one.order)) return one.order;
  }
  return null;
}

/** Only one thing happened that could have ended a try before this moment. */
function isFirstTry(world: World, until: number): boolean {
  const active = world.delivered.filter(
    ({ by, order, seen }) => by === 'device' && order <= until && seen.activated === true,
  );
  const gaps = active.filter(({ order }, index) => {
    const before = active[index - 1]?.order ?? world.armedOrder;
    return order - before >= silentMs;
  });
  return gaps.length === 0;
}

function judge(world: World): { verdict: string; isDone: boolean } {
  const done = world.doneOrder;
  if (done !== null) {
    // It was inactive before: only its move to the factory address, with a new start, says "reset".
    const wasReset = world.resets.some((order) => order <= done);
    if (!wasReset && world.isNobodyElse(done)) {
      return { verdict: 'closed without a reset', isDone: true };
    }
    const claims = world.delivered.filter(({ by, order }) => by !== 'neighbour' && order < done);
    const isTwin = claims.some(({ by }) => by === 'twin');
    const isOwn = claims.some(({ by }) => by === 'device');
    if (isTwin && (world.isMacKnown || isOwn)) {
      return { verdict: 'closed although two claim the serial', isDone: true };
    }
  }
  const proven = provenAt(world);
  if (proven !== null && (done === null || done > proven)) {
    return { verdict: `left open, proven at ${proven}, closed at ${done}`, isDone: done !== null };
  }
  return { verdict: 'right', isDone: done !== null };
}

test('10,000 sequences of sightings: nothing closed wrongly, nothing left open', () => {
  const counts = { sequences: 0, closed: 0, proven: 0, open: 0, withReset: 0, datagrams: 0 };
  fc.assert(
    fc.property(plan, (given) => {
      const world = new World(given);
      world.run();
      const { verdict, isDone } = judge(world);
      counts.sequences += 1;
      counts.datagrams += world.delivered.length;
      if (isDone) counts.closed += 1;
      else counts.open += 1;
      if (world.resets.length > 0) counts.withReset += 1;
      if (provenAt(world) !== null) counts.proven += 1;
      expect(verdict).toBe('right');
    }),
    { numRuns: 10_000, seed: 20_260_301 },
  );
  process.stdout.write(`watcher: ${JSON.stringify(counts)}\n`);
  expect(counts.sequences).toBeGreaterThanOrEqual(10_000);
  // The sequences are worth something only when many of them end each way.
  expect(counts.closed).toBeGreaterThan(1_000);
  expect(counts.open).toBeGreaterThan(1_000);
  expect(counts.proven).toBeGreaterThan(1_000);
}, 120_000);
