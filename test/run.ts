/**
 * `npm test`: every level in order, its counts, and one closing line. With names (`unit`, `lab`, …) only
 * those levels. See test/README.md.
 */
import { add, type Counts, none } from './run/counts.ts';
import { type Level, levels } from './run/levels.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

function chosen(names: readonly string[]): readonly Level[] {
  if (names.length === 0) return levels;
  const unknown = names.filter((name) => !levels.some((level) => level.name === name));
  if (unknown.length > 0) {
    const known = levels.map((level) => level.name).join(', ');
    say(`There is no level ${unknown.join(', ')}. Levels: ${known}`);
    process.exit(2);
  }
  return levels.filter((level) => names.includes(level.name));
}

/** A level that cannot run here is said aloud; where it must be able to run, that is a failure. */
function refuse(level: Level, reason: string): Counts {
  const isFailure = process.env['CI'] === 'true' && !level.maySkipInCi;
  say(`${level.name}: ${isFailure ? 'CANNOT RUN' : 'SKIPPED'}: ${reason}`);
  return isFailure ? { ...none, failed: 1 } : { ...none, skipped: 1 };
}

async function runLevel(level: Level, hasBuild: boolean): Promise<Counts> {
  const reason = level.whyNot?.() ?? null;
  if (reason !== null) return refuse(level, reason);
  if (level.needsBuild && !hasBuild) return refuse(level, 'the build failed');
  const startedAt = performance.now();
  const counts = await level.run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { passed, failed, skipped } = counts;
  say(`${level.name}: passed ${passed}, failed ${failed}, skipped ${skipped} (${seconds} s)`);
  return counts;
}

const perLevel = new Map<string, Counts>();
for (const level of chosen(process.argv.slice(2))) {
  say(`\n=== ${level.name}: ${level.proves}`);
  perLevel.set(level.name, await runLevel(level, perLevel.get('build')?.failed !== 1));
}

const total = [...perLevel.values()].reduce(add, none);
say('');
for (const [name, { passed, failed, skipped }] of perLevel) {
  say(`  ${name.padEnd(10)} ${passed} passed · ${failed} failed · ${skipped} skipped`);
}
say('');
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
