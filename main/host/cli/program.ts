import { Command, Help, Option } from 'commander';
import { scenarioNames } from '../flags.ts';
import { addActCommands } from './program-acts.ts';
import { type Build, withExamples } from './program-build.ts';
import { addCaseCommands } from './program-cases.ts';
import { addDeviceCommands } from './program-devices.ts';
import { addGuideCommands } from './program-guide.ts';
import { addJobCommands } from './program-jobs.ts';
import { addNetworkCommands } from './program-network.ts';
import { addHostCommands, addScanCommands, addSiteCommands } from './program-others.ts';
import { addPaperCommands } from './program-papers.ts';
import { addRecorderCommands } from './program-recorder.ts';
import { addRouteCommands } from './program-routes.ts';
import { addVaultCommands } from './program-vault.ts';
import type { CliText } from './text/index.ts';
import { valueReaders } from './values.ts';

/** Options that every command takes, before or after its name. */
function addGlobalOptions(program: Command, { text, read }: Build): void {
  const words = text.options;
  program
    .option('--data-dir <dir>', words.dataDir)
    .option('--json', words.json)
    .addOption(
      new Option('--lang <language>', words.lang).argParser(read.oneOf(['en', 'it', 'es'])),
    )
    .option('--iface <name or address>', words.iface, read.list)
    .option('--timeout <seconds>', words.timeout, read.seconds)
    .option('--yes', words.yes)
    .option('--passphrase-file <path>', text.vault.options.passphraseFile)
    .option('--demo', words.demo)
    .option('--scenario <name>', words.scenario, read.oneOf(scenarioNames))
    .option('--devices <n>', words.devices, read.count(1, 20_000));
  // Known only to be refused in plain words, wherever they stand; the value is never repeated.
  for (const name of ['password', 'pass', 'code', 'passphrase']) {
    program.addOption(new Option(`--${name} [value]`).hideHelp().preset('').argParser(read.never));
  }
}

/** Wider ones stand on a line of their own, so that what they mean has room on 80 columns. */
const maxTermWidth = 30;

function helpItem(term: string, termWidth: number, description: string, helper: Help): string {
  const item = Help.prototype.formatItem;
  if (description === '' || helper.displayWidth(term) <= termWidth) {
    return item.call(helper, term, termWidth, description, helper);
  }
  return `  ${term}\n${item.call(helper, '', termWidth, description, helper)}`;
}

/** Titles, help and examples in the person's language, the same for every command. */
function dress(command: Command, text: CliText): void {
  const titles: Readonly<Record<string, string>> = text.titles;
  command
    .helpOption('-h, --help', text.options.help)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      padWidth: (shown, helper) =>
        Math.min(maxTermWidth, Help.prototype.padWidth.call(helper, shown, helper)),
      formatItem: helpItem,
    })
    .allowExcessArguments(false);
  for (const sub of command.commands) dress(sub, text);
}

/** The whole command line. Nothing of the core is loaded by it. */
export function createProgram(text: CliText, version: string, choose: Build['choose']): Command {
  const build: Build = { text, read: valueReaders(text), choose };
  const program = new Command('untether')
    .description(`${text.about}\n\n${text.aboutMore}`)
    .version(version, '-V, --version', text.options.version)
    .helpCommand('help [command]', text.commands.help);
  addGlobalOptions(program, build);
  addScanCommands(program, build);
  addDeviceCommands(program, build);
  addNetworkCommands(program, build);
  addActCommands(program, build);
  addJobCommands(program, build);
  addCaseCommands(program, build);
  addRouteCommands(program, build);
  addRecorderCommands(program, build);
  addSiteCommands(program, build);
  addVaultCommands(program, build);
  addPaperCommands(program, build);
  addGuideCommands(program, build);
  addHostCommands(program, build);
  withExamples(program, text, [
    'scan',
    'scan --sweep 192.168.1.0/24 --json',
    'unbind 012345678 012345679 --check',
    'serve --demo --open',
  ]);
  program.addHelpText('after', `\n${new Help().boxWrap(text.exitCodes, 80)}`);
  dress(program, text);
  return program;
}
