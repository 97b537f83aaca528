import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

// Loaded by Node itself: the test runner's module loader turns every import into a getter call, which
// would slow down our many small modules and not the other parsers' single files.
const load = createRequire(import.meta.url);
const { datagrams, rivals }: typeof import('./decode-rivals.ts') = load('./decode-rivals.ts');

describe.each(datagrams)('%s', (_name, data) => {
  it('is read faster than by the general parsers', async ({ bench }) => {
    const runs = rivals.map(([name, decode]) => bench(name, () => void decode(data)));
    const results = await bench.compare(...runs);
    const rate = (name: string) => results.get(name).throughput.p50;
    expect(rate('untether')).toBeGreaterThan(rate('saxes'));
    expect(rate('untether')).toBeGreaterThan(3 * rate('fast-xml-parser'));
  }, 60_000);
});
