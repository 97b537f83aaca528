import type { Command } from 'commander';
import { chooserQuestions, ownerMessages } from '../../contract/recovery.ts';
import type { ApplyFlags, ChooseFlags, MessageFlags } from './commands/routes.ts';
import { type Build, withExamples } from './program-build.ts';

const load = () => import('./commands/routes.ts');

type OwnerMessage = (typeof ownerMessages)[number];
type Question = (typeof chooserQuestions)[number];

/** `choose` and `message`. */
export function addRouteCommands(program: Command, { text, read, choose }: Build): void {
  const { commands, options, args } = text.routes;
  const question = read.oneOf([...chooserQuestions]);
  const chooser = program
    .command('choose')
    .description(commands.choose)
    .argument('<device>', text.args.device)
    .option('--answer <question=answer>', options.answer, read.list)
    .option('--forget <question>', options.forget, (value: string, before: Question[] = []) => [
      ...before,
      question(value),
    ])
    .action((wanted: string, flags: ChooseFlags) =>
      choose({ run: async (context) => (await load()).choose(context, wanted, flags) }),
    );
  withExamples(chooser, text, [
    'choose 012345678',
    'choose 012345678 --answer goal=unbind --answer is-owner-reachable=no --json',
  ]);
  const message = program
    .command('message')
    .description(commands.message)
    .argument(
      '<message>',
      `${args.message}: ${ownerMessages.join(', ')}`,
      read.oneOf([...ownerMessages]),
    )
    .argument('[device]', text.args.device)
    .option('--case <case>', options.case)
    .option('--installer <name>', options.installer)
    .option('--out <file>', options.messageOut)
    .action((kind: OwnerMessage, device: string | undefined, flags: MessageFlags) =>
      choose({
        run: async (context) => {
          const named = { message: kind, ...(device === undefined ? {} : { device }) };
          return (await load()).makeMessage(context, named, flags);
        },
      }),
    );
  withExamples(message, text, [
    'message delete-in-app 012345678 --lang it',
    'message portal-reset-again --case last --out owner.svg --lang es',
  ]);
}

/** Beside the other commands of `cases`. */
export function addAnswerCommands(cases: Command, { text, choose }: Build): void {
  const { commands, options } = text.routes;
  const { args } = text.cases;
  const offers = cases
    .command('offers')
    .description(commands.casesOffers)
    .action(() => choose({ run: async (context) => (await load()).listOffers(context) }));
  withExamples(offers, text, ['cases offers']);
  const request = cases
    .command('export')
    .description(commands.casesExport)
    .argument('<case>', args.id)
    .option('--out <file>', options.exportOut)
    .action((wanted: string, flags: { readonly out?: string }) =>
      choose({ run: async (context) => (await load()).exportRequest(context, wanted, flags) }),
    );
  withExamples(request, text, ['cases export last --out request.txt']);
  const { options: acts } = text.acts;
  const apply = cases
    .command('apply')
    .description(commands.casesApply)
    .argument('<case>', args.id)
    .option('--file <file>', options.file)
    .option('--code-file <path>', acts.codeFile)
    .option('--code-stdin', acts.codeStdin)
    .option('--password-file <path>', acts.passwordFile)
    .option('--password-stdin', acts.passwordStdin)
    .option('--for-channels', options.forChannels)
    .option('--override-lockout <words>', acts.overrideLockout)
    .action((wanted: string, flags: ApplyFlags) =>
      choose({ run: async (context) => (await load()).applyAnswer(context, wanted, flags) }),
    );
  withExamples(apply, text, [
    'cases apply last --file answer.xml --password-file new.txt',
    'cases apply last --code-stdin --password-file new.txt',
  ]);
}
