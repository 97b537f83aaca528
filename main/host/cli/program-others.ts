import type { Command } from 'commander';
import { type Build, withExamples } from './program-build.ts';
import { addSiteFileCommands } from './program-papers.ts';

interface ScanFlags {
  readonly wait: number;
  readonly sweep?: readonly string[];
  readonly watch?: boolean;
}

/** `scan` and `doctor`: what looks at the network. */
export function addScanCommands(program: Command, { text, read, choose }: Build): void {
  const scan = program
    .command('scan')
    .description(text.commands.scan)
    .option('--wait <seconds>', text.options.wait, read.seconds, 4)
    .option('--sweep <cidr>', text.options.sweep, read.cidrs)
    .option('--watch', text.options.watch)
    .action(({ wait, sweep, watch }: ScanFlags) =>
      choose({
        run: async (context) => {
          const { scan: run } = await import('./commands/scan.ts');
          return run(context, {
            waitSeconds: wait,
            sweep: sweep ?? [],
            isWatch: watch === true,
          });
        },
      }),
    );
  withExamples(scan, text, [
    'scan',
    'scan --wait 10 --iface eth0 --json',
    'scan --sweep 192.168.1.0/24 --sweep 10.0.0.0/24',
    'scan --watch --json',
  ]);
  const doctor = program
    .command('doctor')
    .description(text.commands.doctor)
    .action(() =>
      choose({ run: async (context) => (await import('./commands/doctor.ts')).doctor(context) }),
    );
  withExamples(doctor, text, ['doctor', 'doctor --json']);
}

export function addSiteCommands(program: Command, build: Build): void {
  const { text, read, choose } = build;
  const site = program.command('site').description(text.commands.site);
  withExamples(site, text, ['site', 'site new "Hotel Aurora"', 'site use "Hotel Aurora"']);
  const list = site
    .command('list', { isDefault: true })
    .description(text.commands.siteList)
    .action(() =>
      choose({ run: async (context) => (await import('./commands/site.ts')).listSites(context) }),
    );
  withExamples(list, text, ['site list', 'site list --json']);
  const made = site
    .command('new')
    .description(text.commands.siteNew)
    .argument('<name>', text.args.siteName)
    .action((name: string) =>
      choose({
        run: async (context) => (await import('./commands/site.ts')).newSite(context, name),
      }),
    );
  withExamples(made, text, ['site new "Hotel Aurora"']);
  const use = site
    .command('use')
    .description(text.commands.siteUse)
    .argument('<name>', text.args.siteName)
    .action((name: string) =>
      choose({
        run: async (context) => (await import('./commands/site.ts')).useSite(context, name),
      }),
    );
  withExamples(use, text, ['site use "Hotel Aurora"']);
  const rename = site
    .command('rename')
    .description(text.commands.siteRename)
    .argument('<name>', text.args.siteName)
    .argument('<new name>', text.args.newName)
    .action((name: string, wanted: string) =>
      choose({
        run: async (context) =>
          (await import('./commands/site.ts')).renameSite(context, name, wanted),
      }),
    );
  withExamples(rename, text, ['site rename "This site" "Hotel Aurora"']);
  const authorised = site
    .command('authorised')
    .description(text.book.commands.authorised)
    .argument('<name>', text.args.siteName)
    .argument('<on|off>', text.book.args.switch, read.oneOf(['on', 'off']))
    .action((name: string, word: 'on' | 'off') =>
      choose({
        run: async (context) =>
          (await import('./commands/site.ts')).authoriseSite(context, name, word === 'on'),
      }),
    );
  withExamples(authorised, text, ['site authorised "Hotel Aurora" on']);
  addSiteFileCommands(site, build);
}

/** `simulate` and `serve`: what runs until it is ended. */
export function addHostCommands(program: Command, { text, read, choose }: Build): void {
  const simulate = program
    .command('simulate')
    .description(text.commands.simulate)
    .action(() =>
      choose({
        isEndless: true,
        run: async (context) => (await import('./commands/simulate.ts')).simulate(context),
      }),
    );
  withExamples(simulate, text, [
    'simulate',
    'simulate --scenario hotel --devices 60',
    'simulate --iface eth1',
  ]);
  const serve = program
    .command('serve')
    .description(text.commands.serve)
    .option('--port <port>', text.options.port, read.count(0, 65_535), 0)
    .option('--open', text.options.open)
    .action((flags: { readonly port: number; readonly open?: boolean }) =>
      choose({
        isEndless: true,
        run: async (context) => {
          const { serveCommand } = await import('./commands/serve.ts');
          return serveCommand(context, { port: flags.port, isOpen: flags.open === true });
        },
      }),
    );
  withExamples(serve, text, ['serve --open', 'serve --demo --port 8090']);
}
