import { connect } from 'node:net';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { TcpProbeResult } from '../../ports/network.ts';
import { toSystemError } from './errno.ts';

export interface TcpTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
  readonly signal?: CancelSignal | undefined;
  /** In a subnet of this machine: "host unreachable" then means that nobody answered ARP. */
  readonly isOnLink: boolean;
}

const noRouteCodes: ReadonlySet<string> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN']);

export function toProbeResult(code: string, isOnLink: boolean): TcpProbeResult {
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'refused';
  if (noRouteCodes.has(code)) return 'no-route';
  if (code === 'EHOSTUNREACH') return isOnLink ? 'silent' : 'no-route';
  return 'silent';
}

/** One connection, opened and closed, without a byte of ours. Never rejects. */
export function probeTcp(target: TcpTarget): Promise<TcpProbeResult> {
  const { host, port, timeoutMs, signal } = target;
  if (signal?.aborted) return Promise.resolve('silent');
  return new Promise((resolve) => {
    const socket = connect({ host, port, family: 4 });
    const finish = (result: TcpProbeResult) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      socket.destroy();
      resolve(result);
    };
    const cancel = () => finish('silent');
    const timer = setTimeout(cancel, timeoutMs);
    signal?.addEventListener('abort', cancel);
    socket.once('connect', () => finish('open'));
    // Stays for good: an error after `destroy` must not become an uncaught one.
    socket.on('error', (error) =>
      finish(toProbeResult(toSystemError(error).code, target.isOnLink)),
    );
  });
}
