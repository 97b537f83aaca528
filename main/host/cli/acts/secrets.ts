import type { Api } from '../../../contract/api.ts';
import type { DeviceRef, Secrets } from '../../../contract/job.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, badInput, type Context, tell } from '../context.ts';
import { decodeSecret } from './decode-secret.ts';
import { openVault } from './open-vault.ts';
import {
  hasBlankEnds,
  linesOf,
  longestPassword,
  matchPasswords,
  type Passwords,
  parsePasswordFile,
  type Read,
} from './password-file.ts';
import { askHidden, canAsk } from './prompt.ts';
import { maxBytes, noteMode, readText } from './secret-file.ts';

/** Where a command is told to take its password from. */
export interface SecretFlags {
  readonly passwordStdin?: boolean;
  readonly passwordFile?: string;
}

/** Where a command is told to take a code from. */
export interface CodeFlags {
  readonly codeStdin?: boolean;
  readonly codeFile?: string;
}

function secretWords(context: Context) {
  return context.text.acts.secrets;
}

function take<T>(context: Context, read: Read<T>, file: string): T {
  if (read.ok) return read.value;
  const { kind, line } = read.problem;
  throw badInput(interpolate(secretWords(context)[kind], { file, line }));
}

/** The one line of standard input. @throws CliFailure */
async function readStdin(context: Context, question: string): Promise<string> {
  if (canAsk(context)) return askHidden(context, question);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) break;
    chunks.push(chunk as Buffer);
  }
  const words = secretWords(context);
  if (size > maxBytes) throw badInput(words.stdinLong);
  const text = decodeSecret(Buffer.concat(chunks));
  if (text === null) throw badInput(words.stdinNotText);
  const lines = linesOf(text);
  if (lines.length > 1) throw badInput(words.stdinLines);
  const [first] = lines;
  if (first === undefined) throw badInput(words.stdinEmpty);
  if (first[1].length > longestPassword) throw badInput(words.stdinLong);
  return first[1];
}

/** @throws CliFailure when two sources are given for one thing, or one for two */
export function checkSources(context: Context, flags: SecretFlags & CodeFlags): void {
  const words = secretWords(context);
  const refuse = (a: string, b: string) => badInput(interpolate(words.oneSource, { a, b }));
  if (flags.passwordStdin === true && flags.passwordFile !== undefined) {
    throw refuse('--password-stdin', '--password-file');
  }
  if (flags.codeStdin === true && flags.codeFile !== undefined) {
    throw refuse('--code-stdin', '--code-file');
  }
  if (flags.passwordStdin === true && flags.codeStdin === true) throw badInput(words.stdinTaken);
}

export interface Wanted {
  readonly api: Api;
  readonly devices: readonly DeviceRef[];
  /** A first password: typed twice, because nobody could correct a slip. */
  readonly isNew?: boolean;
}

async function typed(context: Context, isNew: boolean): Promise<string> {
  const words = secretWords(context);
  for (;;) {
    const password = await askHidden(context, isNew ? words.newPassword : words.password);
    if (password === '') continue;
    if (!isNew || (await askHidden(context, words.again)) === password) return password;
    tell(context, words.differ);
  }
}

function fromFile(context: Context, file: string, wanted: Wanted): Secrets {
  const text = readText(context, file);
  noteMode(context, file);
  const passwords: Passwords = take(context, parsePasswordFile(text), file);
  if (hasBlankEnds(passwords)) tell(context, secretWords(context).blanks);
  const { secrets, unused } = take(context, matchPasswords(passwords, wanted.devices), file);
  if (unused.length > 0) {
    tell(context, secretWords(context).unused, { file, lines: unused.join(', ') });
  }
  return secrets;
}

/** Devices for which the open vault has no password of the administrator. */
async function withoutSaved(
  api: Api,
  devices: readonly DeviceRef[],
): Promise<readonly DeviceRef[]> {
  const ids = devices.map(({ id }) => id);
  const { known } = await ask(api, 'vault.knows', { ids });
  const saved = known.filter(({ userName }) => userName?.toLowerCase() === 'admin');
  const savedIds = new Set(saved.map(({ id }) => id));
  return devices.filter(({ id }) => !savedIds.has(id));
}

async function typedOrSaved(
  context: Context,
  { api, devices, isNew = false }: Wanted,
  isOpen: boolean,
): Promise<Secrets> {
  const lacking = isOpen && !isNew ? await withoutSaved(api, devices) : devices;
  if (lacking.length === 0 || !canAsk(context)) return {};
  const password = await typed(context, isNew);
  if (lacking.length === devices.length) return { all: password };
  return { byDevice: Object.fromEntries(lacking.map(({ id }) => [id, password])) };
}

/**
 * The passwords for a run: from a file, from standard input, out of the vault, or typed where somebody
 * can. Empty when there is none to type: the core has the vault and knows what is missing.
 * @throws CliFailure
 */
export async function readSecrets(
  context: Context,
  flags: SecretFlags,
  wanted: Wanted,
): Promise<Secrets> {
  const isNew = wanted.isNew === true;
  const words = secretWords(context);
  const isGiven = flags.passwordFile !== undefined || flags.passwordStdin === true;
  // What is given may prove right, and is then kept; but nobody is asked for the vault because of it.
  const isOpen = await openVault(context, wanted.api, {
    devices: wanted.devices,
    ...{ mayAsk: !isGiven, isNew },
  });
  if (flags.passwordFile !== undefined) return fromFile(context, flags.passwordFile, wanted);
  if (flags.passwordStdin === true) {
    const all = await readStdin(context, isNew ? words.newPassword : words.password);
    if (all !== all.trim()) tell(context, words.blanks);
    return { all };
  }
  return typedOrSaved(context, wanted, isOpen);
}

/** A code, or `null` when nobody can give one. @throws CliFailure */
export async function readCode(
  context: Context,
  flags: CodeFlags,
  question: string,
): Promise<string | null> {
  if (flags.codeFile !== undefined) {
    const lines = linesOf(readText(context, flags.codeFile));
    const [first] = lines;
    const params = { file: flags.codeFile };
    if (first === undefined) throw badInput(interpolate(secretWords(context).fileEmpty, params));
    return first[1].trim();
  }
  if (flags.codeStdin === true) return (await readStdin(context, question)).trim();
  return canAsk(context) ? (await askHidden(context, question)).trim() : null;
}

/**
 * One password that is only kept: from a file with one line, from standard input, or typed twice. `null`
 * when nobody can give one.
 * @throws CliFailure
 */
export async function readNewSecret(context: Context, flags: SecretFlags): Promise<string | null> {
  const { passwordFile, passwordStdin } = flags;
  const words = secretWords(context);
  if (passwordFile !== undefined) {
    const read = take(context, parsePasswordFile(readText(context, passwordFile)), passwordFile);
    noteMode(context, passwordFile);
    if (read.all === null || read.own.length > 0) {
      throw badInput(interpolate(words.oneLine, { file: passwordFile }));
    }
    return read.all;
  }
  if (passwordStdin === true) return await readStdin(context, words.password);
  if (!canAsk(context)) return null;
  for (;;) {
    const password = await askHidden(context, words.password);
    if (password === '') continue;
    if ((await askHidden(context, words.again)) === password) return password;
    tell(context, words.differ);
  }
}
