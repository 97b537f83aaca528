import type { BookEntry } from '../../../../main/contract/book.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { showToast } from '../../components/toast-store.ts';
import type { TextLookup } from '../../i18n/use-text.ts';
import type { Session } from '../../state/session.ts';
import type { Client } from '../../transport/client.ts';
import { tellError } from '../devices/tell-error.ts';

export interface BookTools {
  readonly session: Session;
  readonly text: TextLookup;
  readonly tellDone: (done: string, takeBack: () => Promise<void>) => void;
}

/** Found devices get an entry each; taken back, just those that had none. */
export async function addFound(tools: BookTools, ids: readonly DeviceId[]): Promise<void> {
  const { session, text, tellDone } = tools;
  const fresh = ids.filter((id) => session.fleet.row(id)?.bookHost === null);
  try {
    const { added, without } = await session.client.call('book.addFound', { ids: [...ids] });
    const lacking =
      without.length === 0 ? '' : ` ${text('ui/book/found/without', { count: without.length })}`;
    if (added === 0) {
      showToast({ text: `${text('ui/book/found/none')}${lacking}` });
      return;
    }
    const own = fresh.filter((id) => !without.includes(id));
    tellDone(`${text('ui/book/found/done', { count: added })}${lacking}`, async () => {
      await session.client.call('book.forget', { ids: own });
    });
  } catch (thrown) {
    tellError(text, thrown);
  }
}

/** One that was never heard leaves the list with its entry; the others only lose the entry. */
async function putBack(client: Client, id: DeviceId, entry: BookEntry): Promise<void> {
  await client.call('devices.restore', { ids: [id] });
  const { entry: still } = await client.call('book.get', { id });
  if (still !== null) return;
  await client.call('book.addFound', { ids: [id], userName: entry.userName });
  const { host, httpPort, isTls, commandPort, userName, isBasicAllowed, pin } = entry;
  const way = { host, httpPort, isTls, commandPort, userName, isBasicAllowed };
  await client.call('book.edit', { id, ...way, acceptCertificate: pin });
}

export async function forgetEntries(tools: BookTools, ids: readonly DeviceId[]): Promise<void> {
  const { session, text, tellDone } = tools;
  const { client } = session;
  try {
    const before: (readonly [DeviceId, BookEntry])[] = [];
    for (const id of ids) {
      const { entry } = await client.call('book.get', { id });
      if (entry !== null) before.push([id, entry]);
    }
    if (before.length === 0) return;
    await client.call('book.forget', { ids: before.map(([id]) => id) });
    tellDone(text('ui/book/forget/done', { count: before.length }), async () => {
      for (const [id, entry] of before) await putBack(client, id, entry);
    });
  } catch (thrown) {
    tellError(text, thrown);
  }
}
