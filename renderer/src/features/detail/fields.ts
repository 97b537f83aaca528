import type { DeviceDetail, FactView } from '../../../../main/contract/device.ts';
import type { TextLookup } from '../../i18n/use-text.ts';

export interface FieldLine {
  /** Unique within the list: the same fact may come from several sources. */
  readonly id: string;
  readonly label: string;
  /** As text, for search and copy. */
  readonly plain: string;
  readonly fact: FactView;
}

export function plainFact(fact: FactView, text: TextLookup): string {
  if (typeof fact.value === 'boolean') return text(fact.value ? 'tri/yes' : 'tri/no');
  return String(fact.value);
}

function lineOf(fact: FactView, label: string, text: TextLookup): FieldLine {
  const id = `${fact.key} ${fact.source} ${fact.adapter ?? ''}`;
  return { id, label, plain: plainFact(fact, text), fact };
}

/** Facts with their names in the operator's language; elements we do not know keep the device's name. */
export function linesOf(detail: DeviceDetail, text: TextLookup) {
  return {
    facts: detail.facts.map((fact) => lineOf(fact, text.any(`facts/${fact.key}`), text)),
    extra: detail.extra.map((fact) => lineOf(fact, fact.key, text)),
  };
}

/** Whether the line holds the searched text in its name, its wire name or its value. */
export function matches(line: FieldLine, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  return [line.label, line.fact.key, line.plain].some((part) =>
    part.toLowerCase().includes(wanted),
  );
}

/** Name, value and source of each line, tab separated, for a spreadsheet or a support message. */
export function asTsv(lines: readonly FieldLine[], text: TextLookup): string {
  return lines
    .map(({ label, plain, fact }) =>
      [label, plain, text(`sources/${fact.source}`), new Date(fact.at).toISOString()].join('\t'),
    )
    .join('\n');
}
