import { spawn } from 'node:child_process';

export type BrowserAnswer = 'opened' | 'no-display' | 'no-program';

interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

function opener(url: string, platform: NodeJS.Platform): Opener {
  if (platform === 'darwin') return { program: 'open', args: [url] };
  // Not `start`: it is a command of cmd.exe, which would interpret the address.
  if (platform === 'win32')
    return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  return { program: 'xdg-open', args: [url] };
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

const decisionMs = 1500;

/** Asks the system to show an address. A program that still runs after a moment is taken to have worked. */
export function openBrowser(url: string): Promise<BrowserAnswer> {
  if (!hasDisplay()) return Promise.resolve('no-display');
  const { program, args } = opener(url, process.platform);
  return new Promise((answer) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => answer('opened'), decisionMs);
    const decide = (value: BrowserAnswer) => {
      clearTimeout(timer);
      answer(value);
    };
    child.once('error', () => decide('no-program'));
    child.once('exit', (code) => decide(code === 0 ? 'opened' : 'no-program'));
    child.unref();
  });
}
