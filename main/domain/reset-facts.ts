import type { DeviceFacts, FactKey } from '../contract/device.ts';
import { currentFacts, type FactChange } from './facts.ts';
import type { DeviceRecord } from './record.ts';
import type { Entry } from './roster.ts';

/**
 * What was told before a reset and is not known after it. The binding lives on the vendor's server, and whether
 * the device still tells it the old way is seen only when it is read again.
 */
const voidKeys = ['cloudBound'] as const satisfies readonly FactKey[];

/** It had a password and has none any more, however that came about. */
export function isResetSeen(changes: readonly FactChange[]): boolean {
  return changes.some(({ key, from, to }) => key === 'activated' && from === true && to === false);
}

/** Forgets it in every source, except what `told` says anew. Returns whether anything was known. */
export function voidByReset(entry: Entry, told: Partial<DeviceFacts> = {}): boolean {
  const { record } = entry;
  const keys = voidKeys.filter((key) => (told[key] ?? null) === null);
  const isVoided = keys.filter((key) => forget(record, key)).length > 0;
  if (!isVoided) return false;
  entry.current = currentFacts(record.sources);
  record.revision += 1;
  return true;
}

function forget({ sources }: DeviceRecord, key: (typeof voidKeys)[number]): boolean {
  let isKnown = false;
  for (const block of Object.values(sources)) {
    if (block.facts[key] === undefined) continue;
    delete block.facts[key];
    delete block.earlier[key];
    isKnown = true;
  }
  return isKnown;
}
