import { z } from 'zod';
import { columns } from '../contract/columns.ts';
import {
  type Settings,
  settings as settingsSchema,
  type TableLayout,
  tableLayout,
} from '../contract/settings.ts';
import type { Log } from '../ports/log.ts';
import type { Db, Transact } from './sqlite.ts';
import type { SettingsStore } from './types.ts';

const keyValue = z.object({ key: z.string(), value: z.string() });

export function defaultLayout(): TableLayout {
  return {
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => !column.isDefault).map((column) => column.id),
    widths: {},
    sort: [],
    savedFilters: [],
  };
}

export class SqliteSettingsStore implements SettingsStore {
  readonly #transact: Transact;
  readonly #log: Log;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, options: { readonly transact: Transact; readonly log: Log }) {
    this.#transact = options.transact;
    this.#log = options.log;
    this.#sql = prepare(db);
  }

  get(): Settings {
    return settingsSchema.parse(this.#fitting(settingsSchema.shape, this.#stored()));
  }

  set(settings: Settings): Settings {
    this.#transact(() => {
      const stored = this.#stored();
      for (const [key, value] of Object.entries(settingsSchema.parse(settings))) {
        if (JSON.stringify(stored[key]) === JSON.stringify(value)) continue;
        this.#sql.set.run(key, JSON.stringify(value));
      }
    });
    return this.get();
  }

  layout(siteId: string): TableLayout {
    const row = this.#sql.layout.get(siteId);
    const text = z.object({ value: z.string() }).safeParse(row).data?.value;
    const stored = text === undefined ? {} : asObject(parseJson(text));
    return tableLayout.parse({ ...defaultLayout(), ...this.#fitting(tableLayout.shape, stored) });
  }

  setLayout(siteId: string, layout: TableLayout): void {
    const value = JSON.stringify(tableLayout.parse(layout));
    // A site that was deleted meanwhile has no layout to keep.
    this.#transact(() => this.#sql.setLayout.run({ siteId, value }));
  }

  #stored(): Record<string, unknown> {
    const rows = this.#sql.all.all().map((row) => keyValue.parse(row));
    return Object.fromEntries(rows.map(({ key, value }) => [key, parseJson(value)]));
  }

  /** The stored values that fit; each other one falls back to its default, and the log says so. */
  #fitting(shape: Readonly<Record<string, z.ZodType>>, stored: Record<string, unknown>) {
    const fitting: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(shape)) {
      if (!Object.hasOwn(stored, key)) continue;
      if (schema.safeParse(stored[key]).success) fitting[key] = stored[key];
      else this.#log.warn(() => 'a stored setting does not fit, using its default', { key });
    }
    return fitting;
  }
}

function asObject(value: unknown): Record<string, unknown> {
  const read = z.record(z.string(), z.unknown()).safeParse(value);
  return read.success ? read.data : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // `null` fits no setting but one whose default it is, so the default is taken.
    return null;
  }
}

function prepare(db: Db) {
  return {
    all: db.prepare('SELECT key, value FROM settings'),
    set: db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)'),
    layout: db.prepare('SELECT value FROM layouts WHERE site_id = ?'),
    setLayout: db.prepare(`
      INSERT INTO layouts (site_id, value) SELECT id, @value FROM sites WHERE id = @siteId
      ON CONFLICT (site_id) DO UPDATE SET value = excluded.value`),
  };
}
