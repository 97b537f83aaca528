import { createSocket, type Socket } from 'node:dgram';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket as TcpSocket,
} from 'node:net';
import { AppError } from '../contract/errors.ts';
import { trainingAdapterName } from '../contract/text/given-names.ts';
import type { Log } from '../ports/log.ts';
import type { AdapterInfo } from '../ports/network.ts';
import { deviceCertificates } from './certificates.ts';
import type { SimDevice } from './device.ts';
import type { Fleet, FleetEvent } from './fleet.ts';
import { sadpFace, wsDiscoveryFace } from './training/faces.ts';
import { createOutbox } from './training/outbox.ts';
import { createAddressTcp, createLoopbackTcp, type OpenTcp } from './training/tcp.ts';
import { group, isLoopback, type OpenUdp, UdpService, type UdpSocket } from './training/udp.ts';

export interface TrainingSiteOptions {
  readonly fleet: Fleet;
  /** 127.0.0.1 in the demo: nothing but loopback is touched. An interface's address in a lab. */
  readonly bindAddress: string;
  readonly log: Log;
  /**
   * `device-address`: each device listens on its own address, where this machine has it. `loopback`: listeners
   * on 127.0.0.1 are opened when `dial` asks. By default as the bind address suggests.
   */
  readonly httpAt?: 'device-address' | 'loopback';
  /** 37020 when absent; tests take a free one. */
  readonly sadpPort?: number;
  /** 3702 when absent. */
  readonly wsDiscoveryPort?: number;
  /** Lab with an interface per device: multicast leaves by the device's own. The bind address when absent. */
  readonly multicastFrom?: 'bind-address' | 'device-address';
}

export interface TrainingSite {
  /** What a demo core shows as its only adapter. */
  readonly adapter: AdapterInfo;
  /**
   * Where a made-up address and port are reachable on this machine; `null` when nobody answers there. The ports
   * of SADP and WS-Discovery are UDP, all others TCP.
   */
  dial(address: string, port: number): Promise<{ host: string; port: number } | null>;
  /** Addresses of a name in the site's DNS; none for names it does not know. */
  resolve(name: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Our own 2,000 multicast answers come back to the receiver; a request must not drown among them. */
const receiveBufferBytes = 4_194_304;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function bindUdp(socket: Socket, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address, port }, () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
}

function closeUdp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.close(() => resolve());
  });
}

const openUdp: OpenUdp = async (request) => {
  const isShared = request.joinOn !== null;
  const socket = createSocket({
    type: 'udp4',
    reuseAddr: true,
    ...(isShared ? { recvBufferSize: receiveBufferBytes } : {}),
    // Every destination is a numeric address; the system's resolver would only slow 2,000 sends down.
    lookup: (host, _options, done) => done(null, host, 4),
  });
  try {
    await bindUdp(socket, request.address, request.port);
    if (request.joinOn !== null) socket.addMembership(group, request.joinOn);
    socket.setMulticastInterface(request.multicastFrom);
    socket.setMulticastTTL(1);
  } catch (error) {
    await closeUdp(socket);
    return codeOf(error);
  }
  socket.on('error', (error) => request.onError(codeOf(error)));
  socket.on('message', (data, from) => request.onMessage(data, from));
  let isClosed = false;
  const opened: UdpSocket = {
    port: socket.address().port,
    send: (data, to) => {
      if (isClosed) return;
      socket.send(data, to.port, to.address, (error) => {
        if (error !== null) request.onError(codeOf(error));
      });
    },
    close: () => {
      isClosed = true;
      return closeUdp(socket);
    },
  };
  return opened;
};

/** A backup that is imported; documents are far smaller. */
const maxBodyBytes = 1_048_576;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new RangeError('a body of that size');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Headers come as one character for each byte; names and passwords in them are UTF-8. */
function headersOf({ rawHeaders }: IncomingMessage): readonly (readonly [string, string])[] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, index) => [
    rawHeaders[index * 2] ?? '',
    Buffer.from(rawHeaders[index * 2 + 1] ?? '', 'latin1').toString('utf8'),
  ]);
}

async function answerHttp(
  device: SimDevice,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const bytes = await readBody(request);
  const body = bytes.toString('utf8');
  const reply = device.http({ method, path, headers: headersOf(request), body, bytes }, Date.now());
  if (reply === null) {
    request.socket.destroy();
    return;
  }
  const { delayMs = 0 } = reply;
  // The connection stays open until the client, or the time limit of the socket, ends it.
  if (!Number.isFinite(delayMs)) return;
  if (delayMs > 0) await waitWhileOpen(request, delayMs);
  const page = reply.bytes ?? Buffer.from(reply.body, 'utf8');
  const headers = [
    ...reply.headers,
    ['Content-Length', String(page.length)],
    ['Connection', 'close'],
  ];
  response.sendDate = false;
  response.writeHead(reply.status, headers.flat());
  response.end(page);
}

/** A client that has gone is not waited for. */
function waitWhileOpen({ socket }: IncomingMessage, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      socket.off('close', end);
      resolve();
    };
    const timer = setTimeout(end, delayMs);
    socket.once('close', end);
  });
}

/** HTTP on the web ports; elsewhere a connection is accepted and anything said on it ends it. */
function newServer(device: SimDevice, devicePort: number): Server {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // A client that breaks off in the middle of its body is no concern of a device's.
    answerHttp(device, request, response).catch(() => request.socket.destroy());
  };
  const speaks = device.speaksAt(devicePort);
  if (speaks === 'http') return createHttpServer(answer);
  if (speaks === 'https') return newTlsServer(device, answer);
  return createTcpServer((socket) => {
    socket.once('data', () => socket.destroy());
  });
}

