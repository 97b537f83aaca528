/**
 * What the watcher's second costs with 500 open cases that all wait for a login, on a real file.
 * Run: `npm run bench -- cases`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceId } from '../../main/contract/device.ts';
import { silentLog } from '../../main/ports/log.ts';
import { Audit } from '../../main/services/audit/audit.ts';
import { Cases } from '../../main/services/cases/cases.ts';
import { openStore } from '../../main/store/open.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';
import { makeFleet } from './registry-cases.ts';

const open = 500;
const ticks = 60;
const folder = mkdtempSync(join(tmpdir(), 'untether-bench-'));
const clock = createFakeClock(Date.UTC(2026, 0, 5));
const path = join(folder, 'untether.db');
const { store } = openStore({ path, now: () => clock.now(), log: silentLog });

function print(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(58)} ${value}\n`);
}

function time(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

const { registry, round } = makeFleet(open);
const siteId = store.sites.current().id;
for (const sighting of round()) registry.see(sighting, siteId);
const ids: DeviceId[] = registry.rows(siteId).map(({ id }) => id);
store.devices.upsertMany(ids.flatMap((id) => registry.record(id) ?? []));

const { acts } = store;
const operator = { user: 'ann', machine: 'laptop' };
let reads = 0;
const cases = new Cases({
  ...{ clock, operator, random: createFakeRandom(), log: silentLog },
  ...{ store: acts.cases, durably: acts.durably },
  audit: new Audit({ store: acts.audit, clock, operator, host: 'bench' }),
  record: (id) => registry.record(id),
  row: (id) => registry.row(id),
  find: () => null,
  provenSince: (at) => {
    reads += 1;
    return acts.logins.provenSince(at);
  },
  defaults: () => ({
    ...{ portalHours: 24, fileWarnHours: 24, fileExpireHours: 48, emailHours: 48 },
    watchMinutes: 10,
  }),
  probe: () => Promise.resolve(),
  isContinuous: false,
  setOpenCase: () => undefined,
  onChange: () => undefined,
  onReminders: () => undefined,
});

// Logins of before the cases: they are in the file and prove nothing here.
for (const id of ids) acts.logins.change(id, { login: 'proven', loginAt: clock.now() });
await clock.advance(1000);
const opening = time(() => {
  for (const device of ids) {
    cases.open({ device, kind: 'reset-file', reason: '', authorisedBy: '' });
  }
});
print(
  `${cases.list({ isOpen: true, limit: 2000 }).length} cases opened`,
  `${opening.toFixed(0)} ms`,
);
print('taken over at a start', `${time(() => cases.start()).toFixed(1)} ms`);
reads = 0;
const times: number[] = [];
for (let tick = 0; tick < ticks; tick += 1) {
  const before = performance.now();
  await clock.advance(1000);
  times.push(performance.now() - before);
}
times.sort((a, b) => a - b);
print(`a second (median of ${ticks})`, `${times[ticks / 2]?.toFixed(2)} ms`);
print('  worst (every 15th reads the cases again)', `${times.at(-1)?.toFixed(1)} ms`);
print('  readings of the logins a second', `${reads / ticks}`);
const one = time(() => {
  for (const id of ids) acts.logins.get(id);
});
print('  beside: reading them device by device', `${one.toFixed(2)} ms`);
cases.stop();
store.close();
rmSync(folder, { recursive: true });
