import { Inflate } from 'fflate';
import { AppError } from '../../contract/errors.ts';

/** One file inside of an archive, as the list at the archive's end tells it. */
export interface ZipPart {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const maxComment = 0xffff;
const stored = 0;
const deflated = 8;
/** Small, so that what one piece may unpack to stays small too. */
const pieceSize = 4096;

/**
 * Unpacks these files of a ZIP archive (PKWARE APPNOTE 4.3, without ZIP64) with their sums checked. What
 * the archive says of its sizes is added up before anything is unpacked, and then held to: an archive of a
 * few kilobytes can unpack to gigabytes.
 *
 * @param maxBytes of all of them together, as the archive tells it and as it turns out
 * @throws AppError `table.damaged`, `table.too-large`, `table.protected`
 */
export function unpackParts(
  zip: Uint8Array,
  parts: readonly ZipPart[],
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> {
  if (parts.some(({ isEncrypted }) => isEncrypted)) throw new AppError('table.protected', {});
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  if (total > maxBytes) {
    throw new AppError('table.too-large', { limitMb: Math.floor(maxBytes / 1024 / 1024) });
  }
  return new Map(parts.map((part) => [part.name, unpack(zip, part)]));
}

function damaged(detail: string): AppError<'table.damaged'> {
  return new AppError('table.damaged', {}, { detail });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** All files in the archive. @throws AppError `table.damaged` */
export function listParts(zip: Uint8Array): readonly ZipPart[] {
  try {
    return readEntries(zip);
  } catch (error) {
    // A number in the archive that leads out of it.
    if (error instanceof RangeError) throw damaged('the list of parts leads out of the file');
    throw error;
  }
}

function readEntries(zip: Uint8Array): readonly ZipPart[] {
  const view = viewOf(zip);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipPart[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entryMark) throw damaged('a part is missing in the list');
    const nameLength = view.getUint16(at + 28, true);
    entries.push(readEntry(zip, view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) throw damaged('two parts have one name');
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - maxComment);
  for (let at = view.byteLength - endSize; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw damaged('the end is missing');
}

function readEntry(zip: Uint8Array, view: DataView, at: number): ZipPart {
  const nameLength = view.getUint16(at + 28, true);
  const name = nameAt(zip, at + 46, nameLength);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== localMark) throw damaged('a part is not where it should be');
  const localName = nameAt(zip, local + 30, view.getUint16(local + 26, true));
  if (localName !== name) throw damaged('a part has two names');
  return {
    name,
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
  };
}

/** Parts of a workbook have ASCII names; any other stays distinct, which is all that is needed. */
function nameAt(zip: Uint8Array, at: number, length: number): string {
  if (at + length > zip.length) throw damaged('a name leads out of the file');
  return String.fromCharCode(...zip.subarray(at, at + length));
}

function unpack(zip: Uint8Array, entry: ZipPart): Uint8Array {
  const packed = zip.subarray(entry.at, entry.at + entry.packedSize);
  if (packed.length !== entry.packedSize) throw damaged(`${entry.name} is cut off`);
  const bytes = entry.method === stored ? packed : inflate(packed, entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw damaged(`the sum of ${entry.name} is wrong`);
  }
  return bytes;
}

/** Piece by piece, and no further than the size that was told: that is what an honest archive needs. */
function inflate(packed: Uint8Array, { name, method, size }: ZipPart): Uint8Array {
  if (method !== deflated) throw damaged(`${name} is packed in a way that is not known`);
  const bytes = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw damaged(`${name} is larger than it says`);
    bytes.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += pieceSize) {
      stream.push(packed.subarray(at, at + pieceSize), at + pieceSize >= packed.length);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged(`${name} cannot be unpacked`);
  }
  return bytes.subarray(0, filled);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  return value;
});

/** The sum of the ZIP format; fflate does not look at it, and a flipped bit may be an address. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
