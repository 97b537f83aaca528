import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromiumPath } from '../helpers/browser.ts';
import { whyNoLab } from '../helpers/lab.ts';
import {
  type Counts,
  none,
  playwrightCounts,
  type ReasonedCounts,
  vitestCounts,
} from './counts.ts';

export interface Level {
  readonly name: string;
  readonly proves: string;
  readonly needsBuild?: true;
  /** The one level that may be missing in CI: Electron's program cannot be had everywhere. */
  readonly maySkipInCi?: true;
  /** Why it cannot run on this machine. */
  readonly whyNot?: () => string | null;
  readonly run: () => Promise<Counts>;
}

const root = resolve(import.meta.dirname, '../..');
const results = join(root, 'test', 'results');

function tool(path: string): string {
  return join(root, 'node_modules', path);
}

const tools = {
  tsc: tool('typescript/bin/tsc'),
  biome: tool('@biomejs/biome/bin/biome'),
  build: tool('electron-vite/bin/electron-vite.js'),
  vitest: tool('vitest/vitest.mjs'),
  playwright: tool('@playwright/test/cli.js'),
};

/** Runs one of our tools under this very Node. */
function node(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A log is read without a terminal's colours.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** A step that passes or fails as a whole counts as one. */
async function step(args: readonly string[]): Promise<Counts> {
  return (await node(args)) === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

function reportFile(name: string): string {
  mkdirSync(results, { recursive: true });
  const path = join(results, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

function saySkipped(counts: ReasonedCounts): Counts {
  for (const reason of counts.reasons) process.stdout.write(`skipped: ${reason}\n`);
  return counts;
}

async function vitest(name: string, config: string, filters: readonly string[]): Promise<Counts> {
  const report = reportFile(name);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await node([tools.vitest, 'run', '--config', config, ...output, ...filters]);
  return saySkipped(vitestCounts(report, code));
}

async function playwright(name: string, folder: string): Promise<Counts> {
  const report = reportFile(name);
  const args = ['test', '-c', join(folder, 'playwright.config.ts'), '--reporter=list,json'];
  const code = await node([tools.playwright, ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    CHROMIUM: chromiumPath() ?? '',
  });
  return saySkipped(playwrightCounts(report, code));
}

const suites = 'test/vitest.config.ts';

function whyNoBrowser(): string | null {
  if (!existsSync(join(root, 'test', 'browser', 'playwright.config.ts'))) return 'no browser suite';
  if (chromiumPath() !== null) return null;
  return 'no Chromium here; install one or name it in CHROMIUM';
}

/** All levels, in the order in which a fault is cheapest to find. */
export const levels: readonly Level[] = [
  { name: 'typecheck', proves: 'types', run: () => step([tools.tsc, '-b']) },
  { name: 'lint', proves: 'format and lint', run: () => step([tools.biome, 'ci', '.']) },
  {
    name: 'build',
    proves: 'the bundles are made',
    run: () => step([tools.build, 'build', '--logLevel', 'warn']),
  },
  {
    name: 'unit',
    proves: 'each part alone, and the import walls',
    run: () => vitest('unit', suites, ['unit/', 'walls/']),
  },
  {
    name: 'store',
    proves: 'migrations, damaged and newer files, kill -9',
    run: () => vitest('store', suites, ['store/']),
  },
  {
    name: 'simulator',
    proves: 'the core against a simulated fleet',
    run: () => vitest('simulator', suites, ['simulator/']),
  },
  {
    name: 'http',
    proves: 'logging in to apache2, lighttpd and strict devices',
    run: () => vitest('http', suites, ['http/']),
  },
  {
    name: 'contract',
    proves: 'the same answers over every host',
    needsBuild: true,
    run: () => vitest('contract', suites, ['contract/']),
  },
  {
    name: 'browser',
    proves: "the technician's journeys in Chromium",
    needsBuild: true,
    whyNot: whyNoBrowser,
    run: () => playwright('browser', 'test/browser'),
  },
  {
    name: 'lab',
    proves: 'real UDP between network namespaces',
    needsBuild: true,
    whyNot: whyNoLab,
    run: () => vitest('lab', 'test/lab/vitest.config.ts', []),
  },
  {
    name: 'electron',
    proves: 'the real window',
    needsBuild: true,
    maySkipInCi: true,
    run: () => playwright('electron', 'test/electron'),
  },
];
