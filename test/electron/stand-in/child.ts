/** Runs the built Electron host behind the stand-in, and lets the parent process look and act. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';

const root = resolve(import.meta.dirname, '../../..');
const standIn = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? next(standIn, context) : next(specifier, context),
});

// As Electron gives it: the program, the folder of package.json, then our flags.
process.argv = [process.execPath, root, ...process.argv.slice(2)];
const electron = await import('./electron.ts');
await import(pathToFileURL(join(root, 'out', 'main', 'electron.js')).href);
const { seen } = electron;

interface Bridge {
  call(method: unknown, input: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
}

/** Runs the built preload script with nothing but the two parts of `electron` it may use. */
function runPreload(path: string, contents: InstanceType<typeof electron.WebContents>) {
  const exposed: Record<string, unknown> = {};
  const listeners = new Map<string, Set<(event: unknown, value: unknown) => void>>();
  contents.sent.push((channel, value) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, value);
  });
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const event = { sender: contents, senderFrame: contents.mainFrame };
      const answer = await seen.handlers.get(channel)?.(event, ...structuredClone(args));
      return structuredClone(answer);
    },
    on(channel: string, listener: (event: unknown, value: unknown) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    off(channel: string, listener: (event: unknown, value: unknown) => void) {
      listeners.get(channel)?.delete(listener);
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: string, value: unknown) {
      exposed[name] = value;
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`the preload script required ${name}`);
    return { contextBridge, ipcRenderer };
  };
  const { platform } = process;
  runInNewContext(readFileSync(path, 'utf8'), { require, exports: {}, process: { platform } });
  return { exposed, listeners };
}

/** Waits for the window: the core is opened before it. */
async function firstWindow() {
  while (seen.windows[0]?.webContents.url === undefined || seen.windows[0].webContents.url === '') {
    await new Promise((done) => setTimeout(done, 10));
  }
  return seen.windows[0];
}

const window = await firstWindow();
const contents = window.webContents;
const preferences = window.options['webPreferences'] as Record<string, unknown>;
const { exposed, listeners } = runPreload(String(preferences['preload']), contents);
const bridge = exposed['untether'] as Bridge;
let stopEvents = bridge.subscribe((event) => process.send?.({ kind: 'event', event }));

/** What the IPC handler says to a caller that is not the top frame of our window on our page. */
function callFrom(event: unknown): unknown {
  return seen.handlers.get('app:call')?.(event, 'app.info', {});
}

async function bodyOf(reply: Response | undefined) {
  const bytes = new Uint8Array((await reply?.arrayBuffer()) ?? new ArrayBuffer(0));
  return { bytes, body: new TextDecoder().decode(bytes) };
}

function emitted(name: string, url: string): boolean {
  let isPrevented = false;
  const event = {
    url,
    preventDefault() {
      isPrevented = true;
    },
  };
  contents.emit(name, event);
  return isPrevented;
}

const acts: Readonly<Record<string, (...args: never[]) => unknown>> = {
  call: (method: unknown, input: unknown) => bridge.call(method, input),
  facts: () => ({
    isSandboxed: seen.isSandboxed,
    isShown: window.isShown,
    preferences: { ...preferences, preload: undefined },
    privileged: seen.privileged,
    exposed: Object.keys(exposed),
    bridge: Object.keys(bridge),
    hostInfo: (exposed['untether'] as { hostInfo: unknown }).hostInfo,
    userData: seen.paths.get('userData'),
    url: contents.url,
    menu: JSON.stringify(seen.menu),
    channels: [...seen.handlers.keys()],
  }),
  page: async (url: string, method: string) => {
    const reply = await seen.schemes.get('app')?.(new Request(url, { method }));
    return {
      status: reply?.status,
      headers: Object.fromEntries(reply?.headers ?? []),
      ...(await bodyOf(reply)),
    };
  },
  foreign: () => callFrom({ sender: new electron.WebContents(), senderFrame: contents.mainFrame }),
  subframe: () => callFrom({ sender: contents, senderFrame: { url: contents.url, parent: {} } }),
  noFrame: () => callFrom({ sender: contents, senderFrame: null }),
  strayed: () => {
    const frame = { url: 'https://evil.example/', parent: null };
    const before = contents.mainFrame;
    contents.mainFrame = frame;
    const answer = callFrom({ sender: contents, senderFrame: frame });
    contents.mainFrame = before;
    return answer;
  },
  open: (url: string) => contents.openHandler({ url }),
  navigate: (url: string) => emitted('will-frame-navigate', url),
  redirect: (url: string) => emitted('will-redirect', url),
  webview: () => emitted('will-attach-webview', ''),
  request: (url: string) =>
    new Promise((done) => {
      seen.onRequest?.({ url }, done);
    }),
  permission: (name: string) =>
    new Promise((done) => {
      const isAllowed = seen.permission.check?.(contents, name);
      seen.permission.request?.(contents, name, (granted: boolean) => done([isAllowed, granted]));
    }),
  device: () => seen.permission.device?.(),
  secondInstance: () => {
    electron.app.emit('second-instance');
    return window.focused;
  },
  unsubscribe: () => {
    stopEvents();
    stopEvents = () => () => undefined;
    return listeners.get('app:event')?.size;
  },
  closeWindow: () => {
    electron.app.emit('window-all-closed');
  },
};

process.on('message', async ({ id, act, args }: { id: number; act: string; args: never[] }) => {
  try {
    process.send?.({ kind: 'answer', id, value: await acts[act]?.(...args) });
  } catch (error) {
    process.send?.({ kind: 'answer', id, error: String(error) });
  }
});
process.send?.({ kind: 'ready' });
