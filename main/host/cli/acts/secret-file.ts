import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { badInput, type Context, tell } from '../context.ts';
import { unreadable } from '../read-problem.ts';
import { decodeSecret } from './decode-secret.ts';
import { linesOf } from './password-file.ts';

export const maxBytes = 1_000_000;

/** @throws CliFailure when it cannot be read or is no list of passwords */
export function readText(context: Context, file: string): string {
  const words = context.text.acts.secrets;
  let size: number;
  let bytes: Uint8Array;
  try {
    const path = resolve(file);
    ({ size } = statSync(path));
    bytes = size > maxBytes ? new Uint8Array() : readFileSync(path);
  } catch (error) {
    // The system's words may hold no more than the path, which the person gave.
    if (error instanceof Error) throw unreadable(context, file, error);
    throw error;
  }
  if (size > maxBytes) throw badInput(interpolate(words.tooLarge, { file }));
  const text = decodeSecret(bytes);
  if (text === null) throw badInput(interpolate(words.notText, { file }));
  return text;
}

/** Says so when others may read a file of passwords; the command goes on. */
export function noteMode(context: Context, file: string): void {
  if (process.platform === 'win32') return;
  const isOpen = (statSync(resolve(file)).mode & 0o077) !== 0;
  if (isOpen) tell(context, context.text.acts.secrets.open, { file });
}

/** The one line of a file with a passphrase; blanks belong to it. @throws CliFailure */
export function readPassphraseFile(context: Context, file: string): string {
  const words = context.text.vault;
  const lines = linesOf(readText(context, file));
  noteMode(context, file);
  const [first, second] = lines;
  if (first === undefined) throw badInput(interpolate(words.fileEmpty, { file }));
  if (second !== undefined) throw badInput(interpolate(words.fileLines, { file }));
  return first[1];
}
