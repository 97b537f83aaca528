import { describe, expect, it } from 'vitest';
import { interpolate } from '../../../main/contract/text/interpolate.ts';
import { toBase64 } from '../../../main/protocol/base64.ts';
import { BoundedMap } from '../../../main/services/lib/bounded-map.ts';
import { createCanceller } from '../../../main/services/lib/canceller.ts';
import { runPool } from '../../../main/services/lib/pool.ts';
import { createRateLimit } from '../../../main/services/lib/rate-limit.ts';
import { sleep } from '../../../main/services/lib/sleep.ts';
import { adaptersFor } from '../../../main/services/lib/subnets.ts';
import { createThrottle } from '../../../main/services/lib/throttle.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

describe('runPool', () => {
  it('runs every item and never more than the limit at once', async () => {
    const clock = createFakeClock();
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const all = runPool([1, 2, 3, 4, 5, 6, 7], { limit: 3 }, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(clock, item * 10);
      running -= 1;
      done.push(item);
    });
    await clock.advance(200);
    await all;
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('takes no new item once stopped, and passes a rejection on', async () => {
    const seen: number[] = [];
    await runPool([1, 2, 3], { limit: 1, isStopped: () => seen.length >= 2 }, (item) => {
      seen.push(item);
      return Promise.resolve();
    });
    expect(seen).toEqual([1, 2]);
    const failing = runPool([1], { limit: 1 }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });
});

describe('createThrottle', () => {
  it('runs once a period and never loses the last request', async () => {
    const clock = createFakeClock();
    const runs: number[] = [];
    const began = clock.now();
    const throttle = createThrottle(clock, 200, () => runs.push(clock.now() - began));
    throttle.request();
    throttle.request();
    expect(runs).toEqual([]);
    await clock.settle();
    expect(runs).toEqual([0]);
    throttle.request();
    await clock.advance(50);
    throttle.request();
    await clock.advance(1000);
    expect(runs).toEqual([0, 200]);
  });

  it('still runs after the clock was set back an hour', async () => {
    const clock = createFakeClock();
    let runs = 0;
    const throttle = createThrottle(clock, 200, () => {
      runs += 1;
    });
    throttle.request();
    await clock.settle();
    clock.jump(clock.now() - 3_600_000);
    throttle.request();
    await clock.advance(200);
    expect(runs).toBe(2);
  });

  it('stops', async () => {
    const clock = createFakeClock();
    let runs = 0;
    const throttle = createThrottle(clock, 200, () => {
      runs += 1;
    });
    throttle.request();
    throttle.stop();
    await clock.advance(1000);
    expect(runs).toBe(0);
  });
});

describe('BoundedMap', () => {
  it('forgets its oldest entry when full; setting again makes an entry young', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    map.set('c', 4);
    expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([3, undefined, 4, 2]);
  });

  it('hands out the oldest values first and drops the aged ones', () => {
    const map = new BoundedMap<string, number>(9);
    for (const [index, key] of ['a', 'b', 'c', 'd'].entries()) map.set(key, index);
    expect(map.take(2)).toEqual([0, 1]);
    map.dropWhile((value) => value < 3);
    expect([map.size, map.get('d')]).toEqual([1, 3]);
    expect([map.delete('d'), map.delete('d')]).toEqual([true, false]);
  });
});

describe('createRateLimit', () => {
  it('lets one call a period pass and tells how many were held back', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock, 1000);
    expect([limit('x'), limit('x'), limit('x'), limit('y')]).toEqual([0, null, null, 0]);
    await clock.advance(1000);
    expect(limit('x')).toBe(2);
  });
});

describe('sleep', () => {
  it('ends early when cancelled and leaves no timer behind', async () => {
    const clock = createFakeClock();
    const canceller = createCanceller();
    const asleep = sleep(clock, 60_000, canceller.signal);
    canceller.cancel();
    canceller.cancel();
    await asleep;
    await sleep(clock, 60_000, canceller.signal);
    expect(clock.pending).toBe(0);
  });
});

describe('small helpers', () => {
  it('encodes base64 of any length', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(toBase64(new Uint8Array())).toBe('');
  });

  it('fills placeholders and leaves an unknown one to be seen', () => {
    expect(interpolate('{{a}} of {{ b }}, {{c}}', { a: 1, b: 'x' })).toBe('1 of x, {{c}}');
    expect(interpolate('{{toString}}', {})).toBe('{{toString}}');
  });

  it('finds the adapters of an address, the closest subnet first', () => {
    const subnets = [
      { adapter: 'wide', address: '10.0.0.5', prefix: 8 },
      { adapter: 'close', address: '10.1.2.3', prefix: 24 },
      { adapter: 'close', address: '10.1.2.4', prefix: 24 },
    ];
    expect(adaptersFor('10.1.2.99', subnets)).toEqual(['close', 'wide']);
    expect(adaptersFor('192.168.1.64', subnets)).toEqual([]);
    expect(adaptersFor('not an address', subnets)).toEqual([]);
  });
});
