import type { Command } from 'commander';
import { reportFormats, reportKinds } from '../../contract/report.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { FileFlags, ReportFlags, SiteFileFlags, SiteImportFlags } from './commands/papers.ts';
import type { Context, Outcome } from './context.ts';
import { type Build, withExamples } from './program-build.ts';

type Commands = typeof import('./commands/papers.ts');
type Run = (act: (commands: Commands, context: Context) => Promise<Outcome>) => void;

const runner =
  ({ choose }: Build): Run =>
  (act) =>
    choose({ run: async (context) => act(await import('./commands/papers.ts'), context) });

/** `report` and `support`: what is given to somebody else. */
export function addPaperCommands(program: Command, build: Build): void {
  const { text, read } = build;
  const run = runner(build);
  const { commands, options, args } = text.papers;
  const kinds = [...reportKinds];
  const report = program
    .command('report')
    .description(interpolate(commands.report, { kinds: kinds.join(', ') }));
  withExamples(report, text, [
    'report handover-client --client "Hotel Aurora" --out handover.html',
    'report changes --format csv',
    'report pre-visit',
    'report open handover.utreport',
  ]);
  for (const kind of kinds) {
    report
      .command(kind)
      .description(text.papers.kinds[kind])
      .argument('[device...]', text.args.devices)
      .option('--format <format>', options.format, read.oneOf([...reportFormats]))
      .option('--out <file>', options.out)
      .option('--client <name>', options.client)
      .option('--installer <name>', options.installer)
      .option('--file-passphrase-file <path>', options.filePassphraseFile)
      .action((wanted: string[], flags: ReportFlags) =>
        run((to, context) => to.makeReport(context, kind, { ...flags, wanted })),
      );
  }
  report
    .command('open')
    .description(commands.reportOpen)
    .argument('<file>', args.sealed)
    .option('--out <file>', options.out)
    .option('--file-passphrase-file <path>', options.filePassphraseFile)
    .action((file: string, flags: FileFlags) =>
      run((to, context) => to.openReport(context, file, flags)),
    );
  const support = program
    .command('support')
    .description(commands.support)
    .argument('[device...]', text.args.devices)
    .option('--story <text>', options.story)
    .option('--out <file>', options.out)
    .action((wanted: string[], flags: { readonly story?: string; readonly out?: string }) =>
      run((to, context) => to.makeSupport(context, wanted, flags)),
    );
  withExamples(support, text, ['support 012345678 --story "unbind answers nothing"']);
}

/** `site export` and `site import`: one sealed file. */
export function addSiteFileCommands(site: Command, build: Build): void {
  const { text, read } = build;
  const run = runner(build);
  const { commands, options, args } = text.papers;
  const out = site
    .command('export')
    .description(commands.siteExport)
    .argument('[file]', args.siteFile)
    .option('--without-passwords', options.withoutPasswords)
    .option('--file-passphrase-file <path>', options.filePassphraseFile)
    .action((file: string | undefined, flags: SiteFileFlags) =>
      run((to, context) => to.exportSite(context, file, flags)),
    );
  withExamples(out, text, ['site export aurora.utsite']);
  const into = site
    .command('import')
    .description(commands.siteImport)
    .argument('<file>', args.siteFile)
    .option('--new', options.new)
    .option('--take <side>', options.take, read.oneOf(['mine', 'theirs']))
    .option('--preview', options.preview)
    .option('--without-passwords', options.withoutPasswords)
    .option('--file-passphrase-file <path>', options.filePassphraseFile)
    .action((file: string, flags: SiteImportFlags) =>
      run((to, context) => to.importSite(context, file, flags)),
    );
  withExamples(into, text, [
    'site import aurora.utsite --preview',
    'site import aurora.utsite --new --take theirs',
  ]);
}
