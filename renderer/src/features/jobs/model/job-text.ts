import { networkKeys } from '../../../../../main/contract/ip.ts';
import type { Job, JobItem, NetworkValues } from '../../../../../main/contract/job.ts';
import { earlyStopOf } from '../../../../../main/contract/text/stop-words.ts';
import type { Formatter } from '../../../i18n/format.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';
import { tallyWord, tallyWords } from './announce.ts';
import { tallyKeyOf, tallyOf } from './counts.ts';
import { refLabel } from './names.ts';
import { itemWords } from './words.ts';

export interface ValueChange {
  readonly field: keyof NetworkValues;
  readonly from: string;
  readonly to: string;
}

/** What a run changed on a device, field by field. */
export function changesOf({ before, after }: Pick<JobItem, 'before' | 'after'>): ValueChange[] {
  if (before === null || after === null) return [];
  return networkKeys
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field,
      from: String(before[field] ?? '–'),
      to: String(after[field] ?? '–'),
    }));
}

function itemAsText(item: JobItem, text: TextLookup, parts: TextParts): string {
  const words = itemWords(text, item, parts.now);
  const lines = [
    `${tallyWord(text, tallyKeyOf(item))}\t${refLabel(item.device, parts.isPrivate)}`,
    words === null ? null : `  ${words.what}`,
    words === null || item.verdict === 'verified' || item.verdict === 'already'
      ? null
      : `  ${words.next}`,
    item.rawResult === null ? null : `  ${text('ui/jobs/deviceSaid')} ${item.rawResult}`,
    ...changesOf(item).map(
      ({ field, from, to }) => `  ${text(`networkFields/${field}`)}: ${from} → ${to}`,
    ),
    ...item.evidence.map(({ at, text: line }) => `  ${parts.format.time(at)} ${line}`),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

export interface TextParts {
  readonly format: Formatter;
  readonly now: number;
  readonly isPrivate: boolean;
}

/** The whole run as plain text, for a mail or a note. */
export function jobAsText(job: Job, text: TextLookup, parts: TextParts): string {
  const { user, machine } = job.by;
  const stop = earlyStopOf(text.shared, job.items);
  const ended = job.endedAt === null ? '' : ` – ${parts.format.dateTime(job.endedAt)}`;
  return [
    `${text(`jobKinds/${job.kind}/title`)} · ${text(`jobStates/${job.state}`)}`,
    `${parts.format.dateTime(job.startedAt)}${ended} · ${user}@${machine} · ${job.id}`,
    tallyWords(text, tallyOf(job.items)),
    ...(stop === null ? [] : [`${stop.title}. ${stop.what} ${stop.next}`]),
    '',
    ...job.items.map((item) => itemAsText(item, text, parts)),
  ].join('\n');
}
