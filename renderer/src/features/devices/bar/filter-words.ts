import {
  deviceKinds,
  loginStates,
  presences,
  vendors,
} from '../../../../../main/contract/lists.ts';
import type { FilterTerm } from '../../../../../main/contract/settings.ts';
import type { TextLookup } from '../../../i18n/use-text.ts';
import { builtInFilters } from '../model/built-in-filters.ts';
import { isSameTerms, needsColumn, removedColumn } from '../model/filter.ts';
import { columnSpec } from '../model/sort.ts';
import { deviceFlagNames, healthNames } from './value-names.ts';

function stateWord(value: string, text: TextLookup): string | null {
  const flag = deviceFlagNames.find((name) => name === value);
  if (flag === 'duplicate-address') return text('ui/devices/filters/sameIp');
  if (flag !== undefined) return text(`flags/${flag}`);
  const presence = presences.find((name) => name === value);
  return presence === undefined ? null : text(`presence/${presence}`);
}

/** Columns with a few values that have words of their own. */
function namedWord(column: string, value: string, text: TextLookup): string | null {
  const has = (names: readonly string[]) => names.includes(value);
  if (column === 'vendor' && has(vendors)) return text.any(`vendors/${value}`);
  if (column === 'health' && has(healthNames)) return text.any(`health/levels/${value}`);
  if (column === 'kind' && has(deviceKinds)) return text.any(`kinds/${value}`);
  return column === 'login' && has(loginStates) ? text.any(`ui/book/login/${value}`) : null;
}

/** The value of a condition as a person reads it. */
export function valueWord(column: string, value: string, text: TextLookup): string {
  const spec = columnSpec(column);
  if (spec?.format === 'tri') return text(value === 'true' ? 'tri/yes' : 'tri/no');
  const word = spec?.format === 'status' ? stateWord(value, text) : namedWord(column, value, text);
  return word ?? value;
}

/** "IPv4 address is 192.168.1.64" */
export function termWords(term: FilterTerm, text: TextLookup): string {
  if (term.column === needsColumn) return text('ui/devices/filters/needs');
  if (term.column === removedColumn) return text('ui/devices/filters/removed');
  const spec = columnSpec(term.column);
  const column = spec === undefined ? term.column : text(`columnsShort/${spec.id}`);
  const op = text(`ui/devices/filters/ops/${term.op}`);
  const hasValue = term.op !== 'is-known' && term.op !== 'is-unknown';
  return hasValue
    ? `${column} ${op} ${valueWord(term.column, term.value, text)}`
    : `${column} ${op}`;
}

/** The built-in filter these terms are, if they are one. */
export function builtInOf(terms: readonly FilterTerm[]) {
  return builtInFilters.find((filter) => isSameTerms(filter.terms, terms));
}
