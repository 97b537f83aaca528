import type { DeviceRow } from '../../../../../main/contract/device.ts';
import type { Job, JobItem } from '../../../../../main/contract/job.ts';
import { type Look, verdictLooks } from '../../jobs/model/looks.ts';

/** A device that said yes and kept its values is amber, whatever else it said: it is never good news. */
export function lookOf(item: Pick<JobItem, 'verdict' | 'reason'>): Look {
  if (item.reason === 'not-applied') return { shape: 'triangle', tone: 'waiting' };
  return item.verdict === null ? { shape: 'dashes', tone: 'offline' } : verdictLooks[item.verdict];
}

/**
 * Whether the old values can be put back now: `nothing` when the run left the device as it was, else
 * the reason why not.
 */
export function undoState(
  job: Pick<Job, 'canUndo'>,
  item: Pick<JobItem, 'verdict' | 'before' | 'reason'>,
  row: Pick<DeviceRow, 'presence'>,
): 'possible' | 'nothing' | 'no-values' | 'offline' | 'no-longer' {
  const isChanged =
    item.verdict === 'verified' || item.verdict === 'accepted' || item.verdict === 'unknown';
  if (!isChanged || item.reason === 'not-applied') return 'nothing';
  if (item.before === null) return 'no-values';
  if (row.presence === 'offline' || row.presence === 'never') return 'offline';
  return job.canUndo ? 'possible' : 'no-longer';
}
