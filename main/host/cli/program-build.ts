import type { Command } from 'commander';
import type { Job } from './job.ts';
import type { CliText } from './text/index.ts';
import type { ValueReaders } from './values.ts';

/** What the commands' options are written with. */
export interface Build {
  readonly text: CliText;
  readonly read: ValueReaders;
  /** Called by the command that was chosen. */
  readonly choose: (job: Job) => void;
}

/** Adds examples below a command's help. They run as they stand, after `npm run -s`. */
export function withExamples(
  command: Command,
  text: CliText,
  examples: readonly string[],
): Command {
  const lines = examples.map((example) => `  untether ${example}`);
  return command.addHelpText('after', `\n${text.titles.examples}\n${lines.join('\n')}`);
}
