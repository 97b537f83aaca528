import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export type PageFile =
  | {
      readonly kind: 'file';
      readonly body: Buffer<ArrayBuffer>;
      readonly type: string;
      readonly cache: string;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'missing' };

/** The path below the page's folder, or `null` for one that no honest page asks for. */
function normalise(pathname: string): readonly string[] | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // A malformed escape names no file.
    return null;
  }
  if (/[\0\\:%]/.test(path)) return null;
  const parts = path.split('/').filter((part) => part !== '');
  return parts.includes('..') || parts.includes('.') ? null : parts;
}

function isBelow(root: string, file: string): boolean {
  const path = relative(root, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && Reflect.get(error, 'code');
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}

/**
 * One file of the built page, for both hosts. `pathname` is as it came over the wire, still escaped.
 * A path out of the folder, by dots or by a symbolic link, is refused.
 */
export async function readPageFile(root: string, pathname: string): Promise<PageFile> {
  const parts = normalise(pathname);
  if (parts === null) return { kind: 'refused' };
  const wanted = parts.length === 0 ? ['index.html'] : parts;
  try {
    const [base, file] = await Promise.all([realpath(root), realpath(join(root, ...wanted))]);
    if (!isBelow(base, file)) return { kind: 'refused' };
    const type = types[extname(file).toLowerCase()];
    if (type === undefined) return { kind: 'missing' };
    // Names below assets/ hold a hash of their content.
    const cache = wanted[0] === 'assets' ? 'private, max-age=31536000, immutable' : 'no-store';
    return { kind: 'file', body: await readFile(file), type, cache };
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    throw error;
  }
}
