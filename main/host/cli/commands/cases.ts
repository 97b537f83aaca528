import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Api } from '../../../contract/api.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import type { RecoveryCase } from '../../../contract/recovery.ts';
import { ok } from '../../../contract/result.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { listenUntilHeard } from '../acts/find-devices.ts';
import { findEntry } from '../acts/find-entry.ts';
import { actJson } from '../acts/job-json.ts';
import { cardText, caseTable, caseText, reminderText } from '../cases-text.ts';
import {
  ask,
  badInput,
  CliFailure,
  type Context,
  failure,
  type Outcome,
  tell,
  withCore,
} from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { localClock } from '../local-time.ts';
import { isOutputBroken, print, printJson } from '../output.ts';
import { unreadable } from '../read-problem.ts';
import { createBell } from '../wait.ts';

type OwnerMessage = MethodInput<'messages.make'>['message'];

const shortestTail = 4;
const limit = 2000;

export async function needCase(context: Context, api: Api, wanted: string): Promise<RecoveryCase> {
  const { cases } = await ask(api, 'cases.list', { limit });
  const text = wanted.trim().toLowerCase();
  const exact = text === 'last' ? cases[0] : cases.find(({ id }) => id === text);
  if (exact !== undefined) return exact;
  const fits = text.length < shortestTail ? [] : cases.filter(({ id }) => id.endsWith(text));
  const [found, second] = fits;
  if (found === undefined) throw failure('case.not-found', { wanted });
  if (second === undefined) return found;
  const candidates = fits.map(({ id }) => id).join(', ');
  throw badInput(interpolate(context.text.cases.words.ambiguous, { wanted, candidates }));
}

/** A case is kept for a device of the list; it need not be heard now. */
export function deviceOf(
  context: Context,
  api: Api,
  wanted: string,
): Promise<RecoveryCase['device']['id']> {
  return findEntry(context, api, wanted);
}

export function outcomeOf(context: Context, view: RecoveryCase): Outcome {
  return { data: { case: actJson(view) }, human: caseText(context, view, Date.now()) };
}

/** `cases list` */
export function listCases(
  context: Context,
  flags: { readonly open?: boolean; readonly device?: string },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { cases } = await ask(api, 'cases.list', {
      limit,
      ...(flags.open === true ? { isOpen: true } : {}),
      ...(flags.device === undefined ? {} : { device: await deviceOf(context, api, flags.device) }),
    });
    const human =
      cases.length === 0 ? context.text.cases.words.none : caseTable(context, cases, Date.now());
    return { data: { cases: cases.map(actJson) }, human };
  });
}

export interface OpenFlags {
  readonly kind: RecoveryCase['kind'];
  readonly reason?: string;
  readonly authorisedBy?: string;
  readonly variant?: string;
}

/** `cases open` */
export function openCase(context: Context, wanted: string, flags: OpenFlags): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const device = await deviceOf(context, api, wanted);
    return outcomeOf(context, await ask(api, 'cases.open', { device, ...flags }));
  });
}

/** `cases show` */
export function showCase(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) =>
    outcomeOf(context, await needCase(context, api, wanted)),
  );
}

export interface StepFlags {
  readonly todo?: boolean;
  readonly skip?: boolean;
  readonly note?: string;
}

/** `cases step` */
export function stepCase(
  context: Context,
  named: { readonly id: string; readonly step: RecoveryCase['steps'][number]['id'] },
  { todo, skip, note }: StepFlags,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, named.id);
    const state = todo === true ? 'todo' : skip === true ? 'skipped' : 'done';
    const input: MethodInput<'cases.step'> = { id, step: named.step, state };
    const given = note === undefined ? input : { ...input, note };
    return outcomeOf(context, await ask(api, 'cases.step', given));
  });
}

/** `cases close` */
export function closeCase(
  context: Context,
  wanted: string,
  flags: { readonly outcome: NonNullable<RecoveryCase['outcome']>; readonly note?: string },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, wanted);
    return outcomeOf(context, await ask(api, 'cases.close', { id, ...flags }));
  });
}

/** The message that goes with what is sent again. */
const messageAgain: Readonly<Partial<Record<RecoveryCase['kind'], OwnerMessage>>> = {
  'portal-reset': 'portal-reset-again',
  'email-code': 'scan-email-code',
  'reset-file': 'ask-support-again',
  'support-case': 'ask-support-again',
  'after-unbind': 'remove-shared-users',
};

