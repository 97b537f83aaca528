import { resolve } from 'node:path';
import type { Api } from '../../../contract/api.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import { type ChooserState, chooserAnswer, chooserQuestions } from '../../../contract/recovery.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { undecided } from '../acts/consent.ts';
import { listenUntilHeard } from '../acts/find-devices.ts';
import { actJson } from '../acts/job-json.ts';
import { askLine, canAsk } from '../acts/prompt.ts';
import { overrideOf, type RunFlags } from '../acts/run.ts';
import { type CodeFlags, checkSources, readCode, readNewSecret } from '../acts/secrets.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { localTime } from '../local-time.ts';
import { print } from '../output.ts';
import { chooserText, questionText } from '../routes-text.ts';
import { table } from '../table.ts';
import { checkReplace, writeWhole } from '../write-file.ts';
import { deviceOf, needCase, outcomeOf, readWhole } from './cases.ts';

type Given = Pick<MethodInput<'chooser.answer'>, 'question' | 'answer'>;

function parseAnswer(context: Context, text: string): Given {
  const [question = '', answer = ''] = text.split('=', 2);
  const known = chooserQuestions.find((one) => one === question.trim());
  const value = chooserAnswer.safeParse(answer.trim());
  if (known === undefined || !value.success) {
    const { answerForm } = context.text.routes.words;
    const params = {
      questions: chooserQuestions.join(', '),
      answers: chooserAnswer.options.join(', '),
    };
    throw badInput(interpolate(answerForm, params));
  }
  return { question: known, answer: value.data };
}

export interface ChooseFlags {
  readonly answer?: readonly string[];
  readonly forget?: readonly Given['question'][];
}

/** `choose <device>`. Nothing is sent; somebody at a terminal is asked one question after the other. */
export function choose(context: Context, wanted: string, flags: ChooseFlags): Promise<Outcome> {
  const given: Given[] = [
    ...(flags.forget ?? []).map((question) => ({ question, answer: null })),
    ...(flags.answer ?? []).map((text) => parseAnswer(context, text)),
  ];
  return withCore(context, 'manual', async ({ api }) => {
    const device = await deviceOf(context, api, wanted);
    for (const one of given) await ask(api, 'chooser.answer', { device, ...one });
    let state = await ask(api, 'chooser.get', { device });
    if (given.length === 0 && canAsk(context)) state = await askThrough(context, api, state);
    return { data: { chooser: actJson(state) }, human: chooserText(context, state) };
  });
}

async function askThrough(context: Context, api: Api, first: ChooserState): Promise<ChooserState> {
  let state = first;
  while (state.question !== null) {
    print(questionText(context, state));
    const typed = (await askLine(context, context.text.routes.words.pick)).trim();
    const answer = state.question.options[Number(typed) - 1];
    if (typed === '') break;
    if (answer === undefined) continue;
    const { id: question } = state.question;
    state = await ask(api, 'chooser.answer', { device: state.device.id, question, answer });
  }
  return state;
}

export interface MessageFlags {
  readonly case?: string;
  readonly installer?: string;
  readonly out?: string;
}

/** `message <kind> [device]`, in the language of `--lang`. */
export function makeMessage(
  context: Context,
  named: { readonly message: MethodInput<'messages.make'>['message']; readonly device?: string },
  { case: wantedCase, installer, out }: MessageFlags,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { message, device } = named;
    const made = await ask(api, 'messages.make', {
      ...{ message, locale: context.locale },
      ...(device === undefined ? {} : { device: await deviceOf(context, api, device) }),
      ...(wantedCase === undefined ? {} : { case: (await needCase(context, api, wantedCase)).id }),
      ...(installer === undefined ? {} : { installer }),
    });
    const codes = [made.svg, ...made.more];
    if (out === undefined) return { data: { text: made.text, codes }, human: made.text };
    const files = await writeMessage(context, resolve(out), { text: made.text, codes });
    const told = interpolate(context.text.routes.words.written, { files: files.join(', ') });
    return { data: { text: made.text, files }, human: `${made.text}\n\n${told}` };
  });
}

