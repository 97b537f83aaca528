import { type Command, Option } from 'commander';
import type { RunFlags } from './acts/run.ts';
import type { SetFlags } from './commands/network.ts';
import type { PlanFlags } from './commands/network-plan.ts';
import { type Build, withExamples } from './program-build.ts';
import { withGuardedPassword, withPassword } from './program-secrets.ts';

function addSet(network: Command, { text, read, choose }: Build): void {
  const words = text.acts.options;
  const port = read.count(1, 65_535);
  const set = network
    .command('set')
    .description(text.acts.commands.networkSet)
    .argument('<device...>', text.args.devices)
    .option('--ip <address>', words.ip)
    .option('--from <first ip>', words.from)
    .option('--mask <mask>', words.mask)
    .option('--gateway <address>', words.gateway)
    .addOption(new Option('--dhcp <on|off>', words.dhcp).argParser(read.oneOf(['on', 'off'])))
    .option('--port <port>', words.sadpPort, port)
    .option('--http-port <port>', words.httpPort, port)
    .option('--tls-port <port>', words.tlsPort, port)
    .action((wanted: string[], flags: SetFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/network.ts')).setNetwork(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(set, text), text, [
    'network set 012345678 --ip 192.168.1.70 --gateway 192.168.1.1',
    'network set Gate 012345679 012345680 --from 192.168.1.100 --password-file site.txt --yes',
    'network set 44:19:b6:00:11:22 --dhcp on',
  ]);
}

function addPlan(network: Command, { text, read, choose }: Build): void {
  const words = text.acts.options;
  const plan = network
    .command('plan')
    .description(text.acts.commands.networkPlan)
    .argument('<file>', text.acts.args.plan)
    .option('--dry-run', words.dryRun)
    .option('--wait-scan <seconds>', words.waitScan, read.seconds, 4)
    .action((file: string, flags: PlanFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/network-plan.ts')).planNetwork(context, file, flags),
      }),
    );
  withExamples(withGuardedPassword(plan, text), text, [
    'network plan plan.xlsx --dry-run',
    'network plan plan.csv --password-file site.txt --yes --json',
  ]);
}

function addResolve(network: Command, { text, read, choose }: Build): void {
  const words = text.acts.options;
  const resolve = network
    .command('resolve')
    .description(text.acts.commands.networkResolve)
    .argument('[device...]', text.acts.args.some)
    .option('--dry-run', words.dryRun)
    .option('--wait-scan <seconds>', words.waitScan, read.seconds, 4)
    .action((wanted: string[], flags: PlanFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/network.ts')).resolveNetwork(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(resolve, text), text, [
    'network resolve --dry-run',
    'network resolve --password-file site.txt',
  ]);
}

/** `network`: addresses and ports. */
export function addNetworkCommands(program: Command, build: Build): void {
  const { text, choose } = build;
  const network = program.command('network').description(text.acts.commands.network);
  withExamples(network, text, [
    'network set 012345678 --ip 192.168.1.70',
    'network plan plan.csv --dry-run',
    'network resolve',
    'network undo last',
  ]);
  addSet(network, build);
  addPlan(network, build);
  addResolve(network, build);
  const undo = network
    .command('undo')
    .description(text.acts.commands.networkUndo)
    .argument('<job>', text.acts.args.job)
    .action((wanted: string, flags: RunFlags) =>
      choose({
        run: async (context) =>
          (await import('./commands/network.ts')).undoNetwork(context, wanted, flags),
      }),
    );
  withExamples(withPassword(undo, text), text, ['network undo last', 'network undo 7f3a']);
}
