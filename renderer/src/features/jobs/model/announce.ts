import type { Job, JobItem } from '../../../../../main/contract/job.ts';
import { earlyStopOf } from '../../../../../main/contract/text/stop-words.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';
import { progressOf, type Tally, tallyOf } from './counts.ts';
import { spokenLabel } from './names.ts';
import { itemWords } from './words.ts';

/** Items that ended since `before`, in the order of the run. */
export function newlyDone(job: Job, before: Job | undefined): readonly JobItem[] {
  return job.items.filter((item, index) => {
    if (item.state !== 'done') return false;
    const old = before?.items[index];
    return old !== undefined && old.state !== 'done';
  });
}

export function tallyWords(text: TextLookup, tally: readonly Tally[]): string {
  return tally.map(({ key, count }) => `${count} ${tallyWord(text, key)}`).join(', ');
}

export function tallyWord(text: TextLookup, key: Tally['key']): string {
  return key === 'running' || key === 'waiting' || key === 'waiting-internet'
    ? text(`itemStates/${key}`)
    : text(`verdicts/${key}`);
}

/** One result in full; several that came together as their counts. */
export function resultSentence(
  text: TextLookup,
  items: readonly JobItem[],
  now: number,
): string | null {
  const [first] = items;
  if (first === undefined || first.verdict === null) return null;
  if (items.length > 1) {
    return text('ui/jobs/said/results', {
      count: items.length,
      results: tallyWords(text, tallyOf(items)),
    });
  }
  return text('ui/jobs/said/result', {
    device: spokenLabel(first.device),
    verdict: text(`verdicts/${first.verdict}`),
    why: itemWords(text, first, now)?.what ?? '',
  });
}

/** Said when a run begins, ends, is paused, cancelled or found interrupted; `null` for no such change. */
export function stateSentence(text: TextLookup, job: Job, before: Job | undefined): string | null {
  if (before?.state === job.state) return null;
  // An old run that was only just asked for is no news; one that waits for a person is.
  if (before === undefined && (job.state === 'done' || job.state === 'cancelled')) return null;
  if (job.isDismissed) return null;
  const kind = text(`jobKinds/${job.kind}/title`);
  const tally = tallyOf(job.items);
  const { total } = progressOf(tally);
  if (job.state === 'running') {
    const key = before === undefined ? 'started' : 'goesOn';
    return text(`ui/jobs/said/${key}`, { kind, count: total });
  }
  const said = text(`ui/jobs/said/${job.state}`, { kind, results: tallyWords(text, tally) });
  const stop = earlyStopOf(text.shared, job.items);
  return stop === null ? said : `${said} ${stop.what} ${stop.next}`;
}
