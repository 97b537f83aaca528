import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Api } from '../../../contract/api.ts';
import type { DeviceId } from '../../../contract/device.ts';
import type { MethodOutput } from '../../../contract/methods.ts';
import type { reportFormats, reportKinds, SitePreview } from '../../../contract/report.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { findEntry } from '../acts/find-entry.ts';
import { openVault } from '../acts/open-vault.ts';
import { takePassphrase } from '../acts/passphrase.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { localTime } from '../local-time.ts';
import { unreadable } from '../read-problem.ts';
import { table } from '../table.ts';
import { writeChecked } from '../write-file.ts';
import { checkName } from './devices.ts';

type Format = (typeof reportFormats)[number];

export interface FileFlags {
  readonly out?: string;
  readonly filePassphraseFile?: string;
}
export interface ReportFlags extends FileFlags {
  readonly format?: Format;
  readonly client?: string;
  readonly installer?: string;
}
export interface SiteFileFlags extends FileFlags {
  /** Commander's name for `--without-passwords`. */
  readonly withoutPasswords?: boolean;
}
export interface SiteImportFlags extends SiteFileFlags {
  readonly new?: boolean;
  readonly take?: 'mine' | 'theirs';
  readonly preview?: boolean;
}

type File = MethodOutput<'reports.make'>;

function passphraseFor(context: Context, flags: FileFlags, isNew: boolean): Promise<string> {
  const words = context.text.papers;
  return takePassphrase(context, {
    ...{ file: flags.filePassphraseFile, isNew, needed: words.passphraseNeeded },
    question: isNew ? words.askNew : words.ask,
  });
}

async function written(context: Context, file: File, out: string | undefined): Promise<Outcome> {
  const bytes = Buffer.from(file.base64, 'base64');
  const path = await writeChecked(context, out ?? file.fileName, bytes);
  const human = interpolate(context.text.papers.written, { file: path });
  return { data: { file: path, bytes: bytes.length, mediaType: file.mediaType }, human };
}

async function idsOf(context: Context, api: Api, wanted: readonly string[]) {
  const ids: DeviceId[] = [];
  for (const each of wanted) {
    checkName(context, each);
    ids.push(await findEntry(context, api, each));
  }
  return ids.length === 0 ? {} : { ids };
}

const byEnding: Readonly<Record<string, Format>> = {
  ...{ html: 'html', htm: 'html', xlsx: 'xlsx', csv: 'csv', json: 'json' },
};

/** @throws CliFailure when the end of the name says something that is none of the formats */
function formatOf(context: Context, { format, out }: ReportFlags, isSealed: boolean): Format {
  if (format !== undefined) return format;
  const ending = /\.([^./\\]+)$/.exec(out ?? '')?.[1]?.toLowerCase();
  // What is sealed has an end of its own, which says nothing of what is in it.
  const found = ending === undefined || isSealed ? 'html' : byEnding[ending];
  if (found !== undefined) return found;
  throw badInput(interpolate(context.text.papers.noFormat, { value: out ?? '' }));
}

/** `report <kind>`: what goes to the office is sealed, and has the logins of an open vault. */
export function makeReport(
  context: Context,
  kind: (typeof reportKinds)[number],
  { wanted, ...flags }: ReportFlags & { readonly wanted: readonly string[] },
): Promise<Outcome> {
  const isSealed = kind === 'handover-office';
  const format = formatOf(context, flags, isSealed);
  return withCore(context, 'manual', async ({ api }) => {
    const ids = await idsOf(context, api, wanted);
    if (isSealed) await openVault(context, api, { devices: null, mayAsk: true });
    const passphrase = isSealed ? await passphraseFor(context, flags, true) : null;
    const { client, installer, out } = flags;
    const file = await ask(api, 'reports.make', {
      ...{ kind, format, locale: context.locale, ...ids },
      ...(passphrase === null ? {} : { passphrase }),
      ...(client === undefined ? {} : { client }),
      ...(installer === undefined ? {} : { installer }),
    });
    return await written(context, file, out);
  });
}

