import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Api } from '../../contract/api.ts';
import type { Log } from '../../ports/log.ts';

/** Close codes of the event stream. After any of them the page connects again and asks for a snapshot. */
export const closeCodes = { goingAway: 1001, policy: 1008, slow: 4001 } as const;

/**
 * What may wait for one reader. One event of 10,000 changed rows is about 7 MB and must fit; a reader
 * that lets two of them pile up would only grow our memory.
 */
const maxBufferedBytes = 12 * 1024 * 1024;
const closeGraceMs = 2000;

export interface EventStream {
  /** Takes over a socket whose upgrade was already judged. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** A reader that does not answer the closing handshake is cut off. */
function closeSoon(client: WebSocket, code: number, reason: string): void {
  client.close(code, reason);
  setTimeout(() => client.terminate(), closeGraceMs).unref();
}

/** Sends each event of the core to every open page; what a page sends is not listened to. */
export function createEventStream(api: Api, log: Log): EventStream {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const stop = api.subscribe((event) => {
    if (sockets.clients.size === 0) return;
    const text = JSON.stringify(event);
    for (const client of sockets.clients) {
      if (client.readyState !== client.OPEN) continue;
      if (client.bufferedAmount > maxBufferedBytes) {
        log.notice(() => 'event reader too slow', { bufferedBytes: client.bufferedAmount });
        closeSoon(client, closeCodes.slow, 'too slow, ask for a snapshot');
      } else {
        client.send(text);
      }
    }
  });
  sockets.on('connection', (client) => {
    client.on('message', () => closeSoon(client, closeCodes.policy, 'this stream only sends'));
    client.on('error', (error) => log.debug(() => `event reader: ${error.message}`));
  });
  return {
    accept(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (client) => {
        sockets.emit('connection', client, request);
      });
    },
    close() {
      stop();
      for (const client of sockets.clients) {
        closeSoon(client, closeCodes.goingAway, 'Untether is closing');
      }
      sockets.close();
    },
  };
}
