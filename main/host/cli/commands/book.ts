import type { Api } from '../../../contract/api.ts';
import type { BookAnswer, BookEntry } from '../../../contract/book.ts';
import type { DeviceId, DeviceKind } from '../../../contract/device.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { deviceOf, findEntry } from '../acts/find-entry.ts';
import { openVault } from '../acts/open-vault.ts';
import { strengthOf, strengthText } from '../acts/password-strength.ts';
import { askHidden, askYes, canAsk } from '../acts/prompt.ts';
import { overrideOf, type RunFlags } from '../acts/run.ts';
import { checkSources, readNewSecret, type SecretFlags } from '../acts/secrets.ts';
import { isWellTested, questionText, testText } from '../book-text.ts';
import { ask, badInput, type Context, type Outcome, tell, withCore } from '../context.ts';
import { deviceLabel } from '../device-text.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { printable } from '../width.ts';

export interface AddFlags extends SecretFlags {
  readonly host?: string;
  readonly port?: number;
  readonly httpPort?: number;
  readonly https?: boolean;
  readonly name?: string;
  readonly user?: string;
  readonly found?: readonly string[];
  /** `false` with `--no-test`. */
  readonly test: boolean;
  /** `false` with `--no-password`. */
  readonly password: boolean;
  readonly allowBasic?: boolean;
}

/** The password that was given or is typed now; nothing typed is none. @throws CliFailure */
async function takePassword(
  context: Context,
  flags: SecretFlags,
  mayAsk: boolean,
): Promise<string | undefined> {
  checkSources(context, flags);
  const isGiven = flags.passwordFile !== undefined || flags.passwordStdin === true;
  if (isGiven) return (await readNewSecret(context, flags)) ?? undefined;
  if (!mayAsk || !canAsk(context)) return undefined;
  return (await askHidden(context, context.text.acts.secrets.password)) || undefined;
}

/** Devices write some of these texts, and they go to a terminal. */
function onLines(texts: readonly string[]): string {
  const lines = texts.flatMap((text) => text.split('\n'));
  return lines
    .filter((line) => line !== '')
    .map(printable)
    .join('\n');
}

/** `kept`: the vault is open. `left-out`: a person agreed. `undecided`: nobody could. */
async function keepingOf(context: Context, api: Api): Promise<'kept' | 'left-out' | 'undecided'> {
  if (await openVault(context, api, { devices: null, mayAsk: true })) return 'kept';
  if (context.options.isYes) return 'left-out';
  if (!canAsk(context)) return 'undecided';
  const isAgreed = await askYes(context, context.text.book.keepWithout);
  return isAgreed ? 'left-out' : 'undecided';
}

/** Asks the open question where somebody can answer it; the device it is about then. */
async function settle(context: Context, api: Api, answer: BookAnswer): Promise<BookAnswer> {
  const { question } = answer;
  const words = context.text.book;
  const text = questionText(answer, context.locale);
  if (question === null || text === null || !canAsk(context)) return answer;
  tell(context, '{{text}}', { text });
  const isMerge = question.kind === 'same-serial';
  if (!(await askYes(context, isMerge ? words.askMerge : words.askAccept))) return answer;
  if (!isMerge) return ask(api, 'book.acceptDevice', { id: answer.id });
  const { id } = await ask(api, 'book.merge', { id: answer.id, into: question.other.id });
  const { entry } = await ask(api, 'book.get', { id });
  return entry === null ? answer : { ...answer, id, entry, question: null };
}

function codeOf({ question, entry }: BookAnswer): ExitCode {
  if (question !== null) return exitCodes.decision;
  return isWellTested(entry) ? exitCodes.well : exitCodes.itemFailed;
}

async function outcomeOf(
  context: Context,
  api: Api,
  told: BookAnswer,
  lead: string,
): Promise<Outcome> {
  const answer = await settle(context, api, told);
  const device = await deviceOf(api, answer.id);
  const words = context.text.book;
  const { entry, question, password } = answer;
  const label = deviceLabel(device) || entry.host;
  const open =
    question === null
      ? []
      : [
          questionText(answer, context.locale) ?? '',
          interpolate(words.open, {
            command:
              question.kind === 'same-serial'
                ? `untether devices merge ${entry.host} ${question.other.serial ?? question.other.mac ?? ''}`
                : `untether devices accept ${device.serial ?? entry.host}`,
          }),
        ];
  const lines = [
    interpolate(lead, { device: label }),
    ...(password === 'saved' ? [words.saved] : password === 'left-out' ? [words.leftOut] : []),
    entry.test === null ? words.notTested : testText(entry, context.locale),
    ...open,
  ];
  return {
    data: { device, entry, question, password },
    human: onLines(lines),
    code: codeOf(answer),
  };
}

