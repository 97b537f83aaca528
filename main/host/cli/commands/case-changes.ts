import { resolve } from 'node:path';
import type { MethodInput } from '../../../contract/methods.ts';
import type { RecoveryCase } from '../../../contract/recovery.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { checkReplace, writeWhole } from '../write-file.ts';
import { needCase, outcomeOf } from './cases.ts';

const hourMs = 3_600_000;
const shortestTail = 4;
const longestHours = 24 * 366;
const longestName = 40;
const longestValue = 300;

/** `cases reopen` */
export function reopenCase(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, wanted);
    return outcomeOf(context, await ask(api, 'cases.reopen', { id }));
  });
}

export interface EditFlags {
  readonly reason?: string;
  readonly authorisedBy?: string;
  readonly note?: string;
  readonly field?: readonly string[];
}

/** `cases edit` */
export function editCase(context: Context, wanted: string, flags: EditFlags): Promise<Outcome> {
  const { field, ...given } = flags;
  if (Object.keys(flags).length === 0) throw badInput(context.text.cases.words.nothingToEdit);
  const fields = field === undefined ? {} : { fields: parseFields(context, field) };
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, wanted);
    return outcomeOf(context, await ask(api, 'cases.edit', { id, ...given, ...fields }));
  });
}

function parseFields(context: Context, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const end = text.indexOf('=');
      const [name, value] = [text.slice(0, Math.max(0, end)).trim(), text.slice(end + 1).trim()];
      const isGood = name !== '' && name.length <= longestName && value.length <= longestValue;
      if (isGood) return [name, value];
      throw badInput(interpolate(context.text.cases.words.fieldForm, { value: text }));
    }),
  );
}

export interface DeadlineChange {
  readonly id: string;
  readonly deadline: MethodInput<'cases.setDeadline'>['deadline'];
  readonly until: string;
}

/** `cases deadline` */
export function setCaseDeadline(
  context: Context,
  { id: wanted, deadline, until }: DeadlineChange,
): Promise<Outcome> {
  const at = parseTime(until, Date.now());
  if (at === null) {
    throw badInput(interpolate(context.text.cases.words.timeForm, { value: until }));
  }
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, wanted);
    return outcomeOf(context, await ask(api, 'cases.setDeadline', { id, deadline, at }));
  });
}

/** `+24`, `+1.5`, or a time in ISO 8601: without a zone it is this computer's. `null`: neither. */
export function parseTime(text: string, now: number): number | null {
  const hours = /^\+(\d{1,5}(?:[.,]\d{1,2})?)h?$/.exec(text.trim())?.[1];
  if (hours !== undefined) {
    const count = Number(hours.replace(',', '.'));
    return count <= longestHours ? Math.round(now + count * hourMs) : null;
  }
  const iso = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/;
  const parts = iso.exec(text.trim());
  if (parts === null) return null;
  const at = Date.parse(text.trim());
  const [year, month, day] = parts.slice(1).map(Number);
  // 30 February would become 2 March.
  const isDay = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
  return isDay && Number.isFinite(at) ? at : null;
}

/** `cases attachment` */
export async function saveAttachment(
  context: Context,
  named: { readonly id: string; readonly wanted: string; readonly out: string },
): Promise<Outcome> {
  const file = resolve(named.out);
  await checkReplace(context, file);
  return await withCore(context, 'manual', async ({ api }) => {
    const found = await needCase(context, api, named.id);
    const { id: attachment } = needAttachment(context, found, named.wanted);
    const { name, mediaType, base64 } = await ask(api, 'cases.attachment', {
      ...{ id: found.id, attachment },
    });
    const bytes = Buffer.from(base64, 'base64');
    writeWhole(context, file, bytes);
    const human = interpolate(context.text.cases.words.fileWritten, { file });
    return { data: { file, name, mediaType, bytes: bytes.length }, human };
  });
}

type Attachment = RecoveryCase['attachments'][number];

function needAttachment(
  context: Context,
  { attachments }: RecoveryCase,
  wanted: string,
): Attachment {
  const exact = attachments.find(({ id }) => id === wanted);
  if (exact !== undefined) return exact;
  const fits = attachments.filter(
    ({ id, name }) => name === wanted || (wanted.length >= shortestTail && id.endsWith(wanted)),
  );
  const [found, second] = fits;
  if (found !== undefined && second === undefined) return found;
  const { noFile, manyFiles } = context.text.cases.words;
  const files = (found === undefined ? attachments : fits)
    .map(({ id, name }) => `${id} (${name})`)
    .join(', ');
  throw badInput(
    interpolate(found === undefined ? noFile : manyFiles, { wanted, files: files || '-' }),
  );
}
