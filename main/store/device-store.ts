import { z } from 'zod';
import { type DeviceId, deviceId, deviceKind, sightingSource } from '../contract/device.ts';
import { serialKeyOf } from '../domain/identity.ts';
import type { DeviceRecord, Via } from '../domain/record.ts';
import type { Aliases } from './aliases.ts';
import { readBook, readData, writeData } from './record-data.ts';
import type { Db, Transact } from './sqlite.ts';
import type { DeviceStore } from './types.ts';

/** A stored time further ahead than this comes from a clock that was wrong; it does not outrank ours. */
const clockToleranceMs = 10 * 60_000;

const operatorFields = ['name', 'note', 'kind', 'removedAt', 'book'] as const;
type OperatorValues = Readonly<Pick<DeviceRecord, (typeof operatorFields)[number]>>;
const untouched: OperatorValues = {
  name: null,
  note: null,
  kind: null,
  removedAt: null,
  book: null,
};

/** What this process last wrote or read of a device. */
interface Written {
  readonly revision: number;
  readonly seenAt: number;
}

const deviceRow = z.object({
  id: deviceId,
  site_id: z.string(),
  data: z.string(),
  created_at: z.number(),
  first_seen_at: z.number().nullable(),
  last_seen_at: z.number().nullable(),
  name: z.string().nullable(),
  note: z.string().nullable(),
  kind: deviceKind.nullable().catch(null),
  removed_at: z.number().nullable(),
  edited_at: z.number(),
  book: z.string().nullable(),
});
const sightingRow = z.object({
  device_id: deviceId,
  source: sightingSource,
  adapter: z.string(),
  first_at: z.number(),
  last_at: z.number(),
  count: z.number(),
});
const twinRow = z.object({ id: deviceId, serial_key: z.string().nullable() });

export interface DeviceStoreOptions {
  readonly transact: Transact;
  readonly aliases: Aliases;
  readonly now: () => number;
  readonly currentSite: () => string;
}

/** Rows of devices and of the ways they were seen. How rows are merged: README.md. */
export class SqliteDeviceStore implements DeviceStore {
  readonly #options: DeviceStoreOptions;
  readonly #sql: ReturnType<typeof prepare>;
  readonly #written = new Map<DeviceId, Written>();
  /** Operator's fields as this process last knew them in the file; absent means all empty. */
  readonly #base = new Map<DeviceId, OperatorValues>();
  readonly #settledFormer = new Set<DeviceId>();
  readonly #dataVersion: () => unknown;
  /** SQLite's mark of other connections' writes, as it was when all rows were read; `null` before. */
  #loadedVersion: unknown = null;
  #hasForeignRows = true;

  constructor(db: Db, options: DeviceStoreOptions) {
    this.#options = options;
    this.#sql = prepare(db);
    this.#dataVersion = () => db.pragma('data_version', { simple: true });
  }