/** A weak password is told, and used: it is the one that the device has, unless the device just said no. */
async function withStrength(
  context: Context,
  api: Api,
  outcome: Outcome,
  login: { readonly password: string | undefined; readonly user: string | undefined },
): Promise<Outcome> {
  const { entry } = outcome.data as { readonly entry: BookEntry };
  if (login.password === undefined || entry.test?.login === 'wrong-password') return outcome;
  const strength = await strengthOf(api, login.password, login.user);
  return {
    ...outcome,
    data: { ...(outcome.data as object), passwordProblems: strength.problems },
    human: onLines([outcome.human, strengthText(context, strength)]),
  };
}

/** `devices add` */
export function addDevice(context: Context, flags: AddFlags): Promise<Outcome> {
  const { host, found } = flags;
  if ((host === undefined) === (found === undefined)) {
    return Promise.reject(badInput(context.text.book.hostOrFound));
  }
  return withCore(context, 'manual', ({ api }) =>
    host === undefined
      ? addFound(context, api, found ?? [], flags.user)
      : addByHost(context, api, { ...flags, host }),
  );
}

async function addByHost(
  context: Context,
  api: Api,
  flags: AddFlags & { readonly host: string },
): Promise<Outcome> {
  const { host, port, httpPort, https, name, user, allowBasic } = flags;
  const words = context.text.book;
  const password = flags.password ? await takePassword(context, flags, true) : undefined;
  const keeping = password === undefined ? 'kept' : await keepingOf(context, api);
  const input: MethodInput<'book.add'> = {
    ...{ host, isTls: https === true, isTested: flags.test, isBasicAllowed: allowBasic === true },
    ...(port === undefined ? {} : { commandPort: port }),
    ...(httpPort === undefined ? {} : { httpPort }),
    ...(name === undefined ? {} : { name }),
    ...(user === undefined ? {} : { userName: user }),
  };
  const isUsed = password !== undefined && keeping !== 'undecided';
  const secret = isUsed ? { password, leaveOutPassword: keeping === 'left-out' } : {};
  const answer = await ask(api, 'book.add', { ...input, ...secret });
  const told = await outcomeOf(context, api, answer, words.added);
  const outcome = await withStrength(context, api, told, { password, user });
  if (keeping !== 'undecided') return outcome;
  // The device is kept; whether its password may be left out is for a person to say.
  return { ...outcome, human: `${outcome.human}\n${words.notKept}`, code: exitCodes.decision };
}

async function addFound(
  context: Context,
  api: Api,
  wanted: readonly string[],
  userName: string | undefined,
): Promise<Outcome> {
  const ids: DeviceId[] = [];
  for (const each of wanted) ids.push(await findEntry(context, api, each));
  const user = userName === undefined ? {} : { userName };
  const result = await ask(api, 'book.addFound', { ids, ...user });
  const devices = await Promise.all(ids.map((id) => deviceOf(api, id)));
  const { added, already, without } = result;
  const words = context.text.book;
  const lost = devices.filter(({ id }) => without.includes(id)).map(deviceLabel);
  const lines = [
    interpolate(words.addedFound, { added, already }),
    ...(lost.length === 0 ? [] : [interpolate(words.without, { devices: lost.join('; ') })]),
  ];
  return {
    data: { devices, added, already, without },
    human: onLines(lines),
    code: without.length === 0 ? exitCodes.well : exitCodes.itemFailed,
  };
}

/** `devices test` */
export function testDevice(context: Context, wanted: string, flags: RunFlags): Promise<Outcome> {
  const override = overrideOf(context, flags);
  return withCore(context, 'manual', async ({ api }) => {
    const id = await findEntry(context, api, wanted);
    const isOpen = await openVault(context, api, { devices: null, mayAsk: true });
    const { hasPassword } = await ask(api, 'book.get', { id });
    const password = await takePassword(context, flags, !(isOpen && hasPassword === true));
    const secret = password === undefined ? {} : { password };
    const answer = await ask(api, 'book.test', { id, ...secret, ...override });
    return outcomeOf(context, api, answer, '{{device}}');
  });
}

export interface WayFlags extends SecretFlags {
  readonly host?: string;
  readonly port?: number;
  readonly httpPort?: number;
  readonly https?: 'on' | 'off';
  readonly user?: string;
  readonly allowBasic?: 'on' | 'off';
  readonly acceptCertificate?: string;
  readonly takeRedirect?: boolean;
  readonly test: boolean;
}

/** Whether an edit is about the book at all. */
export function isWayEdit(flags: WayFlags): boolean {
  const { test: _test, ...rest } = flags;
  return Object.values(rest).some((value) => value !== undefined);
}

