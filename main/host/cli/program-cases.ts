import type { Command } from 'commander';
import {
  attachmentKinds,
  caseKinds,
  caseOutcomes,
  caseStepIds,
  deadlineIds,
} from '../../contract/recovery.ts';
import type { EditFlags } from './commands/case-changes.ts';
import type { AttachFlags, OpenFlags, StepFlags } from './commands/cases.ts';
import { type Build, withExamples } from './program-build.ts';
import { addAnswerCommands } from './program-routes.ts';

const load = () => import('./commands/cases.ts');
const loadChanges = () => import('./commands/case-changes.ts');

function addReading(cases: Command, { text, choose }: Build): void {
  const { commands, options, args } = text.cases;
  const list = cases
    .command('list', { isDefault: true })
    .description(commands.casesList)
    .option('--open', options.openOnly)
    .option('--device <device>', options.device)
    .action((flags: { readonly open?: boolean; readonly device?: string }) =>
      choose({ run: async (context) => (await load()).listCases(context, flags) }),
    );
  withExamples(list, text, ['cases', 'cases list --open --json']);
  const show = cases
    .command('show')
    .description(commands.casesShow)
    .argument('<case>', args.id)
    .action((wanted: string) =>
      choose({ run: async (context) => (await load()).showCase(context, wanted) }),
    );
  withExamples(show, text, ['cases show last', 'cases show 7f3a --json']);
  const reminders = cases
    .command('reminders')
    .description(commands.casesReminders)
    .option('--dismiss <id>', options.dismiss)
    .action((flags: { readonly dismiss?: string }) =>
      choose({ run: async (context) => (await load()).listReminders(context, flags) }),
    );
  withExamples(reminders, text, ['cases reminders', 'cases reminders --json']);
}

function addWriting(cases: Command, { text, read, choose }: Build): void {
  const { commands, options, args } = text.cases;
  const open = cases
    .command('open')
    .description(commands.casesOpen)
    .argument('<device>', text.args.device)
    .requiredOption('--kind <kind>', options.kind, read.oneOf([...caseKinds]))
    .option('--reason <text>', options.reason)
    .option('--authorised-by <text>', options.authorised)
    .option('--variant <name>', options.variant)
    .action((wanted: string, flags: OpenFlags) =>
      choose({ run: async (context) => (await load()).openCase(context, wanted, flags) }),
    );
  withExamples(open, text, [
    'cases open 012345678 --kind reset-button --authorised-by "Ms Rossi, by e-mail"',
  ]);
  const step = cases
    .command('step')
    .description(commands.casesStep)
    .argument('<case>', args.id)
    .argument('<step>', args.step, read.oneOf([...caseStepIds]))
    .option('--todo', options.todo)
    .option('--skip', options.skip)
    .option('--note <text>', options.note)
    .action((id: string, name: (typeof caseStepIds)[number], flags: StepFlags) =>
      choose({
        run: async (context) => (await load()).stepCase(context, { id, step: name }, flags),
      }),
    );
  withExamples(step, text, [
    'cases step last request-sent',
    'cases step 7f3a label-checked --skip',
  ]);
  const close = cases
    .command('close')
    .description(commands.casesClose)
    .argument('<case>', args.id)
    .requiredOption('--outcome <outcome>', options.outcome, read.oneOf([...caseOutcomes]))
    .option('--note <text>', options.note)
    .action((wanted: string, flags: { outcome: (typeof caseOutcomes)[number]; note?: string }) =>
      choose({ run: async (context) => (await load()).closeCase(context, wanted, flags) }),
    );
  withExamples(close, text, ['cases close last --outcome told-by-person --note "by phone"']);
}

