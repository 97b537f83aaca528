import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './build.ts';
import { say } from './say.ts';

const packageDir = join(root, 'node_modules', 'electron');
const programs: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The Electron program, when it is on this disk. Never by `require('electron')`: that would download it. */
export function findElectron(): string | null {
  const usual = programs[process.platform] ?? 'electron';
  const marker = join(packageDir, 'path.txt');
  const named = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : usual;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path = override ? join(override, usual) : join(packageDir, 'dist', named);
  return existsSync(path) ? path : null;
}

const lookupLimitMs = 1500;
const fetchLimitMs = 90_000;
const retryAfterMs = 24 * 3600_000;
const failureMark = join(root, 'node_modules', '.cache', 'untether', 'electron-fetch-failed');

function downloadHost(): string {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  return mirror && URL.canParse(mirror) ? new URL(mirror).hostname : 'github.com';
}

async function resolves(host: string): Promise<boolean> {
  const limit = new Promise<boolean>((done) => {
    setTimeout(() => done(false), lookupLimitMs).unref();
  });
  const answer = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, limit]);
}

function failedLately(): boolean {
  const stat = statSync(failureMark, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < retryAfterMs;
}

function markFailure(): void {
  mkdirSync(dirname(failureMark), { recursive: true });
  writeFileSync(failureMark, '');
}

function runInstaller(): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(packageDir, 'install.js')], {
      cwd: root,
      stdio: 'ignore',
      timeout: fetchLimitMs,
    });
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}

/** Why nothing is to be fetched now, or `null`. */
function reasonNotToFetch(): string | null {
  if (process.env['UNTETHER_NO_FETCH'] === '1') return 'UNTETHER_NO_FETCH=1';
  if (process.env['CI']) return 'this is a CI run';
  if (!existsSync(join(packageDir, 'install.js'))) return 'the electron package is not installed';
  if (failedLately()) return 'fetching it failed within the last day';
  return null;
}

/**
 * Fetches Electron's program once, within a limit, and only where a network answers: on a site without
 * Internet nobody should wait for it. This is the only request to the Internet in the whole project,
 * and it is made by the developer's launcher, never by the application.
 * @returns why there is none, or `null` when it is there now
 */
export async function fetchElectron(): Promise<string | null> {
  const reason = reasonNotToFetch();
  if (reason !== null) return reason;
  if (!(await resolves(downloadHost()))) return 'there is no Internet to fetch it from';
  say(`Fetching Electron once (about 110 MB, at most ${fetchLimitMs / 1000} s) …`);
  if ((await runInstaller()) && findElectron() !== null) return null;
  markFailure();
  return 'fetching it failed';
}