async function redirectOf(context: Context, api: Api, id: DeviceId, wanted: string) {
  const { entry } = await ask(api, 'book.get', { id });
  const target = entry?.test?.redirect ?? null;
  if (target === null || !URL.canParse(target)) {
    throw badInput(interpolate(context.text.book.noRedirect, { device: wanted }));
  }
  const { protocol, port } = new URL(target);
  const isTls = protocol === 'https:';
  return { isTls, httpPort: port === '' ? (isTls ? 443 : 80) : Number(port) };
}

/** What the options say of the way, in the core's words; what is not named stays. */
function wayOf(flags: WayFlags): Omit<MethodInput<'book.edit'>, 'id'> {
  const { host, port, httpPort, https, user, allowBasic, acceptCertificate } = flags;
  const pin = acceptCertificate === '-' ? null : acceptCertificate?.toLowerCase();
  return {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { commandPort: port }),
    ...(httpPort === undefined ? {} : { httpPort }),
    ...(https === undefined ? {} : { isTls: https === 'on' }),
    ...(user === undefined ? {} : { userName: user }),
    ...(allowBasic === undefined ? {} : { isBasicAllowed: allowBasic === 'on' }),
    ...(pin === undefined ? {} : { acceptCertificate: pin }),
  };
}

/** The part of `devices edit` that is about how the device is reached; a changed way is tested. */
export async function editWay(
  context: Context,
  api: Api,
  { id, wanted, flags }: { id: DeviceId; wanted: string; flags: WayFlags },
): Promise<Outcome> {
  const password = await takePassword(context, flags, false);
  const keeping = password === undefined ? 'kept' : await keepingOf(context, api);
  const isUsed = password !== undefined && keeping !== 'undecided';
  const edited = await ask(api, 'book.edit', {
    id,
    ...(flags.takeRedirect === true ? await redirectOf(context, api, id, wanted) : {}),
    ...wayOf(flags),
    ...(isUsed ? { password, leaveOutPassword: keeping === 'left-out' } : {}),
  });
  const words = context.text;
  const isTested = flags.test && edited.entry.test === null;
  if (isTested) await openVault(context, api, { devices: null, mayAsk: true });
  const secret = password === undefined || keeping !== 'left-out' ? {} : { password };
  const answer = isTested ? await ask(api, 'book.test', { id, ...secret }) : edited;
  const kept = edited.password === 'none' ? answer : { ...answer, password: edited.password };
  const told = await outcomeOf(context, api, kept, words.devices.edited);
  const user = edited.entry.userName;
  const outcome = await withStrength(context, api, told, { password, user });
  if (keeping !== 'undecided') return outcome;
  const human = `${outcome.human}\n${words.book.notKept}`;
  return { ...outcome, human, code: exitCodes.decision };
}

/** `devices type` */
export function setType(
  context: Context,
  wanted: string,
  kind: DeviceKind | 'auto',
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const id = await findEntry(context, api, wanted);
    await ask(api, 'devices.edit', { id, kind: kind === 'auto' ? null : kind });
    const device = await deviceOf(api, id);
    const human = interpolate(context.text.devices.edited, { device: deviceLabel(device) });
    return { data: { device }, human: printable(human) };
  });
}

/** `devices merge` */
export function mergeDevices(context: Context, wanted: string, other: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const id = await findEntry(context, api, wanted);
    const into = await findEntry(context, api, other);
    await openVault(context, api, { devices: null, mayAsk: true });
    await ask(api, 'book.merge', { id, into });
    const device = await deviceOf(api, into);
    const human = interpolate(context.text.book.merged, { device: deviceLabel(device) });
    return { data: { device }, human: printable(human) };
  });
}

/** `devices accept` */
export function acceptDevice(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const id = await findEntry(context, api, wanted);
    await openVault(context, api, { devices: null, mayAsk: true });
    const answer = await ask(api, 'book.acceptDevice', { id });
    return outcomeOf(context, api, answer, context.text.book.accepted);
  });
}

/** `devices forget` */
export function forgetDevices(context: Context, wanted: readonly string[]): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const ids: DeviceId[] = [];
    for (const each of wanted) ids.push(await findEntry(context, api, each));
    await ask(api, 'book.forget', { ids });
    const devices = await Promise.all(ids.map((id) => deviceOf(api, id)));
    const { forgotten } = context.text.book;
    const lines = devices.map((device, index) =>
      interpolate(forgotten, { device: deviceLabel(device) || (wanted[index] ?? '') }),
    );
    return { data: { devices }, human: onLines(lines) };
  });
}
