import { AppError } from '../../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import { reportFormats } from '../../contract/report.ts';
import { fromUtf8, joinBytes, parseJson, toUtf8 } from '../../ports/bytes.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import { fromBase64, toBase64 } from '../../protocol/base64.ts';
import { fileSlug } from '../lib/file-slug.ts';
import { openSealedFile, type SealedKind, sealFile } from '../lib/sealed-file.ts';
import { buildReport } from './build.ts';
import type { ReportRequest } from './context.ts';
import type { ReportDocument, ReportKind, Table } from './document.ts';
import { renderCsv, renderJson, renderXlsx } from './render-data.ts';
import { renderHtml } from './render-html.ts';
import type { ReportSources } from './sources.ts';

export interface ReportsOptions {
  readonly sources: ReportSources;
  readonly random: Random;
  /** `null`: this host cannot seal. */
  readonly crypto: VaultCrypto | null;
  readonly boxOf: ((passphrase: string) => SecretBox) | null;
}

type File = MethodOutput<'reports.make'>;
type Format = ReportRequest['format'];

/** Content: length of the head (4), the head as JSON `{fileName, mediaType}`, the report itself. */
const sealedReport: SealedKind = { magic: toUtf8('UNTETHER REPORT\n'), version: 1 };

const mediaTypes: Readonly<Record<Format, string>> = {
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** Kinds that have one table which is the report. */
const csvKinds: readonly ReportKind[] = ['inventory', 'changes'];

/** Papers about the current site. */
export class Reports {
  readonly #options: ReportsOptions;

  constructor(options: ReportsOptions) {
    this.#options = options;
  }

  /**
   * @throws AppError `report.no-such-format`, `report.needs-passphrase` (the office's), `sealed.unsupported`,
   *   `vault.passphrase-short`
   */
  async make(request: ReportRequest): Promise<File> {
    checkFormat(request);
    const { passphrase, kind } = request;
    const isSealed = kind === 'handover-office';
    if (isSealed && passphrase === undefined) throw new AppError('report.needs-passphrase', {});
    const file = await this.#render(request);
    return isSealed && passphrase !== undefined ? await this.#seal(file, passphrase) : file;
  }

  /** @throws AppError `sealed.…` */
  async open({ base64, passphrase }: MethodParsed<'reports.open'>): Promise<File> {
    const { crypto, box } = this.#tools(passphrase);
    const sealed = fromBase64(base64);
    if (sealed === null) throw new AppError('sealed.not-ours', {}, { detail: 'no base64' });
    const plain = await openSealedFile({ crypto, box }, sealedReport, sealed);
    const headEnd = 4 + new DataView(plain.buffer, plain.byteOffset).getUint32(0);
    const head = parseJson(fromUtf8(plain.subarray(4, headEnd)) ?? '');
    const fileName = textIn(head, 'fileName');
    const mediaType = textIn(head, 'mediaType');
    if (fileName === null || mediaType === null) {
      throw new AppError('sealed.damaged', {}, { detail: 'no head' });
    }
    return { fileName, mediaType, base64: toBase64(plain.subarray(headEnd)) };
  }

  async #render(request: ReportRequest): Promise<File> {
    const { format, kind, ids, locale } = request;
    const { sources } = this.#options;
    // The list as a file is the list's own export, which can be read back in.
    if (kind === 'inventory' && format !== 'html') {
      const rows = ids ?? sources.rows().map(({ id }) => id);
      const { base64 } = await sources.exportList({ format, locale, ids: [...rows] });
      return { fileName: this.#fileName(request), mediaType: mediaTypes[format], base64 };
    }
    const bytes = await encode(buildReport(request, sources), format);
    return {
      fileName: this.#fileName(request),
      mediaType: mediaTypes[format],
      base64: toBase64(bytes),
    };
  }

  #fileName({ kind, format }: ReportRequest): string {
    const { clock, site } = this.#options.sources;
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const parts = ['untether', kind, fileSlug(site().name), day].filter((part) => part !== '');
    return `${parts.join('-')}.${format}`;
  }

  async #seal({ fileName, mediaType, base64 }: File, passphrase: string): Promise<File> {
    const head = toUtf8(JSON.stringify({ fileName, mediaType }));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, head.length);
    const plain = joinBytes(length, head, fromBase64(base64) ?? new Uint8Array());
    const sealed = await sealFile(this.#tools(passphrase), sealedReport, plain);
    plain.fill(0);
    return {
      fileName: fileName.replace(/\.\w+$/, '.utreport'),
      mediaType: 'application/octet-stream',
      base64: toBase64(sealed),
    };
  }

  #tools(passphrase: string) {
    const { crypto, boxOf, random } = this.#options;
    if (crypto === null || boxOf === null) throw new AppError('sealed.unsupported', {});
    return { crypto, random, box: boxOf(passphrase) };
  }
}

async function encode(document: ReportDocument, format: Format): Promise<Uint8Array> {
  if (format === 'html') return toUtf8(renderHtml(document));
  if (format === 'json') return toUtf8(renderJson(document));
  if (format === 'xlsx') return await renderXlsx(document);
  return renderCsv(document, mainTable(document));
}

/** Of the changes: the audit, where every one of them is. */
function mainTable({ sections }: ReportDocument): Table {
  const found = sections.find(({ id }) => id === 'audit')?.table;
  return found ?? { columns: [], rows: [] };
}

function checkFormat({ kind, format }: ReportRequest): void {
  if (format !== 'csv' || csvKinds.includes(kind)) return;
  const formats = reportFormats.filter((one) => one !== 'csv').join(', ');
  throw new AppError('report.no-such-format', { kind, format, formats });
}

function textIn(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
}
