import type { Api } from '../../main/contract/api.ts';
import type { AppEvent } from '../../main/contract/events.ts';
import { type Envelope, fail, ok } from '../../main/contract/result.ts';

/** An API that notes what it was asked and answers what it is told to; for the wire, not for the core. */
export interface FakeApi extends Api {
  readonly calls: readonly { readonly method: unknown; readonly input: unknown }[];
  /** Listeners now subscribed. */
  listeners(): number;
  emit(event: AppEvent): void;
  answerWith(answer: (method: unknown, input: unknown) => Promise<Envelope<unknown>>): void;
}

const usual = async (method: unknown, input: unknown): Promise<Envelope<unknown>> =>
  method === 'refuse'
    ? fail({ code: 'device.not-found', params: { wanted: 'x' }, message: 'none', ref: 'f1' })
    : ok({ method, input });

export function createFakeApi(): FakeApi {
  const calls: { method: unknown; input: unknown }[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  let answer = usual;
  const callUnknown = (method: unknown, input: unknown) => {
    calls.push({ method, input });
    return answer(method, input);
  };
  return {
    calls,
    listeners: () => listeners.size,
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    answerWith(next) {
      answer = next;
    },
    // The wire is what is tested here: whatever comes back is handed on unread.
    call: callUnknown as Api['call'],
    callUnknown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
}

/** An event that fits the contract and says nothing. */
export function someEvent(seq: number): AppEvent {
  return { seq, name: 'devices.changed', payload: { upserts: [], removed: [] } };
}
