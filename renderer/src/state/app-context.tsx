import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DeviceId, DeviceRow } from '../../../main/contract/device.ts';
import type { AppEvent, EventName, EventPayload } from '../../../main/contract/events.ts';
import type { DiscoveryStatus, SweepStatus } from '../../../main/contract/network.ts';
import type { Settings, SettingsPatch, TableLayout } from '../../../main/contract/settings.ts';
import type { Site } from '../../../main/contract/site.ts';
import { shownAdapterName, shownSiteName } from '../../../main/contract/text/given-names.ts';
import { useLocale } from '../i18n/use-text.ts';
import type { Client } from '../transport/client.ts';
import { useSession } from './session-context.tsx';

export { type QueryOptions, type QueryResult, useQuery } from './query.ts';
export { AppProvider, useSession } from './session-context.tsx';

interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** The value of a store, followed. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

export function useApi(): Client {
  return useSession().client;
}

/** Adapters by the names a person reads. */
export function useStatus(): DiscoveryStatus {
  const status = useStore(useSession().status);
  const locale = useLocale();
  return useMemo(() => {
    const adapters = status.adapters.map((adapter) => {
      const name = shownAdapterName(adapter.name, locale);
      return name === adapter.name ? adapter : { ...adapter, name };
    });
    return { ...status, adapters };
  }, [status, locale]);
}

export function useSweep(): SweepStatus | null {
  return useStore(useSession().sweep);
}

export function useSettings(): Settings {
  return useStore(useSession().settings);
}

export function useChangeSettings(): (patch: SettingsPatch) => Promise<void> {
  return useSession().changeSettings;
}

/** By the name a person reads: one that nobody has named yet has one in each language. */
export function useSite(): Site {
  const site = useStore(useSession().site);
  const locale = useLocale();
  return useMemo(() => ({ ...site, name: shownSiteName(site.name, locale) }), [site, locale]);
}

export function useLayout(): TableLayout {
  return useStore(useSession().layout);
}

/** The host answers and what is on the screen is its present state. */
export function useIsConnected(): boolean {
  return useStore(useSession().isLive);
}

/** One row, followed; the caller renders again only when this row changes. */
export function useRow(id: DeviceId): DeviceRow | undefined {
  const { fleet } = useSession();
  const subscribe = useCallback(
    (listener: () => void) => fleet.subscribeRow(id, listener),
    [fleet, id],
  );
  return useSyncExternalStore(subscribe, () => fleet.row(id));
}

/** Speaks a finished sentence in the live region. */
export function useAnnounce(): (text: string, urgency?: 'polite' | 'assertive') => void {
  return useSession().announcer.say;
}

/** Runs the listener on each event of that name; it should be stable (`useCallback`). */
export function useAppEvent<E extends EventName>(
  name: E,
  listener: (payload: EventPayload<E>) => void,
): void {
  const session = useSession();
  useEffect(
    () =>
      session.onEvent((event: AppEvent) => {
        if (event.name === name) listener(event.payload as EventPayload<E>);
      }),
    [session, name, listener],
  );
}

const tickListeners = new Set<() => void>();
let tickTimer: number | null = null;

function subscribeTick(listener: () => void): () => void {
  tickListeners.add(listener);
  tickTimer ??= window.setInterval(() => {
    for (const each of tickListeners) each();
  }, 1000);
  return () => {
    tickListeners.delete(listener);
    if (tickListeners.size > 0 || tickTimer === null) return;
    window.clearInterval(tickTimer);
    tickTimer = null;
  };
}

/** The present time, renewed each second by one timer for the whole page. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => subscribeTick(() => setNow(Date.now())), []);
  return now;
}
