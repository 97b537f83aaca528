import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { exportFormats } from '../../../contract/methods.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { problem } from '../../problems.ts';
import {
  ask,
  badInput,
  CliFailure,
  type Context,
  failure,
  type Outcome,
  withCore,
} from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { printBytes } from '../output.ts';

type Format = (typeof exportFormats)[number];

export interface ExportOptions {
  readonly out: string;
  readonly format: Format | undefined;
}

const byEnding: Readonly<Record<string, Format>> = { csv: 'csv', xlsx: 'xlsx', json: 'json' };

function formatOf(context: Context, options: ExportOptions): Format {
  const ending = options.out.slice(options.out.lastIndexOf('.') + 1).toLowerCase();
  const format = options.format ?? byEnding[ending];
  if (format !== undefined) return format;
  throw badInput(interpolate(context.text.values.noFormat, { value: options.out }));
}

/** A file that exists is replaced only with somebody's word. */
async function checkReplace(context: Context, file: string): Promise<void> {
  if (context.options.isYes || !existsSync(file)) return;
  const { exists, replace } = context.text.errors;
  if (process.stdin.isTTY && process.stderr.isTTY && !context.options.isJson) {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const letters = `${context.text.yesLetters}/${context.text.noLetters}`;
    const answer = await lines.question(`${interpolate(replace, { file })} (${letters}) `);
    lines.close();
    if (answer.trim().toLowerCase().startsWith(context.text.yesLetters)) return;
  }
  const error = problem('input.usage', { problem: interpolate(exists, { file }) });
  throw new CliFailure(error, exitCodes.decision);
}

/** Whole or not at all: a reader never sees half a list. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message.split(',', 1)[0] : String(error);
    throw failure('file.unwritable', { path: file, reason: reason ?? '' });
  }
}

/** `devices export`. With `--out -` the file itself is standard output, so there is nothing to add. */
export async function exportDevices(
  context: Context,
  options: ExportOptions,
): Promise<Outcome | null> {
  const format = formatOf(context, options);
  const isStdout = options.out === '-';
  const file = resolve(options.out);
  if (!isStdout) await checkReplace(context, file);
  const bytes = await withCore(context, 'manual', async ({ api }) => {
    const { locale } = context;
    const { base64 } = await ask(api, 'devices.export', { format, locale });
    return Buffer.from(base64, 'base64');
  });
  if (isStdout) {
    printBytes(bytes);
    return null;
  }
  writeWhole(file, bytes);
  const data = { file, bytes: bytes.length };
  return { data, human: interpolate(context.text.devices.exported, data) };
}
