import { resolve } from 'node:path';
import type { exportFormats } from '../../../contract/methods.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { printBytes } from '../output.ts';
import { checkReplace, writeWhole } from '../write-file.ts';

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
  writeWhole(context, file, bytes);
  const data = { file, bytes: bytes.length };
  return { data, human: interpolate(context.text.devices.exported, data) };
}
