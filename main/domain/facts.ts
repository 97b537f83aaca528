import type { DeviceFacts, FactKey, SightingSource } from '../contract/device.ts';
import { maxExtraPerSource, maxTextLength, offlineAfterMs } from './limits.ts';
import type { KnownFacts, SourceBlock, Told } from './record.ts';

export type FactValue = string | number | boolean;
export interface FactChange {
  readonly key: FactKey;
  readonly from: FactValue | undefined;
  readonly to: FactValue | undefined;
}

/** Best word first: the device's own full answer, what its ports show, ONVIF, the operator's book. */
export const sourceRank: readonly SightingSource[] = ['sadp', 'sweep', 'onvif', 'book'];

type Loose = { [key: string]: FactValue | null | undefined };
type Known = { [key: string]: FactValue };

export function newBlock(at: number, adapter: string | null): SourceBlock {
  return { at, adapter, facts: {}, earlier: {}, extra: {}, vendor: null };
}

/**
 * Lays an answer over what the source told before. What it does not tell stays, with the time it was
 * told. Returns the values that changed.
 */
export function mergeFacts(
  block: SourceBlock,
  told: Partial<DeviceFacts>,
  when: Told,
): FactChange[] {
  const facts = block.facts as Known;
  const changes: FactChange[] = [];
  let count = 0;
  for (const key in told) {
    const value = readValue((told as Loose)[key]);
    if (value === undefined) continue;
    count += 1;
    const from = facts[key];
    if (from === value) continue;
    facts[key] = value;
    changes.push({ key: key as FactKey, from, to: value });
  }
  if (count !== Object.keys(facts).length || !isEmpty(block.earlier)) {
    markEarlier(block, told as Loose);
  }
  block.at = when.at;
  block.adapter = when.adapter;
  return changes;
}

function readValue(value: FactValue | null | undefined): FactValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return typeof value === 'string' && value.length > maxTextLength
    ? value.slice(0, maxTextLength)
    : value;
}

function markEarlier(block: SourceBlock, told: Loose): void {
  const earlier = block.earlier as { [key: string]: Told };
  for (const key in block.facts) {
    if (readValue(told[key]) !== undefined) delete earlier[key];
    else earlier[key] ??= { at: block.at, adapter: block.adapter };
  }
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** Unknown elements, bounded in number and length. Returns whether one changed. */
export function mergeExtra(block: SourceBlock, extra: ReadonlyMap<string, string>): boolean {
  let isChanged = false;
  for (const [name, text] of extra) {
    const key = name.slice(0, 128);
    const value = text.slice(0, maxTextLength);
    if (block.extra[key] === value || key === '__proto__') continue;
    if (!Object.hasOwn(block.extra, key) && Object.keys(block.extra).length >= maxExtraPerSource) {
      continue;
    }
    block.extra[key] = value;
    isChanged = true;
  }
  return isChanged;
}

/** When and by which adapter a source last told this key. */
export function toldOf(block: SourceBlock, key: string): Told {
  return (block.earlier as { [key: string]: Told })[key] ?? block;
}

/** The source whose word counts for a key; `null` when none ever told it. */
export function sourceOf(sources: Sources, key: string): SightingSource | null {
  let best: { source: SightingSource; at: number } | null = null;
  for (const source of sourceRank) {
    const block = sources[source];
    if (block === undefined || !Object.hasOwn(block.facts, key)) continue;
    const { at } = toldOf(block, key);
    if (best === null || at - best.at > offlineAfterMs) best = { source, at };
  }
  return best?.source ?? null;
}

type Sources = { readonly [S in SightingSource]?: SourceBlock };

/**
 * What is known now. The better source keeps its word until it is older than the lesser one's by more
 * than the time after which its silence counts as absence.
 */
export function currentFacts(sources: Sources): KnownFacts {
  const blocks = sourceRank.map((source) => sources[source]).filter((block) => block !== undefined);
  const [only, second] = blocks;
  if (only !== undefined && second === undefined) return only.facts;
  const result: Known = {};
  const times: { [key: string]: number } = {};
  for (const block of blocks) {
    for (const [key, value] of Object.entries(block.facts)) {
      const { at } = toldOf(block, key);
      const best = times[key];
      if (best !== undefined && at - best <= offlineAfterMs) continue;
      result[key] = value;
      times[key] = at;
    }
  }
  return result as KnownFacts;
}

export function diffFacts(before: KnownFacts, after: KnownFacts): FactChange[] {
  const changes: FactChange[] = [];
  for (const [key, to] of Object.entries(after)) {
    const from = (before as Known)[key];
    if (from !== to) changes.push({ key: key as FactKey, from, to });
  }
  return changes;
}
