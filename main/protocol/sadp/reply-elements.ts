import type { SadpMessage } from './messages.ts';

/** Text of an element the field table does not know, in any letter case; `null` when absent. */
export function findExtra(message: Pick<SadpMessage, 'extra'>, name: string): string | null {
  const exact = message.extra.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const [wire, text] of message.extra) {
    if (wire.toLowerCase() === wanted) return text;
  }
  return null;
}
