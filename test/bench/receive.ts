/**
 * How many of 10,000 datagrams sent at once arrive, idle and with the main thread busy.
 * Run: node test/bench/receive.ts [count]   (Node 24; in namespaces when root, else over loopback)
 */
import { createSocket } from 'node:dgram';
import { createNodeNetwork } from '../../main/adapters/node/network.ts';
import { silentLog } from '../../main/ports/log.ts';
import { Lab, whyNoLab } from '../helpers/lab.ts';
import { type Scanner, startDevices, startScanner, until } from '../lab/agents.ts';

const count = Number(process.argv[2] ?? 10_000);
const bytes = 1_470;

interface Row {
  readonly case: string;
  readonly sent: number;
  readonly received: number;
  readonly lost: number;
}

function print({ case: name, sent, received, lost }: Row): void {
  const percent = ((lost / sent) * 100).toFixed(2);
  process.stdout.write(
    `${name}: sent ${sent}, received ${received}, lost ${lost} (${percent} %)\n`,
  );
}

async function measureInLab(scanner: Scanner, name: string, blockMs: number): Promise<Row> {
  await scanner.do('reset');
  await scanner.do('send', { adapterId: 'a0' });
  if (blockMs > 0) await scanner.do('block', { ms: blockMs });
  const { value } = await until(
    () => scanner.do('received'),
    ({ unique }) => unique >= count,
    8_000,
  );
  return { case: name, sent: count, received: value.unique, lost: count - value.unique };
}

async function benchInLab(): Promise<void> {
  const lab = new Lab();
  try {
    const fleet = {
      on: '10.77.0.1',
      first: '10.77.128.1',
      count,
      bytes,
      via: 'multicast',
    } as const;
    await startDevices(lab, 'deva', fleet);
    const scanner = await startScanner(lab);
    await scanner.do('open', { adapterIds: ['a0', 'b0'] });
    print(await measureInLab(scanner, 'lab, main thread idle', 0));
    print(await measureInLab(scanner, 'lab, main thread blocked 2 s', 2_000));
    process.stdout.write(`dropped by the system: ${await scanner.do('dropped')}\n`);
    await scanner.end();
  } finally {
    lab.down();
  }
}

async function benchOnLoopback(): Promise<void> {
  const workerUrl = new URL('../../main/adapters/node/udp-worker.ts', import.meta.url);
  const network = await createNodeNetwork({ log: silentLog, workerUrl });
  let received = 0;
  const channel = await network.openChannel({
    group: '239.255.255.250',
    port: 47_920,
    adapterIds: network.adapters().flatMap(({ id, kind }) => (kind === 'loopback' ? [id] : [])),
    onDatagrams: (batch) => {
      received += batch.length;
    },
    onStatus: () => undefined,
  });
  const sender = createSocket('udp4');
  const body = Buffer.alloc(bytes, 'x');
  for (let index = 0; index < count; index += 1) sender.send(body, 47_920, '127.0.0.1');
  const end = Date.now() + 3_000;
  while (received < count && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  print({
    case: 'loopback, sender in the same thread',
    sent: count,
    received,
    lost: count - received,
  });
  sender.close();
  await channel.close();
  await network.close();
}

const reason = whyNoLab();
if (reason !== null) process.stdout.write(`no lab (${reason}), so over loopback\n`);
await (reason === null ? benchInLab() : benchOnLoopback());
