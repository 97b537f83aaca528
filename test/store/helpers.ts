import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DeviceFacts, DeviceId } from '../../main/contract/device.ts';
import type { DeviceRecord } from '../../main/domain/record.ts';
import { Registry } from '../../main/domain/registry.ts';
import { silentLog } from '../../main/ports/log.ts';
import { type OpenedStore, openStore, type Store } from '../../main/store/open.ts';

export const t0 = Date.UTC(2025, 2, 1, 8, 0, 0);
export const serialA = 'DS-2CD2385G1-I20200414AAWRE11111111';
export const serialB = 'DS-2CD2385G1-I20200414AAWRE22222222';
export const macA = '58:50:ed:00:00:0a';

/** A folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'untether-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function tempFile(): string {
  return join(tempFolder(), 'untether.db');
}

export function open(path: string, now = () => t0): OpenedStore {
  const opened = openStore({ path, now, log: silentLog });
  onTestFinished(() => opened.store.close());
  return opened;
}

export function openFresh(): Store {
  return open(tempFile()).store;
}

/** A core in small: a registry over a store, with ids that tell whose they are. */
export class Core {
  readonly registry: Registry;
  readonly store: Store;

  constructor(store: Store, name = 'a') {
    this.store = store;
    let count = 0;
    this.registry = new Registry({
      newId: () => {
        count += 1;
        return `${name}${count}`;
      },
    });
    this.registry.load(store.devices.loadAll());
  }

  see(facts: Partial<DeviceFacts>, after = 0, adapter: string | null = 'eth0'): DeviceId {
    const outcome = this.registry.see(
      { source: 'sadp', adapter, at: t0 + after, fromAddress: facts.ipv4Address ?? null, facts },
      this.store.sites.current().id,
    );
    if (outcome.kind !== 'merged') throw new Error(outcome.why);
    return outcome.id;
  }

  flush(): void {
    const { ids, removed, events } = this.registry.takeDirty();
    this.store.transaction(() => {
      this.store.devices.upsertMany(ids.map((id) => this.record(id)));
      this.store.devices.deleteMany(removed);
      this.store.events.append(events);
    });
  }

  record(id: DeviceId): Readonly<DeviceRecord> {
    const record = this.registry.record(id);
    if (record === undefined) throw new Error(`no record ${id}`);
    return record;
  }
}

export function stored(store: Store, id: DeviceId): DeviceRecord | undefined {
  return store.devices.loadAll().find((record) => record.id === id);
}

/** The error that `run` throws, for its code and parameters. */
export function failureOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
