import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { interpolate } from '../../contract/text/interpolate.ts';
import { askYes, canAsk } from './acts/prompt.ts';
import { type Context, failure } from './context.ts';
import { unwritable } from './write-problem.ts';

/** A file that exists is replaced only with somebody's word. */
export async function checkReplace(context: Context, file: string): Promise<void> {
  if (context.options.isYes || !existsSync(file)) return;
  const { exists, replace } = context.text.errors;
  if (canAsk(context) && (await askYes(context, interpolate(replace, { file })))) return;
  throw failure('input.undecided', { problem: interpolate(exists, { file }) });
}

/** Whole or not at all: a reader never sees half a file. */
export function writeWhole({ text }: Context, file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw failure('file.unwritable', { path: file, reason: unwritable(text, error) });
  }
}

/** Both: asks before it replaces, and tells the whole path. */
export async function writeChecked(
  context: Context,
  out: string,
  bytes: Uint8Array,
): Promise<string> {
  const file = resolve(out);
  await checkReplace(context, file);
  writeWhole(context, file, bytes);
  return file;
}
