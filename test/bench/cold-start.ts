/**
 * How long a person waits for the built command line, and the built web host for its link. Each number is
 * the median of several starts, after one that fills the disk cache.
 *
 *   node test/bench/cold-start.ts [starts]      (after `npm run build`)
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startWebHost } from '../helpers/web-host.ts';

const starts = Number(process.argv[2] ?? 11);
const cli = resolve(import.meta.dirname, '../../out/main/cli.js');
const dataDir = mkdtempSync(join(tmpdir(), 'untether-bench-'));

function runCli(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args, '--data-dir', dataDir], {
      stdio: 'ignore',
    });
    child.once('exit', () => done(performance.now() - startedAt));
  });
}

async function runWeb(): Promise<number> {
  const startedAt = performance.now();
  const host = await startWebHost();
  const took = performance.now() - startedAt;
  await host.close();
  return took;
}

async function measure(name: string, run: () => Promise<number>): Promise<void> {
  await run();
  const times: number[] = [];
  for (let index = 0; index < starts; index += 1) times.push(await run());
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(0);
  process.stdout.write(
    `${name.padEnd(34)} median ${at(0.5)} ms, fastest ${at(0)} ms, slowest ${at(1)} ms\n`,
  );
}

try {
  await measure('bare node', () => {
    const startedAt = performance.now();
    return new Promise((done) => {
      const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
      child.once('exit', () => done(performance.now() - startedAt));
    });
  });
  await measure('untether --help', () => runCli(['--help']));
  await measure('untether devices --json', () => runCli(['devices', '--json']));
  // On loopback: a bench asks nobody's network.
  await measure('untether scan --wait 0', () =>
    runCli(['scan', '--wait', '0', '--iface', '127.0.0.1']),
  );
  await measure('web host with training, to its link', runWeb);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
