import type { Command } from 'commander';
import type { BackupFlags } from './commands/backup.ts';
import type { QrFlags } from './commands/qr.ts';
import type { ChannelFlags } from './commands/recorder.ts';
import { badInput } from './context.ts';
import { type Build, withExamples } from './program-build.ts';
import { withGuardedPassword } from './program-secrets.ts';

/** `recorder`, `backup` and `qr`. */
export function addRecorderCommands(program: Command, build: Build): void {
  addRecorder(program, build);
  addBackup(program, build);
  addQr(program, build);
}

function addRecorder(program: Command, { text, read, choose }: Build): void {
  const { commands, args, options, badWhat } = text.recorder;
  const recorder = withGuardedPassword(
    program
      .command('recorder')
      .description(commands.recorder)
      .argument('<device>', text.args.device)
      .argument('<what>', args.what)
      .argument('[action]', args.action)
      .argument('[channel]', args.channel)
      .argument('[camera]', args.camera)
      .option('--address <address>', options.address)
      .option('--port <port>', options.port, read.count(1, 65_535))
      .option('--name <name>', options.name)
      .option('--user <name>', options.user)
      .option('--channel-password-file <path>', options.channelPasswordFile),
    text,
  ).action(
    (
      wanted: string,
      what: string,
      action: string | undefined,
      channel: string | undefined,
      camera: string | undefined,
      flags: ChannelFlags,
    ) =>
      choose({
        run: async (context) => {
          if (what !== 'channels') throw badInput(badWhat);
          const { recorder: run } = await import('./commands/recorder.ts');
          return run(context, { wanted, action, channel, camera }, flags);
        },
      }),
  );
  withExamples(recorder, text, [
    'recorder 012345678 channels --json',
    'recorder 012345678 channels map 3 012345679',
    'recorder 012345678 channels map 4 none',
    'recorder 012345678 channels edit 3 --address 192.168.1.80 --channel-password-file camera.txt',
    'recorder 012345678 channels remove 3',
  ]);
}

function addBackup(program: Command, { text, choose }: Build): void {
  const { commands, args, options } = text.recorder;
  const withKeys = (command: Command): Command =>
    withGuardedPassword(
      command
        .option('--secret-key-file <path>', options.secretKeyFile)
        .option('--file-passphrase-file <path>', options.filePassphraseFile),
      text,
    );
  const backup = withKeys(
    program
      .command('backup')
      .description(commands.backup)
      .argument('[device]', text.args.device)
      .option('--out <file>', options.out)
      .option('--plain', options.plain),
  ).action((wanted: string | undefined, flags: BackupFlags) =>
    choose({
      run: async (context) =>
        (await import('./commands/backup.ts')).makeBackup(context, wanted, flags),
    }),
  );
  withExamples(backup, text, [
    'backup 012345678 --out recorder.untether-backup --secret-key-file key.txt',
    'backup restore 012345678 recorder.untether-backup --confirm-serial 5678',
  ]);
  const restore = backup
    .command('restore')
    .description(commands.backupRestore)
    .argument('<device>', text.args.device)
    .argument('<file>', args.backupFile)
    .option('--confirm-serial <last four>', options.confirmSerial)
    .action((wanted: string, file: string, _own: unknown, command: Command) =>
      choose({
        run: async (context) => {
          const flags: BackupFlags = command.optsWithGlobals();
          const { restoreBackup } = await import('./commands/backup.ts');
          return restoreBackup(context, { wanted, file }, flags);
        },
      }),
    );
  withExamples(restore, text, ['backup restore 012345678 recorder.untether-backup']);
  const show = backup
    .command('show')
    .description(commands.backupShow)
    .argument('<file>', args.backupFile)
    .action((file: string, _own: unknown, command: Command) =>
      choose({
        run: async (context) => {
          const flags: BackupFlags = command.optsWithGlobals();
          return (await import('./commands/backup.ts')).showBackup(context, file, flags);
        },
      }),
    );
  withExamples(show, text, ['backup show recorder.untether-backup --json']);
}

function addQr(program: Command, { text, choose }: Build): void {
  const { commands, args, options } = text.recorder;
  const qr = program
    .command('qr')
    .description(commands.qr)
    .argument('[device...]', text.args.devices)
    .option('--out <file>', options.outQr)
    .option('--site', options.site)
    .option('--with-login', options.withLogin)
    .option('--plain', options.plain)
    .option('--file-passphrase-file <path>', options.filePassphraseFile)
    .action((wanted: string[], flags: QrFlags) =>
      choose({
        run: async (context) => (await import('./commands/qr.ts')).makeQr(context, wanted, flags),
      }),
    );
  withExamples(qr, text, [
    'qr 012345678 012345679 --out labels.html',
    'qr 012345678 --plain --out label.svg',
    'qr --site --out site.html',
    'qr read code.txt',
  ]);
  const readCode = qr
    .command('read')
    .description(commands.qrRead)
    .argument('<code>', args.code)
    .action((code: string, _own: unknown, command: Command) =>
      choose({
        run: async (context) => {
          const flags: QrFlags = command.optsWithGlobals();
          return (await import('./commands/qr.ts')).readQr(context, code, flags);
        },
      }),
    );
  withExamples(readCode, text, ['qr read code.txt --file-passphrase-file phrase.txt']);
  const add = qr
    .command('add')
    .description(commands.qrAdd)
    .argument('<code>', args.code)
    .action((code: string, _own: unknown, command: Command) =>
      choose({
        run: async (context) => {
          const flags: QrFlags = command.optsWithGlobals();
          return (await import('./commands/qr.ts')).addQr(context, code, flags);
        },
      }),
    );
  withExamples(add, text, ['qr add code.txt']);
}
