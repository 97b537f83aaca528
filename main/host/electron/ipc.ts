import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Api } from '../../contract/api.ts';
import { type Envelope, fail } from '../../contract/result.ts';
import { problem } from '../problems.ts';
import { isOurPage } from './page.ts';

const trusted = new Set<WebContents>();

/** Lets a window that we made call the core and hear its events, until it closes. */
export function trust(contents: WebContents): void {
  trusted.add(contents);
  contents.once('destroyed', () => trusted.delete(contents));
}

/** Only the top frame of a window of ours, and only while it shows our page. */
function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    trusted.has(sender) &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isOurPage(senderFrame.url)
  );
}

/** Carries calls and events between the core and our windows. */
export function carryApi(api: Api): void {
  ipcMain.handle(
    'app:call',
    async (event, method: unknown, input: unknown): Promise<Envelope<unknown>> =>
      isTrusted(event) ? api.callUnknown(method, input) : fail(problem('auth.untrusted')),
  );
  api.subscribe((event) => {
    for (const contents of trusted) {
      if (!contents.isDestroyed()) contents.send('app:event', event);
    }
  });
}
