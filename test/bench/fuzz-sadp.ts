/**
 * Feeds the SADP decoder damaged datagrams and watches that it never throws, never takes long and
 * keeps nothing. Run: node test/bench/fuzz-sadp.ts [count] [seed]
 *
 * Exits with 1 on a throw, on a single decode above 50 ms of processor time, or when the heap grows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeSadp } from '../../main/protocol/sadp/decode.ts';
import { mutate, seededRandom } from '../unit/protocol/mutate.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 20_240_229);
const slowMs = 50;
/** Heap growth that counts as flat: compiled code and statistics of this script. Bytes. */
const flatBytes = 4 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapBytes(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const random = seededRandom(seed);
const corpus = corpusOfFixtures();
const tally = new Map<string, number>();
let slowestMs = 0;
let slow = 0;
let throws = 0;

function corpusOfFixtures(): Uint8Array[] {
  const folder = resolve(import.meta.dirname, '../fixtures/sadp');
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  return names.map((name) => new Uint8Array(readFileSync(resolve(folder, name))));
}

/**
 * A damaged fixture; now and then a damaged piece of an earlier one, so that damage adds up, and now
 * and then plain noise or something as large as UDP carries.
 */
function nextDatagram(index: number): Uint8Array {
  const slot = Math.floor(random() * corpus.length);
  const data = mutate(corpus[slot] ?? new Uint8Array(0), random);
  if (index % 997 === 0) return noise(Math.floor(random() * 2000));
  if (index % 4999 === 0) return repeated(data, 65_507);
  return data;
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

function repeated(data: Uint8Array, length: number): Uint8Array {
  const result = new Uint8Array(length);
  for (let at = 0; at < length; at += Math.max(1, data.length)) {
    result.set(data.subarray(0, length - at), at);
  }
  return result;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

function decodeOnce(data: Uint8Array): void {
  const startedAt = performance.now();
  try {
    const result = decodeSadp(data);
    const outcome = result.ok ? `ok ${result.message.root}` : result.reason;
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  } catch (error) {
    throws += 1;
    if (throws <= 5) {
      print(`THROWN: ${String(error)}\n  by (base64) ${Buffer.from(data).toString('base64')}`);
    }
  }
  const elapsed = performance.now() - startedAt;
  slowestMs = Math.max(slowestMs, elapsed);
  if (elapsed > slowMs && isReallySlow(data)) {
    slow += 1;
    print(`SLOW: ${elapsed.toFixed(1)} ms\n  by (base64) ${Buffer.from(data).toString('base64')}`);
  }
}

/** A machine that pauses this process is not the decoder's fault: only processor time counts. */
function isReallySlow(data: Uint8Array): boolean {
  const before = process.cpuUsage();
  decodeSadp(data);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 > slowMs;
}

/**
 * What 2,000 devices cost that are kept by their serial alone, when each came in a padded datagram of
 * the largest size: a serial must not keep its datagram alive. Bytes for one device.
 */
function heldPerDevice(): number {
  const encoder = new TextEncoder();
  const padding = ' '.repeat(60_000);
  const before = heapBytes();
  const serials = Array.from({ length: 2000 }, (_, index) => {
    const serial = `DS-2CD2T43G2-4I20210611AAWRQ${index}`;
    const result = decodeSadp(
      encoder.encode(`<ProbeMatch>${padding}<DeviceSN>${serial}</DeviceSN></ProbeMatch>`),
    );
    return result.ok ? result.message.fields.serial : undefined;
  });
  return (heapBytes() - before) / serials.length;
}

const warmUp = Math.min(20_000, count);
for (let index = 0; index < warmUp; index += 1) decodeOnce(nextDatagram(index));
const heapAtStart = heapBytes();
const startedAt = performance.now();
for (let index = warmUp; index < count; index += 1) decodeOnce(nextDatagram(index));
const seconds = (performance.now() - startedAt) / 1000;
const growth = heapBytes() - heapAtStart;

const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
print(`seed ${seed}, ${count} datagrams (${warmUp} of them to warm up), ${seconds.toFixed(1)} s`);
for (const [outcome, times] of [...tally].sort((left, right) => right[1] - left[1])) {
  print(`  ${outcome.padEnd(20)} ${String(times).padStart(9)}`);
}
print(`heap after warm-up ${mib(heapAtStart)}, at the end ${mib(heapAtStart + growth)}`);
print(`slowest decode ${slowestMs.toFixed(2)} ms (wall clock), above ${slowMs} ms: ${slow}`);
print(`throws: ${throws}`);
const held = heldPerDevice();
print(`a serial out of a padded datagram holds ${held.toFixed(0)} bytes`);
const isFlat = growth < flatBytes && held < 1024;
if (!isFlat) print(`FAILED: the heap grew by ${mib(growth)}, or a serial holds its datagram`);
process.exitCode = throws === 0 && slow === 0 && isFlat ? 0 : 1;
