import type { Rng } from '../rng.ts';
import type { DeviceSpec } from '../types.ts';
import { AddressPool, adapterAddress, ordinaryDevice, type Site } from './site.ts';

const times = (count: number, spec: DeviceSpec): readonly DeviceSpec[] =>
  Array.from({ length: count }, () => spec);

/** Thirty devices to set free: 20 can be, 4 are, 3 are offline, 2 have no such function, 1 is locked. */
const specs: readonly DeviceSpec[] = [
  ...times(6, { model: 'DS-2CD2143G2-I', cloud: 'bound' }),
  ...times(6, { model: 'DS-2CD2347G2-LU', cloud: 'bound' }),
  ...times(3, { model: 'DS-7608NI-K2/8P', cloud: 'bound' }),
  ...times(2, { model: 'DS-7732NXI-K4', cloud: 'bound' }),
  ...times(3, { model: 'CS-C3W-A0-3H4WFRL', cloud: 'bound' }),
  ...times(3, { model: 'DS-2CD2T47G2-L', cloud: 'on' }),
  { model: 'DS-7616NI-I2/16P', cloud: 'on' },
  ...times(3, { model: 'DS-2DE2A404IW-DE3', cloud: 'bound', isCloudOnline: false }),
  ...times(2, { model: 'DS-2CD2385G1-I', cloud: 'on' }),
  {
    model: 'iDS-2CD7146G0-IZS',
    cloud: 'bound',
    lockedForMs: 29 * 60_000,
    isLockToldByStatus: true,
  },
];

export function unbindThirty(rng: Rng, count = specs.length): Site {
  const pool = new AddressPool('192.168.1', { firstHost: 20 });
  const more = Array.from({ length: Math.max(0, count - specs.length) }, () => ordinaryDevice(rng));
  return {
    specs: [...specs, ...more].slice(0, count).map((spec) => ({ ...spec, ...pool.next() })),
    adapterAddresses: [adapterAddress('192.168.1.10', 24)],
  };
}
