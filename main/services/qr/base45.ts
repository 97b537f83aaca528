const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const values = new Map([...alphabet].map((letter, index) => [letter, index]));
const base = alphabet.length;

/**
 * Base45 of RFC 9285: only letters that a QR code holds in five and a half bits each, so that bytes take less
 * room in it than as base64.
 */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let digit = 0; digit < (isPair ? 3 : 2); digit += 1) {
      text += alphabet.charAt(value % base);
      value = Math.floor(value / base);
    }
  }
  return text;
}

/** `null` for what no bytes give. */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((letter) => values.get(letter));
    const [one, two, three = 0] = digits;
    if (one === undefined || two === undefined || digits.includes(undefined)) return null;
    const value = one + two * base + three * base * base;
    if (digits.length === 3) {
      if (value > 0xffff) return null;
      bytes.push(value >> 8, value & 0xff);
    } else {
      if (value > 0xff) return null;
      bytes.push(value);
    }
  }
  return Uint8Array.from(bytes);
}
