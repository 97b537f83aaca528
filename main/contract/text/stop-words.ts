import type { JobItem } from '../job.ts';
import type { Text } from './en.ts';
import { fillKnown } from './fill.ts';

export interface EarlyStop {
  /** Devices that were not begun because of another one. */
  readonly untried: number;
  /** Stands where a run that went to its end is "Done". */
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

type Told = Pick<JobItem, 'verdict' | 'reason' | 'params'>;

const mostNamed = 4;

function nameOf({ params }: Told): string | null {
  const name = params['device'];
  return typeof name === 'string' ? name : null;
}

/**
 * What to say of a run that a wrong password, or a change that nothing confirmed, kept from its other devices;
 * `null` for any other. Its items all have a verdict, so that by their number alone it would look done.
 */
export function earlyStopOf(text: Text, items: readonly Told[]): EarlyStop | null {
  const untried = items.filter(({ reason }) => reason === 'group-stopped');
  if (untried.length === 0) return null;
  const wrong = items.filter(({ verdict }) => verdict === 'wrong-password').length;
  const names = [...new Set(untried.map(nameOf))].filter((name) => name !== null);
  const more = names.length > mostNamed ? ', …' : '';
  const devices = names.slice(0, mostNamed).join(', ') + more;
  const { jobStop } = text;
  const words = wrong > 0 ? jobStop.password : jobStop.unconfirmed;
  const params = { wrong, untried: untried.length, devices };
  return {
    untried: untried.length,
    title: jobStop.title,
    what: fillKnown(words.what, params),
    next: fillKnown(words.next, params),
  };
}
