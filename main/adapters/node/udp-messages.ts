import type { SystemError } from './errno.ts';

/** Datagrams from which sources a socket lets through. */
export type AcceptedSource = 'network' | 'loopback' | 'any';

export interface SocketSettings {
  /** Chosen by the caller; names the socket in later messages. */
  readonly socket: number;
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Adapter address that group datagrams leave by; `null` for a socket that only receives. */
  readonly multicastInterface: string | null;
  readonly isLoopbackOn: boolean;
  readonly accept: AcceptedSource;
}

/** Main thread to worker. Everything with a `call` is answered by one `result`. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly call: number; readonly settings: SocketSettings }
  | {
      /** `rejoin` leaves first, so that the network is told anew. */
      readonly kind: 'join' | 'rejoin';
      readonly call: number;
      readonly socket: number;
      readonly group: string;
      readonly address: string;
    }
  | {
      readonly kind: 'send';
      readonly call: number;
      readonly socket: number;
      readonly address: string;
      readonly port: number;
      readonly data: Uint8Array;
    }
  | { readonly kind: 'close'; readonly call: number; readonly socket: number }
  /** A batch was handled: this many bytes are no longer under way. */
  | { readonly kind: 'taken'; readonly bytes: number };

export interface WorkerBatch {
  readonly kind: 'batch';
  /** The datagrams one after the other. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** Per datagram `indexWidth` numbers: socket, length, source address, source port, time. */
  readonly index: Float64Array<ArrayBuffer>;
  /** Totals since the worker started. */
  readonly oversize: number;
  readonly overflow: number;
}

export type WorkerReply =
  | {
      readonly kind: 'result';
      readonly call: number;
      readonly error: SystemError | null;
      /** Of `open`: the port the system gave. */
      readonly port: number;
    }
  | WorkerBatch
  /** The socket failed after it was open; the worker has closed it. */
  | { readonly kind: 'broken'; readonly socket: number; readonly error: SystemError };

export const indexWidth = 5;

/** Real replies measure 0.6 to 1.6 kB, the newest generation some more; nothing honest comes near this. */
export const maxDatagramBytes = 32 * 1024;
