import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CameraCandidate,
  type ChannelEvidence,
  matchChannel,
} from '../../../main/domain/channel-match.ts';

const camera = (
  name: string,
  serial: string | null,
  address: string | null,
): CameraCandidate<string> => ({
  camera: name,
  serial,
  macs: [`44:47:cc:00:00:0${name}`],
  address,
});

const known = [
  camera('1', 'SERIAL0001', '192.168.1.1'),
  camera('2', 'SERIAL0002', '192.168.1.2'),
  camera('3', null, '192.168.1.3'),
  camera('4', 'SERIAL0004', null),
];
const told = (more: Partial<ChannelEvidence>): ChannelEvidence => ({
  ...{ serial: null, mac: null, address: null },
  ...more,
});
const match = (more: Partial<ChannelEvidence>, said: string | null = null) => {
  const { kind, why, camera: found, other } = matchChannel(told(more), known, said);
  return [kind, why, found, other];
};

describe('which camera a channel is', () => {
  test.each([
    [{ serial: 'serial0001', address: '192.168.1.1' }, ['sure', 'both', '1', null]],
    [{ mac: '44:47:cc:00:00:02', address: '192.168.1.2' }, ['sure', 'both', '2', null]],
    // Each says another camera.
    [{ serial: 'SERIAL0001', address: '192.168.1.2' }, ['ask', 'serial', '1', '2']],
    // It is known elsewhere, and nobody is known there.
    [{ serial: 'SERIAL0001', address: '192.168.1.9' }, ['ask', 'serial', '1', null]],
    [{ serial: 'SERIAL0001' }, ['ask', 'serial-only', '1', null]],
    [{ serial: 'SERIAL0004', address: '192.168.1.9' }, ['ask', 'serial-only', '4', null]],
    [{ serial: 'SERIAL0009', address: '192.168.1.2' }, ['ask', 'address', '2', null]],
    [{ address: '192.168.1.2' }, ['ask', 'address-only', '2', null]],
    [{ serial: 'SERIAL0009', address: '192.168.1.3' }, ['ask', 'address-only', '3', null]],
    [{ serial: 'SERIAL0009', address: '192.168.1.9' }, ['none', 'nothing', null, null]],
    [{}, ['none', 'nothing', null, null]],
  ] as const)('%j', (evidence, expected) => {
    expect(match(evidence)).toEqual(expected);
  });

  test('a person’s word stands above everything', () => {
    expect(match({ serial: 'SERIAL0001', address: '192.168.1.1' }, '2')).toEqual([
      ...['sure', 'person', '2', null],
    ]);
  });

  test('without a person, sure is only what name and address agree on', () => {
    const serial = fc.constantFrom(null, 'SERIAL0001', 'SERIAL0002', 'SERIAL0003');
    const address = fc.constantFrom(null, '192.168.1.1', '192.168.1.2', '192.168.1.3');
    const one = fc.record({ serial, address });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), one, (cameras, evidence) => {
        const list = cameras.map((each, index) => ({ ...each, camera: index, macs: [] }));
        const found = matchChannel({ ...evidence, mac: null }, list, null);
        const its = found.camera === null ? null : cameras[found.camera];
        const isBoth =
          its?.serial === evidence.serial &&
          its?.address === evidence.address &&
          evidence.serial !== null &&
          evidence.address !== null;
        expect(found.kind === 'sure').toBe(isBoth);
      }),
    );
  });
});
