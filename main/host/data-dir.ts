import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';

export interface DataDirQuestion {
  /** What `--data-dir` said. */
  readonly wanted?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

function systemDataDir({ env, platform, home }: DataDirQuestion): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Untether');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Untether');
  }
  // The XDG rules say that a relative path is to be ignored.
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg?.startsWith('/') ? xdg : posix.join(home, '.local', 'share');
  return posix.join(base, 'untether');
}

/** Folder of the data file, log and link: `--data-dir`, then `UNTETHER_DATA_DIR`, then the system's place. */
export function dataDirOf(question: DataDirQuestion): string {
  const wanted = question.wanted || question.env['UNTETHER_DATA_DIR'];
  return wanted ? resolve(wanted) : systemDataDir(question);
}

/** The same for this machine and this user. */
export function defaultDataDir(wanted?: string): string {
  return dataDirOf({ wanted, env: process.env, platform: process.platform, home: homedir() });
}
