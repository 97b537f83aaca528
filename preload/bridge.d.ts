import type { AppEvent } from '../main/contract/events.ts';
import type { Envelope } from '../main/contract/result.ts';

/**
 * What the preload script puts on `window.untether`. Declared from the contract alone: a type of
 * Electron here would bring Node's globals into the page's types.
 */
export interface UntetherBridge {
  call(method: string, input: unknown): Promise<Envelope<unknown>>;
  /** Hears every event; returns the function that stops it. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  readonly hostInfo: { readonly host: 'electron'; readonly platform: string };
}

declare global {
  interface Window {
    readonly untether?: UntetherBridge;
  }
}
