import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { Sighting } from '../../../../main/domain/sighting.ts';
import { encodeInquiry } from '../../../../main/protocol/sadp/encode.ts';
import { type Heard, Listener } from '../../../../main/services/discovery/listener.ts';
import { ProbeMemory } from '../../../../main/services/discovery/probe-memory.ts';
import { createFakeClock } from '../../../helpers/fake-clock.ts';
import { createMemoryLog } from '../../../helpers/memory-log.ts';

const uuid = '11111111-2222-4333-8444-555555555555';

function createRig() {
  const clock = createFakeClock();
  const log = createMemoryLog();
  const memory = new ProbeMemory(clock);
  const seen: Sighting[] = [];
  const heard: Heard[] = [];
  const listener = new Listener({
    ...{ clock, log, memory },
    subnets: () => [
      { adapter: 'eth0', address: '192.168.1.10', prefix: 24 },
      { adapter: 'eth1', address: '10.0.0.5', prefix: 24 },
      { adapter: 'wlan0', address: '10.0.0.6', prefix: 24 },
    ],
    see: (sighting) => {
      seen.push(sighting);
      return `device-${seen.length}` as DeviceId;
    },
    onHeard: (one) => heard.push(one),
  });
  const take = (
    text: string | Uint8Array,
    from = '192.168.1.64',
    adapterId: string | null = null,
  ) =>
    listener.take([
      {
        data: typeof text === 'string' ? new TextEncoder().encode(text) : text,
        ...{ fromAddress: from, fromPort: 37020, adapterId, receivedAt: clock.now() },
      },
    ]);
  return { clock, log, memory, seen, heard, listener, take };
}

const match = (body: string, { root = 'ProbeMatch', id = uuid, types = 'inquiry' } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?><${root}><Uuid>${id}</Uuid><Types>${types}</Types>` +
  `<MAC>44-19-b6-00-00-01</MAC>${body}</${root}>`;
const facts =
  '<DeviceSN>DS-2CD0000-I20260101AAWR123456789</DeviceSN><IPv4Address>192.168.1.64</IPv4Address>';

describe('Listener', () => {
  it('counts rubbish by reason, logs it once, and reads what comes after it', () => {
    const { listener, take, log, seen } = createRig();
    take('');
    take('not xml at all <<<\u0001');
    take('not xml either');
    take('<html><body>hello</body></html>');
    take(match(facts));
    const { datagrams, decoded, rejected, rejectedBy } = listener.counters();
    expect([datagrams, decoded, rejected]).toEqual([5, 1, 4]);
    expect(Object.values(rejectedBy).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(rejectedBy).toMatchObject({ empty: 1, 'not-sadp': 1 });
    expect(seen).toHaveLength(1);
    const lines = log.lines.filter(({ level }) => level === 'debug');
    expect(lines).toHaveLength(Object.keys(rejectedBy).length);
    expect(lines.map(({ fields }) => fields['start'])).toContain('not xml at all <<<.');
  });

  it('logs a flood of rubbish once in ten seconds, and says how much it held back', async () => {
    const { clock, take, log } = createRig();
    for (let index = 0; index < 500; index += 1) take('rubbish');
    await clock.advance(10_000);
    take('rubbish');
    expect(log.lines.map(({ fields }) => fields['alsoHeldBack'])).toEqual([0, 499]);
  });

  it('takes questions for no replies: our own echo and those of other programs', () => {
    const { listener, take, seen } = createRig();
    take(encodeInquiry(uuid));
    take(match('', { root: 'Probe', types: 'update' }));
    expect(listener.counters()).toEqual({ datagrams: 0, decoded: 0, rejected: 0, rejectedBy: {} });
    expect(seen).toEqual([]);
  });

  it('reads the answers to other programs and Hello, but not their command results or Bye', () => {
    const { listener, take, seen } = createRig();
    take(match(facts, { id: 'ABCDABCD-0000-4000-8000-000000000000' }));
    take(match(facts, { root: 'Hello', types: 'hello' }));
    take(match('<Result>success</Result>', { types: 'update' }));
    take(match(facts, { root: 'Bye', types: 'bye' }));
    expect(seen.map(({ source, facts: told }) => [source, told.ipv4Address])).toEqual([
      ['sadp', '192.168.1.64'],
      ['sadp', '192.168.1.64'],
    ]);
    expect(listener.counters()).toMatchObject({ datagrams: 4, decoded: 4, rejected: 0 });
  });

  it.each([
    ['by its own socket', '10.0.0.9', 'eth1', false, 'eth1'],
    ['by the question it answers', '10.0.0.9', null, true, 'eth0'],
    ['by the only subnet of the sender', '192.168.1.64', null, false, 'eth0'],
    ['to nobody when two adapters fit', '10.0.0.9', null, false, null],
    ['to nobody when none fits', '172.16.0.1', null, false, null],
  ] as const)('gives a reply %s', (_how, from, own, isAsked, adapter) => {
    const { memory, take, seen } = createRig();
    if (isAsked) memory.remember(uuid, { adapterId: 'eth0', sweepAddress: null });
    take(match(facts), from, own);
    expect(seen[0]?.adapter).toBe(adapter);
  });

  it('survives a fault behind it and goes on with the next datagram', () => {
    const { clock, log, memory } = createRig();
    const seen: Sighting[] = [];
    const listener = new Listener({
      ...{ clock, log, memory, subnets: () => [], onHeard: () => undefined },
      see: (sighting) => {
        seen.push(sighting);
        throw new Error('a bug');
      },
    });
    const data = new TextEncoder().encode(match(facts));
    const from = { fromAddress: '192.168.1.64', fromPort: 37020, adapterId: null, receivedAt: 1 };
    listener.take([
      { data, ...from },
      { data, ...from },
    ]);
    expect(seen).toHaveLength(2);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('takes the answer to a sweep for a find of the sweep', () => {
    const { memory, take, seen, heard } = createRig();
    memory.remember(uuid, { adapterId: 'eth0', sweepAddress: '192.168.1.64' });
    take(match(facts));
    expect(seen[0]).toMatchObject({ source: 'sweep', vendor: 'hikvision', adapter: 'eth0' });
    expect(heard[0]).toMatchObject({ sweepAddress: '192.168.1.64', device: 'device-1' });
    expect(heard[0]?.isFromAsked).toBe(true);
  });

  it('does not take the answer of another device for the one that was asked', () => {
    const { memory, take, heard, seen } = createRig();
    memory.remember(uuid, { adapterId: 'eth0', sweepAddress: '192.168.1.200' });
    take(match(facts));
    expect(heard[0]).toMatchObject({ sweepAddress: '192.168.1.200', isFromAsked: false });
    expect(seen[0]?.source).toBe('sweep');
  });
});
