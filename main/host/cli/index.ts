import { CommanderError } from 'commander';
import { placesOf } from '../places.ts';
import { problem } from '../problems.ts';
import { stopSignal } from '../signals.ts';
import { CliFailure, type Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { type Frame, finish } from './finish.ts';
import { readGlobals } from './globals.ts';
import type { Job } from './job.ts';
import { localeOf } from './locale.ts';
import { flushOutput, outputFailure, print, terminal } from './output.ts';
import { createProgram } from './program.ts';
import { cliTexts } from './text/index.ts';
import { helpOf, usageText, wrongHelp, wrongSubcommand } from './usage.ts';
import { unwritable } from './write-problem.ts';

const args = process.argv.slice(2);
const locale = localeOf(args, process.env);
const text = cliTexts[locale];
const frame: Frame = { locale, text, isJson: args.includes('--json') };

interface Chosen {
  readonly job: Job;
  readonly globals: ReturnType<typeof readGlobals>;
}

/** The chosen command, or the exit code when there is nothing to run (help, version, wrong usage). */
function parse(): Chosen | number {
  let job: Job | null = null;
  const program = createProgram(text, placesOf(import.meta.url).version, (chosen) => {
    job = chosen;
  });
  const quiet = { writeErr: () => undefined, outputError: () => undefined };
  const prepare = (command: typeof program) => {
    command
      .exitOverride()
      .configureOutput({ ...quiet, writeOut: (words) => print(words.trimEnd()) });
    for (const sub of command.commands) prepare(sub);
  };
  prepare(program);
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.well;
    const isHelp = error.code === 'commander.help';
    const wrong = isHelp ? wrongHelp(program, args, text) : wrongSubcommand(program, args, text);
    if (isHelp && wrong === null) {
      print(helpOf(program, args), 'stderr');
      return exitCodes.usage;
    }
    const words = wrong ?? usageText(error, text);
    const usage = problem('input.usage', { problem: words });
    return finish(frame, { kind: 'failed', failure: new CliFailure(usage) });
  }
  // Nothing was chosen although nothing was wrong: commander has shown the help.
  return job === null ? exitCodes.usage : { job, globals: readGlobals(program.opts()) };
}

async function execute({ job, globals }: Chosen): Promise<number> {
  const stop = stopSignal();
  const { timeoutMs } = globals;
  const signal =
    timeoutMs === undefined ? stop : AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]);
  const context: Context = {
    options: globals,
    locale,
    text,
    terminal: terminal(),
    signal,
    isInterrupted: () => stop.aborted,
  };
  try {
    const outcome = await job.run(context);
    const code = finish(frame, { kind: 'done', outcome });
    return stop.aborted && !job.isEndless ? exitCodes.interrupted : code;
  } catch (error) {
    const code = finish(frame, { kind: 'failed', failure: error });
    return stop.aborted ? exitCodes.interrupted : code;
  }
}

const chosen = parse();
const code = typeof chosen === 'number' ? chosen : await execute(chosen);
await flushOutput();
const unwritten = outputFailure();
if (unwritten !== null) {
  const reason = unwritable(text, unwritten);
  const error = problem('file.unwritable', { path: text.errors.stdout, reason });
  finish({ ...frame, isJson: false }, { kind: 'failed', failure: new CliFailure(error) });
}
process.exit(unwritten === null ? code : exitCodes.environment);
