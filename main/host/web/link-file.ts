import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The current one-time link in a file that only this user may read, for his other programs. */
export interface LinkFile {
  readonly path: string;
  write(link: string): void;
  remove(): void;
}

export function linkFileIn(dataDir: string): LinkFile {
  const path = join(dataDir, 'web-link');
  const remove = () => rmSync(path, { force: true });
  return {
    path,
    write(link) {
      // Made anew each time: an existing file would keep the rights somebody else gave it.
      remove();
      writeFileSync(path, `${link}\n`, { mode: 0o600, flag: 'wx' });
    },
    remove,
  };
}
