import { type Command, Option } from 'commander';
import { deviceKinds } from '../../contract/device.ts';
import { exportFormats } from '../../contract/methods.ts';
import type { RunFlags } from './acts/run.ts';
import type { WayFlags } from './commands/book.ts';
import { addBookCommands } from './program-book.ts';
import { type Build, withExamples } from './program-build.ts';
import { withGuardedPassword, withPassword } from './program-secrets.ts';

function addReading(devices: Command, { text, read, choose }: Build): void {
  const list = devices
    .command('list', { isDefault: true })
    .description(text.commands.list)
    .option('--removed', text.options.removed)
    .action((options: { removed?: boolean }) =>
      choose({
        run: async (context) => {
          const { listDevices } = await import('./commands/devices.ts');
          return listDevices(context, { includeRemoved: options.removed === true });
        },
      }),
    );
  withExamples(list, text, ['devices', 'devices list --removed', 'devices --json']);
  const show = devices
    .command('show')
    .description(text.commands.show)
    .argument('<device>', text.args.device)
    .action((wanted: string) =>
      choose({
        run: async (context) => (await import('./commands/devices.ts')).showDevice(context, wanted),
      }),
    );
  withExamples(show, text, ['devices show 012345678', 'devices show 44:19:b6:00:11:22']);
  const verify = devices
    .command('verify')
    .description(text.health.verify)
    .argument('<device>', text.args.device)
    .action((wanted: string, flags: RunFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/verify.ts')).verifyDevice(context, wanted, flags),
      }),
    );
  const health = devices
    .command('health')
    .description(text.health.health)
    .argument('<device>', text.args.device)
    .argument('[on|off]', text.health.switch, read.oneOf(['on', 'off']))
    .action((wanted: string, to: 'on' | 'off' | undefined) =>
      choose({
        run: async (context) =>
          (await import('./commands/health.ts')).deviceHealth(context, wanted, to),
      }),
    );
  withExamples(health, text, ['devices health 012345678', 'devices health Gate off']);
  withExamples(withGuardedPassword(verify, text), text, [
    'devices verify 012345678',
    'devices verify 012345678 --password-file site.txt --json',
  ]);
}

interface EditFlags extends WayFlags {
  readonly name?: string;
  readonly note?: string;
  readonly type?: (typeof deviceKinds)[number] | 'auto';
}

/** How a device of the book is reached. */
function withWay(edit: Command, { text, read }: Build): Command {
  const words = text.book.options;
  const port = read.count(1, 65_535);
  const onOff = read.oneOf(['on', 'off']);
  return withPassword(edit, text)
    .option('--host <address or name>', words.host)
    .option('--http-port <port>', words.httpPort, port)
    .option('--https <on|off>', words.httpsSwitch, onOff)
    .option('--port <port>', words.port, port)
    .option('--user <name>', words.user)
    .option('--allow-basic <on|off>', words.basicSwitch, onOff)
    .option('--accept-certificate <fingerprint>', words.certificate)
    .option('--take-redirect', words.redirect)
    .option('--no-test', words.noTest);
}

function addChanging(devices: Command, { text, read, choose }: Build): void {
  const kinds = [...deviceKinds, 'auto'] as const;
  const edit = devices
    .command('edit')
    .description(text.commands.edit)
    .argument('<device>', text.args.device)
    .option('--name <name>', text.options.name)
    .option('--note <text>', text.options.note)
    .addOption(new Option('--type <kind>', text.options.type).argParser(read.oneOf(kinds)));
  withWay(edit, { text, read, choose }).action(
    (wanted: string, { name, note, type, ...way }: EditFlags) =>
      choose({
        run: async (context) => {
          const { editDevice } = await import('./commands/devices.ts');
          return editDevice(context, wanted, { name, note, type, way });
        },
      }),
  );
  withExamples(edit, text, [
    'devices edit 012345678 --name "Gate" --note "ladder 4 m"',
    'devices edit Gate --host 192.168.1.70 --https on',
  ]);
  const remove = devices
    .command('remove')
    .description(text.commands.remove)
    .argument('<device...>', text.args.devices)
    .option('--accept-authorised', text.book.options.accept)
    .action((wanted: string[], flags: { readonly acceptAuthorised?: boolean }) =>
      choose({
        run: async (context) =>
          (await import('./commands/devices.ts')).removeDevices(context, wanted, {
            acceptAuthorised: flags.acceptAuthorised === true,
          }),
      }),
    );
  withExamples(remove, text, ['devices remove 012345678 Gate']);
  const restore = devices
    .command('restore')
    .description(text.commands.restore)
    .argument('<device...>', text.args.devices)
    .action((wanted: string[]) =>
      choose({
        run: async (context) =>
          (await import('./commands/devices.ts')).restoreDevices(context, wanted),
      }),
    );
  withExamples(restore, text, ['devices restore 012345678']);
}

interface ExportFlags {
  readonly out: string;
  readonly format?: (typeof exportFormats)[number];
}

function addExport(devices: Command, { text, read, choose }: Build): void {
  const write = devices
    .command('export')
    .description(text.commands.export)
    .requiredOption('--out <file>', text.options.out)
    .addOption(
      new Option('--format <kind>', text.options.format).argParser(read.oneOf(exportFormats)),
    )
    .action(({ out, format }: ExportFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/export.ts')).exportDevices(context, { out, format }),
      }),
    );
  withExamples(write, text, [
    'devices export --out list.xlsx',
    'devices export --out - --format csv',
  ]);
}

export function addDeviceCommands(program: Command, build: Build): void {
  const { text } = build;
  const devices = program.command('devices').description(text.commands.devices);
  withExamples(devices, text, [
    'devices',
    'devices show 012345678',
    'devices export --out list.csv',
  ]);
  addReading(devices, build);
  addChanging(devices, build);
  addExport(devices, build);
  addBookCommands(devices, build);
}
