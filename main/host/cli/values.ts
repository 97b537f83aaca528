import { InvalidArgumentError } from 'commander';
import { parseCidr } from '../../contract/ip.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { CliText } from './text/index.ts';

/** Readers of option values: each gives the value or says in plain words why it cannot be used. */
export interface ValueReaders {
  seconds(value: string): number;
  count(from: number, to: number): (value: string) => number;
  oneOf<T extends string>(choices: readonly T[]): (value: string) => T;
  cidrs(value: string, before: readonly string[] | undefined): readonly string[];
  list(value: string, before: readonly string[] | undefined): readonly string[];
  /** Refuses whatever is given: secrets do not belong on a command line. */
  never(value: string): never;
}

export function valueReaders(text: CliText): ValueReaders {
  const refuse = (words: string, params: Readonly<Record<string, string | number>>): never => {
    throw new InvalidArgumentError(interpolate(words, params));
  };
  return {
    seconds(value) {
      const seconds = Number(value.replace(',', '.'));
      const isGood = value.trim() !== '' && seconds >= 0 && seconds <= 86_400;
      return isGood ? seconds : refuse(text.values.seconds, { value });
    },
    count: (from, to) => (value) => {
      const count = Number(value);
      const isGood = /^\d+$/.test(value) && count >= from && count <= to;
      return isGood ? count : refuse(text.values.count, { value, from, to });
    },
    oneOf: (choices) => (value) =>
      choices.find((choice) => choice === value) ??
      refuse(text.values.oneOf, { value, choices: choices.join(', ') }),
    cidrs(value, before) {
      if (parseCidr(value) === null) refuse(text.values.range, { value });
      return [...(before ?? []), value];
    },
    list: (value, before) => [...(before ?? []), value],
    never: () => refuse(text.acts.secrets.argv, {}),
  };
}
