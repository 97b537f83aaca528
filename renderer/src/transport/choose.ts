import type { Transport } from '../../../main/contract/api.ts';
import { createHttpTransport } from './http.ts';
import { createIpcTransport, type IpcBridge } from './ipc.ts';

export type HostKind = 'electron' | 'web';

function isBridge(value: unknown): value is IpcBridge {
  return typeof value === 'object' && value !== null && 'call' in value && 'subscribe' in value;
}

/** The bridge where a preload script made one, else the web host this page came from. */
export function chooseTransport(): { readonly transport: Transport; readonly host: HostKind } {
  const bridge: unknown = Reflect.get(window, 'untether');
  return isBridge(bridge)
    ? { transport: createIpcTransport(bridge), host: 'electron' }
    : { transport: createHttpTransport(), host: 'web' };
}
