/**
 * What the web host's wire costs: calls over HTTP one after the other and 20 at a time, and events to five
 * pages. The API behind it answers at once, so only the wire is measured.
 *
 *   node test/bench/web-host.ts
 */
import { startWebServer } from '../../main/host/web/server.ts';
import { silentLog } from '../../main/ports/log.ts';
import { createFakeApi, someEvent } from '../helpers/fake-api.ts';
import { cookieFor, openSocket } from '../helpers/http.ts';

const calls = 2000;
const events = 5000;
const api = createFakeApi();
const server = await startWebServer({ api, rendererDir: '/nowhere', port: 0, log: silentLog });
const headers = { cookie: await cookieFor(server.url), origin: server.origin };
const print = (name: string, value: string) =>
  process.stdout.write(`${name.padEnd(34)} ${value}\n`);

async function call(): Promise<void> {
  const reply = await fetch(`${server.origin}/api/devices.list`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"input":{}}',
  });
  await reply.arrayBuffer();
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

for (let index = 0; index < 200; index += 1) await call();
const single = await timed(async () => {
  for (let index = 0; index < calls; index += 1) await call();
});
print('calls, one after the other', `${((single * 1000) / calls).toFixed(0)} us each`);
const many = await timed(async () => {
  for (let index = 0; index < calls; index += 20) {
    await Promise.all(Array.from({ length: 20 }, call));
  }
});
print('calls, 20 at a time', `${Math.round(calls / (many / 1000))} a second`);

const sockets = await Promise.all(
  Array.from({ length: 5 }, () => openSocket(`ws://127.0.0.1:${server.port}/events`, headers)),
);
let heard = 0;
const streamed = await timed(
  () =>
    new Promise<void>((done) => {
      for (const socket of sockets) {
        if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
        socket.on('message', () => {
          heard += 1;
          if (heard === events * sockets.length) done();
        });
      }
      for (let seq = 1; seq <= events; seq += 1) api.emit(someEvent(seq));
    }),
);
print('events to 5 pages', `${Math.round(events / (streamed / 1000))} a second`);
for (const socket of sockets) if (typeof socket !== 'number') socket.terminate();
await server.close();
