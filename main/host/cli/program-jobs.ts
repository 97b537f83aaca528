import type { Command } from 'commander';
import type { ResumeFlags } from './commands/jobs.ts';
import { type Build, withExamples } from './program-build.ts';
import { withGuardedPassword } from './program-secrets.ts';

function addReading(jobs: Command, { text, read, choose }: Build): void {
  const { commands, options, args } = text.acts;
  const list = jobs
    .command('list', { isDefault: true })
    .description(commands.jobsList)
    .option('--limit <n>', options.limit, read.count(1, 500), 100)
    .action((flags: { readonly limit: number }) =>
      choose({
        run: async (context) => (await import('./commands/jobs.ts')).listJobs(context, flags),
      }),
    );
  withExamples(list, text, ['jobs', 'jobs list --limit 10 --json']);
  const show = jobs
    .command('show')
    .description(commands.jobsShow)
    .argument('<job>', args.job)
    .option('--evidence', options.evidence)
    .action((wanted: string, flags: { readonly evidence?: boolean }) =>
      choose({
        run: async (context) =>
          (await import('./commands/jobs.ts')).showJob(context, wanted, flags),
      }),
    );
  withExamples(show, text, ['jobs show last', 'jobs show 7f3a --evidence']);
  const print = jobs
    .command('print')
    .description(commands.jobsPrint)
    .argument('<job>', args.job)
    .requiredOption('--out <file>', text.options.out)
    .action((wanted: string, flags: { readonly out: string }) =>
      choose({
        run: async (context) =>
          (await import('./commands/jobs.ts')).printJob(context, wanted, flags),
      }),
    );
  withExamples(print, text, ['jobs print last --out report.html', 'jobs print last --out -']);
}

function addActing(jobs: Command, { text, choose }: Build): void {
  const { commands, options, args } = text.acts;
  const resume = jobs
    .command('resume')
    .description(commands.jobsResume)
    .argument('<job>', args.job)
    .option('--no-wait', options.noWait)
    .action((wanted: string, flags: ResumeFlags) =>
      choose({
        run: async (context) => (await import('./commands/jobs.ts')).resume(context, wanted, flags),
      }),
    );
  withExamples(withGuardedPassword(resume, text), text, [
    'jobs resume last',
    'jobs resume 7f3a --password-file site.txt --json',
  ]);
  const cancel = jobs
    .command('cancel')
    .description(commands.jobsCancel)
    .argument('<job>', args.job)
    .action((wanted: string) =>
      choose({
        run: async (context) => (await import('./commands/jobs.ts')).cancelJob(context, wanted),
      }),
    );
  withExamples(cancel, text, ['jobs cancel 7f3a']);
  const recheck = jobs
    .command('recheck')
    .description(commands.jobsRecheck)
    .argument('<job>', args.job)
    .action((wanted: string) =>
      choose({
        run: async (context) => (await import('./commands/jobs.ts')).recheckJob(context, wanted),
      }),
    );
  withExamples(recheck, text, ['jobs recheck last']);
  const verify = jobs
    .command('verify')
    .description(commands.jobsVerify)
    .action(() =>
      choose({
        run: async (context) => (await import('./commands/jobs.ts')).verifyAudit(context),
      }),
    );
  withExamples(verify, text, ['jobs verify', 'jobs verify --json']);
}

/** `jobs`: every run on devices, and the audit log behind them. */
export function addJobCommands(program: Command, build: Build): void {
  const { text } = build;
  const jobs = program.command('jobs').description(text.acts.commands.jobs);
  withExamples(jobs, text, ['jobs', 'jobs show last', 'jobs resume last', 'jobs verify']);
  addReading(jobs, build);
  addActing(jobs, build);
}
