import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

// Loaded by Node itself: the test runner turns every import into a getter call, which would measure it.
const load = createRequire(import.meta.url);
const { makeFleet }: typeof import('./registry-cases.ts') = load('./registry-cases.ts');

/** A fleet that is known already, and a function that sees it again, unchanged. */
function known(devices: number): () => void {
  const { registry, round } = makeFleet(devices);
  const answers = round();
  let at = answers[0]?.at ?? 0;
  const again = () => {
    at += 15_000;
    for (const answer of answers) registry.see({ ...answer, at }, 'site');
    registry.takeDirty();
  };
  again();
  again();
  return again;
}

describe('known devices seen again', () => {
  it('cost the same each, whether they are 1,000 or 10,000', async ({ bench }) => {
    const few = bench('1,000 devices', known(1_000));
    const many = bench('10,000 devices', known(10_000));
    const results = await bench.compare(few, many);
    const growth =
      results.get('1,000 devices').throughput.p50 / results.get('10,000 devices').throughput.p50;
    // Ten times the devices: ten times the time and the price of leaving the cache; a search among
    // all devices for each answer would be a hundred times.
    expect(growth).toBeLessThan(40);
  }, 60_000);
});
