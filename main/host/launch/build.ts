import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from './say.ts';

/** Folder of `package.json`, three above this file. */
export const root = resolve(import.meta.dirname, '..', '..', '..');

const sources = ['main', 'preload', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];
const results = ['out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
/** Folders that no bundle is made of. */
const skipped = new Set(['docs', 'node_modules']);

/** Time of the last change below a path; a folder's own time tells of files that went away. */
function newestMs(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => (skipped.has(name) ? newest : Math.max(newest, newestMs(join(path, name)))),
    stat.mtimeMs,
  );
}

/** Whether `out/` is missing, incomplete or older than what it is made of. */
export function isBuildStale(base: string): boolean {
  const built = results.map((path) => statSync(join(base, path), { throwIfNoEntry: false }));
  const oldest = Math.min(...built.map((stat) => stat?.mtimeMs ?? 0));
  return oldest < Math.max(...sources.map((path) => newestMs(join(base, path))));
}

function runBuild(): Promise<number> {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return new Promise((done) => {
    const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
      cwd: root,
      // Its words go to standard error: standard output may be somebody's JSON.
      stdio: ['ignore', 2, 2],
    });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Builds when needed. `false` when that failed; the reason was said. */
export async function ensureBuilt(): Promise<boolean> {
  if (!isBuildStale(root)) return true;
  if (!existsSync(join(root, 'node_modules', 'electron-vite'))) {
    say('Untether is not installed yet. Run `npm ci` first, then try again.');
    return false;
  }
  say('Building Untether (a few seconds, only after a change) …');
  if ((await runBuild()) === 0) return true;
  say('The build failed; the messages above say where.');
  return false;
}