  loadAll(): DeviceRecord[] {
    this.#loadedVersion = this.#dataVersion();
    this.#hasForeignRows = false;
    const ways = this.#loadWays();
    const site = this.#options.currentSite();
    return this.#sql.all.all({ site }).map((raw) => {
      const row = deviceRow.parse(raw);
      const record = readRecord(row, ways.get(row.id) ?? []);
      const id = this.#options.aliases.id(row.id);
      this.#remember(id, record);
      return { ...record, id };
    });
  }

  #loadWays(): Map<DeviceId, Via[]> {
    const ways = new Map<DeviceId, Via[]>();
    for (const raw of this.#sql.allWays.iterate()) {
      const read = sightingRow.safeParse(raw);
      if (!read.success) continue;
      const { device_id, source, adapter, first_at, last_at, count } = read.data;
      const list = ways.get(device_id) ?? [];
      const via = { source, adapter: adapter || null, firstAt: first_at, lastAt: last_at, count };
      list.push(via);
      ways.set(device_id, list);
    }
    return ways;
  }

  upsertMany(records: Iterable<Readonly<DeviceRecord>>): void {
    const done: Readonly<DeviceRecord>[] = [];
    this.#options.transact(() => {
      this.#hasForeignRows ||= this.#dataVersion() !== this.#loadedVersion;
      for (const record of records) {
        this.#upsert(record);
        done.push(record);
      }
    });
    for (const record of done) this.#remember(record.id, record);
  }

  deleteMany(ids: Iterable<DeviceId>): void {
    const gone = [...ids];
    this.#options.transact(() => {
      for (const id of gone) this.#delete(this.#options.aliases.row(id));
    });
    for (const id of gone) {
      this.#written.delete(id);
      this.#base.delete(id);
    }
  }

  /** After a rollback: everything is written in full again. */
  forgetWritten(): void {
    for (const id of this.#written.keys()) this.#written.set(id, { revision: -1, seenAt: 0 });
    this.#settledFormer.clear();
  }

  #delete(row: DeviceId): void {
    this.#sql.deleteEvents.run({ id: row });
    this.#sql.delete.run({ id: row });
  }

  #upsert(record: Readonly<DeviceRecord>): void {
    this.#takeOverFormer(record);
    const written = this.#written.get(record.id);
    if (written === undefined && this.#hasForeignRows) this.#findTwin(record);
    const id = this.#options.aliases.row(record.id);
    const isSame = written?.revision === record.revision;
    if (!isSame || !this.#touch(id, record)) this.#writeRow(id, record);
    for (const via of record.via) {
      if (isSame && via.lastAt <= written.seenAt) continue;
      const { source, firstAt, lastAt, count } = via;
      this.#sql.way.run({ id, source, adapter: via.adapter ?? '', firstAt, lastAt, count });
    }
  }

  /** Seen again and nothing else: only the time is written. `false` when the row is gone. */
  #touch(id: DeviceId, record: Readonly<DeviceRecord>): boolean {
    const horizon = this.#options.now() + clockToleranceMs;
    return this.#sql.touch.run({ id, seenAt: record.lastSeenAt, horizon }).changes > 0;
  }

  #writeRow(id: DeviceId, record: Readonly<DeviceRecord>): void {
    const base = this.#base.get(record.id) ?? untouched;
    this.#sql.upsert.run({
      id,
      siteId: record.siteId,
      serialKey: serialKeyOf(record.serial),
      mac: record.nics[0]?.mac ?? null,
      data: writeData(record),
      createdAt: record.createdAt,
      firstSeenAt: record.firstSeenAt,
      lastSeenAt: record.lastSeenAt,
      name: record.name,
      note: record.note,
      kind: record.kind,
      removedAt: record.removedAt,
      editedAt: record.editedAt,
      book: record.book === null ? null : JSON.stringify(record.book),
      isNameEdited: Number(base.name !== record.name),
      isNoteEdited: Number(base.note !== record.note),
      isKindEdited: Number(base.kind !== record.kind),
      isRemovedEdited: Number(base.removedAt !== record.removedAt),
      // An entry is replaced as a whole, so another object is another entry.
      isBookEdited: Number(base.book !== record.book),
      horizon: this.#options.now() + clockToleranceMs,
    });
  }

  /** Rows of records that were united with this one: their history moves, they go. */
  #takeOverFormer(record: Readonly<DeviceRecord>): void {
    for (const former of record.formerIds) {
      if (this.#settledFormer.has(former)) continue;
      const row = this.#options.aliases.row(former);
      const id = this.#options.aliases.row(record.id);
      this.#sql.moveEvents.run({ from: row, to: id });
      this.#sql.delete.run({ id: row });
      this.#settledFormer.add(former);
    }
  }

  /** A row of the same device that another process made meanwhile becomes this record's row. */
  #findTwin(record: Readonly<DeviceRecord>): void {
    const serialKey = serialKeyOf(record.serial);
    const mac = record.nics[0]?.mac ?? null;
    const twins = this.#sql.twins
      .all({ id: record.id, serialKey, mac })
      .map((raw) => twinRow.parse(raw))
      .filter((twin) => !this.#written.has(this.#options.aliases.id(twin.id)));
    const [twin, second] = twins;
    if (twin === undefined) return;
    if (second !== undefined && twin.serial_key !== serialKey) return;
    this.#options.aliases.set(record.id, twin.id);
    this.#sql.moveEvents.run({ from: record.id, to: twin.id });
  }

  #remember(id: DeviceId, record: Readonly<DeviceRecord>): void {
    this.#written.set(id, { revision: record.revision, seenAt: record.lastSeenAt ?? 0 });
    const { name, note, kind, removedAt, book } = record;
    const isEmpty = operatorFields.every((field) => record[field] === null);
    if (isEmpty) this.#base.delete(id);
    else this.#base.set(id, { name, note, kind, removedAt, book });
  }
}

