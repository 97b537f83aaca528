import type { IncomingMessage } from 'node:http';
import type { MethodName } from '../../contract/methods.ts';

const mebibyte = 1024 * 1024;
export const maxBodyBytes = mebibyte;

/** Methods that take a whole file, with room for its base64 as the contract allows it. */
const fileBytes: Partial<Record<MethodName, number>> = {
  'vault.import': 40 * mebibyte,
  'backup.read': 90 * mebibyte,
  'backup.restore': 90 * mebibyte,
  'reports.open': 90 * mebibyte,
  'sites.readFile': 90 * mebibyte,
  'sites.importFile': 90 * mebibyte,
  'cases.attach': 15 * mebibyte,
  'recovery.apply': 2 * mebibyte,
  'table.read': 22 * mebibyte,
  'network.readPlan': 5 * mebibyte,
  'book.readImport': 17 * mebibyte,
  'book.import': 17 * mebibyte,
};

/** How much a call of this name may bring. Only asked for somebody who is let in. */
export function bodyLimitOf(method: string): number {
  const limits: Readonly<Record<string, number | undefined>> = fileBytes;
  return (Object.hasOwn(limits, method) ? limits[method] : undefined) ?? maxBodyBytes;
}

export type Body =
  | { readonly kind: 'input'; readonly input: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-json' };

function parseInput(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'input')) {
      return { kind: 'bad-json' };
    }
    return { kind: 'input', input: Reflect.get(value, 'input') };
  } catch {
    // Not JSON at all: the sender is told so, there is nothing more to know.
    return { kind: 'bad-json' };
  }
}

/** Reads `{"input": …}`, never more than the limit, whatever the sender said about the length. */
export async function readBody(request: IncomingMessage, limit = maxBodyBytes): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0) > limit ? Infinity : 0;
  if (size === 0) {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limit) break;
      chunks.push(bytes);
    }
  }
  if (size > limit) {
    // The rest is read and thrown away: closing on a sender in full flow would lose our answer.
    request.resume();
    return { kind: 'too-large' };
  }
  return parseInput(Buffer.concat(chunks).toString('utf8'));
}
