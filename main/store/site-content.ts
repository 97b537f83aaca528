import { z } from 'zod';
import { deviceId, deviceKind, sightingSource } from '../contract/device.ts';
import { auditLine, job } from '../contract/job.ts';
import { chooserAnswer, chooserQuestions } from '../contract/recovery.ts';
import type { DeviceRecord } from '../domain/record.ts';
import { caseFile } from './case-store.ts';
import { readBook, readData, writeData } from './record-data.ts';
import type { SiteContent } from './transfer-types.ts';

/** Format of `site.json`; described in `services/site-file/README.md`. */
const formatVersion = 1;

const shortText = z.string().max(200);
const via = z.object({
  source: sightingSource,
  adapter: shortText.nullable(),
  firstAt: z.number(),
  lastAt: z.number(),
  count: z.number().int().nonnegative(),
});
const device = z.object({
  id: deviceId,
  /** As in the data file, so that it is read by the same lenient reader. */
  data: z.record(z.string(), z.unknown()),
  via: z.array(via).max(200),
  createdAt: z.number(),
  firstSeenAt: z.number().nullable(),
  lastSeenAt: z.number().nullable(),
  name: shortText.nullable(),
  note: z.string().max(4000).nullable(),
  kind: deviceKind.nullable(),
  removedAt: z.number().nullable(),
  book: z.unknown(),
  editedAt: z.number(),
});
export const chainLine = auditLine.extend({ before: z.string().max(64) });
const chain = z.object({
  id: z.string().max(64).nullable(),
  machine: shortText,
  isIntact: z.boolean(),
  lines: z.array(chainLine).max(1_000_000),
});
const content = z.object({
  format: z.literal(formatVersion),
  site: z.object({
    id: z.string().min(1).max(80),
    name: z.string().trim().min(1).max(120),
    isAuthorised: z.boolean(),
  }),
  madeAt: z.number(),
  by: z.object({ user: shortText, machine: shortText }),
  appVersion: shortText,
  devices: z.array(device).max(20_000),
  cases: z.array(z.object({ key: shortText, file: caseFile })).max(100_000),
  answers: z
    .array(
      z.object({
        key: shortText,
        answer: z.object({
          question: z.enum(chooserQuestions),
          answer: chooserAnswer,
          at: z.number(),
          who: shortText,
        }),
      }),
    )
    .max(100_000),
  jobs: z.array(job).max(100_000),
  chains: z.array(chain).max(1000),
  credentials: z.number().int().nonnegative(),
});

export function contentToText(site: SiteContent): string {
  const { devices, ...rest } = site;
  return JSON.stringify({ format: formatVersion, ...rest, devices: devices.map(toPlain) });
}

/** `null` for what is no content of a site. */
export function contentFromText(text: string): SiteContent | null {
  const read = content.safeParse(parseJson(text));
  if (!read.success) return null;
  const { format: _, devices, ...rest } = read.data;
  return { ...rest, devices: devices.map((each) => toRecord(each, rest.site.id)) };
}

function toPlain(record: DeviceRecord): z.input<typeof device> {
  const { id, createdAt, firstSeenAt, lastSeenAt } = record;
  const { name, note, kind, removedAt, book, editedAt } = record;
  return {
    ...{ id, createdAt, firstSeenAt, lastSeenAt, name, note, kind, removedAt, book, editedAt },
    via: record.via,
    data: JSON.parse(writeData(record)),
  };
}

function toRecord({ data, book, ...told }: z.output<typeof device>, siteId: string): DeviceRecord {
  return {
    ...readData(JSON.stringify(data)),
    ...told,
    ...{ siteId, formerIds: [], revision: 0 },
    book: book === null || book === undefined ? null : readBook(JSON.stringify(book)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told by the schema that follows: nothing fits it.
    return null;
  }
}
