import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileLog } from './log-file.ts';

const tailChars = 400_000;

/** The end of the log: the file before the present one too, when that is short. `null` when there is none. */
export function readLogTail(dir: string, log: Pick<FileLog, 'flush'>): string | null {
  log.flush();
  const texts = ['untether.1.log', 'untether.log']
    .map((name) => join(dir, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => readFileSync(path, 'utf8'));
  if (texts.length === 0) return null;
  const whole = texts.join('');
  if (whole.length <= tailChars) return whole;
  const tail = whole.slice(-tailChars);
  // Not the second half of a line.
  return tail.slice(tail.indexOf('\n') + 1);
}
