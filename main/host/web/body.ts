import type { IncomingMessage } from 'node:http';

export const maxBodyBytes = 1024 * 1024;

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
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0) > maxBodyBytes ? Infinity : 0;
  if (size === 0) {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > maxBodyBytes) break;
      chunks.push(bytes);
    }
  }
  if (size > maxBodyBytes) {
    // The rest is read and thrown away: closing on a sender in full flow would lose our answer.
    request.resume();
    return { kind: 'too-large' };
  }
  return parseInput(Buffer.concat(chunks).toString('utf8'));
}