/** `report open` */
export function openReport(context: Context, path: string, flags: FileFlags): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const base64 = readFile(context, path);
    const passphrase = await passphraseFor(context, flags, false);
    const file = await ask(api, 'reports.open', { base64, passphrase });
    return await written(context, file, flags.out);
  });
}

/** `site export` */
export function exportSite(
  context: Context,
  out: string | undefined,
  flags: SiteFileFlags,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const leaveOutPasswords = flags.withoutPasswords === true;
    if (!leaveOutPasswords) await openVault(context, api, { devices: null, mayAsk: true });
    const passphrase = await passphraseFor(context, flags, true);
    const file = await ask(api, 'sites.exportFile', { passphrase, leaveOutPasswords });
    return await written(context, file, out);
  });
}

/** `site import` */
export function importSite(
  context: Context,
  path: string,
  flags: SiteImportFlags,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const base64 = readFile(context, path);
    const passphrase = await passphraseFor(context, flags, false);
    const preview = await ask(api, 'sites.readFile', { base64, passphrase });
    const shown = previewText(context, preview);
    if (flags.preview === true) return { data: { preview }, human: shown };
    const leaveOutPasswords = flags.withoutPasswords === true;
    if (!leaveOutPasswords && preview.credentials > 0) {
      await openVault(context, api, { devices: null, mayAsk: true });
    }
    const result = await ask(api, 'sites.importFile', {
      ...{ base64, passphrase, leaveOutPasswords, into: flags.new === true ? 'new' : 'current' },
      choices: flags.take === undefined ? {} : choicesOf(preview, flags.take),
    });
    const human = `${shown}\n\n${interpolate(context.text.papers.imported, result)}`;
    return { data: { preview, result }, human };
  });
}

function choicesOf({ conflicts }: SitePreview, side: 'mine' | 'theirs') {
  return Object.fromEntries(
    conflicts.map(({ key, fields }) => [
      key,
      Object.fromEntries(fields.map(({ field }) => [field, side])),
    ]),
  );
}

function previewText(context: Context, preview: SitePreview): string {
  const words = context.text.papers;
  const { conflicts, isAuditIntact, madeAt, ...counts } = preview;
  const head = interpolate(words.preview, {
    ...counts,
    at: localTime(madeAt),
    audit: isAuditIntact ? words.intact : words.broken,
  });
  if (conflicts.length === 0) return head;
  const columns = [
    { title: words.columns.device, shrink: { rank: 1, floor: 10 } },
    { title: words.columns.field },
    { title: words.columns.mine, shrink: { rank: 2, floor: 10 } },
    { title: words.columns.theirs, shrink: { rank: 2, floor: 10 } },
    { title: words.columns.newer },
  ];
  const rows = conflicts.flatMap(({ theirs, fields }) =>
    fields.map(({ field, mine, theirs: other, newer }) => [
      theirs.name ?? theirs.shortSerial ?? theirs.mac ?? theirs.address ?? theirs.id,
      words.fields[field],
      shownValue(words.removed, field, mine),
      shownValue(words.removed, field, other),
      words.newer[newer],
    ]),
  );
  return [head, '', words.conflicts, table(columns, rows, context.terminal)].join('\n');
}

function shownValue(removed: string, field: string, value: string | null): string {
  if (value === null) return '-';
  return field === 'removed' ? removed : value;
}

/** `support` */
export function makeSupport(
  context: Context,
  wanted: readonly string[],
  { story, out }: { readonly story?: string; readonly out?: string },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const ids = await idsOf(context, api, wanted);
    // The passwords an open vault knows are taken out by name, not only by shape.
    await openVault(context, api, { devices: null, mayAsk: true });
    const file = await ask(api, 'support.make', {
      ...{ ...ids, locale: context.locale },
      ...(story === undefined ? {} : { story }),
    });
    return await written(context, file, out);
  });
}

function readFile(context: Context, file: string): string {
  try {
    return readFileSync(resolve(file)).toString('base64');
  } catch (error) {
    // The system's words may hold no more than the path, which the person gave.
    if (!(error instanceof Error)) throw error;
    throw unreadable(context, file, error);
  }
}
