import type { NetProblem } from '../../ports/network.ts';

/** An error of the system as it crosses the thread border: the code and the words, nothing else. */
export interface SystemError {
  readonly code: string;
  readonly message: string;
}

export type NetOperation = 'bind' | 'join' | 'send-group' | 'send-unicast';

const permissionCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);
const noRouteCodes: ReadonlySet<string> = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN']);
const goneCodes: ReadonlySet<string> = new Set(['ENODEV', 'ENXIO', 'EADDRNOTAVAIL']);

export function toSystemError(error: unknown): SystemError {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
  return { code, message: error.message };
}

/**
 * The one place where an errno becomes a problem of ours.
 *
 * macOS 15 and later answers "no route to host" to a program that may not use the local network. A
 * group or broadcast address needs no route beyond the adapter, so there this means the permission.
 */
export function toNetProblem(
  operation: NetOperation,
  error: SystemError,
  platform: string = process.platform,
): NetProblem {
  if (permissionCodes.has(error.code)) return 'permission';
  if (operation === 'bind') return 'bind-failed';
  if (operation === 'join') return 'join-failed';
  if (noRouteCodes.has(error.code)) {
    return operation === 'send-group' && platform === 'darwin' ? 'permission' : 'no-route';
  }
  return goneCodes.has(error.code) ? 'gone' : 'send-failed';
}
