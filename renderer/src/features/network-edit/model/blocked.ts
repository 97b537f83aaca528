import type { DeviceRow } from '../../../../../main/contract/device.ts';

/** Why the values of this device cannot be changed now. */
export type EditBlock =
  | { readonly kind: 'disconnected' | 'removed' | 'other-brand' | 'inactive' | 'no-sadp' }
  | { readonly kind: 'offline'; readonly lastSeenAt: number }
  | { readonly kind: 'locked'; readonly until: number };

/** The first thing in the way, the one to mend first; `null` when nothing is. */
export function editBlock(
  row: DeviceRow,
  at: { readonly now: number; readonly isLive: boolean },
): EditBlock | null {
  if (!at.isLive) return { kind: 'disconnected' };
  if (row.removedAt !== null) return { kind: 'removed' };
  if (row.vendor === 'other') return { kind: 'other-brand' };
  if (!row.via.some(({ source }) => source === 'sadp')) return { kind: 'no-sadp' };
  if (row.activated === false) return { kind: 'inactive' };
  if (row.lockedUntil !== null && row.lockedUntil > at.now) {
    return { kind: 'locked', until: row.lockedUntil };
  }
  if (row.presence === 'offline' || row.presence === 'never') {
    return { kind: 'offline', lastSeenAt: row.lastSeenAt };
  }
  return null;
}
