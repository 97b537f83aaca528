import type { Text } from './en.ts';

/** Where knowledge of a reset button came from, as a person reads it: most sources are names. */
export function resetSource({ resetCard }: Text, source: string): string {
  const words: Readonly<Record<string, string>> = resetCard.sources;
  return words[source] ?? source;
}
