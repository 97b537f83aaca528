import type { CaseStep } from '../../../../../main/contract/recovery.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';

/** What the tool saw, in the person's language; a person's note and what was stored long ago stay as they are. */
export function evidenceWords(
  text: TextLookup,
  { told, evidence }: Pick<CaseStep, 'told' | 'evidence'>,
): string {
  if (told === undefined || told === null) return evidence ?? '';
  const params = Object.entries(told.params).map(([key, value]) => [key, word(text, key, value)]);
  return text(`cases/evidence/${told.code}`, Object.fromEntries(params));
}

/** Some values are codes that have words of their own. */
function word(text: TextLookup, key: string, value: string | number | null): string | number {
  if (value === null) return '?';
  if (key === 'activated') return text.any(`tri/${value}`);
  return key === 'verdict' ? text.any(`verdicts/${value}`) : value;
}
