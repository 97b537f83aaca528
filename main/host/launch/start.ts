import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, root } from './build.ts';
import { reasonAgainstElectron, thisMachine } from './choose.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { runElectron } from './run-electron.ts';
import { say } from './say.ts';

const help = `npm start -- [flags]: opens Untether in Electron, or else in your browser.

  --demo                 simulated devices over loopback; nothing of the real network is touched
  --scenario <name>      small-shop, hotel or campus (implies --demo)
  --devices <n>          how many simulated devices
  --data-dir <dir>       another data folder (or UNTETHER_DATA_DIR)
  --web                  the browser, even where Electron is present
  --no-open              with the browser: only print the link
  --port <n>             with the browser: a fixed port
  UNTETHER_NO_FETCH=1    never fetch Electron`;

interface StartFlags {
  readonly passed: readonly string[];
  readonly isWeb: boolean;
  readonly isOpen: boolean;
}

/** What a value must look like; the hosts read it, and would quietly take their default instead. */
const forms = {
  scenario: /^(small-shop|hotel|campus)$/,
  devices: /^[1-9]\d{0,4}$/,
  port: /^\d{1,5}$/,
} as const;

/** `null` when the command line was wrong or asked for help; that was said. */
function readFlags(): StartFlags | null {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean' },
        scenario: { type: 'string' },
        devices: { type: 'string' },
        'data-dir': { type: 'string' },
        port: { type: 'string' },
        web: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      say(help);
      return null;
    }
    for (const [name, form] of Object.entries(forms)) {
      const value = values[name as keyof typeof forms];
      if (value !== undefined && !form.test(value))
        throw new Error(`--${name} ${value}: not usable`);
    }
    const named = (['scenario', 'devices', 'data-dir', 'port'] as const).flatMap((name) =>
      values[name] === undefined ? [] : [`--${name}=${values[name]}`],
    );
    return {
      passed: values.demo ? ['--demo', ...named] : named,
      isWeb: values.web === true,
      isOpen: values['no-open'] !== true,
    };
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say(help);
    process.exitCode = 2;
    return null;
  }
}

/** Runs the web host in this process; it ends the process itself. */
async function runWeb(flags: StartFlags): Promise<void> {
  const entry = join(root, 'out', 'main', 'web.js');
  const open = flags.isOpen ? ['--open'] : [];
  process.argv = [process.execPath, entry, ...flags.passed, ...open];
  await import(pathToFileURL(entry).href);
}

/** Opens Electron when that is possible. Gives why not, or `null` when it ran and ended. */
async function tryElectron(flags: StartFlags): Promise<string | null> {
  const against = reasonAgainstElectron(thisMachine(), flags.isWeb);
  if (against !== null) return against;
  const missing = findElectron() === null ? await fetchElectron() : null;
  const program = findElectron();
  if (program === null) {
    return `Electron's program is not installed here${missing === null ? '' : ` and ${missing}`}`;
  }
  say('Opening Untether in Electron: its program is installed here.');
  const end = await runElectron(program, [root, ...flags.passed]);
  if (typeof end === 'string') return end;
  process.exitCode = end;
  return null;
}

const flags = readFlags();
if (flags !== null && !(await ensureBuilt())) process.exitCode = 1;
else if (flags !== null) {
  const why = await tryElectron(flags);
  if (why !== null) {
    say(`Opening Untether in the browser: ${why}.`);
    await runWeb(flags);
  }
}