function addActing(cases: Command, { text, read, choose }: Build): void {
  const { commands, options, args } = text.cases;
  const watch = cases
    .command('watch')
    .description(commands.casesWatch)
    .argument('<case>', args.id)
    .option('--minutes <n>', options.minutes, read.count(1, 1440))
    .action((wanted: string, flags: { readonly minutes?: number }) =>
      choose({ run: async (context) => (await load()).watchCase(context, wanted, flags) }),
    );
  withExamples(watch, text, ['cases watch last', 'cases watch 7f3a --minutes 20 --json']);
  const attach = cases
    .command('attach')
    .description(commands.casesAttach)
    .argument('<case>', args.id)
    .argument('<file>', args.file)
    .requiredOption('--kind <kind>', options.attachKind, read.oneOf([...attachmentKinds]))
    .option('--serial-on-label <serial>', options.label)
    .action((id: string, file: string, flags: AttachFlags) =>
      choose({ run: async (context) => (await load()).attachFile(context, { id, file }, flags) }),
    );
  withExamples(attach, text, ['cases attach last label.jpg --kind label-photo']);
  const again = cases
    .command('send-again')
    .description(commands.casesAgain)
    .argument('<case>', args.id)
    .action((wanted: string) =>
      choose({ run: async (context) => (await load()).sendAgain(context, wanted) }),
    );
  withExamples(again, text, ['cases send-again last']);
}

function addChanging(cases: Command, { text, read, choose }: Build): void {
  const { commands, options, args } = text.cases;
  const reopen = cases
    .command('reopen')
    .description(commands.casesReopen)
    .argument('<case>', args.id)
    .action((wanted: string) =>
      choose({ run: async (context) => (await loadChanges()).reopenCase(context, wanted) }),
    );
  withExamples(reopen, text, ['cases reopen last']);
  const edit = cases
    .command('edit')
    .description(commands.casesEdit)
    .argument('<case>', args.id)
    .option('--reason <text>', options.reason)
    .option('--authorised-by <text>', options.authorised)
    .option('--note <text>', options.note)
    .option('--field <name=value>', options.field, read.list)
    .action((wanted: string, flags: EditFlags) =>
      choose({ run: async (context) => (await loadChanges()).editCase(context, wanted, flags) }),
    );
  withExamples(edit, text, [
    'cases edit last --authorised-by "Ms Rossi, by e-mail"',
    'cases edit 7f3a --field case-number=12345 --note "asked again by phone"',
  ]);
  const deadline = cases
    .command('deadline')
    .description(commands.casesDeadline)
    .argument('<case>', args.id)
    .argument('<deadline>', args.deadline, read.oneOf([...deadlineIds]))
    .argument('<time>', args.until)
    .action((id: string, name: (typeof deadlineIds)[number], until: string) =>
      choose({
        run: async (context) =>
          (await loadChanges()).setCaseDeadline(context, { id, deadline: name, until }),
      }),
    );
  withExamples(deadline, text, [
    'cases deadline last file-expire +48',
    'cases deadline 7f3a portal-request 2026-03-01T18:00',
  ]);
  const attachment = cases
    .command('attachment')
    .description(commands.casesFile)
    .argument('<case>', args.id)
    .argument('<attachment>', args.attachment)
    .requiredOption('--out <file>', options.out)
    .action((id: string, wanted: string, { out }: { readonly out: string }) =>
      choose({
        run: async (context) => (await loadChanges()).saveAttachment(context, { id, wanted, out }),
      }),
    );
  withExamples(attachment, text, ['cases attachment last label.jpg --out label.jpg']);
}

/** `cases`, and `reset guide` beside the other ways to reset. */
export function addCaseCommands(program: Command, build: Build): void {
  const { text, choose } = build;
  const cases = program.command('cases').description(text.cases.commands.cases);
  withExamples(cases, text, ['cases', 'cases show last', 'cases reminders']);
  addReading(cases, build);
  addWriting(cases, build);
  addChanging(cases, build);
  addActing(cases, build);
  addAnswerCommands(cases, build);
  const reset = program.commands.find((command) => command.name() === 'reset');
  const guide = (reset ?? program)
    .command('guide')
    .description(text.cases.commands.resetGuide)
    .argument('<device or model>', text.cases.args.model)
    .action((wanted: string) =>
      choose({ run: async (context) => (await load()).resetGuide(context, wanted) }),
    );
  withExamples(guide, text, ['reset guide 012345678', 'reset guide DS-2CD2143G2-I --lang it']);
}
