import { AppError } from '../../contract/errors.ts';
import { joinBytes, toUtf8 } from '../../ports/bytes.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import { openSealed, type SealKey, seal, unwrapSealKey } from '../lib/sealed.ts';
import { fromBase45, toBase45 } from './base45.ts';
import {
  type CodedDevice,
  packDevices,
  readDevices,
  unpackDevices,
  writeDevices,
} from './content.ts';

/** Only letters of a QR code's dense mode; the digit is the form. */
const mark = 'UNTETHER';
const plainForm = 0;
const sealedForm = 1;

export interface SealedCodeTools {
  readonly crypto: VaultCrypto;
  readonly random: Random;
  /** One for all codes of a sheet: the passphrase is stretched once. */
  readonly key: SealKey;
}

/** `UNTETHER1:` and base45 of: length of the wrapped key, wrapped key, nonce, sealed content. */
export function writeSealedCode(tools: SealedCodeTools, devices: readonly CodedDevice[]): string {
  const { wrapped } = tools.key;
  const front = joinBytes(Uint8Array.from([wrapped.length]), wrapped);
  const plain = packDevices(devices);
  const sealed = seal({ ...tools, head: headOf(front) }, plain);
  plain.fill(0);
  return `${mark}${sealedForm}:${toBase45(joinBytes(front, sealed))}`;
}

/** `UNTETHER0:` and JSON that everybody reads. */
export function writePlainCode(devices: readonly CodedDevice[]): string {
  return `${mark}${plainForm}:${writeDevices(devices)}`;
}

export type CodeKind = 'ours' | 'label' | 'vendor-export' | 'other';

/** What a text that was scanned is, without opening it. */
export function kindOfCode(text: string): CodeKind {
  const trimmed = text.trim();
  if (ourLines(trimmed) !== null) return 'ours';
  if (/^QRC\d{8}/i.test(trimmed)) return 'vendor-export';
  return readLabel(trimmed) === null ? 'other' : 'label';
}

/** Several codes of one sheet may come as lines of one text. */
function ourLines(text: string): string[] | null {
  const lines = text.split(/[\r\n]+/).map((line) => line.replace(/^\s+/, ''));
  const full = lines.filter((line) => line !== '');
  return full.length > 0 && full.every((line) => /^UNTETHER\d+:/.test(line)) ? full : null;
}

export interface LabelCode {
  readonly shortSerial: string;
  readonly model: string | null;
}

/**
 * The vendor's sticker: brand, nine characters of the serial, verification code, type, a line each; or the
 * serial alone. The code is a secret that we do not need, so it is not taken over. Source: parsers of the
 * vendor's public SDK samples.
 */
export function readLabel(text: string): LabelCode | null {
  const lines = text.split(/\r\n|\n\r|\r|\n/).map((line) => line.trim());
  const [first = '', second = '', , fourth = ''] = lines;
  const isAlone = lines.length === 1;
  const shortSerial = (isAlone ? first : second).toUpperCase();
  const isSerial = isAlone ? /^[A-Z]{0,2}\d{7,9}$/ : /^[A-Z0-9]{9}$/;
  if (shortSerial.length !== 9 || !isSerial.test(shortSerial)) return null;
  return { shortSerial, model: isAlone || fourth === '' ? null : fourth.slice(0, 120) };
}

/** What opens a sealed code; `null`: no passphrase was given. */
export type OpenCodeTools = { readonly crypto: VaultCrypto; readonly box: SecretBox } | null;

/**
 * The devices of one or several of our codes.
 * @throws AppError `qr.not-ours`, `qr.newer`, `qr.damaged`, `qr.needs-passphrase`, `qr.not-opened`
 */
export async function openCodes(tools: OpenCodeTools, text: string): Promise<CodedDevice[]> {
  const lines = ourLines(text.trim());
  if (lines === null) throw new AppError('qr.not-ours', {});
  const keys = new Map<string, Uint8Array>();
  const devices: CodedDevice[] = [];
  try {
    for (const line of lines) devices.push(...(await openLine(tools, line, keys)));
  } finally {
    for (const key of keys.values()) key.fill(0);
  }
  return devices;
}

async function openLine(
  tools: OpenCodeTools,
  line: string,
  keys: Map<string, Uint8Array>,
): Promise<CodedDevice[]> {
  const colon = line.indexOf(':');
  const form = Number(line.slice(mark.length, colon));
  const body = line.slice(colon + 1);
  if (form > sealedForm) throw new AppError('qr.newer', { found: form, known: sealedForm });
  const devices = form === plainForm ? readDevices(body) : await openSealedBody(tools, body, keys);
  if (devices === null) throw new AppError('qr.damaged', {});
  return devices;
}

async function openSealedBody(
  tools: OpenCodeTools,
  body: string,
  keys: Map<string, Uint8Array>,
): Promise<CodedDevice[] | null> {
  // Blanks are letters of base45, but never its last one: a copied text may be trimmed.
  const bytes = fromBase45(body);
  if (bytes === null) return null;
  const sealedAt = 1 + (bytes[0] ?? 0);
  const front = bytes.subarray(0, sealedAt);
  if (bytes.length < sealedAt || front.length === 1) return null;
  if (tools === null) throw new AppError('qr.needs-passphrase', {});
  const { crypto, box } = tools;
  const name = toBase45(front);
  const key = keys.get(name) ?? (await unwrapSealKey(box, front.subarray(1)));
  if (key === 'damaged') return null;
  if (key === 'not-opened') throw new AppError('qr.not-opened', {});
  keys.set(name, key);
  const plain = openSealed({ crypto, key, head: headOf(front) }, bytes.subarray(sealedAt));
  if (plain === null) return null;
  const devices = unpackDevices(plain);
  plain.fill(0);
  return devices;
}

/** What is readable and must not be changed: the form of the code and the wrapped key. */
function headOf(front: Uint8Array): Uint8Array {
  return joinBytes(toUtf8(`${mark}${sealedForm}:`), front);
}
