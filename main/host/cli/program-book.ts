import type { Command } from 'commander';
import { deviceKinds } from '../../contract/device.ts';
import type { RunFlags } from './acts/run.ts';
import type { AddFlags } from './commands/book.ts';
import type { ImportFlags } from './commands/book-import.ts';
import { type Build, withExamples } from './program-build.ts';
import { withGuardedPassword, withPassword } from './program-secrets.ts';

/** The book's commands of `devices`. */
export function addBookCommands(devices: Command, build: Build): void {
  addAdd(devices, build);
  addTest(devices, build);
  addAnswers(devices, build);
  addImport(devices, build);
}

function addAdd(devices: Command, { text, read, choose }: Build): void {
  const words = text.book.options;
  const port = read.count(1, 65_535);
  const add = withPassword(
    devices
      .command('add')
      .description(text.book.commands.add)
      .option('--host <address or name>', words.host)
      .option('--http-port <port>', words.httpPort, port)
      .option('--https', words.https)
      .option('--port <port>', words.port, port)
      .option('--name <name>', words.name)
      .option('--user <name>', words.user)
      .option('--found <device...>', words.found)
      .option('--no-test', words.noTest)
      .option('--no-password', words.noPassword)
      .option('--allow-basic', words.basic),
    text,
  ).action((flags: AddFlags) =>
    choose({
      run: async (context) => (await import('./commands/book.ts')).addDevice(context, flags),
    }),
  );
  withExamples(add, text, [
    'devices add --host 192.168.1.64 --name Gate',
    'devices add --host cam.example.lan --https --password-file gate.txt',
    'devices add --found 012345678 012345679',
  ]);
}

function addTest(devices: Command, { text, read, choose }: Build): void {
  const test = withGuardedPassword(
    devices
      .command('test')
      .description(text.book.commands.test)
      .argument('<device>', text.args.device),
    text,
  ).action((wanted: string, flags: RunFlags) =>
    choose({
      run: async (context) =>
        (await import('./commands/book.ts')).testDevice(context, wanted, flags),
    }),
  );
  withExamples(test, text, ['devices test Gate', 'devices test cam.example.lan --json']);
  const kinds = [...deviceKinds, 'auto'] as const;
  const type = devices
    .command('type')
    .description(text.book.commands.type)
    .argument('<device>', text.args.device)
    .argument('<kind>', text.book.args.kind, read.oneOf(kinds))
    .action((wanted: string, kind: (typeof kinds)[number]) =>
      choose({
        run: async (context) => (await import('./commands/book.ts')).setType(context, wanted, kind),
      }),
    );
  withExamples(type, text, ['devices type 012345678 recorder', 'devices type Gate auto']);
}

function addAnswers(devices: Command, { text, choose }: Build): void {
  const { commands } = text.book;
  const merge = devices
    .command('merge')
    .description(commands.merge)
    .argument('<device>', text.args.device)
    .argument('<into>', text.book.args.into)
    .action((wanted: string, into: string) =>
      choose({
        run: async (context) =>
          (await import('./commands/book.ts')).mergeDevices(context, wanted, into),
      }),
    );
  withExamples(merge, text, ['devices merge cam.example.lan 012345678']);
  const accept = devices
    .command('accept')
    .description(commands.accept)
    .argument('<device>', text.args.device)
    .action((wanted: string) =>
      choose({
        run: async (context) => (await import('./commands/book.ts')).acceptDevice(context, wanted),
      }),
    );
  withExamples(accept, text, ['devices accept Gate']);
  const forget = devices
    .command('forget')
    .description(commands.forget)
    .argument('<device...>', text.args.devices)
    .action((wanted: string[]) =>
      choose({
        run: async (context) => (await import('./commands/book.ts')).forgetDevices(context, wanted),
      }),
    );
  withExamples(forget, text, ['devices forget Gate cam.example.lan']);
}

function addImport(devices: Command, { text, choose }: Build): void {
  const words = text.book.options;
  const from = devices
    .command('import')
    .description(text.book.commands.import)
    .argument('<file>', text.book.args.file)
    .option('--dry-run', words.dryRun)
    .option('--no-password', words.noPassword)
    .action((file: string, flags: ImportFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/book-import.ts')).importDevices(context, file, flags),
      }),
    );
  withExamples(from, text, ['devices import list.xlsx --dry-run', 'devices import list.csv']);
}
