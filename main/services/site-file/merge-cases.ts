import type { DeviceId } from '../../contract/device.ts';
import { isClosed } from '../../domain/cases/state.ts';
import type { CaseFile } from '../../domain/cases/types.ts';
import type { CaseStore } from '../../store/case-types.ts';
import type { SiteContent } from '../../store/transfer-types.ts';
import { attachmentName } from './archive.ts';
import { isSame } from './same.ts';

export interface CaseMerge {
  readonly store: CaseStore;
  readonly content: SiteContent;
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  readonly siteId: string;
  readonly idOf: (theirs: string) => DeviceId | null;
  readonly keyOf: (key: string) => string;
}

const maxNotes = 200;

/** Brings the cases in. @returns ids of those that are new or changed */
export function mergeCases(merge: CaseMerge): string[] {
  return merge.content.cases.flatMap(({ key, file }) =>
    mergeOne(merge, merge.keyOf(key), file) ? [file.view.id] : [],
  );
}

function mergeOne(merge: CaseMerge, key: string, told: CaseFile): boolean {
  const { store } = merge;
  const theirs = placed(merge, told);
  const mine = store.get(theirs.view.id);
  const next = mine === null ? theirs : united(mine, theirs);
  const isNews = mine === null || !isSame(next, mine);
  if (isNews && !store.put(next, key)) {
    // Both laptops opened one for the same device. Ours goes on; theirs is kept, closed, with all it knows.
    store.put(closedByMerge(next, merge.content.madeAt), key);
  }
  const hasNewFiles = attachAll(merge, theirs);
  return isNews || hasNewFiles;
}

/** As a case of this laptop: it watches nothing until a person arms it here. */
function placed({ siteId, idOf }: CaseMerge, { view, own }: CaseFile): CaseFile {
  const id = idOf(view.device.id) ?? view.device.id;
  const isWatching = !isClosed(view) && view.watch.state !== 'off';
  return {
    own,
    view: {
      ...view,
      siteId,
      device: { ...view.device, id },
      watch: isWatching ? { state: 'off', since: null } : view.watch,
    },
  };
}

/** The one in which more has happened, with the notes and files of both. */
function united(mine: CaseFile, theirs: CaseFile): CaseFile {
  const further = progressOf(theirs) > progressOf(mine) ? theirs : mine;
  const { view } = further;
  const known = new Set(view.attachments.map(({ id }) => id));
  const other = further === mine ? theirs : mine;
  const added = other.view.attachments.filter(({ id }) => !known.has(id));
  return {
    own: further.own,
    view: {
      ...view,
      siteId: mine.view.siteId,
      device: { ...view.device, id: mine.view.device.id },
      watch: mine.view.watch,
      notes: unitedNotes(mine, theirs),
      attachments: [...view.attachments, ...added].sort((a, b) => a.at - b.at),
    },
  };
}

function unitedNotes(mine: CaseFile, theirs: CaseFile): CaseFile['view']['notes'] {
  const all = new Map(
    [...mine.view.notes, ...theirs.view.notes].map((note) => [`${note.at} ${note.text}`, note]),
  );
  return [...all.values()].sort((a, b) => a.at - b.at).slice(-maxNotes);
}

/** When something last happened in it. */
function progressOf({ view }: CaseFile): number {
  const times = [
    view.openedAt,
    view.closedAt,
    ...view.steps.map(({ at }) => at),
    ...view.notes.map(({ at }) => at),
    ...view.warnings.map(({ at }) => at),
  ];
  return Math.max(...times.map((at) => at ?? 0));
}

function closedByMerge({ view, own }: CaseFile, at: number): CaseFile {
  const text = `Closed at the import: this computer had an open case of this kind already.`;
  return {
    own,
    view: {
      ...view,
      state: 'cancelled',
      closedAt: at,
      outcome: 'no-longer-needed',
      watch: { state: 'off', since: null },
      notes: [...view.notes, { at, who: 'Untether', text }],
    },
  };
}

function attachAll({ store, attachments }: CaseMerge, { view }: CaseFile): boolean {
  let isNews = false;
  for (const { id } of view.attachments) {
    const bytes = attachments.get(attachmentName(view.id, id));
    if (bytes === undefined || store.attachment(view.id, id) !== null) continue;
    store.attach(view.id, id, bytes);
    isNews = true;
  }
  return isNews;
}
