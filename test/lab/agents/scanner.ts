/** The scanner's side of a lab: our network adapter, told what to do line by line. */
import { systemClock } from '../../../main/adapters/node/clock.ts';
import { createNodeNetwork } from '../../../main/adapters/node/network.ts';
import type { Clock } from '../../../main/ports/clock.ts';
import { silentLog } from '../../../main/ports/log.ts';
import type { Channel, ChannelStatus, Datagram, SendTarget } from '../../../main/ports/network.ts';
import { onLine, say } from './lines.ts';

interface Command {
  readonly id: number;
  readonly verb: string;
  readonly adapterIds?: readonly string[];
  readonly adapterId?: string;
  readonly target?: SendTarget;
  readonly text?: string;
  readonly address?: string;
  readonly port?: number;
  readonly ms?: number;
}

const workerUrl = new URL('../../../main/adapters/node/udp-worker.ts', import.meta.url);
/** What happens once a minute happens every two seconds, so that a test can wait for it. */
const hastyClock: Clock = {
  ...systemClock,
  every: (periodMs, run) => systemClock.every(periodMs >= 60_000 ? 2_000 : periodMs, run),
};
const network = await createNodeNetwork({ log: silentLog, workerUrl, clock: hastyClock });
const statuses: { at: number; status: ChannelStatus }[] = [];
const adapterEvents: { at: number; ids: string[] }[] = [];
let channel: Channel | null = null;
let received: { from: string; body: string; adapterId: string | null }[] = [];

network.onAdaptersChanged((list) => {
  const ids = list.map(({ id, addresses }) => `${id} ${addresses.map((a) => a.address).join(',')}`);
  adapterEvents.push({ at: Date.now(), ids });
});

function take(batch: readonly Datagram[]): void {
  for (const { data, fromAddress, adapterId } of batch) {
    const body = new TextDecoder().decode(data.subarray(0, 60)).trim();
    received.push({ from: fromAddress, body, adapterId });
  }
}

function summary() {
  const byAdapter: Record<string, number> = {};
  for (const { adapterId } of received) {
    byAdapter[adapterId ?? 'joined'] = (byAdapter[adapterId ?? 'joined'] ?? 0) + 1;
  }
  return {
    count: received.length,
    unique: new Set(received.map(({ body }) => body)).size,
    isFromHonest: received.every(({ from, body }) => body.startsWith(`${from} `)),
    sources: [...new Set(received.map(({ from }) => from))].slice(0, 5),
    byAdapter,
  };
}

function block(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end) Math.sqrt(end);
}

async function obey(command: Command): Promise<unknown> {
  const { address = '', port = 0, ms = 1_000 } = command;
  switch (command.verb) {
    case 'open':
      channel = await network.openChannel({
        group: '239.255.255.250',
        port: command.port ?? 37020,
        adapterIds: command.adapterIds ?? [],
        onDatagrams: take,
        onStatus: (status) => statuses.push({ at: Date.now(), status }),
      });
      return channel.status();
    case 'setAdapters':
      await channel?.setAdapters(command.adapterIds ?? []);
      return channel?.status();
    case 'status':
      return channel?.status();
    case 'send': {
      const target = command.target ?? { kind: 'multicast' };
      const data = new TextEncoder().encode(command.text ?? 'inquiry');
      return channel?.send(command.adapterId ?? '', target, data);
    }
    case 'block':
      block(ms);
      return null;
    case 'received':
      return summary();
    case 'reset':
      received = [];
      return null;
    case 'history':
      return { statuses, adapterEvents };
    case 'adapters':
      return network.adapters();
    case 'facts': {
      const facts = await network.facts();
      return { ...facts, rpFilter: Object.fromEntries(facts.rpFilter ?? []) };
    }
    case 'dropped':
      return network.droppedDatagrams();
    case 'outside':
      return network.bytesOutsideLan();
    case 'tcp':
      return network.tcpProbe(address, port, ms);
    case 'mac':
      return network.neighbourMac(address);
    default:
      throw new Error(`unknown verb ${command.verb}`);
  }
}

onLine(
  (value) => {
    const command = value as Command;
    obey(command).then(
      (result) => say({ id: command.id, result: result ?? null }),
      (error: unknown) => say({ id: command.id, error: String(error) }),
    );
  },
  () => void network.close().then(() => process.exit(0)),
);
say('ready');
