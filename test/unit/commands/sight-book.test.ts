import { describe, expect, test } from 'vitest';
import { SightBook } from '../../../main/services/commands/sight-book.ts';
import type { HeardMessage } from '../../../main/services/discovery/listener.ts';

const mac = '44:47:cc:00:00:77';

function heard(from: string, at: number, uuid: string | null = `U${at}`): HeardMessage {
  return {
    message: {
      ...{ root: uuid === null ? 'Hello' : 'ProbeMatch', uuid, types: 'inquiry', mac, rawMac: mac },
      ...{ result: null, fields: { ipv4Address: from }, extra: new Map(), notes: [] },
    },
    ...{ fromAddress: from, adapter: 'eth0', at, isDescription: true, sweepAddress: null },
  };
}

function book(...list: readonly HeardMessage[]): SightBook {
  const sights = new SightBook();
  for (const one of list) sights.note(one);
  return sights;
}

describe('where a device speaks from', () => {
  test('is the address of its last own word', () => {
    const sights = book(heard('10.0.0.1', 1), heard('10.0.0.2', 2));
    expect(sights.get(mac)).toMatchObject({ fromAddress: '10.0.0.2', adapter: 'eth0' });
    expect(sights.get('44:47:cc:00:00:78')).toBeNull();
  });

  test('moved and put back is still one device', () => {
    const sights = book(
      ...[heard('10.0.0.1', 1), heard('10.0.0.2', 2000), heard('10.0.0.1', 4000)],
      heard('10.0.0.2', 6000),
    );
    expect(sights.isContested(mac, 6000)).toBe(false);
  });

  test.each([
    ['at once', ['A', 'B']],
    ['among other answers', ['A', 'C', 'D', 'B']],
  ])('one question answered from two addresses %s is two hosts', (_how, order) => {
    const list = order.map((name, index) =>
      name === 'B' ? heard('10.0.0.2', index, 'UA') : heard('10.0.0.1', index, `U${name}`),
    );
    const sights = book(...list);
    expect(sights.isContested(mac, 10)).toBe(true);
    expect(sights.isContested(mac, 121_000)).toBe(false);
  });

  test('a stranger who answered first is found out when the device answers', () => {
    const sights = book(
      ...[heard('10.0.0.2', 1, 'U1'), heard('10.0.0.2', 2, 'U2'), heard('10.0.0.1', 80, 'U1')],
    );
    expect(sights.isContested(mac, 80)).toBe(true);
  });

  test('restless changes are two hosts too', () => {
    const list = Array.from({ length: 6 }, (_, index) =>
      heard(`10.0.0.${1 + (index % 2)}`, index * 1000),
    );
    expect(book(...list).isContested(mac, 6000)).toBe(true);
  });

  test('a Hello tells the address, not the facts', () => {
    const sights = book(heard('10.0.0.1', 1), heard('10.0.0.9', 2, null));
    expect(sights.get(mac)).toMatchObject({ fromAddress: '10.0.0.9', fieldsAt: 1 });
  });
});