/** `cases send-again` */
export function sendAgain(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, wanted);
    const view = await ask(api, 'cases.sendAgain', { id });
    const { human } = outcomeOf(context, view);
    // Whoever has to answer is told again: the words are ready, in the language that was asked for.
    const message = messageAgain[view.kind] ?? 'delete-in-app';
    const { locale } = context;
    const { text } = await ask(api, 'messages.make', { message, locale, case: id });
    return { data: { case: actJson(view), message, text }, human: `${human}\n\n${text}` };
  });
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
};
const maxMegabytes = 10;

export async function readWhole(context: Context, file: string): Promise<Buffer> {
  const { tooLarge } = context.text.cases.words;
  try {
    const { size } = await stat(file);
    if (size <= maxMegabytes * 1024 * 1024) return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw unreadable(context, file, error);
  }
  throw badInput(interpolate(tooLarge, { file, limit: maxMegabytes }));
}

export interface AttachFlags {
  readonly kind: RecoveryCase['attachments'][number]['kind'];
  readonly serialOnLabel?: string;
}

/** `cases attach` */
export async function attachFile(
  context: Context,
  named: { readonly id: string; readonly file: string },
  flags: AttachFlags,
): Promise<Outcome> {
  const data = await readWhole(context, named.file);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await needCase(context, api, named.id);
    const mediaType = mediaTypes[extname(named.file).toLowerCase()] ?? 'application/octet-stream';
    const file = { name: basename(named.file), mediaType, base64: data.toString('base64') };
    return outcomeOf(context, await ask(api, 'cases.attach', { id, ...file, ...flags }));
  });
}

/** `cases reminders`, also those that fell due while nothing was running. */
export function listReminders(
  context: Context,
  { dismiss }: { readonly dismiss?: string },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { words } = context.text.cases;
    if (dismiss !== undefined) {
      await ask(api, 'cases.dismissReminder', { id: dismiss });
      return { data: {}, human: words.dismissed };
    }
    const { reminders } = await ask(api, 'cases.reminders', {});
    const human =
      reminders.length === 0 ? words.noReminders : reminderText(context, reminders, Date.now());
    return { data: { reminders: reminders.map(actJson) }, human };
  });
}

function tellChange(context: Context, view: RecoveryCase): void {
  if (context.options.isJson) {
    printJson(ok({ case: actJson(view) }));
    return;
  }
  const text = texts[context.locale].cases;
  const words = view.outcome === null ? text.watch[view.watch.state] : text.outcomes[view.outcome];
  print(`${localClock(Date.now())}  ${words}`);
}

/**
 * `cases watch`: follows one case until its outcome or the end of the time, one line (with `--json` one
 * document) for each change. The device is heard first, so that it is held against what it is now.
 */
export function watchCase(
  context: Context,
  wanted: string,
  { minutes }: { readonly minutes?: number },
): Promise<Outcome | null> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id, device } = await needCase(context, api, wanted);
    await listenUntilHeard(context, api, [device]);
    const bell = createBell(context.signal);
    const waiting: RecoveryCase[] = [];
    const stop = api.subscribe((event) => {
      if (event.name !== 'cases.changed' || event.payload.id !== id) return;
      waiting.push(event.payload);
      bell.ring();
    });
    const first = await ask(api, 'cases.watch', {
      ...{ id, isOn: true },
      ...(minutes === undefined ? {} : { minutes }),
    });
    tell(context, context.text.cases.words.watching, {
      device: device.name ?? device.shortSerial ?? device.mac ?? device.id,
    });
    const last = await follow(context, { bell, waiting, first });
    stop();
    if (context.signal.aborted && last.outcome === null) {
      await ask(api, 'cases.watch', { id, isOn: false });
    }
    if (last.state === 'done') return null;
    return { ...outcomeOf(context, last), code: exitCodes.itemFailed };
  });
}

interface Following {
  readonly bell: ReturnType<typeof createBell>;
  readonly waiting: RecoveryCase[];
  readonly first: RecoveryCase;
}

async function follow(
  context: Context,
  { bell, waiting, first }: Following,
): Promise<RecoveryCase> {
  let last = first;
  let shown = '';
  while (!context.signal.aborted && !isOutputBroken()) {
    for (const view of waiting.splice(0)) {
      last = view;
      const now = `${view.watch.state} ${view.outcome} ${view.warnings.length}`;
      if (now !== shown) tellChange(context, view);
      shown = now;
    }
    if (last.outcome !== null || last.watch.state === 'timeout') break;
    await bell.wait();
  }
  return last;
}

/** `reset guide`: by a device of the list, else by the model as typed. */
export function resetGuide(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const found = await api.call('devices.find', { wanted });
    if (!found.ok && found.error.code !== 'device.not-found') throw new CliFailure(found.error);
    const input = found.ok ? { device: found.data.device.id } : { model: wanted };
    const card = await ask(api, 'reset.card', input);
    return { data: { guide: card }, human: cardText(context, card) };
  });
}
