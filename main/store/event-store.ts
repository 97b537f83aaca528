import { z } from 'zod';
import { type DeviceEvent, type DeviceId, deviceEvent } from '../contract/device.ts';
import type { Aliases } from './aliases.ts';
import type { Db, Transact } from './sqlite.ts';
import type { EventQuery, EventStore } from './types.ts';

/** Events kept of one device. */
export const maxEventsPerDevice = 500;
/** Old ones are cleared away after this many new ones, so that most appends are a plain insert. */
const clearEvery = 25;

const eventRow = z.object({
  device_id: z.string(),
  at: z.number(),
  kind: z.string(),
  params: z.string(),
});

export class SqliteEventStore implements EventStore {
  readonly #transact: Transact;
  readonly #aliases: Aliases;
  readonly #sql: ReturnType<typeof prepare>;
  readonly #appended = new Map<DeviceId, number>();

  constructor(db: Db, options: { readonly transact: Transact; readonly aliases: Aliases }) {
    this.#transact = options.transact;
    this.#aliases = options.aliases;
    this.#sql = prepare(db);
    // Short runs of the command line may each add a few without ever clearing.
    const full = this.#sql.full.all(maxEventsPerDevice + clearEvery);
    for (const row of full) {
      const id = z.object({ device_id: z.string() }).parse(row).device_id;
      this.#sql.clear.run({ id, keep: maxEventsPerDevice });
    }
  }

  append(events: Iterable<DeviceEvent>): void {
    this.#transact(() => {
      for (const { deviceId, at, kind, params } of events) {
        const id = this.#aliases.row(deviceId);
        this.#sql.insert.run({ id, at, kind, params: JSON.stringify(params) });
        this.#bound(id);
      }
    });
  }

  #bound(id: DeviceId): void {
    const count = (this.#appended.get(id) ?? 0) + 1;
    this.#appended.set(id, count % clearEvery);
    if (count === clearEvery) this.#sql.clear.run({ id, keep: maxEventsPerDevice });
  }

  list(query: EventQuery): DeviceEvent[] {
    const { deviceId, siteId = null, limit } = query;
    const id = deviceId === undefined ? null : this.#aliases.row(deviceId);
    const raws =
      id === null
        ? this.#sql.list.all({ siteId, limit })
        : this.#sql.listOf.all({ id, siteId, limit });
    const events: DeviceEvent[] = [];
    for (const raw of raws) {
      const event = this.#read(raw);
      if (event !== null) events.push(event);
    }
    return events;
  }

  /** `null` for a row of a kind that this version does not know. */
  #read(raw: unknown): DeviceEvent | null {
    const { device_id, at, kind, params } = eventRow.parse(raw);
    const read = deviceEvent.safeParse({ deviceId: device_id, at, kind, params: toJson(params) });
    if (!read.success) return null;
    return { ...read.data, deviceId: this.#aliases.id(read.data.deviceId) };
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What happened and when still counts without its particulars.
    return {};
  }
}

function prepare(db: Db) {
  const isOfSite =
    '(@siteId IS NULL OR device_id IN (SELECT id FROM devices WHERE site_id = @siteId))';
  return {
    insert: db.prepare(
      'INSERT INTO events (device_id, at, kind, params) VALUES (@id, @at, @kind, @params)',
    ),
    clear: db.prepare(`
      DELETE FROM events WHERE device_id = @id AND id <= (
        SELECT id FROM events WHERE device_id = @id ORDER BY id DESC LIMIT 1 OFFSET @keep)`),
    full: db.prepare('SELECT device_id FROM events GROUP BY device_id HAVING count(*) > ?'),
    list: db.prepare(`
      SELECT device_id, at, kind, params FROM events WHERE ${isOfSite}
      ORDER BY id DESC LIMIT @limit`),
    listOf: db.prepare(`
      SELECT device_id, at, kind, params FROM events WHERE device_id = @id AND ${isOfSite}
      ORDER BY id DESC LIMIT @limit`),
  };
}
