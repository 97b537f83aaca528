import { interpolate } from '../../contract/text/interpolate.ts';
import { badInput, type CliFailure, type Context } from './context.ts';

/** Why a file that the person named was not read. The system's own words would be English. */
export function unreadable(context: Context, file: string, error: Error): CliFailure {
  const words = context.text.acts.secrets;
  const why: Readonly<Record<string, string>> = {
    ENOENT: words.missing,
    ENOTDIR: words.missing,
    EISDIR: words.folder,
    EACCES: words.denied,
    EPERM: words.denied,
  };
  return badInput(
    interpolate(why['code' in error ? String(error.code) : ''] ?? words.unreadable, { file }),
  );
}