function readRecord(row: z.infer<typeof deviceRow>, via: Via[]): DeviceRecord {
  const data = readData(row.data);
  via.sort((a, b) => b.lastAt - a.lastAt);
  for (const way of via) {
    const block = data.sources[way.source];
    // Times of mere repetitions are kept with the ways only.
    if (block !== undefined && way.lastAt > block.at) {
      Object.assign(block, { at: way.lastAt, adapter: way.adapter });
    }
  }
  return {
    ...data,
    id: row.id,
    formerIds: [],
    siteId: row.site_id,
    via,
    createdAt: row.created_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    name: row.name,
    note: row.note,
    kind: row.kind,
    removedAt: row.removed_at,
    editedAt: row.edited_at,
    book: readBook(row.book),
    revision: 0,
  };
}

/** SQL for "what this process brings is at least as new as what the row has". */
const isNewer =
  '(ifnull(excluded.last_seen_at, 0) >= ifnull(last_seen_at, 0) OR last_seen_at > @horizon)';
const latest = `CASE WHEN ${isNewer} THEN excluded.last_seen_at ELSE last_seen_at END`;

function prepare(db: Db) {
  return {
    all: db.prepare(`
      SELECT id, ifnull((SELECT id FROM sites WHERE sites.id = devices.site_id), @site) AS site_id,
        data, created_at, first_seen_at, last_seen_at, name, note, kind, removed_at, edited_at, book
      FROM devices ORDER BY created_at, id`),
    allWays: db.prepare('SELECT * FROM sightings'),
    upsert: db.prepare(`
      INSERT INTO devices (id, site_id, serial_key, mac, data, created_at, first_seen_at,
        last_seen_at, name, note, kind, removed_at, edited_at, book)
      VALUES (@id, @siteId, @serialKey, @mac, @data, @createdAt, @firstSeenAt,
        @lastSeenAt, @name, @note, @kind, @removedAt, @editedAt, @book)
      ON CONFLICT (id) DO UPDATE SET
        site_id = CASE WHEN ${isNewer} THEN excluded.site_id ELSE site_id END,
        data = CASE WHEN ${isNewer} THEN excluded.data ELSE data END,
        serial_key = CASE WHEN ${isNewer} THEN excluded.serial_key ELSE serial_key END,
        mac = CASE WHEN ${isNewer} THEN excluded.mac ELSE mac END,
        created_at = min(created_at, excluded.created_at),
        first_seen_at = min(ifnull(first_seen_at, excluded.first_seen_at),
          ifnull(excluded.first_seen_at, first_seen_at)),
        last_seen_at = ${latest},
        name = CASE WHEN @isNameEdited THEN excluded.name ELSE name END,
        note = CASE WHEN @isNoteEdited THEN excluded.note ELSE note END,
        kind = CASE WHEN @isKindEdited THEN excluded.kind ELSE kind END,
        removed_at = CASE WHEN @isRemovedEdited THEN excluded.removed_at ELSE removed_at END,
        book = CASE WHEN @isBookEdited THEN excluded.book ELSE book END,
        edited_at = max(edited_at, excluded.edited_at)`),
    touch: db.prepare(`
      UPDATE devices SET last_seen_at = CASE
        WHEN last_seen_at IS NULL OR last_seen_at > @horizon THEN @seenAt
        ELSE max(last_seen_at, ifnull(@seenAt, 0)) END
      WHERE id = @id`),
    way: db.prepare(`
      INSERT INTO sightings (device_id, source, adapter, first_at, last_at, count)
      VALUES (@id, @source, @adapter, @firstAt, @lastAt, @count)
      ON CONFLICT (device_id, source, adapter) DO UPDATE SET
        first_at = min(first_at, excluded.first_at),
        last_at = max(last_at, excluded.last_at),
        count = max(count, excluded.count)`),
    delete: db.prepare('DELETE FROM devices WHERE id = @id'),
    deleteEvents: db.prepare('DELETE FROM events WHERE device_id = @id'),
    moveEvents: db.prepare('UPDATE events SET device_id = @to WHERE device_id = @from'),
    twins: db.prepare(`
      SELECT id, serial_key FROM devices WHERE id <> @id AND serial_key = @serialKey
      UNION
      SELECT id, serial_key FROM devices WHERE id <> @id AND mac = @mac
        AND (serial_key IS NULL OR @serialKey IS NULL)
      ORDER BY serial_key DESC LIMIT 2`),
  };
}
