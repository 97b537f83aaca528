import type { DeviceFacts, DeviceId, SightingSource } from '../../../main/contract/device.ts';
import type { RegistryLimits } from '../../../main/domain/outcome.ts';
import { Registry } from '../../../main/domain/registry.ts';
import type { Sighting } from '../../../main/domain/sighting.ts';

export const t0 = Date.UTC(2025, 2, 1, 8, 0, 0);
export const home = 'site-1';

export function newRegistry(limits?: Partial<RegistryLimits>): Registry {
  let count = 0;
  return new Registry({
    newId: () => {
      count += 1;
      return `d${count}`;
    },
    ...(limits === undefined ? {} : { limits }),
  });
}

export const serialA = 'DS-2CD2385G1-I20200414AAWRE11111111';
export const serialB = 'DS-2CD2385G1-I20200414AAWRE22222222';
export const macA = '58:50:ed:00:00:0a';
export const macB = '58:50:ed:00:00:0b';

export interface SightingOptions extends Omit<Partial<Sighting>, 'facts'> {
  readonly after?: number;
  readonly source?: SightingSource;
}

/** A SADP answer unless told otherwise, `after` ms after `t0`. */
export function sight(facts: Partial<DeviceFacts>, options: SightingOptions = {}): Sighting {
  const { after = 0, ...rest } = options;
  return {
    source: 'sadp',
    adapter: 'eth0',
    at: t0 + after,
    fromAddress: facts.ipv4Address ?? null,
    facts,
    ...rest,
  };
}

export const camera = {
  serial: serialA,
  mac: macA,
  model: 'DS-2CD2385G1-I',
  ipv4Address: '192.168.1.20',
  activated: true,
  firmware: 'V5.6.2build 190701',
} satisfies Partial<DeviceFacts>;

export function see(registry: Registry, sighting: Sighting, site = home): DeviceId {
  const outcome = registry.see(sighting, site);
  if (outcome.kind !== 'merged') throw new Error(`refused: ${outcome.why}`);
  return outcome.id;
}

/** Kinds of the events since the last call, in order. */
export function eventKinds(registry: Registry): string[] {
  return registry.takeDirty().events.map((event) => event.kind);
}
