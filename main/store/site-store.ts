import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { Site } from '../contract/site.ts';
import { firstSiteName } from '../contract/text/given-names.ts';
import type { Db, Transact } from './sqlite.ts';
import type { SiteStore } from './types.ts';

const currentKey = 'currentSite';

const siteRow = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.number(),
  devices: z.number(),
  is_authorised: z.number(),
});

export class SqliteSiteStore implements SiteStore {
  readonly #transact: Transact;
  readonly #now: () => number;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, options: { readonly transact: Transact; readonly now: () => number }) {
    this.#transact = options.transact;
    this.#now = options.now;
    this.#sql = prepare(db);
    this.#transact(() => this.#ensure());
  }

  /** There is always a site, and always one that is current. */
  #ensure(): string {
    const rows = this.#rows();
    const chosen = this.#chosen();
    if (rows.some((row) => row.id === chosen)) return chosen;
    const id = rows[0]?.id ?? this.#insert(firstSiteName);
    this.#choose(id);
    return id;
  }

  #chosen(): string {
    return (
      z.object({ value: z.string() }).safeParse(this.#sql.chosen.get(currentKey)).data?.value ?? ''
    );
  }

  #choose(id: string): void {
    this.#sql.choose.run(currentKey, id);
  }

  #insert(name: string): string {
    const id = randomUUID();
    this.#sql.insert.run({ id, name, nameKey: keyOf(name), at: this.#now() });
    return id;
  }

  #rows() {
    return this.#sql.list.all().map((row) => siteRow.parse(row));
  }

  list(): Site[] {
    const current = this.#chosen();
    return this.#rows().map(({ id, name, created_at, devices, is_authorised }) => ({
      id,
      name,
      createdAt: created_at,
      devices,
      isCurrent: id === current,
      isAuthorised: is_authorised === 1,
    }));
  }

  current(): Site {
    // Another process may have deleted the site that was current.
    const known = this.list().find((site) => site.isCurrent);
    return known ?? this.#get(this.#transact(() => this.#ensure()));
  }

  create(name: string): Site {
    return this.#get(
      this.#transact(() => {
        this.#checkName(name, null);
        return this.#insert(name.trim());
      }),
    );
  }

  rename(id: string, name: string): Site {
    this.#transact(() => {
      this.#get(id);
      this.#checkName(name, id);
      this.#sql.rename.run({ id, name: name.trim(), nameKey: keyOf(name) });
    });
    return this.#get(id);
  }

  setAuthorised(id: string, isAuthorised: boolean): Site {
    this.#transact(() => {
      this.#get(id);
      this.#sql.setAuthorised.run({ id, value: isAuthorised ? 1 : 0 });
    });
    return this.#get(id);
  }

  use(id: string): Site {
    this.#transact(() => {
      this.#get(id);
      this.#choose(id);
    });
    return this.#get(id);
  }

  delete(id: string): void {
    this.#transact(() => {
      const { name, devices } = this.#get(id);
      if (devices > 0) throw new AppError('site.not-empty', { name, devices });
      this.#sql.deleteEvents.run(id);
      this.#sql.deleteDevices.run(id);
      this.#sql.delete.run(id);
      this.#ensure();
    });
  }

  #get(wanted: string): Site {
    const site = this.list().find(({ id }) => id === wanted);
    if (site === undefined) throw new AppError('site.not-found', { wanted });
    return site;
  }

  #checkName(name: string, except: string | null): void {
    const key = keyOf(name);
    if (this.#rows().some((row) => row.id !== except && keyOf(row.name) === key)) {
      throw new AppError('site.name-taken', { name: name.trim() });
    }
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function prepare(db: Db) {
  return {
    list: db.prepare(`
      SELECT id, name, created_at, is_authorised, (SELECT count(*) FROM devices
        WHERE devices.site_id = sites.id AND removed_at IS NULL) AS devices
      FROM sites ORDER BY created_at, rowid`),
    insert: db.prepare(
      'INSERT INTO sites (id, name, name_key, created_at) VALUES (@id, @name, @nameKey, @at)',
    ),
    rename: db.prepare('UPDATE sites SET name = @name, name_key = @nameKey WHERE id = @id'),
    setAuthorised: db.prepare('UPDATE sites SET is_authorised = @value WHERE id = @id'),
    chosen: db.prepare('SELECT value FROM choices WHERE key = ?'),
    choose: db.prepare('INSERT OR REPLACE INTO choices (key, value) VALUES (?, ?)'),
    delete: db.prepare('DELETE FROM sites WHERE id = ?'),
    deleteDevices: db.prepare('DELETE FROM devices WHERE site_id = ?'),
    deleteEvents: db.prepare(
      'DELETE FROM events WHERE device_id IN (SELECT id FROM devices WHERE site_id = ?)',
    ),
  };
}
