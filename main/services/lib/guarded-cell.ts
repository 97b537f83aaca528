/** Characters that begin a formula, in their full-width forms too, also after blanks. */
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
/** Digits a spreadsheet would round, strip of zeros or read as a power of ten. */
const numberLike = /^(?:\d{12,}|0\d+|\d+[eE]\d+)$/;

function needsGuard(text: string): boolean {
  // A text that begins with the guard's own sign is guarded too, so that reading gives back what was written.
  return formulaStart.test(text) || numberLike.test(text) || text.startsWith("'");
}

/** A leading apostrophe makes a spreadsheet take the cell as text; a device must not run formulas. */
export function guardCell(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/**
 * Text that nobody guarded, for a reader that takes guards away: an apostrophe of its own stays. One before
 * what needs a guard is taken for ours, since our CSV may have gone through a spreadsheet.
 */
export function keepApostrophe(text: string): string {
  return text.startsWith("'") && !needsGuard(text.slice(1)) ? `'${text}` : text;
}

/** What was guarded, as it was. An apostrophe that a person wrote in front of something else stays. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell;
}
