import type { DamagedCredential, ImportReport } from '../contract/credential.ts';
import { asNew, type Entry, type NewEntry, type RowScope } from './credential-book.ts';

/** Whose rows go along: names of devices as in `DeviceNames.keys`, and the site. */
export interface VaultPart {
  readonly subjects: ReadonlySet<string>;
  readonly siteId: string;
}

/** The subject under which a row is kept here. */
export type Rename = (scope: RowScope, subject: string) => string;
/** Takes the rows in, by the rules of every import. */
export type PartMerge = (rename: Rename) => ImportReport;

/** All of it without a part. `leftOut` rows did not open. */
export function partOf(
  {
    entries,
    damaged,
  }: { readonly entries: readonly Entry[]; readonly damaged: readonly DamagedCredential[] },
  part: VaultPart | null,
): { readonly entries: NewEntry[]; readonly leftOut: number } {
  if (part === null) return { entries: entries.map(asNew), leftOut: damaged.length };
  const { subjects, siteId } = part;
  const isOfDevice = ({ subject }: { readonly subject: string }) => subjects.has(subject);
  const groups = new Set(
    entries.flatMap(({ row, payload }) =>
      payload.kind === 'member' && isOfDevice(row) ? [payload.group] : [],
    ),
  );
  const isWanted = (scope: string, row: { readonly subject: string }): boolean => {
    if (scope === 'site') return row.subject === siteId;
    return scope === 'group' ? groups.has(row.subject) : isOfDevice(row);
  };
  return {
    entries: entries.filter(({ scope, row }) => isWanted(scope, row)).map(asNew),
    leftOut: damaged.filter((row) => isWanted(row.scope, row)).length,
  };
}

export function renamed(entry: NewEntry, rename: Rename): NewEntry {
  return { ...entry, subject: rename(entry.scope, entry.subject) };
}
