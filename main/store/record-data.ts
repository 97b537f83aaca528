import { z } from 'zod';
import { type BookEntry, bookEntry } from '../contract/book.ts';
import {
  deviceFacts,
  type SightingSource,
  sadpGenerations,
  sightingSources,
  vendor,
} from '../contract/device.ts';
import { maxTextLength } from '../domain/limits.ts';
import type { DeviceRecord, KnownFacts, SourceBlock } from '../domain/record.ts';

/** The part of a record that lives in the JSON column. */
export type RecordData = Pick<
  DeviceRecord,
  | 'serial'
  | 'nics'
  | 'address'
  | 'sharedMac'
  | 'sources'
  | 'generation'
  | 'restartedAt'
  | 'boot'
  | 'isConfirmed'
>;

const text = z.string().nullable().catch(null);
const time = z.number().nullable().catch(null);
const told = z.object({ at: z.number(), adapter: text });
const nic = z.object({ mac: z.string(), address: text, firstAt: z.number(), lastAt: z.number() });
const block = z.object({
  at: z.number(),
  adapter: text,
  facts: z.record(z.string(), z.unknown()),
  earlier: z.record(z.string(), told).catch({}),
  extra: z.record(z.string(), z.string()).catch({}),
  vendor: vendor.nullable().catch(null),
});

/** Own data, read leniently: a part that does not fit is left out, the rest of the device stays. */
const recordData = z.object({
  serial: text,
  nics: z.array(nic).catch([]),
  address: text,
  sharedMac: text,
  sources: z.record(z.string(), z.unknown()).catch({}),
  generation: z.enum(sadpGenerations).nullable().catch(null),
  restartedAt: time,
  boot: z.object({ bootTime: z.string(), since: z.number() }).nullable().catch(null),
  isConfirmed: z.boolean().catch(true),
});

const empty = recordData.parse({});

export function writeData(record: Readonly<DeviceRecord>): string {
  const { serial, nics, address, sharedMac, sources } = record;
  const { generation, restartedAt, boot, isConfirmed } = record;
  const data: RecordData = {
    serial,
    nics,
    address,
    sharedMac,
    sources,
    generation,
    restartedAt,
    boot,
    isConfirmed,
  };
  return JSON.stringify(data);
}

export function readData(json: string): RecordData {
  const data = recordData.catch(empty).parse(parseJson(json));
  const sources: { [S in SightingSource]?: SourceBlock } = {};
  for (const source of sightingSources) {
    const read = block.safeParse(data.sources[source]);
    if (!read.success) continue;
    const { facts, earlier, ...rest } = read.data;
    sources[source] = { ...rest, facts: readFacts(facts), earlier };
  }
  return { ...data, sources };
}

/** Own data, read leniently: a test that does not fit is forgotten, the way to the device stays. */
const storedEntry = bookEntry.extend({ test: bookEntry.shape.test.catch(null) });

/** `null` for a device that is not in the book, and for an entry that cannot be read. */
export function readBook(json: string | null): BookEntry | null {
  if (json === null) return null;
  const read = storedEntry.safeParse(parseJson(json));
  return read.success ? read.data : null;
}

/** What a stored value of each key must look like; numbers are also held against their range. */
const factSchemas = new Map(Object.entries(deviceFacts.shape));
const factTypes = new Map(
  [...factSchemas].map(([key, schema]) => [
    key,
    [true, 1, 'x']
      .filter((sample) => schema.safeParse(sample).success)
      .map((sample) => typeof sample)[0],
  ]),
);

/** By hand, because this runs for every fact of every device at each start. */
function readFacts(stored: Record<string, unknown>): KnownFacts {
  const facts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stored)) {
    if (typeof value !== factTypes.get(key)) continue;
    if (typeof value === 'number' && !factSchemas.get(key)?.safeParse(value).success) continue;
    if (typeof value === 'string' && value.length > maxTextLength) continue;
    facts[key] = value;
  }
  return facts;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // An unreadable column is read as an empty one; the other columns still tell who the device is.
    return null;
  }
}
