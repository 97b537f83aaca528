/** A device with one open TCP port, 8000. */
import { createServer } from 'node:net';
import { onLine, say } from './lines.ts';

const server = createServer((socket) => socket.on('error', () => undefined).resume());
server.listen(8000, process.argv[2], () => say('ready'));
onLine(
  () => undefined,
  () => process.exit(0),
);
