/**
 * What the store costs at 10,000 devices, on a real file. Run: `npm run bench -- store`.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../main/ports/log.ts';
import { openStore } from '../../main/store/open.ts';
import { makeFleet } from './registry-cases.ts';

const devices = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'untether-bench-'));
const path = join(folder, 'untether.db');
const open = () => openStore({ path, now: Date.now, log: silentLog }).store;

function print(what: string, ms: number): void {
  process.stdout.write(`${what.padEnd(58)} ${ms.toFixed(1)} ms\n`);
}

function time<T>(what: string, run: () => T): T {
  const before = performance.now();
  const result = run();
  print(what, performance.now() - before);
  return result;
}

const store = time('open a new file', open);
store.devices.loadAll();
const { registry, round } = makeFleet(devices);
const siteId = store.sites.current().id;

function flush(): void {
  const { ids, events } = registry.takeDirty();
  const records = ids.map((id) => registry.record(id)).filter((record) => record !== undefined);
  store.transaction(() => {
    store.devices.upsertMany(records);
    store.events.append(events);
  });
}

function seeRound(change: (index: number) => { httpPort?: number }): void {
  for (const [index, sighting] of round().entries()) {
    registry.see({ ...sighting, facts: { ...sighting.facts, ...change(index) } }, siteId);
  }
}

seeRound(() => ({}));
time('10k new devices with their events', flush);
seeRound(() => ({}));
time('10k rows rewritten', flush);
seeRound(() => ({ httpPort: 8080 }));
time('10k rows rewritten, each with an event', flush);
seeRound(() => ({ httpPort: 8080 }));
time('10k devices merely heard again', flush);
seeRound((index) => ({ httpPort: index < 500 ? 81 : 8080 }));
registry.takeDirty();
const some = registry.rows(siteId).slice(0, 500);
time('500 rows', () =>
  store.devices.upsertMany(some.flatMap(({ id }) => registry.record(id) ?? [])),
);
time('close', () => store.close());
process.stdout.write(`${'file'.padEnd(58)} ${(statSync(path).size / 2 ** 20).toFixed(1)} MB\n`);
const again = time('open 10k, with quick_check', open);
const records = time('load 10k records', () => again.devices.loadAll());
const next = makeFleet(0).registry;
time('take 10k records over into a registry', () => next.load(records));
again.close();
rmSync(folder, { recursive: true });
