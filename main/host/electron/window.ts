import { app, BrowserWindow, nativeTheme, session, type WebContents } from 'electron';
import { trust } from './ipc.ts';
import { isOurPage, pageUrl } from './page.ts';

/** Opens the one window; it appears when its first picture is ready, so nothing flashes white. */
export async function openWindow(preload: string): Promise<void> {
  const window = new BrowserWindow({
    width: 1180,
    height: 760,
    minWidth: 720,
    minHeight: 460,
    show: false,
    title: 'Untether',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101418' : '#fcfcfd',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  trust(window.webContents);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(pageUrl);
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

/** Our own page may ask for these: text on the clipboard, reminders, a screen that stays on. */
const allowed = new Set(['clipboard-sanitized-write', 'notifications', 'screen-wake-lock']);

/** No other page, no permission, and no request to anywhere but the bundled page. */
export function denyEverythingElse(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowed.has(permission) && isOurPage(contents.getURL())),
  );
  ours.setPermissionCheckHandler(
    (contents, permission) =>
      allowed.has(permission) && contents !== null && isOurPage(contents.getURL()),
  );
  ours.setDevicePermissionHandler(() => false);
  ours.webRequest.onBeforeRequest((request, answer) => {
    const isLocal = isOurPage(request.url) || /^(data|blob|devtools):/.test(request.url);
    answer({ cancel: !isLocal });
  });
}
