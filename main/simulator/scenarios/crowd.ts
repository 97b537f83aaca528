import type { Rng } from '../rng.ts';
import type { DeviceSpec } from '../types.ts';
import { adapterAddress, type Site } from './site.ts';

const models = ['DS-2CD2143G2-I', 'DS-2CD2347G2-LU', 'DS-2CD2T47G2-L'] as const;
const usual = 8;

/** Cameras fresh from the box, all at the factory address. */
export function crowd(rng: Rng, count = usual): Site {
  const specs = Array.from(
    { length: count },
    (): DeviceSpec => ({
      model: rng.pick(models),
      isActivated: false,
      cloud: 'off',
      address: '192.168.1.64',
      uptimeMs: rng.int(60, 900) * 1000,
    }),
  );
  return { specs, adapterAddresses: [adapterAddress('192.168.1.10', 24)] };
}