async function writeMessage(
  context: Context,
  out: string,
  { text, codes }: { readonly text: string; readonly codes: readonly string[] },
): Promise<string[]> {
  const stem = out.replace(/\.(?:svg|txt)$/i, '');
  const files: (readonly [string, string])[] = [
    [`${stem}.txt`, `${text}\n`],
    ...codes.map((svg, index) => [`${stem}-${index + 1}.svg`, svg] as const),
  ];
  for (const [file] of files) await checkReplace(context, file);
  for (const [file, content] of files) writeWhole(context, file, Buffer.from(content));
  return files.map(([file]) => file);
}

/** `cases offers` */
export function listOffers(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { offers } = await ask(api, 'cases.offers', {});
    const { words } = context.text.routes;
    const { dev, state } = context.text.cases.words;
    const { verdicts } = texts[context.locale];
    const rows = offers.map(({ device, verdict, at }) => [
      ...[device.name ?? device.shortSerial ?? device.id, device.model ?? ''],
      ...[verdicts[verdict], localTime(at)],
    ]);
    const { columns: names } = texts[context.locale];
    const titles = [dev, names.model, state, words.unboundAt];
    const columns = titles.map((title) => ({ title }));
    const human =
      rows.length === 0
        ? words.noOffers
        : `${table(columns, rows, context.terminal)}\n\n${words.offerOpen}`;
    return { data: { offers: offers.map(actJson) }, human };
  });
}

/** `cases export`: the device is heard first, so that its start time is the one of now. */
export function exportRequest(
  context: Context,
  wanted: string,
  { out }: { readonly out?: string },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id, device } = await needCase(context, api, wanted);
    if (out !== undefined) await checkReplace(context, resolve(out));
    await listenUntilHeard(context, api, [device]);
    const view = await ask(api, 'recovery.export', { id });
    if (out === undefined) return outcomeOf(context, view);
    const request = view.attachments.filter(({ kind }) => kind === 'reset-request').at(-1);
    const attachment = request?.id ?? '';
    const { base64 } = await ask(api, 'cases.attachment', { id, attachment });
    writeWhole(context, resolve(out), Buffer.from(base64, 'base64'));
    const outcome = outcomeOf(context, view);
    const told = interpolate(context.text.routes.words.written, { files: resolve(out) });
    return { ...outcome, human: `${outcome.human}\n\n${told}` };
  });
}

export interface ApplyFlags extends RunFlags, CodeFlags {
  readonly file?: string;
  readonly forChannels?: boolean;
}

/** `cases apply`: neither code nor password ever stands on the command line. */
export async function applyAnswer(
  context: Context,
  wanted: string,
  flags: ApplyFlags,
): Promise<Outcome> {
  const { words } = context.text.routes;
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  if (flags.file !== undefined && (flags.codeFile !== undefined || flags.codeStdin === true)) {
    throw badInput(words.oneAnswer);
  }
  const answer = await readAnswer(context, flags);
  const all = await readNewSecret(context, flags);
  if (all === null) throw undecided(words.passwordNeeded);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id, device } = await needCase(context, api, wanted);
    await listenUntilHeard(context, api, [device]);
    const isForChannels = flags.forChannels === true;
    const input = { id, ...answer, newPassword: { all }, isForChannels, ...override };
    return outcomeOf(context, await ask(api, 'recovery.apply', input));
  });
}

async function readAnswer(
  context: Context,
  flags: ApplyFlags,
): Promise<{ readonly fileBase64: string } | { readonly code: string }> {
  const { words } = context.text.routes;
  if (flags.file !== undefined) {
    return { fileBase64: (await readWhole(context, flags.file)).toString('base64') };
  }
  const code = await readCode(context, flags, words.askCode);
  if (code === null || code === '') throw undecided(words.codeNeeded);
  return { code };
}
