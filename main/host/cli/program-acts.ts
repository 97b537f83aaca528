import type { Command } from 'commander';
import type { RunFlags } from './acts/run.ts';
import type { CodeFlags } from './acts/secrets.ts';
import type { CloudFlags } from './commands/cloud.ts';
import type { PasswordFlags } from './commands/password.ts';
import type { RestoreFlags } from './commands/reset.ts';
import type { UnbindFlags } from './commands/unbind.ts';
import { type Build, withExamples } from './program-build.ts';
import { withCode, withGuardedPassword, withPassword } from './program-secrets.ts';

function addUnbind(program: Command, { text, choose }: Build): void {
  const words = text.acts.options;
  const unbind = program
    .command('unbind')
    .description(text.acts.commands.unbind)
    .argument('[device...]', text.args.devices)
    .option('--check', words.check)
    .option('--resume <job>', words.resume)
    .option('--include-unknown', words.includeUnknown)
    .option('--no-wait', words.noWait)
    .action((wanted: string[], flags: UnbindFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/unbind.ts')).unbind(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(unbind, text), text, [
    'unbind 012345678 --check',
    'unbind 012345678 012345679',
    'unbind Gate Yard --password-file site.txt --yes --no-wait --json',
    'unbind --resume last',
  ]);
  const panel = program
    .command('unbind-panel')
    .description(text.acts.commands.unbindPanel)
    .argument('<device>', text.args.device)
    .action((wanted: string, flags: CodeFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/unbind.ts')).unbindPanel(context, wanted, flags),
      }),
    );
  withExamples(withCode(panel, text), text, ['unbind-panel 012345678 --code-file code.txt']);
}

function addCloud(program: Command, { text, choose }: Build): void {
  const words = text.acts.options;
  const cloud = program
    .command('cloud')
    .description(text.acts.commands.cloud)
    .argument('<device>', text.args.device)
    .option('--enable', words.enable)
    .option('--disable', words.disable)
    .action((wanted: string, flags: CloudFlags) =>
      choose({
        run: async (context) => (await import('./commands/cloud.ts')).cloud(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(cloud, text), text, [
    'cloud 012345678',
    'cloud 012345678 --enable --password-file site.txt --yes',
  ]);
  const code = program
    .command('verification-code')
    .description(text.acts.commands.verificationCode)
    .argument('<device>', text.args.device)
    .action((wanted: string, flags: RunFlags & CodeFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/cloud.ts')).verificationCode(context, wanted, flags),
      }),
    );
  withExamples(withCode(withGuardedPassword(code, text), text), text, [
    'verification-code 012345678',
    'verification-code 012345678 --code-file code.txt --password-file site.txt --yes',
  ]);
}

function addActivate(program: Command, { text, choose }: Build): void {
  const activate = program
    .command('activate')
    .description(text.acts.commands.activate)
    .argument('<device...>', text.args.devices)
    .action((wanted: string[], flags: RunFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/activate.ts')).activate(context, wanted, flags),
      }),
    );
  withExamples(withPassword(activate, text), text, [
    'activate 012345678',
    'activate 012345678 012345679 --password-file site.txt --yes',
  ]);
}

function addPassword(program: Command, { text, choose }: Build): void {
  const words = text.changes;
  const password = program
    .command('password')
    .description(words.commands.password)
    .argument('<device...>', text.args.devices)
    .option('--user <name>', words.options.user, 'admin')
    .option('--new-password-file <path>', words.options.newPasswordFile)
    .option('--new-password-stdin', words.options.newPasswordStdin)
    .action((wanted: string[], flags: PasswordFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/password.ts')).password(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(password, text), text, [
    'password 012345678',
    'password 012345678 012345679 --password-file old.txt --new-password-file new.txt --yes',
  ]);
  const reboot = program
    .command('reboot')
    .description(words.commands.reboot)
    .argument('<device...>', text.args.devices)
    .action((wanted: string[], flags: RunFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/password.ts')).reboot(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(reboot, text), text, [
    'reboot 012345678',
    'reboot Gate Yard --password-file site.txt --yes',
  ]);
}

function addLocate(program: Command, { text, choose }: Build): void {
  const locate = program
    .command('locate')
    .description(text.acts.commands.locate)
    .argument('<device>', text.args.device)
    .option('--off', text.acts.options.off)
    .action((wanted: string, flags: { readonly off?: boolean }) =>
      choose({
        run: async (context) =>
          (await import('./commands/cloud.ts')).locate(context, wanted, flags),
      }),
    );
  withExamples(locate, text, ['locate 012345678', 'locate 012345678 --off']);
}

function addReset(program: Command, { text, choose }: Build): void {
  const reset = program.command('reset').description(text.acts.commands.reset);
  withExamples(reset, text, ['reset restore-inactive 012345678 --confirm-serial 5678']);
  const restore = reset
    .command('restore-inactive')
    .description(text.acts.commands.restoreInactive)
    .argument('<device>', text.args.device)
    .option('--confirm-serial <last 4>', text.acts.options.confirmSerial)
    .action((wanted: string, flags: RestoreFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/reset.ts')).restoreInactive(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(restore, text), text, [
    'reset restore-inactive 012345678',
    'reset restore-inactive 012345678 --confirm-serial 5678 --password-file site.txt',
  ]);
  for (const mode of ['restore', 'default'] as const) {
    const { resetRestore, resetDefault } = text.changes.commands;
    const command = reset
      .command(mode)
      .description(mode === 'restore' ? resetRestore : resetDefault)
      .argument('<device>', text.args.device)
      .option('--confirm-serial <last 4>', text.acts.options.confirmSerial)
      .action((wanted: string, flags: RestoreFlags) =>
        choose({
          run: async (context) =>
            (await import('./commands/reset.ts')).softwareReset(context, { wanted, mode }, flags),
        }),
      );
    withExamples(withGuardedPassword(command, text), text, [
      `reset ${mode} 012345678`,
      `reset ${mode} 012345678 --confirm-serial 5678 --password-file site.txt`,
    ]);
  }
}

/** What changes a device, apart from its network values. */
export function addActCommands(program: Command, build: Build): void {
  addActivate(program, build);
  addPassword(program, build);
  addLocate(program, build);
  addUnbind(program, build);
  addCloud(program, build);
  addReset(program, build);
}
