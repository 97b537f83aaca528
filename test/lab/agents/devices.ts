/**
 * Many devices in one process: one socket per address of a range, all of which answer an inquiry at
 * once. The body of a reply starts with its address.
 */
import { createSocket, type Socket } from 'node:dgram';
import { onLine, say } from './lines.ts';

interface Fleet {
  /** Address of the adapter: group traffic goes in and out by it. */
  readonly on: string;
  readonly first: string;
  readonly count: number;
  readonly via: 'multicast' | 'unicast';
  readonly bytes: number;
  readonly port: number;
  /** Answers are held until a line comes in. */
  readonly isHeld?: boolean;
}

const group = '239.255.255.250';
const fleet = JSON.parse(process.argv[2] ?? '{}') as Fleet;

function addressAt(index: number): string {
  const [a = 0, b = 0, c = 0, d = 0] = fleet.first.split('.').map(Number);
  const value = ((a << 24) | (b << 16) | (c << 8) | d) + index;
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

function bound(address: string, port: number, reuseAddr: boolean): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr });
    socket.bind(port, address, () => resolve(socket));
  });
}

const listener = await bound('0.0.0.0', fleet.port, true);
listener.addMembership(group, fleet.on);
const devices: { socket: Socket; body: Buffer }[] = [];
for (let index = 0; index < fleet.count; index += 1) {
  const address = addressAt(index);
  const socket = await bound(address, fleet.port, true);
  socket.setMulticastInterface(fleet.on);
  socket.setMulticastTTL(1);
  devices.push({ socket, body: Buffer.from(`${address} ${fleet.via}`.padEnd(fleet.bytes)) });
}

function answer(to: string, port: number): void {
  for (const { socket, body } of devices) socket.send(body, port, to);
}

let asked: { address: string; port: number } | null = null;
let heard = 0;
listener.on('message', (data, from) => {
  // Answers of the others come to the group too.
  if (data.toString() !== 'inquiry') return;
  heard += 1;
  asked = from;
  if (fleet.isHeld !== true) reply();
});

function reply(): void {
  if (fleet.via === 'multicast') answer(group, fleet.port);
  else if (asked !== null) answer(asked.address, asked.port);
}

onLine(
  (line) => {
    if (line === 'go') reply();
    say({ heard });
  },
  () => process.exit(0),
);
say('ready');
