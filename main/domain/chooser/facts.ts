import type { ChooserFactId, ChooserFactSource } from '../../contract/chooser.ts';
import type { DeviceRow } from '../../contract/device.ts';
import type { JobItem } from '../../contract/job.ts';
import type { ChooserState } from '../../contract/recovery.ts';
import type { KnownFacts } from '../record.ts';
import { recoveryWays } from '../recovery-ways.ts';
import { resetCardOf } from '../reset-families.ts';
import { isUserPanel } from '../unbind-rules.ts';
import type { ChooserFacts, OwnWay, Tri } from './types.ts';

/** What an unbind, or the look before one, last came to. */
export type LastUnbind = Pick<JobItem, 'verdict'> & { readonly reason: JobItem['reason'] };

export interface FactSources {
  readonly row: DeviceRow;
  readonly facts: KnownFacts;
  readonly lastUnbind: LastUnbind | null;
  /** Something is saved for it. */
  readonly isSaved: boolean;
  readonly now: number;
}

const reachedCloud: ReadonlySet<JobItem['verdict']> = new Set([
  'verified',
  'accepted',
  'different-area',
]);
/** A refusal without a cause that passes by itself. */
const refusals: ReadonlySet<JobItem['reason']> = new Set(['denied', 'unknown-result']);

function cloudOnlineOf(last: LastUnbind | null): Tri {
  if (last === null) return null;
  if (last.reason === 'cloud-offline' || last.verdict === 'needs-internet') return false;
  return reachedCloud.has(last.verdict) || last.reason === 'ready' ? true : null;
}

/** A saved or proven login counts; one that the device refused says nothing about another one. */
function knowsPassword({ row, isSaved }: FactSources): ChooserFacts['knowsPassword'] {
  if (row.login === 'proven') return 'proven';
  return isSaved && row.login !== 'refused' ? 'saved' : null;
}

/** Everything the tool knows by itself, so that nobody is asked for it. */
export function chooserFactsOf(sources: FactSources): ChooserFacts {
  const { row, facts, lastUnbind, now } = sources;
  const ways = new Map(recoveryWays(facts).map(({ kind, isSupported }) => [kind, isSupported]));
  const way = (kind: OwnWay): Tri => ways.get(kind) ?? null;
  const isUnbound = lastUnbind?.reason === 'not-bound' || lastUnbind?.verdict === 'verified';
  return {
    kind: row.kind,
    isForeign: row.vendor === 'other',
    isUserPanel: isUserPanel(row.kind, row.model),
    hasSadp: row.via.some(({ source }) => source === 'sadp'),
    activated: row.activated,
    bound: row.cloudBound ?? (isUnbound ? false : null),
    cloudSupported: row.cloudSupported,
    cloudEnabled: row.cloudEnabled,
    cloudOnline: cloudOnlineOf(lastUnbind),
    unbindSupported:
      row.unbindSupported ?? (lastUnbind?.reason === 'unbind-unsupported' ? false : null),
    areasDiffer: lastUnbind?.verdict === 'different-area',
    wasRefused: lastUnbind?.verdict === 'refused' && refusals.has(lastUnbind.reason),
    isLocked: row.lockedUntil !== null && row.lockedUntil > now,
    knowsPassword: knowsPassword(sources),
    hasButton: resetCardOf(row.model, row.kind).hasButton,
    ways: {
      'reset-file': way('reset-file'),
      'email-code': way('email-code'),
      'security-questions': way('security-questions'),
      'guid-file': way('guid-file'),
    },
  };
}

type FactLine = ChooserState['facts'][number];

/** The same for a person to read; what is not known stands as unknown where it matters. */
export function factLines(sources: FactSources, facts: ChooserFacts): FactLine[] {
  const { row, lastUnbind } = sources;
  const line = (
    id: ChooserFactId,
    value: FactLine['value'],
    source: ChooserFactSource,
  ): FactLine => ({
    ...{ id, value, source },
  });
  // Also what it does not say: that is why such a way is not called open.
  const ways = Object.entries(facts.ways);
  return [
    line('kind', row.kind, 'list'),
    line('firmware', row.firmware, 'device'),
    line('activated', row.activated, 'device'),
    line('bound', facts.bound, row.cloudBound === null && facts.bound !== null ? 'run' : 'device'),
    line('cloud-enabled', row.cloudEnabled, 'device'),
    line('unbind-supported', facts.unbindSupported, 'device'),
    ...(facts.cloudOnline === null ? [] : [line('cloud-online', facts.cloudOnline, 'run')]),
    ...(facts.areasDiffer ? [line('areas-differ', true, 'run')] : []),
    ...(lastUnbind === null
      ? []
      : [line('last-unbind', lastUnbind.verdict ?? lastUnbind.reason, 'run')]),
    ...(facts.isLocked ? [line('locked', true, 'lock')] : []),
    ...(row.login === null && facts.knowsPassword === null
      ? []
      : [line('login', row.login ?? 'untested', 'vault')]),
    line('button', facts.hasButton, 'card'),
    ...ways.map(([id, told]) => line(id as OwnWay, told, 'device')),
  ];
}
