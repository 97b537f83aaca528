import { Worker } from 'node:worker_threads';
import { formatIpv4 } from '../../contract/ip.ts';
import type { Log } from '../../ports/log.ts';
import type { SystemError } from './errno.ts';
import {
  indexWidth,
  type SocketSettings,
  type WorkerBatch,
  type WorkerReply,
  type WorkerRequest,
} from './udp-messages.ts';

export interface CallResult {
  readonly error: SystemError | null;
  readonly port: number;
}

export interface RawDatagram {
  readonly socket: number;
  readonly data: Uint8Array;
  readonly fromAddress: string;
  readonly fromPort: number;
  readonly receivedAt: number;
}

/** What a user of sockets wants to hear about them. */
export interface SocketListener {
  onDatagrams(batch: readonly RawDatagram[]): void;
  onBroken(socket: number, error: SystemError): void;
}

const threadGone: CallResult = {
  error: { code: 'THREAD_GONE', message: 'the receiving thread ended' },
  port: 0,
};

type Unnumbered<T> = T extends { readonly call: number } ? Omit<T, 'call'> : never;

/** Main thread's side of the receiving thread: calls with answers, batches, and a restart after a crash. */
export class UdpClient {
  readonly #workerUrl: URL;
  readonly #log: Log;
  readonly #calls = new Map<number, (result: CallResult) => void>();
  readonly #owners = new Map<number, SocketListener>();
  #worker: Worker | null = null;
  #lastId = 0;
  #isClosed = false;
  #oversize = 0;
  #overflow = 0;
  /** What threads before this one counted. */
  #oversizeBefore = 0;
  #overflowBefore = 0;

  constructor(workerUrl: URL, log: Log) {
    this.#workerUrl = workerUrl;
    this.#log = log;
  }

  /** Datagrams above the size limit since the start. */
  get oversize(): number {
    return this.#oversize;
  }

  /** Datagrams dropped because the main thread was too far behind. */
  get overflow(): number {
    return this.#overflow;
  }

  async open(
    settings: Omit<SocketSettings, 'socket'>,
    owner: SocketListener,
  ): Promise<CallResult & { readonly socket: number }> {
    this.#lastId += 1;
    const socket = this.#lastId;
    this.#owners.set(socket, owner);
    const result = await this.#call({ kind: 'open', settings: { ...settings, socket } });
    if (result.error !== null) this.#owners.delete(socket);
    return { ...result, socket };
  }

  join(socket: number, group: string, address: string): Promise<CallResult> {
    return this.#call({ kind: 'join', socket, group, address });
  }

  /** Leaves and joins within one turn of the thread, which is too short to miss anything. */
  rejoin(socket: number, group: string, address: string): Promise<CallResult> {
    return this.#call({ kind: 'rejoin', socket, group, address });
  }

  send(
    socket: number,
    to: { readonly address: string; readonly port: number },
    data: Uint8Array,
  ): Promise<CallResult> {
    return this.#call({ kind: 'send', socket, ...to, data });
  }

  async closeSocket(socket: number): Promise<void> {
    // Without this entry a batch that is still under way is dropped.
    if (this.#owners.delete(socket)) await this.#call({ kind: 'close', socket });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#owners.clear();
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
    this.#failCalls();
  }

  #call(request: Unnumbered<WorkerRequest>): Promise<CallResult> {
    if (this.#isClosed) return Promise.resolve(threadGone);
    const worker = this.#worker ?? this.#start();
    this.#lastId += 1;
    const call = this.#lastId;
    return new Promise((resolve) => {
      this.#calls.set(call, resolve);
      worker.postMessage({ ...request, call });
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#workerUrl, { name: 'untether-udp' });
    this.#worker = worker;
    worker.on('message', (message: WorkerReply) => this.#receive(worker, message));
    worker.on('error', (error) => {
      this.#log.error(() => `the receiving thread failed: ${String(error)}`);
    });
    worker.on('exit', () => this.#ended(worker));
    return worker;
  }

  #receive(worker: Worker, message: WorkerReply): void {
    if (message.kind === 'batch') {
      this.#deliver(message);
      worker.postMessage({ kind: 'taken', bytes: message.data.length } satisfies WorkerRequest);
    } else if (message.kind === 'result') {
      const resolve = this.#calls.get(message.call);
      this.#calls.delete(message.call);
      resolve?.({ error: message.error, port: message.port });
    } else {
      const owner = this.#owners.get(message.socket);
      this.#owners.delete(message.socket);
      owner?.onBroken(message.socket, message.error);
    }
  }

  #deliver(batch: WorkerBatch): void {
    this.#oversize = this.#oversizeBefore + batch.oversize;
    this.#overflow = this.#overflowBefore + batch.overflow;
    const byOwner = new Map<SocketListener, RawDatagram[]>();
    for (const datagram of unpack(batch)) {
      const owner = this.#owners.get(datagram.socket);
      if (owner === undefined) continue;
      const list = byOwner.get(owner);
      if (list === undefined) byOwner.set(owner, [datagram]);
      else list.push(datagram);
    }
    for (const [owner, list] of byOwner) {
      try {
        owner.onDatagrams(list);
      } catch (error) {
        // A consumer's fault must not stop the other channel, nor the credit that lets more come.
        this.#log.error(() => `a reader of datagrams failed: ${String(error)}`);
      }
    }
  }

  #ended(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#oversizeBefore = this.#oversize;
    this.#overflowBefore = this.#overflow;
    this.#failCalls();
    const owners = [...this.#owners];
    this.#owners.clear();
    for (const [socket, owner] of owners) {
      owner.onBroken(socket, { code: 'THREAD_GONE', message: 'the receiving thread ended' });
    }
  }

  #failCalls(): void {
    const waiting = [...this.#calls.values()];
    this.#calls.clear();
    for (const resolve of waiting) resolve(threadGone);
  }
}

function* unpack(batch: WorkerBatch): Generator<RawDatagram> {
  let offset = 0;
  for (let at = 0; at + indexWidth <= batch.index.length; at += indexWidth) {
    const [socket = 0, length = 0, address = 0, fromPort = 0, receivedAt = 0] =
      batch.index.subarray(at, at + indexWidth);
    const data = batch.data.subarray(offset, offset + length);
    offset += length;
    yield { socket, data, fromAddress: formatIpv4(address), fromPort, receivedAt };
  }
}
