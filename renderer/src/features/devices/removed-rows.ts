import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { Session } from '../../state/session.ts';

const mostAtOnce = 500;

/**
 * Rows that were taken off the list. The core's stream leaves them out, so they are asked for one by
 * one: those that leave while we look, and all of them once the filters are opened.
 */
export interface RemovedRows {
  /** Asks for those from before, once per site. */
  readonly load: () => void;
  readonly stop: () => void;
}

async function rowIfRemoved(session: Session, id: DeviceId): Promise<DeviceRow | null> {
  // A device that moved to another site left this list too, but was not removed.
  const detail = await session.client.call('devices.get', { id }).catch(() => null);
  return detail?.row.removedAt == null ? null : detail.row;
}

async function bringIn(session: Session, ids: readonly DeviceId[]): Promise<void> {
  const siteId = session.site.get().id;
  const wanted = ids.slice(0, mostAtOnce).map((id) => rowIfRemoved(session, id));
  const rows = (await Promise.all(wanted)).filter((row) => row !== null);
  // Meanwhile the row may be back in the list, or the list may be another site's.
  if (session.site.get().id !== siteId) return;
  session.fleet.apply(
    rows.filter((row) => session.fleet.row(row.id) === undefined),
    [],
  );
}

async function bringInAll(session: Session): Promise<void> {
  const { devices } = await session.client.call('devices.list', { includeRemoved: true });
  const missing = devices.filter(({ id }) => session.fleet.row(id) === undefined);
  await bringIn(
    session,
    missing.map(({ id }) => id),
  );
}

export function followRemovedRows(session: Session): RemovedRows {
  let loadedSite: string | null = null;
  const loadAll = () => {
    // Without them the filter "Removed" is empty; the next opening tries again.
    bringInAll(session).catch(() => {
      loadedSite = null;
    });
  };
  const stopEvents = session.onEvent((event) => {
    if (event.name === 'devices.changed' && event.payload.removed.length > 0) {
      void bringIn(session, event.payload.removed);
    }
  });
  const stopFleet = session.fleet.subscribe((change) => {
    // A new state came without them.
    if (change.kind === 'reset' && loadedSite === session.site.get().id) loadAll();
  });
  return {
    load() {
      if (loadedSite === session.site.get().id) return;
      loadedSite = session.site.get().id;
      loadAll();
    },
    stop() {
      stopEvents();
      stopFleet();
    },
  };
}
