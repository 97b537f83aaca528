import { describe, expect, test } from 'vitest';
import {
  currentFacts,
  diffFacts,
  mergeExtra,
  mergeFacts,
  newBlock,
  sourceOf,
  toldOf,
} from '../../../main/domain/facts.ts';
import { maxExtraPerSource, offlineAfterMs } from '../../../main/domain/limits.ts';
import type { SourceBlock } from '../../../main/domain/record.ts';
import { t0 } from './helpers.ts';

const at = (after: number) => ({ at: t0 + after, adapter: 'eth0' });

function block(facts: SourceBlock['facts'], after = 0): SourceBlock {
  const made = newBlock(t0 + after, 'eth0');
  mergeFacts(made, facts, at(after));
  return made;
}

describe('merging an answer', () => {
  test('tells what changed, from what to what', () => {
    const known = block({ model: 'A', httpPort: 80 });
    expect(mergeFacts(known, { model: 'A', httpPort: 81, dhcpEnabled: false }, at(1))).toEqual([
      { key: 'httpPort', from: 80, to: 81 },
      { key: 'dhcpEnabled', from: undefined, to: false },
    ]);
  });

  test('what is absent, null or empty never overwrites what is known', () => {
    const known = block({ model: 'A', activated: true });
    expect(mergeFacts(known, { model: '', activated: null }, at(1))).toEqual([]);
    expect(known.facts).toEqual({ model: 'A', activated: true });
  });

  test('what is not repeated keeps the time it was told, until it is told again', () => {
    const known = block({ model: 'A', firmware: 'V1' });
    mergeFacts(known, { model: 'A' }, { at: t0 + 10, adapter: 'wlan0' });
    mergeFacts(known, { model: 'A' }, { at: t0 + 20, adapter: 'wlan0' });
    expect(toldOf(known, 'firmware')).toEqual({ at: t0, adapter: 'eth0' });
    expect(toldOf(known, 'model')).toMatchObject({ at: t0 + 20, adapter: 'wlan0' });
    mergeFacts(known, { model: 'A', firmware: 'V1' }, at(30));
    expect(known.earlier).toEqual({});
  });

  test('over-long text is cut once and then equal to itself', () => {
    const long = 'x'.repeat(10_000);
    const known = block({ model: long });
    expect(known.facts.model).toHaveLength(512);
    expect(mergeFacts(known, { model: long }, at(1))).toEqual([]);
  });

  test('unknown elements are bounded and cannot touch the prototype', () => {
    const known = newBlock(t0, null);
    expect(mergeExtra(known, new Map([['A', '1']]))).toBe(true);
    expect(mergeExtra(known, new Map([['A', '1']]))).toBe(false);
    expect(mergeExtra(known, new Map([['A', '2']]))).toBe(true);
    expect(mergeExtra(known, new Map([['__proto__', 'x']]))).toBe(false);
    const many = Array.from({ length: 1_000 }, (_, index): [string, string] => [`E${index}`, 'y']);
    mergeExtra(known, new Map(many));
    expect(Object.keys(known.extra)).toHaveLength(maxExtraPerSource);
    expect(Object.getPrototypeOf(known.extra)).toBe(Object.prototype);
  });
});

describe('whose word counts', () => {
  const rule = (sweepAfter: number) => {
    const sources = {
      sadp: block({ ipv4Address: '10.0.0.1', model: 'A' }, 0),
      sweep: block({ ipv4Address: '10.0.0.2', httpPort: 80 }, sweepAfter),
    };
    return { facts: currentFacts(sources), source: sourceOf(sources, 'ipv4Address') };
  };

  test('SADP beats a sweep of about the same time', () => {
    expect(rule(offlineAfterMs)).toEqual({
      facts: { ipv4Address: '10.0.0.1', model: 'A', httpPort: 80 },
      source: 'sadp',
    });
  });

  test('a sweep beats a SADP answer that is older than the time to offline', () => {
    expect(rule(offlineAfterMs + 1)).toEqual({
      facts: { ipv4Address: '10.0.0.2', model: 'A', httpPort: 80 },
      source: 'sweep',
    });
  });

  test('a sweep beats ONVIF, and both beat the book', () => {
    const sources = {
      book: block({ model: 'book', name: 'x' } as SourceBlock['facts']),
      onvif: block({ model: 'onvif', firmware: 'onvif' }),
      sweep: block({ model: 'sweep' }),
    };
    expect(currentFacts(sources)).toMatchObject({ model: 'sweep', firmware: 'onvif' });
    expect(sourceOf(sources, 'model')).toBe('sweep');
    expect(sourceOf(sources, 'dsp')).toBeNull();
  });

  test('the age of a single key decides, not that of the source', () => {
    const sadp = block({ model: 'A', firmware: 'V1' });
    mergeFacts(sadp, { model: 'A' }, at(500_000));
    const sources = { sadp, onvif: block({ model: 'B', firmware: 'V2' }, 500_000) };
    expect(currentFacts(sources)).toEqual({ model: 'A', firmware: 'V2' });
  });

  test('nothing is known without a source', () => {
    expect(currentFacts({})).toEqual({});
  });

  test('the difference of two views', () => {
    expect(diffFacts({ model: 'A' }, { model: 'A', dsp: 'x' })).toEqual([
      { key: 'dsp', from: undefined, to: 'x' },
    ]);
  });
});
