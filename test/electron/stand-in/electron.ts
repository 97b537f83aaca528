/**
 * A stand-in for the `electron` module: enough of it to run the built main bundle under plain Node. It
 * cannot show Chromium's own sandbox, real windows or menus; that takes the real program (test/electron).
 */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';

/** What the host did, for the tests to look at. */
export const seen = {
  isSandboxed: false,
  windows: [] as BrowserWindow[],
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  schemes: new Map<string, (request: Request) => Promise<Response>>(),
  privileged: [] as unknown[],
  errorBoxes: [] as string[],
  menu: null as unknown,
  paths: new Map<string, string>(),
  permission: {
    request: null as ((...args: unknown[]) => void) | null,
    check: null as ((...args: unknown[]) => boolean) | null,
    device: null as (() => boolean) | null,
  },
  onRequest: null as ((details: { url: string }, answer: (what: unknown) => void) => void) | null,
};

function preventable(): { isPrevented: boolean; preventDefault(): void } {
  const event = {
    isPrevented: false,
    preventDefault() {
      event.isPrevented = true;
    },
  };
  return event;
}

class App extends EventEmitter {
  readonly isPackaged = false;
  enableSandbox(): void {
    seen.isSandboxed = true;
  }
  setPath(name: string, path: string): void {
    seen.paths.set(name, path);
  }
  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_LOCKED'] !== '1';
  }
  async whenReady(): Promise<void> {
    // Nothing to get ready here.
  }
  quit(): void {
    const event = preventable();
    this.emit('before-quit', event);
    if (!event.isPrevented) this.exit(0);
  }
  exit(code: number): void {
    process.send?.({ kind: 'exiting', errorBoxes: seen.errorBoxes });
    process.exit(code);
  }
}
export const app = new App();

export class WebContents extends EventEmitter {
  url = '';
  mainFrame = { url: '', parent: null };
  openHandler: (details: { url: string }) => unknown = () => null;
  readonly sent: ((channel: string, value: unknown) => void)[] = [];
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler;
  }
  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return false;
  }
  send(channel: string, value: unknown): void {
    // What Electron does with it: a copy by structured clone, which refuses functions.
    for (const listener of this.sent) listener(channel, structuredClone(value));
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return seen.windows;
  }
  readonly webContents = new WebContents();
  readonly options: Record<string, unknown>;
  isShown = false;
  focused = 0;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    seen.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    this.webContents.mainFrame = { url, parent: null };
    this.emit('ready-to-show');
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.focused += 1;
  }
  isMinimized(): boolean {
    return false;
  }
}

export const ipcMain = {
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    seen.handlers.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    seen.privileged = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    seen.schemes.set(scheme, handler);
  },
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: (...args: unknown[]) => void): void {
      seen.permission.request = handler;
    },
    setPermissionCheckHandler(handler: (...args: unknown[]) => boolean): void {
      seen.permission.check = handler;
    },
    setDevicePermissionHandler(handler: () => boolean): void {
      seen.permission.device = handler;
    },
    webRequest: {
      onBeforeRequest(handler: NonNullable<typeof seen.onRequest>): void {
        seen.onRequest = handler;
      },
    },
  },
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu(menu: unknown): void {
    seen.menu = menu;
  },
};

export const dialog = {
  showErrorBox(title: string, content: string): void {
    seen.errorBoxes.push(join(title, content));
  },
};

export const nativeTheme = { shouldUseDarkColors: false };

/** As Linux without a keyring: there, and worth nothing until somebody agrees to plain text. */
export const safeStorage = {
  isPlain: false,
  getSelectedStorageBackend: () => 'basic_text',
  setUsePlainTextEncryption(isPlain: boolean): void {
    safeStorage.isPlain = isPlain;
  },
  isEncryptionAvailable: () => safeStorage.isPlain,
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptString: (text: string) => Buffer.from(`v10${text}`, 'utf8'),
  decryptString(sealed: Buffer): string {
    if (sealed.subarray(0, 3).toString() !== 'v10') throw new Error('not ours');
    return sealed.subarray(3).toString('utf8');
  },
};
