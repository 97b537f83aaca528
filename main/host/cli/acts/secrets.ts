import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DeviceRef, Secrets } from '../../../contract/job.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { badInput, type Context, tell } from '../context.ts';
import {
  hasBlankEnds,
  linesOf,
  matchPasswords,
  type Passwords,
  parsePasswordFile,
  type Read,
} from './password-file.ts';
import { askHidden, canAsk } from './prompt.ts';

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

const maxBytes = 1_000_000;

function secretWords(context: Context) {
  return context.text.acts.secrets;
}

/** @throws CliFailure when it cannot be read or is no list of passwords */
function readText(context: Context, file: string): string {
  const words = secretWords(context);
  let size: number;
  let text: string;
  try {
    const path = resolve(file);
    ({ size } = statSync(path));
    text = size > maxBytes ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    // The system's words may hold no more than the path, which the person gave.
    if (error instanceof Error) throw badInput(interpolate(words.unreadable, { file }));
    throw error;
  }
  if (size > maxBytes) throw badInput(interpolate(words.tooLarge, { file }));
  return text;
}

/** Says so when others may read a file of passwords; the command goes on. */
function noteMode(context: Context, file: string): void {
  if (process.platform === 'win32') return;
  const isOpen = (statSync(resolve(file)).mode & 0o077) !== 0;
  if (isOpen) tell(context, secretWords(context).open, { file });
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
  const lines = linesOf(Buffer.concat(chunks).toString('utf8'));
  const words = secretWords(context);
  if (lines.length > 1) throw badInput(words.stdinLines);
  const [first] = lines;
  if (first === undefined) throw badInput(words.stdinEmpty);
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

/**
 * The passwords for a run: from a file, from standard input, or typed where somebody can. Empty when
 * there is none: the core knows whether it needs one, and has the vault.
 * @throws CliFailure
 */
export async function readSecrets(
  context: Context,
  flags: SecretFlags,
  wanted: Wanted,
): Promise<Secrets> {
  const isNew = wanted.isNew === true;
  const words = secretWords(context);
  if (flags.passwordFile !== undefined) return fromFile(context, flags.passwordFile, wanted);
  if (flags.passwordStdin === true) {
    const all = await readStdin(context, isNew ? words.newPassword : words.password);
    if (all !== all.trim()) tell(context, words.blanks);
    return { all };
  }
  return canAsk(context) ? { all: await typed(context, isNew) } : {};
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
