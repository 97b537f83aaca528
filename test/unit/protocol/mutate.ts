/** Deterministic damage for tests and the fuzzer. */

const lessThan = 60;
const greaterThan = 62;
const slash = 47;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pieces = [
  '<',
  '>',
  '/',
  '&',
  '"',
  "'",
  '\0',
  '\r\n',
  '&amp;',
  '&#0;',
  '&#x1F4F7;',
  '&x;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE a>',
  '<a>',
  '</a>',
  '<a/>',
  '<MAC>',
  '</ProbeMatch>',
  '<ProbeMatch>',
  '::',
  '%',
  ' ',
  '\u001b[0m',
  'flase',
  '-1',
  '99999999999',
  '\ufeff',
  '\ufffd',
].map((text) => new TextEncoder().encode(text));

const values = [
  '',
  ' ',
  'true',
  'flase',
  '0',
  '-1',
  '65536',
  '::',
  '1::2::3',
  '255.255.255.256',
  '0.0.0.0',
  '00-00-00-00-00-00',
  '02-00-00-00-00-99',
  '2024-02-30 25:00:00',
  'R&D',
  '&lt;&#27;&gt;',
  '\u0007',
  '\u202e',
  '\u6444',
  'x'.repeat(600),
  '9'.repeat(40),
  '<![CDATA[&]]>',
  '<b>1</b>',
  '3.1',
  '3.0,3.1',
].map((text) => new TextEncoder().encode(text));

/** One to eight random changes of a datagram, mostly few; the input stays as it is. */
export function mutate(data: Uint8Array, random: () => number): Uint8Array {
  let current = data;
  const below = (limit: number) => Math.floor(random() * limit);
  for (let count = 1 + Math.floor(8 * random() ** 4); count > 0; count -= 1) {
    current = random() < 0.6 ? changeElement(current, below) : changeBytes(current, below);
  }
  return current;
}

/** A change that leaves the markup whole: a value, a name's letter case, a repeated or missing element. */
function changeElement(data: Uint8Array, below: (limit: number) => number): Uint8Array {
  const at = data.indexOf(lessThan, below(data.length + 1));
  const nameEnd = data.indexOf(greaterThan, at);
  const end = data.indexOf(lessThan, nameEnd);
  if (at < 0 || nameEnd < 0 || end < 0 || data[at + 1] === slash)
    return changeCase(data, at, nameEnd);
  const close = data.indexOf(greaterThan, end) + 1;
  switch (below(4)) {
    case 0:
      return splice(data, at, 0, data.subarray(at, close));
    case 1:
      return splice(data, at, close - at, new Uint8Array(0));
    default:
      return splice(data, nameEnd + 1, end - nameEnd - 1, values[below(values.length)] ?? data);
  }
}

function changeCase(data: Uint8Array, from: number, to: number): Uint8Array {
  const isLetter = (byte: number) => (byte | 32) >= 97 && (byte | 32) <= 122;
  return data.map((byte, at) => (at > from && at < to && isLetter(byte) ? byte ^ 32 : byte));
}

/** A change anywhere, without regard for the markup. */
function changeBytes(data: Uint8Array, below: (limit: number) => number): Uint8Array {
  const at = below(data.length + 1);
  const length = Math.min(below(64), data.length - at);
  const to = below(data.length + 1);
  switch (below(8)) {
    case 0:
      return splice(data, at, 1, Uint8Array.of(below(256)));
    case 1:
      return splice(data, at, 0, Uint8Array.of(below(256)));
    case 2:
      return splice(data, at, length, new Uint8Array(0));
    case 3:
      return splice(data, to, 0, data.subarray(at, at + length));
    case 4:
      return data.subarray(0, at);
    case 5:
      return splice(data, at, length, new Uint8Array(length).fill(below(256)));
    case 6:
      return data.length > 4096 ? data.subarray(at) : splice(data, at, 0, data);
    default:
      return splice(data, at, 0, pieces[below(pieces.length)] ?? data);
  }
}

function splice(data: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const kept = Math.min(data.length, at + removed);
  const result = new Uint8Array(at + added.length + data.length - kept);
  result.set(data.subarray(0, at));
  result.set(added, at);
  result.set(data.subarray(kept), at + added.length);
  return result;
}
