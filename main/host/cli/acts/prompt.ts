import { createInterface } from 'node:readline/promises';
import { type CliFailure, type Context, failure } from '../context.ts';
import { print, printQuestion } from '../output.ts';
import { nothingTyped, typeOn } from './typed-line.ts';

/** Whether somebody sits there who can answer. */
export function canAsk(context: Context): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && !context.options.isJson;
}

/** What a command ends with that was stopped before it began. */
export function stopped(context: Context): CliFailure {
  const isTimeUp = context.signal.aborted && !context.isInterrupted();
  return failure(isTimeUp ? 'host.time-up' : 'host.stopped');
}

/** Ctrl+C while the terminal is ours: the same way as at any other time. */
function interrupt(): void {
  process.emit('SIGINT');
}

/**
 * A line that is shown while it is typed.
 * @throws CliFailure when it was interrupted
 */
export async function askLine(context: Context, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new AbortController();
  lines.once('SIGINT', interrupt);
  lines.once('close', () => closed.abort());
  const signal = AbortSignal.any([context.signal, closed.signal]);
  try {
    return await lines.question(question, { signal });
  } catch (error) {
    if (signal.aborted) throw stopped(context);
    throw error;
  } finally {
    lines.close();
  }
}

/** Whether the answer begins with the person's letter for yes. Nothing else is a yes. */
export async function askYes(context: Context, question: string): Promise<boolean> {
  const { yesLetters, noLetters } = context.text;
  const answer = await askLine(context, `${question} (${yesLetters}/${noLetters}) `);
  return answer.trim().toLowerCase().startsWith(yesLetters);
}

/**
 * A line that nobody sees, not even its length.
 * @throws CliFailure when it was interrupted
 */
export async function askHidden(context: Context, question: string): Promise<string> {
  const { stdin } = process;
  printQuestion(question);
  let line = nothingTyped;
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    await new Promise<void>((done) => {
      const end = () => {
        stdin.off('data', hear);
        context.signal.removeEventListener('abort', end);
        done();
      };
      const hear = (chunk: Buffer | string) => {
        line = typeOn(line, String(chunk));
        if (line.state !== 'typing') end();
      };
      stdin.on('data', hear);
      context.signal.addEventListener('abort', end);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    print('', 'stderr');
  }
  if (line.state === 'interrupted') interrupt();
  if (line.state !== 'done') throw stopped(context);
  return line.text;
}
