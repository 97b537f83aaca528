/**
 * What opening a table file costs: 10,000 rows of 20 cells, as text and as workbooks. It is the core's
 * thread that reads them. Run: `npm run bench -- tables`.
 */
import { readTableBytes } from '../../main/services/lib/table-bytes.ts';
import { rawWorkbook, workbook } from '../helpers/workbooks.ts';

const rounds = 9;
const words = Array.from({ length: 10_000 }, (_, row) =>
  Array.from({ length: 20 }, (_cell, column) => `row ${row} cell ${column}`),
);
const letters = 'ABCDEFGHIJKLMNOPQRST';
const numbers = words
  .map((row, index) => {
    const cells = row.map(
      (_, column) => `<c r="${letters[column]}${index + 1}"><v>${index * 20 + column}</v></c>`,
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  })
  .join('');

const files: Readonly<Record<string, Uint8Array>> = {
  'CSV, UTF-8': new TextEncoder().encode(words.map((row) => row.join(';')).join('\r\n')),
  'workbook, every text another': await workbook({
    Plan: words.map((row) => row.map((value) => ({ value, type: String }))),
  }),
  'workbook, numbers': rawWorkbook({ sheets: [numbers] }),
};

for (const [what, bytes] of Object.entries(files)) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await readTableBytes(bytes);
    times.push(performance.now() - before);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [best = 0, median = 0] = [sorted[0], sorted[Math.floor(rounds / 2)]];
  const size = `${(bytes.length / 1_000_000).toFixed(1)} MB`;
  process.stdout.write(
    `${what.padEnd(32)} ${size.padStart(8)} ${median.toFixed(0).padStart(8)} ms median, ${best.toFixed(0)} ms best\n`,
  );
}
