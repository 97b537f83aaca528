import { joinBytes, toHex, toUtf8 } from '../../ports/bytes.ts';
import { toBase64 } from '../../protocol/base64.ts';

const mark = '[redacted]';
const shortest = 4;

/** Base64 of a text inside a longer one: three shapes, by where in a group of three bytes it begins. */
function base64Shapes(secret: string): string[] {
  const bytes = toUtf8(secret);
  return [0, 1, 2].flatMap((before) => {
    const whole = toBase64(joinBytes(new Uint8Array(before), bytes)).replace(/=+$/, '');
    const inner = whole.slice(
      Math.ceil((before * 8) / 6),
      Math.floor(((before + bytes.length) * 8) / 6),
    );
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Writers differ in which signs they escape. */
function xmlShapes(secret: string): string[] {
  const least = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const more = least.replaceAll('>', '&gt;');
  return [least, more, more.replaceAll('"', '&quot;').replaceAll("'", '&#39;')];
}

/** The shapes a secret takes in what programs write down. */
function shapesOf(secret: string): string[] {
  const hex = toHex(toUtf8(secret));
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    ...[secret, json, JSON.stringify(json).slice(1, -1)],
    ...xmlShapes(secret),
    // Two bytes a letter, as Windows programs write.
    [...secret].map((char) => `${char}\u0000`).join(''),
    ...[encodeURIComponent(secret), hex, hex.toUpperCase()],
    ...base64Shapes(secret),
  ];
}

/** Takes known secrets out of a text, whatever shape they are in. */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const shapes = [...new Set(secrets.filter(({ length }) => length >= shortest).flatMap(shapesOf))]
    .filter(({ length }) => length >= shortest)
    // The longest first, so that no rest of one stays when another is a part of it.
    .sort((a, b) => b.length - a.length);
  return (text) => shapes.reduce((rest, shape) => rest.replaceAll(shape, mark), text);
}
