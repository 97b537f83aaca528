import type { Rng } from '../rng.ts';
import type { DeviceSpec } from '../types.ts';
import { AddressPool, adapterAddress, ordinaryDevice, type Site } from './site.ts';

/** A campus of many buildings in one flat 10.10.0.0/16, with a few boxes still at their factory address. */
export function campus(rng: Rng, count = 2000): Site {
  const pool = new AddressPool('10.10.1', {
    firstHost: 20,
    mask: '255.255.0.0',
    gateway: '10.10.0.1',
  });
  const specs = Array.from({ length: count }, (): DeviceSpec => {
    const spec = ordinaryDevice(rng);
    const isFresh = spec.isActivated === false && rng.chance(15);
    return isFresh ? { ...spec, address: '192.168.1.64' } : { ...spec, ...pool.next() };
  });
  return {
    specs,
    adapterAddresses: [adapterAddress('10.10.0.10', 16), adapterAddress('192.168.1.10', 24)],
  };
}