/** Shows the certificate that the device has when somebody connects. */
function newTlsServer(
  device: SimDevice,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const pair = () => {
    const { keyPem: key, certificatePem: cert } = deviceCertificates[device.state.certificate];
    return { key, cert };
  };
  const server = createHttpsServer(pair(), answer);
  // Before the server's own listener begins the handshake.
  server.prependListener('connection', () => server.setSecureContext(pair()));
  // Whoever speaks something else than TLS, or breaks off, is met with an end of the connection.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return server;
}

function listen(server: Server, at: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const openTcp: OpenTcp = async (device, devicePort, at) => {
  const server = newServer(device, devicePort);
  const open = new Set<TcpSocket>();
  server.on('connection', (socket: TcpSocket) => {
    open.add(socket);
    socket.setTimeout(10_000, () => socket.destroy());
    // A client that resets is no concern of a device's; without a listener it would end the process.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    if (!device.isUp) socket.destroy();
  });
  try {
    const port = await listen(server, at);
    return {
      port,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          for (const socket of open) socket.destroy();
        }),
    };
  } catch (error) {
    return codeOf(error);
  }
};

function bindError(code: string, where: { address: string; port: number }): AppError {
  if (code === 'EADDRNOTAVAIL' || code === 'ENODEV' || code === 'EINVAL') {
    const params = { wanted: where.address, known: '' };
    return new AppError('network.adapter-not-found', params, { detail: code });
  }
  return new AppError('network.port-closed', { port: where.port }, { detail: code });
}

function adapterOf(fleet: Fleet): AdapterInfo {
  return {
    id: 'training',
    name: trainingAdapterName,
    kind: 'ethernet',
    kindReason: null,
    // Locally administered, from the block kept for documentation.
    mac: '02:00:5e:00:53:37',
    addresses: fleet.adapterAddresses,
  };
}

interface Followers {
  readonly udp: readonly UdpService[];
  /** Done when the device is met at its present address, as far as this machine can. */
  readonly sync: (device: SimDevice) => Promise<void>;
}

/** Gives the fleet its clock: a boot ends by itself, a device that came up says Hello. */
function follow(fleet: Fleet, followers: Followers): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const settleAt = (at: number): void => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        // A clock that was set back meanwhile must not leave a device booting for ever.
        fleet.settle(Math.max(at, Date.now()));
      },
      Math.max(0, at - Date.now()),
    );
    timers.add(timer);
  };
  const greet = async (device: SimDevice): Promise<void> => {
    await followers.sync(device);
    for (const service of followers.udp) service.hello(device);
  };
  const onEvent = (event: FleetEvent): void => {
    if (event.kind === 'later') settleAt(event.at);
    else if (event.kind === 'up' || event.kind === 'greets') void greet(event.device);
    else void followers.sync(event.device);
    if (event.kind === 'booting') settleAt(event.dueAt);
  };
  const forget = fleet.onEvent(onEvent);
  return () => {
    forget();
    for (const timer of timers) clearTimeout(timer);
  };
}

/**
 * Puts a fleet on real sockets.
 * @throws {AppError} `network.port-closed` when another program holds the SADP port for itself,
 *   `network.adapter-not-found` when this machine does not have the bind address
 */
export async function startTrainingSite(options: TrainingSiteOptions): Promise<TrainingSite> {
  const { fleet, bindAddress, log, sadpPort = 37020, wsDiscoveryPort = 3702 } = options;
  const outbox = createOutbox();
  const multicastFrom = options.multicastFrom ?? 'bind-address';
  const udpOptions = { fleet, bindAddress, log, outbox, multicastFrom, open: openUdp };
  const sadp = new UdpService(sadpFace(sadpPort), udpOptions);
  const failure = await sadp.start();
  if (failure !== null) throw bindError(failure, { address: bindAddress, port: sadpPort });
  const onvif = new UdpService(wsDiscoveryFace(wsDiscoveryPort), udpOptions);
  const onvifFailure = await onvif.start();
  if (onvifFailure !== null) {
    log.warn(
      () => `no WS-Discovery at the training site: port ${wsDiscoveryPort}: ${onvifFailure}`,
    );
  }
  const httpAt = options.httpAt ?? (isLoopback(bindAddress) ? 'loopback' : 'device-address');
  const createTcp = httpAt === 'loopback' ? createLoopbackTcp : createAddressTcp;
  const tcp = createTcp({ fleet, log, open: openTcp });
  await tcp.start();
  const sync = async (device: SimDevice): Promise<void> => {
    const parts = [sadp, onvif, tcp].map((part) =>
      part.sync(device).catch((error) => log.warn(() => `training site: ${codeOf(error)}`)),
    );
    await Promise.all(parts);
  };
  const forget = follow(fleet, { udp: [sadp, onvif], sync });
  return {
    adapter: adapterOf(fleet),
    dial: (address, port) => {
      const service = [sadp, onvif].find((one) => one.face.port === port);
      return service === undefined ? tcp.dial(address, port) : service.dial(address);
    },
    resolve: (name) => fleet.resolve(name),
    async close() {
      forget();
      outbox.close();
      await Promise.all([sadp.close(), onvif.close(), tcp.close()]);
    },
  };
}
