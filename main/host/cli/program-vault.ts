import type { Command } from 'commander';
import type { VaultFlags } from './commands/vault.ts';
import type { Context, Outcome } from './context.ts';
import { type Build, withExamples } from './program-build.ts';
import { withPassword } from './program-secrets.ts';

type Commands = typeof import('./commands/vault.ts');

interface SaveFlags extends VaultFlags {
  readonly site?: boolean;
  readonly group?: string;
  readonly user: string;
  readonly label?: string;
}

/** `vault`: passwords of devices, kept between runs. */
export function addVaultCommands(program: Command, build: Build): void {
  const words = build.text.vault;
  const vault = program.command('vault').description(words.commands.vault);
  withExamples(vault, build.text, ['vault', 'vault init', 'vault export site.utvault']);
  const run = (act: (commands: Commands, context: Context) => Promise<Outcome>): void =>
    build.choose({ run: async (context) => act(await import('./commands/vault.ts'), context) });
  addKeys(vault, build, run);
  addRows(vault, build, run);
  addFiles(vault, build, run);
}

type Run = (act: (commands: Commands, context: Context) => Promise<Outcome>) => void;

function addKeys(vault: Command, { text }: Build, run: Run): void {
  const { commands, options } = text.vault;
  const status = vault.command('status', { isDefault: true }).description(commands.status);
  status.action(() => run((to, context) => to.vaultStatus(context)));
  withExamples(status, text, ['vault', 'vault status --json']);
  const init = vault.command('init').description(commands.init);
  init.action(() => run((to, context) => to.vaultInit(context)));
  withExamples(init, text, ['vault init', 'vault init --passphrase-file ~/vault-passphrase']);
  const unlock = vault.command('unlock').description(commands.unlock);
  unlock.action(() => run((to, context) => to.vaultUnlock(context)));
  withExamples(unlock, text, ['vault unlock']);
  const lock = vault.command('lock').description(commands.lock);
  lock.action(() => run((to, context) => to.vaultLock(context)));
  withExamples(lock, text, ['vault lock']);
  const passwd = vault
    .command('passwd')
    .description(commands.passwd)
    .option('--new-passphrase-file <path>', options.newPassphraseFile)
    .action((flags: VaultFlags) => run((to, context) => to.vaultPasswd(context, flags)));
  withExamples(passwd, text, ['vault passwd']);
}

function addRows(vault: Command, { text }: Build, run: Run): void {
  const { commands, options, args } = text.vault;
  const list = vault.command('list').description(commands.list);
  list.action(() => run((to, context) => to.vaultList(context)));
  withExamples(list, text, ['vault list', 'vault list --json']);
  const save = withPassword(vault.command('save').description(commands.save), text)
    .argument('[device...]', text.args.devices)
    .option('--site', options.site)
    .option('--group <name>', options.group)
    .option('--user <name>', options.user, 'admin')
    .option('--label <text>', options.label)
    .action((wanted: string[], flags: SaveFlags) =>
      run((to, context) => to.vaultSave(context, wanted, flags)),
    );
  withExamples(save, text, [
    'vault save 012345678',
    'vault save --site',
    'vault save --group lobby --password-file lobby.txt',
  ]);
  const forget = vault
    .command('forget')
    .description(commands.forget)
    .argument('<id...>', args.ids)
    .action((ids: string[]) => run((to, context) => to.vaultForget(context, ids)));
  withExamples(forget, text, ['vault forget 6f1d2c3b-5e4d-4c3b-8a2b-1c0d9e8f7a6b --yes']);
  const group = vault
    .command('group')
    .description(commands.group)
    .argument('<name>', args.group)
    .argument('<device...>', text.args.devices)
    .action((name: string, wanted: string[]) =>
      run((to, context) => to.vaultGroup(context, name, wanted)),
    );
  withExamples(group, text, ['vault group lobby 012345678 012345679', 'vault group - 012345678']);
}

function addFiles(vault: Command, { text }: Build, run: Run): void {
  const { commands, options, args } = text.vault;
  for (const name of ['export', 'import'] as const) {
    const command = vault
      .command(name)
      .description(commands[name])
      .argument('<file>', args.file)
      .option('--file-passphrase-file <path>', options.filePassphraseFile)
      .action((file: string, flags: VaultFlags) =>
        run((to, context) =>
          name === 'export'
            ? to.vaultExport(context, file, flags)
            : to.vaultImport(context, file, flags),
        ),
      );
    withExamples(command, text, [`vault ${name} laptop.utvault`]);
  }
}
