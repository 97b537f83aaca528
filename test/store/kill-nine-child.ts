/**
 * The victim of `kill-nine.test.ts`: hears devices all the time, flushes every 250 ms as the app does,
 * and says on stdout what each flush held. Started with the database's path and a seed.
 */

import { Registry } from '../../main/domain/registry.ts';
import { silentLog } from '../../main/ports/log.ts';
import { openStore } from '../../main/store/open.ts';

const [path = '', seedText = '0'] = process.argv.slice(2);
const { store } = openStore({ path, now: Date.now, log: silentLog });
let made = 0;
const registry = new Registry({
  newId: () => {
    made += 1;
    return `run${seedText}-${made}`;
  },
});
registry.load(store.devices.loadAll());
const site = store.sites.current().id;
let heard = 0;

function hear(): void {
  const at = Date.now();
  for (let count = 0; count < 40; count += 1) {
    heard += 1;
    const serial = `DS-2CD2385G1-I20200414AAWR${String(heard % 700).padStart(9, '0')}`;
    const facts = { serial, model: 'DS-2CD2385G1-I', httpPort: heard % 60_000 };
    registry.see({ source: 'sadp', adapter: 'eth0', at, fromAddress: null, facts }, site);
  }
}

function flush(): void {
  const { ids, events } = registry.takeDirty();
  const records = ids.map((id) => registry.record(id)).filter((record) => record !== undefined);
  store.transaction(() => {
    store.devices.upsertMany(records);
    store.events.append(events);
  });
  const told = records.map((record) => [record.serial, record.sources.sadp?.facts.httpPort]);
  // One write per flush, after the commit: what the reader has whole is what must be in the file.
  process.stdout.write(`${JSON.stringify({ flushed: told, events: events.length })}\n`);
}

setInterval(hear, 5);
setInterval(flush, 250);
process.stdout.write('{"flushed":[],"events":0}\n');
