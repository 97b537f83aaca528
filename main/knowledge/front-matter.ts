import { parseDocument } from 'yaml';
import { z } from 'zod';
import { guideGroup } from '../contract/guide.ts';

const line = z.string().trim().min(1).max(400);
const day = z.iso.date();
/** Kebab case: the name of the file, and what links name. */
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'letters, digits and single hyphens');

const source = z
  .strictObject({
    title: line,
    publisher: line.optional(),
    note: line.optional(),
    seen: day,
  })
  .transform(({ title, publisher, note, seen }) => ({
    title,
    publisher: publisher ?? null,
    note: note ?? null,
    seen,
  }));

const difference = z.strictObject({
  point: line,
  says: z.array(z.strictObject({ source: line, value: line })).min(2),
});

/** Head of a guide file. A key that is not known is an error: it is a typing mistake that hides a fact. */
export const frontMatter = z.strictObject({
  id,
  title: line,
  summary: line,
  group: guideGroup,
  /** Prefixes of model names, or `all`. */
  models: z.array(line).min(1),
  /** What a technician would type. */
  symptoms: z.array(line).min(1),
  codes: z.array(z.string().regex(/^[a-z0-9.-]+$/)).default([]),
  sources: z.array(source).min(1),
  date: day,
  differs: z.array(difference).default([]),
});
export type FrontMatter = z.infer<typeof frontMatter>;

export type ReadHead =
  | { readonly ok: true; readonly head: FrontMatter; readonly body: string }
  | { readonly ok: false; readonly problems: readonly string[] };

const fence = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** Parts the head of a guide from its body and checks the head. Never throws. */
export function readHead(text: string): ReadHead {
  const [, yaml, body] = fence.exec(text.replace(/^\uFEFF/, '')) ?? [];
  if (yaml === undefined || body === undefined) {
    return {
      ok: false,
      problems: ['the file does not begin with front matter between two lines "---"'],
    };
  }
  // The core schema keeps dates as text; duplicate keys and bad syntax are in `errors`.
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: true });
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map(({ message }) => `YAML: ${message}`) };
  }
  const parsed = frontMatter.safeParse(document.toJS());
  if (parsed.success)
    return { ok: true, head: parsed.data, body: body.replaceAll('\r\n', '\n').trim() };
  return {
    ok: false,
    problems: parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'head'}: ${message}`,
    ),
  };
}
