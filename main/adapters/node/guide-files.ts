import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuideSource, GuideText } from '../../ports/guides.ts';
import type { Log } from '../../ports/log.ts';
import { toSystemError } from './errno.ts';

/** Guides are a few kilobytes; what is larger is no guide. */
const maxBytes = 256 * 1024;

export interface GuideFilesOptions {
  /** Folder with one folder per language. */
  readonly dir: string;
  readonly log: Log;
}

/** The guides of a folder, `<dir>/<locale>/<id>.md`. */
export function createGuideFiles({ dir, log }: GuideFilesOptions): GuideSource {
  async function readOne(path: string, id: string): Promise<readonly GuideText[]> {
    try {
      const { size } = await stat(path);
      if (size <= maxBytes) return [{ id, text: await readFile(path, 'utf8') }];
      log.error(() => 'a guide was left out: the file is too large', { path, size });
    } catch (error) {
      log.error(() => 'a guide was left out: the file cannot be read', {
        path,
        ...toSystemError(error),
      });
    }
    return [];
  }

  return {
    async read(locale) {
      const folder = join(dir, locale);
      let names: readonly string[];
      try {
        names = await readdir(folder);
      } catch (error) {
        // A language without guides falls back to English; without English there is nothing to read.
        const { code, message } = toSystemError(error);
        const what = () => 'no guides in this language';
        if (code === 'ENOENT' && locale !== 'en') log.info(what, { folder });
        else log.error(what, { folder, code, message });
        return [];
      }
      const ids = names
        .filter((name) => name.endsWith('.md') && name !== 'README.md')
        .map((name) => name.slice(0, -'.md'.length))
        .sort();
      const files = await Promise.all(ids.map((id) => readOne(join(folder, `${id}.md`), id)));
      return files.flat();
    },
  };
}
