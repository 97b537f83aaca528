import type { Transport } from '../../../main/contract/api.ts';
import type { AppEvent } from '../../../main/contract/events.ts';
import type { Envelope } from '../../../main/contract/result.ts';

/** What the preload script puts on `window.untether`. */
export interface IpcBridge {
  call(method: string, input: unknown): Promise<Envelope<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** The wire inside Electron. It lives as long as the window, so it never loses its connection. */
export function createIpcTransport(bridge: IpcBridge): Transport {
  return {
    call: (method, input) => bridge.call(method, input),
    subscribe: (listener) => bridge.subscribe(listener),
    onConnection(listener) {
      listener(true);
      return () => undefined;
    },
  };
}
