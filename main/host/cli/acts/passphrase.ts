import { type Context, tell } from '../context.ts';
import { undecided } from './consent.ts';
import { askHidden, canAsk } from './prompt.ts';
import { readPassphraseFile } from './secret-file.ts';

export interface Question {
  readonly file: string | undefined;
  readonly question: string;
  /** Typed twice: nobody could correct a slip. */
  readonly isNew: boolean;
  /** What to say when nobody can give one; the vault's words when absent. */
  readonly needed?: string;
}

/** @throws CliFailure exit code 4 when nobody can give one */
export async function takePassphrase(
  context: Context,
  { file, question, isNew, needed }: Question,
): Promise<string> {
  const words = context.text.vault;
  if (file !== undefined) return readPassphraseFile(context, file);
  if (!canAsk(context)) throw undecided(needed ?? words.passphraseNeeded);
  for (;;) {
    const passphrase = await askHidden(context, question);
    if (passphrase === '') continue;
    if (!isNew || (await askHidden(context, words.again)) === passphrase) return passphrase;
    tell(context, context.text.acts.secrets.differ);
  }
}

/** The passphrase of a file or a code of ours. @throws CliFailure exit code 4 when nobody can give one */
export function takeOwnPassphrase(
  context: Context,
  asked: Omit<Question, 'needed'>,
): Promise<string> {
  return takePassphrase(context, { ...asked, needed: context.text.recorder.passphraseNeeded });
}
