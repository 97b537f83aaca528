import type { Entry, RowOverlay } from './roster.ts';

/** Shows what other parts know of a device. `false` when that was shown already. */
export function showOverlay(entry: Entry, patch: Partial<RowOverlay>): boolean {
  const next = { ...entry.overlay, ...patch };
  const { login, health, openCase } = entry.overlay;
  if (next.login === login && next.health === health && next.openCase === openCase) return false;
  entry.overlay = next;
  return true;
}
