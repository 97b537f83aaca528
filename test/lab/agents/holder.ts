/** Another program that wants the port for itself: no address reuse. */
import { createSocket } from 'node:dgram';
import { onLine, say } from './lines.ts';

const socket = createSocket({ type: 'udp4', reuseAddr: false });
socket.bind(Number(process.argv[2]), '0.0.0.0', () => say('ready'));
onLine(
  () => undefined,
  () => process.exit(0),
);
