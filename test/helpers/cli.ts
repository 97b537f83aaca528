import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '../../out/main/cli.js');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON document on standard output. @throws when it is not exactly one */
  json(): { ok: boolean; data?: never; error?: never } & Record<string, never>;
}

export interface CliOptions {
  /** Standard input; empty when absent. */
  readonly input?: string | Uint8Array;
  /** Standard output goes there, and is not kept. */
  readonly outFile?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Acts on the running process, for example a signal. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

/** A data folder of its own and the built command line over it. */
export interface CliBox {
  readonly dataDir: string;
  run(args: readonly string[], options?: CliOptions): Promise<CliRun>;
  remove(): void;
}

function runCli(dataDir: string, args: readonly string[], options: CliOptions): Promise<CliRun> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [entry, ...args], {
      env: { ...process.env, LANG: 'C', LC_ALL: '', UNTETHER_DATA_DIR: dataDir, ...options.env },
      stdio: [
        options.input === undefined ? 'ignore' : 'pipe',
        options.outFile === undefined ? 'pipe' : openSync(options.outFile, 'w'),
        'pipe',
      ],
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr?.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.once('error', failed);
    child.once('close', (code) => done({ code, stdout, stderr, json: () => JSON.parse(stdout) }));
    options.whileRunning?.(child);
  });
}

export function createCliBox(): CliBox {
  const dataDir = mkdtempSync(join(tmpdir(), 'untether-cli-'));
  return {
    dataDir,
    run: (args, options = {}) => runCli(dataDir, args, options),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
