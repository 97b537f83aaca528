import type { Rng } from '../rng.ts';
import type { DeviceSpec } from '../types.ts';
import { campus } from './campus.ts';
import { crowd } from './crowd.ts';
import { hotel } from './hotel.ts';
import { adapterAddress, type Site } from './site.ts';
import { smallShop } from './small-shop.ts';
import { unbindThirty } from './unbind-thirty.ts';

export const scenarioNames = ['small-shop', 'hotel', 'campus', 'crowd', 'unbind-thirty'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

const builders: Readonly<Record<ScenarioName, (rng: Rng, count?: number) => Site>> = {
  'small-shop': smallShop,
  hotel,
  campus,
  crowd,
  'unbind-thirty': unbindThirty,
};

/** More do not fit the addresses that the scenarios hand out. */
export const maxDevices = 20_000;

/** @throws {RangeError} for a count outside 1..20,000. */
export function buildScenario(
  scenario: ScenarioName | readonly DeviceSpec[],
  rng: Rng,
  count?: number,
): Site {
  if (typeof scenario !== 'string') {
    return { specs: scenario, adapterAddresses: [adapterAddress('192.168.1.10', 24)] };
  }
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= maxDevices)) {
    throw new RangeError(`devices must be a whole number from 1 to ${maxDevices}, not ${count}`);
  }
  const build = builders[scenario];
  return count === undefined ? build(rng) : build(rng, count);
}
