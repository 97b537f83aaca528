import type { AppEvent } from './events.ts';
import type { MethodInput, MethodName, MethodOutput } from './methods.ts';
import type { Envelope } from './result.ts';

/** What the core offers and what every host carries over its wire. */
export interface Api {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Envelope<MethodOutput<M>>>;
  /** The same door for a wire, where neither the name nor the input is known to be right. */
  callUnknown(method: unknown, input: unknown): Promise<Envelope<unknown>>;
  /** Listens to every event; returns the function that stops it. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Flushes the store and closes sockets. Calls after it answer `host.closing`. */
  close(): Promise<void>;
}

/** The renderer's side of a wire (Electron bridge or HTTP + WebSocket). */
export interface Transport {
  call(method: string, input: unknown): Promise<Envelope<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Tells `false` while the host cannot be reached. */
  onConnection(listener: (isConnected: boolean) => void): () => void;
}
