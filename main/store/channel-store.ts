import { z } from 'zod';
import type { ChannelLink, ChannelStore } from './channel-types.ts';
import type { Db, Transact } from './sqlite.ts';

const row = z.object({
  recorder: z.string(),
  channel: z.number(),
  is_person: z.number(),
  device: z.string().nullable(),
  serial: z.string().nullable(),
  address: z.string().nullable(),
  at: z.number(),
});

export class SqliteChannelStore implements ChannelStore {
  readonly #transact: Transact;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: Db, transact: Transact) {
    this.#transact = transact;
    this.#sql = prepare(db);
  }

  ofRecorder(keys: readonly string[]): ChannelLink[] {
    return keys.flatMap((key) => this.#sql.ofRecorder.all(key).map(toLink));
  }

  ofDevice(keys: readonly string[]): ChannelLink[] {
    return keys.flatMap((key) => this.#sql.ofDevice.all(key).map(toLink));
  }

  putRead(keys: readonly string[], links: readonly ChannelLink[]): void {
    this.#transact(() => {
      for (const key of keys) this.#sql.dropRead.run(key);
      for (const link of links) this.#put({ ...link, isPerson: false });
    });
  }

  putAnswer(keys: readonly string[], channel: number, link: ChannelLink | null): void {
    this.#transact(() => {
      for (const key of keys) this.#sql.dropAnswer.run(key, channel);
      if (link !== null) this.#put({ ...link, channel, isPerson: true });
    });
  }

  #put({ isPerson, ...link }: ChannelLink): void {
    this.#sql.put.run({ ...link, isPerson: isPerson ? 1 : 0 });
  }
}

function toLink(raw: unknown): ChannelLink {
  const { is_person, ...link } = row.parse(raw);
  return { ...link, isPerson: is_person === 1 };
}

function prepare(db: Db) {
  return {
    ofRecorder: db.prepare('SELECT * FROM channel_links WHERE recorder = ? ORDER BY channel'),
    ofDevice: db.prepare('SELECT * FROM channel_links WHERE device = ? ORDER BY recorder, channel'),
    dropRead: db.prepare('DELETE FROM channel_links WHERE recorder = ? AND is_person = 0'),
    dropAnswer: db.prepare(
      'DELETE FROM channel_links WHERE recorder = ? AND channel = ? AND is_person = 1',
    ),
    put: db.prepare(
      `INSERT OR REPLACE INTO channel_links (recorder, channel, is_person, device, serial, address, at)
       VALUES (@recorder, @channel, @isPerson, @device, @serial, @address, @at)`,
    ),
  };
}
