/**
 * `npm run bench`: every bench of this folder, one after the other, on an otherwise idle machine. With
 * names (`npm run bench -- decode cold-start`) only those.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** Minutes long, so only by name. */
const long = new Set(['readdress']);
/** Parts that others import, and the long fuzz run, which is a search and no measurement. */
const parts = new Set(['run', 'decode-rivals', 'registry-cases', 'fuzz-sadp']);

const all = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .filter((name) => !parts.has(name));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
const say = (text: string) => process.stdout.write(`${text}\n`);

if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(', ')}. Benches: ${all.join(', ')}`);
  process.exit(2);
}
say(`Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`);
let hasFailed = false;
for (const name of wanted.length > 0 ? wanted : all.filter((one) => !long.has(one))) {
  say(`\n=== ${name}`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], {
    cwd: root,
    stdio: 'inherit',
  });
  hasFailed ||= status !== 0;
}
process.exitCode = hasFailed ? 1 : 0;
