import { join } from 'node:path';
import { createGuideFiles } from '../../../main/adapters/node/guide-files.ts';
import type { Guide } from '../../../main/contract/guide.ts';
import type { Locale } from '../../../main/contract/settings.ts';
import { Knowledge } from '../../../main/knowledge/knowledge.ts';
import { readGuide } from '../../../main/knowledge/read-guide.ts';
import type { GuideText } from '../../../main/ports/guides.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';

export const guidesDir = join(import.meta.dirname, '../../../main/knowledge/guides');

export const shippedFiles = createGuideFiles({ dir: guidesDir, log: createMemoryLog() });

export interface Shipped {
  readonly guides: readonly Guide[];
  /** `<id>: <problem>` of every file that cannot be read. */
  readonly problems: readonly string[];
}

/** The guides that we ship, in one language, without fallback. */
export async function shipped(locale: Locale): Promise<Shipped> {
  const read = (await shippedFiles.read(locale)).map((file) => ({
    id: file.id,
    result: readGuide(file, locale),
  }));
  return {
    guides: read.flatMap(({ result }) => (result.ok ? [result.guide] : [])),
    problems: read.flatMap(({ id, result }) =>
      result.ok ? [] : result.problems.map((problem) => `${id}: ${problem}`),
    ),
  };
}

/** A library of made-up files, and its log. */
export function libraryOf(files: Partial<Record<Locale, readonly GuideText[]>>) {
  const log = createMemoryLog();
  let reads = 0;
  const source = {
    read: (locale: Locale) => {
      reads += 1;
      return Promise.resolve(files[locale] ?? []);
    },
  };
  return { knowledge: new Knowledge({ source, log }), log, reads: () => reads };
}

export interface Draft {
  readonly title?: string;
  readonly symptoms?: readonly string[];
  readonly codes?: readonly string[];
  readonly group?: string;
  readonly more?: string;
  readonly body?: string;
}

export function fileOf(id: string, draft: Draft = {}): GuideText {
  const { title = `About ${id}`, symptoms = ['it does not work'], codes = [] } = draft;
  const head = [
    `id: ${id}`,
    `title: "${title}"`,
    'summary: One sentence.',
    `group: ${draft.group ?? 'site'}`,
    'models: [all]',
    'symptoms:',
    ...symptoms.map((symptom) => `  - "${symptom}"`),
    `codes: [${codes.join(', ')}]`,
    'sources:',
    '  - title: A manual',
    '    seen: 2026-11-20',
    'date: 2026-11-20',
    ...(draft.more === undefined ? [] : [draft.more]),
  ];
  return { id, text: `---\n${head.join('\n')}\n---\n${draft.body ?? '## Steps\n\n1. Look.\n'}` };
}
