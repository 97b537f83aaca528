import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const skipped = new Set(['node_modules', 'results', 'fixtures', 'out']);

function walk(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(path);
    return /\.(ts|tsx|cts|cjs)$/.test(entry.name) ? [path] : [];
  });
}

/** Every source file below some folders of the project. */
export function sourcesIn(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return {
        path: relative(root, path).replaceAll('\\', '/'),
        text,
        lines: text.split('\n').length - 1,
      };
    });
}

/** The text without comments, so that an example in one is no import. Strings stay whole. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (_whole, string: string | undefined) => string ?? '',
  );
}

export interface Import {
  readonly target: string;
  /** `import type`, or only `type` names within the braces. */
  readonly isType: boolean;
  /** `import()`: loaded when the line is reached. */
  readonly isDynamic?: true;
}

function isTypeOnly(clause: string): boolean {
  if (/^\s*type\s/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
  if (names === undefined) return false;
  return names
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => /^\s*type\s/.test(name));
}

/** What a file imports or re-exports, statically or with `import()`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const text = withoutComments(file.text);
  const statics = text.matchAll(
    /(?:^|[;\n])\s*(?:import|export)\s+([^'";]*?)\s*from\s*['"]([^'"]+)['"]/g,
  );
  const bare = text.matchAll(/(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]/g);
  const dynamic = text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statics].map((match) => ({
      target: match[2] ?? '',
      isType: isTypeOnly(match[1] ?? ''),
    })),
    ...[...bare].map((match) => ({ target: match[1] ?? '', isType: false })),
    ...[...dynamic].map((match) => ({
      target: match[1] ?? '',
      isType: false,
      isDynamic: true as const,
    })),
  ];
}
