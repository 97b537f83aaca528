import type { MethodOutput } from '../../../../../main/contract/methods.ts';
import { type Client, ClientError } from '../../../transport/client.ts';
import { bytesAsBase64 } from '../../vault/file-bytes.ts';

/** What `table.read` takes. */
export const fileLimitBytes = 16_000_000;
/** What `network.readPlan` takes; a plan of a thousand devices has about 100 kB. */
export const planLimitChars = 1_000_000;
/** What `book.readImport` takes. */
export const bookLimitChars = 4_000_000;

/** A table file that a person chose, as the core opened it. */
export interface ChosenTable extends MethodOutput<'table.read'> {
  readonly name: string;
}

/** The file was moved between the choice and the reading, or it is a folder. */
export class UnreadableFile extends Error {}

type ChosenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

async function bytesOf(file: ChosenFile): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new UnreadableFile(file.name, { cause: error });
  }
}

function tooLarge(limit: number): ClientError {
  const params = { limitMb: limit / 1_000_000 };
  return new ClientError({ code: 'table.too-large', params, message: '', ref: '' });
}

/**
 * Has the core open a chosen or dropped file; it stays on this computer.
 * @throws UnreadableFile
 * @throws ClientError `table.…` for what is no table
 */
export async function readTableFile(
  api: Client,
  file: ChosenFile,
  maxChars: number,
): Promise<ChosenTable> {
  // Asked before it is read: a film dropped by mistake must not fill the memory.
  if (file.size > fileLimitBytes) throw tooLarge(fileLimitBytes);
  const base64 = bytesAsBase64(await bytesOf(file));
  const table = await api.call('table.read', { base64 });
  if (table.text.length > maxChars) throw tooLarge(maxChars);
  return { name: file.name, ...table };
}
