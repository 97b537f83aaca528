import type { Command, CommanderError } from 'commander';
import { interpolate } from '../../contract/text/interpolate.ts';
import { mostSimilar } from './similar.ts';
import type { CliText } from './text/index.ts';

/** Which sentence says what commander found wrong. */
const sentences: Readonly<Record<string, keyof CliText['usage']>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.optionMissingArgument': 'missingValue',
  'commander.invalidArgument': 'badValue',
  'commander.excessArguments': 'tooMany',
};

/**
 * Commander's English message in the person's language. The quoted part of it is what was typed; our own
 * value readers put their whole sentence behind it.
 */
export function usageText(error: CommanderError, text: CliText): string {
  const sentence = sentences[error.code];
  if (sentence === undefined) return error.message.replace(/^error: /, '');
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  // What stands behind the equals sign may be a password.
  const what = /^[^\s=]+/.exec(quoted)?.[0] ?? quoted;
  // As it stands in the usage line of the help.
  const shown = sentence === 'missingArgument' ? `<${what}>` : what;
  const parts = [interpolate(text.usage[sentence], { what: shown })];
  const ours = / is invalid(?: for argument '[^']*')?\. (.+)$/s.exec(error.message)?.[1];
  if (ours !== undefined) parts.push(ours.endsWith('.') ? ours : `${ours}.`);
  const suggestion = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1];
  if (suggestion !== undefined)
    parts.push(interpolate(text.usage.didYouMean, { what: suggestion }));
  return parts.join(' ');
}

/**
 * `devices remov X`: a group has a default command, so commander takes the misspelt one for an argument
 * of that. The sentence about it, or `null` when the group's command was spelt right.
 */
export function wrongSubcommand(
  program: Command,
  args: readonly string[],
  text: CliText,
): string | null {
  const group = program.commands.find((command) => args.includes(command.name()));
  const what = group && args[args.indexOf(group.name()) + 1];
  if (group === undefined || what === undefined || what.startsWith('-')) return null;
  const names = group.commands.map((command) => command.name());
  if (names.length === 0 || names.includes(what)) return null;
  const similar = mostSimilar(what, names);
  const sentence = interpolate(text.usage.unknownCommand, { what: `${group.name()} ${what}` });
  if (similar === undefined) return sentence;
  return `${sentence} ${interpolate(text.usage.didYouMean, { what: `${group.name()} ${similar}` })}`;
}

/** The group that was named without one of its commands, else the whole program. */
export function helpOf(program: Command, args: readonly string[]): string {
  const group = program.commands.find((command) => args.includes(command.name()));
  return (group ?? program).helpInformation().trimEnd();
}

/** `help nope`: the sentence about a command that is not there, or `null`. */
export function wrongHelp(program: Command, args: readonly string[], text: CliText): string | null {
  const [help, what] = args.filter((arg) => !arg.startsWith('-'));
  const names = program.commands.map((command) => command.name());
  if (help !== 'help' || what === undefined || names.includes(what)) return null;
  const sentence = interpolate(text.usage.unknownCommand, { what });
  const similar = mostSimilar(what, names);
  if (similar === undefined) return sentence;
  return `${sentence} ${interpolate(text.usage.didYouMean, { what: similar })}`;
}
