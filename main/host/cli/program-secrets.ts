import type { Command } from 'commander';
import type { CliText } from './text/index.ts';

/** Where a command takes its password from; never the command line itself. */
export function withPassword(command: Command, { acts }: CliText): Command {
  return command
    .option('--password-file <path>', acts.options.passwordFile)
    .option('--password-stdin', acts.options.passwordStdin);
}

/** A password that costs tries when it is wrong: with the word that goes over the lockout guard. */
export function withGuardedPassword(command: Command, text: CliText): Command {
  return withPassword(command, text).option(
    '--override-lockout <words>',
    text.acts.options.overrideLockout,
  );
}

export function withCode(command: Command, { acts }: CliText): Command {
  return command
    .option('--code-file <path>', acts.options.codeFile)
    .option('--code-stdin', acts.options.codeStdin);
}
