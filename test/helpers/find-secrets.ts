import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Base64 of a text inside a longer one: three shapes, by where in a group of three bytes it begins. */
function base64Shapes(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((before * 8) / 6);
    const until = Math.floor(((before + bytes.length) * 8) / 6);
    return whole.slice(from, until);
  });
}

/** The shapes in which a secret could lie in a file. */
export function shapesOf(secret: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(secret, 'utf8');
  const shapes: [string, Buffer][] = [
    ['utf-8', utf8],
    ['utf-16le', Buffer.from(secret, 'utf16le')],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['url', Buffer.from(encodeURIComponent(secret))],
    ['json', Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ['xml', Buffer.from(secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))],
  ];
  base64Shapes(secret).forEach((text, at) => {
    shapes.push([`base64 ${at}`, Buffer.from(text)]);
    shapes.push([`base64url ${at}`, Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'))]);
  });
  return new Map(shapes);
}

export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file below a folder. */
export function filesBelow(folder: string): Place[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ name: path.slice(folder.length), bytes: readFileSync(path) }));
}

/** `place: secret as shape`, for each that is there. */
export function findSecrets(places: readonly Place[], secrets: readonly string[]): string[] {
  const found: string[] = [];
  for (const secret of secrets) {
    const shapes = [...shapesOf(secret)];
    for (const { name, bytes } of places) {
      const hit = shapes.find(([, shape]) => bytes.includes(shape));
      if (hit !== undefined) found.push(`${name}: ${secret} as ${hit[0]}`);
    }
  }
  return found;
}
