import type { CliText } from './text/index.ts';

/** Why a file could not be written. The system's own words would be English. */
export function unwritable({ errors }: CliText, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why: Readonly<Record<string, string>> = {
    ENOENT: errors.noFolder,
    ENOTDIR: errors.noFolder,
    EISDIR: errors.isFolder,
    EACCES: errors.noRight,
    EPERM: errors.noRight,
    EROFS: errors.readOnly,
    ENOSPC: errors.diskFull,
    EBUSY: errors.inUse,
  };
  const words = error instanceof Error ? error.message.split(',', 1)[0] : String(error);
  return why[code] ?? words ?? '';
}
