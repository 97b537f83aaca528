import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, protocol, safeStorage } from 'electron';
import { passphraseBoxes } from '../../adapters/node/vault-boxes.ts';
import { print } from '../cli/output.ts';
import { defaultDataDir } from '../data-dir.ts';
import { readHostFlags } from '../flags.ts';
import { placesOf } from '../places.ts';
import { problemOf, wordsOf } from '../problems.ts';
import { type Core, startCore } from '../runtime.ts';
import { carryApi } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { pageHandler, scheme } from './page.ts';
import { safeStorageBoxes } from './safe-storage-box.ts';
import { denyEverythingElse, openWindow } from './window.ts';

const flags = readHostFlags(process.argv.slice(1));
const places = placesOf(import.meta.url);

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
// Chromium's own files stand beside our data, so the single-instance lock is one per data folder.
const profile = flags.demo === undefined ? 'window' : join('training', 'window');
app.setPath('userData', join(defaultDataDir(flags.dataDir), profile));

function showProblem(thrown: unknown): void {
  const error = problemOf(thrown);
  const words = wordsOf(error, 'en');
  print(`Untether cannot start. ${words.what} ${words.next}`, 'stderr');
  if (error.code === 'internal.unexpected') print(String(thrown), 'stderr');
  dialog.showErrorBox(
    'Untether cannot start',
    `${words.what}\n\n${words.next}\n\n${error.code} · ${error.ref}`,
  );
}

/** Lets the store write its last rows before the process goes. */
function closeBeforeQuit(core: Core): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void core.api.close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}

async function start(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
  protocol.handle(scheme, pageHandler(places.rendererDir));
  denyEverythingElse();
  try {
    const keystore = { keystore: safeStorage, platform: process.platform };
    const boxes = safeStorageBoxes(keystore, passphraseBoxes.passphrase);
    const core = await startCore({ host: 'electron', discovery: 'continuous', boxes, ...flags });
    closeBeforeQuit(core);
    carryApi(core.api);
    await openWindow(places.preload);
  } catch (thrown) {
    showProblem(thrown);
    app.exit(3);
  }
}

app.on('second-instance', () => {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
});
// A tool and no document editor: its last window is its end, on macOS too.
app.on('window-all-closed', () => app.quit());

if (app.requestSingleInstanceLock()) void start();
else app.quit();
