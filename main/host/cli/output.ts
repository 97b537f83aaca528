/** The one place, besides the launcher, that writes to the terminal. */

import { harmless } from './width.ts';

type Stream = 'stdout' | 'stderr';

let isBroken = false;

let failure: NodeJS.ErrnoException | null = null;

/** A reader that left (`| head`) is no error: the rest is simply not written. A full disk is one. */
function noteFailure(error: NodeJS.ErrnoException): void {
  isBroken = true;
  if (error.code !== 'EPIPE') failure ??= error;
}
process.stdout.on('error', noteFailure);
// What cannot be told on standard error cannot be told at all.
process.stderr.on('error', () => undefined);

/** Why standard output could not be written, other than that its reader left. */
export function outputFailure(): NodeJS.ErrnoException | null {
  return failure;
}

/** Whether nobody reads our standard output any more. */
export function isOutputBroken(): boolean {
  return isBroken;
}

function safe(text: string): string {
  return harmless(text, terminal().hasColour);
}

export function print(text: string, stream: Stream = 'stdout'): void {
  const shown = safe(text);
  if (stream === 'stderr') process.stderr.write(`${shown}\n`);
  else if (!isBroken) process.stdout.write(`${shown}\n`);
}

/** One JSON document. What `JSON.stringify` leaves as it is, but a terminal obeys, is written as an escape. */
export function printJson(value: unknown): void {
  const text = JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (!isBroken) process.stdout.write(`${text}\n`);
}

/** Bytes as they are, for a file written to standard output. */
export function printBytes(bytes: Uint8Array): void {
  if (!isBroken) process.stdout.write(bytes);
}

/** Writes over the line that is being shown on a terminal; an empty text clears it. */
export function printProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${safe(text)}`);
}

/** A question on a terminal; the answer is typed behind it. */
export function printQuestion(text: string): void {
  process.stderr.write(safe(text));
}

/** Resolves when the streams gave everything to the system, so that the process may end. */
export async function flushOutput(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((done) => {
      if (stream.writableLength === 0 || stream.destroyed) done();
      else stream.write('', () => done());
    });
  }
  // The error of a write to a file comes one turn later.
  await new Promise((done) => setImmediate(done));
}

export interface Terminal {
  readonly hasColour: boolean;
  /** Columns to fit in; `null` when the output goes to a file or another program. */
  readonly columns: number | null;
}

/** What standard output can show. `NO_COLOR` and `TERM=dumb` are respected. */
export function terminal(): Terminal {
  const isTerminal = process.stdout.isTTY === true;
  const isPlain = Boolean(process.env['NO_COLOR']) || process.env['TERM'] === 'dumb';
  return {
    hasColour: isTerminal && !isPlain,
    columns: isTerminal ? process.stdout.columns : null,
  };
}

/** Columns of the terminal that errors are told on; `null` when it is none. */
export function errorColumns(): number | null {
  return process.stderr.isTTY === true ? process.stderr.columns : null;
}
