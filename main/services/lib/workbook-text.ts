/** What a spreadsheet cell can hold. */
const maxCellLength = 32_767;
/** How a workbook writes a character by its number (ECMA-376 part 1, 22.9.2.19), wherever it stands in a text. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Text of a cell as it has to be handed to `write-excel-file`, so that it is read back as it was. The library
 * leaves alone what looks like an escape and would be read as another character; and it keeps its texts in a
 * plain object, in which a device called `constructor` is there already and makes the workbook a broken one.
 */
export function workbookText(text: string): string {
  const cut = text.slice(0, maxCellLength);
  if (Object.hasOwn(Object.prototype, cut)) return `${escaped(cut)}${cut.slice(1)}`;
  return cut.replaceAll(escapeLike, '_x005F_');
}

function escaped(text: string): string {
  return `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
