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

/** What was guarded, as it was. An apostrophe that a person wrote in front of something else stays. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell;
}
