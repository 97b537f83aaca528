import { z } from 'zod';
import type { DeviceId } from '../contract/device.ts';
import { type DeviceHealth, deviceHealth } from '../contract/login.ts';
import type { LoginNotes, LoginNotesChange, LoginStore } from './login-types.ts';
import type { Db, Transact } from './sqlite.ts';

const row = z.object({
  device_id: z.string(),
  pin: z.string().nullable(),
  login: z.enum(['proven', 'refused', 'untested']).nullable().catch(null),
  login_at: z.number().nullable(),
  is_on: z.number().nullable(),
  health: z.string().nullable(),
  checked_at: z.number().nullable(),
});

const proof = z.object({ device_id: z.string(), login_at: z.number() });

export class SqliteLoginStore implements LoginStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  get(device: DeviceId): LoginNotes | null {
    const raw = this.#sql.get.get({ device });
    return raw === undefined ? null : toNotes(raw);
  }

  all(): LoginNotes[] {
    return this.#sql.all.all().map(toNotes);
  }

  wishes(): Pick<LoginNotes, 'device' | 'login' | 'isOn'>[] {
    return this.#sql.wishes.all().map(toNotes);
  }

  provenSince(at: number): ReadonlyMap<DeviceId, number> {
    const rows = z.array(proof).parse(this.#sql.proven.all({ at }));
    return new Map(rows.map(({ device_id, login_at }) => [device_id as DeviceId, login_at]));
  }

  change(device: DeviceId, change: LoginNotesChange): void {
    this.#transact(() => {
      const before = this.get(device);
      const { pin, login, loginAt, isOn, health } = { ...blank, ...before, ...change };
      this.#sql.put.run({
        ...{ device, pin, login, loginAt },
        isOn: isOn === null ? null : Number(isOn),
        health: health === null ? null : JSON.stringify(health),
        checkedAt: health?.at ?? null,
      });
    });
  }

  move(from: DeviceId, to: DeviceId): void {
    this.#transact(() => {
      // What is known under the name that stays is newer.
      this.#sql.move.run({ from, to });
      this.#sql.drop.run({ device: from });
    });
  }
}

const blank: Required<LoginNotesChange> = {
  pin: null,
  login: null,
  loginAt: null,
  isOn: null,
  health: null,
};

function toNotes(raw: unknown): LoginNotes {
  const { device_id, pin, login, login_at, is_on, health } = row.parse(raw);
  return {
    device: device_id as DeviceId,
    ...{ pin, login, loginAt: login_at, health: readHealth(health) },
    isOn: is_on === null ? null : is_on !== 0,
  };
}

/** Of another version, or damaged: it is read from the device again. */
function readHealth(text: string | null): DeviceHealth | null {
  if (text === null) return null;
  try {
    return deviceHealth.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function prepare(db: Db) {
  return {
    get: db.prepare('SELECT * FROM login_notes WHERE device_id = @device'),
    all: db.prepare('SELECT * FROM login_notes'),
    wishes: db.prepare(`
      SELECT device_id, login, is_on, NULL AS pin, NULL AS login_at, NULL AS health, NULL AS checked_at
      FROM login_notes`),
    proven: db.prepare(
      "SELECT device_id, login_at FROM login_notes WHERE login = 'proven' AND login_at > @at",
    ),
    put: db.prepare(`
      INSERT OR REPLACE INTO login_notes (device_id, pin, login, login_at, is_on, health, checked_at)
      VALUES (@device, @pin, @login, @loginAt, @isOn, @health, @checkedAt)`),
    move: db.prepare('UPDATE OR IGNORE login_notes SET device_id = @to WHERE device_id = @from'),
    drop: db.prepare('DELETE FROM login_notes WHERE device_id = @device'),
  };
}
