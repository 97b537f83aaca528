import type { Field, Personality } from './personalities.ts';
import { applyFieldQuirks, applyTextQuirks } from './quirks.ts';
import type { Quirk } from './types.ts';

export interface ReplyDocument {
  readonly root: 'ProbeMatch' | 'Hello' | 'Bye';
  /** `null` in a Hello, which carries none. */
  readonly uuid: string | null;
  readonly types: string;
  /** Of the device that was addressed; stands before `Types` in the answer to a command. */
  readonly mac?: string;
  readonly fields: readonly Field[];
}

/**
 * The text as a device's firmware prints it: one element a line, nothing escaped, a final newline. The Uuid is
 * echoed as it came; the request reader cannot deliver one with markup in it.
 */
export function renderReply(
  document: ReplyDocument,
  personality: Personality,
  quirks: ReadonlySet<Quirk>,
): Uint8Array {
  const { uuid, mac, types } = document;
  const head: Field[] = uuid === null ? [] : [['Uuid', uuid]];
  if (mac !== undefined) head.push(['MAC', mac]);
  const fields = applyFieldQuirks(document.fields, quirks);
  const all: readonly Field[] = [...head, ['Types', types], ...fields];
  const lines = all.map(([name, value]) => `<${name}>${value}</${name}>`);
  const open = `<${document.root}>${personality.isHeadInline ? '' : '\n'}`;
  const text = `${personality.prolog}\n${open}${lines.join('\n')}\n</${document.root}>\n`;
  return new TextEncoder().encode(applyTextQuirks(text, quirks));
}
