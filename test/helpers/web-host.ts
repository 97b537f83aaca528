/** Starts the built web host with a training site, as `npm start -- --demo` does, and gives its link. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

export interface WebHost {
  readonly link: string;
  readonly origin: string;
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface WebHostOptions {
  readonly scenario?: 'small-shop' | 'hotel' | 'campus';
  readonly devices?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** @throws when no link is printed within 15 s; the host's own words are in the message */
export async function startWebHost(options: WebHostOptions = {}): Promise<WebHost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'untether-web-'));
  const child = spawn(
    process.execPath,
    [
      join(root, 'out/main/web.js'),
      '--demo',
      ...['--scenario', options.scenario ?? 'small-shop'],
      ...(options.devices === undefined ? [] : ['--devices', String(options.devices)]),
      ...['--data-dir', dataDir, '--no-open'],
      ...(options.args ?? []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  );
  const close = async () => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const link = await firstLink(child);
    return { link, origin: new URL(link).origin, dataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function firstLink(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    const heard: string[] = [];
    const timer = setTimeout(() => fail(new Error(`no link: ${heard.join(' | ')}`)), 15_000);
    const listen = (line: string) => {
      heard.push(line);
      const link = /http:\/\/\S+\/login\?t=\S+/.exec(line)?.[0];
      if (link === undefined) return;
      clearTimeout(timer);
      done(link);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', listen);
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the web host ended with ${code}: ${heard.join(' | ')}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(kill);
      done();
    });
    child.kill('SIGTERM');
  });
}
