import { strToU8, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import { AppError, type ErrorCode } from '../../main/contract/errors.ts';
import { readTableBytes } from '../../main/services/lib/table-bytes.ts';

/** A workbook as `write-excel-file` writes it: one sheet, or several by name. */
export async function workbook(sheets: Readonly<Record<string, SheetData>>): Promise<Uint8Array> {
  const file = writeXlsxFile(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })));
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface RawWorkbook {
  /** What stands between `<sheetData>` and its end, one sheet after the other. */
  readonly sheets: readonly string[];
  /** Attributes of each sheet in the list, such as ` state="hidden"`. */
  readonly attributes?: readonly string[];
  readonly sharedStrings?: string;
  /** More parts, or others in their place. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The parts of a workbook that another program might have written, by hand. */
export function rawParts({ sheets, attributes, sharedStrings, parts }: RawWorkbook) {
  const list = sheets.map(
    (_, index) =>
      `<sheet name="S${index + 1}" sheetId="${index + 1}"${attributes?.[index] ?? ''} r:id="r${index + 1}"/>`,
  );
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types/>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((data, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${head}<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...(sharedStrings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `${head}<sst ${main}>${sharedStrings}</sst>` }),
    ...parts,
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
}

export function rawWorkbook(raw: RawWorkbook): Uint8Array {
  return zipSync(rawParts(raw));
}

/** A cell with its text inside. */
export function textCell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Code and parameters of the refusal. */
export async function refusalOf(bytes: Uint8Array): Promise<readonly [ErrorCode, object]> {
  try {
    await readTableBytes(bytes);
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.params];
    throw error;
  }
  throw new Error('was read');
}
