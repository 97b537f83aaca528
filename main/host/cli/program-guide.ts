import type { Command } from 'commander';
import { type Build, withExamples } from './program-build.ts';

/** `guide`: the knowledge base. */
export function addGuideCommands(program: Command, { text, choose }: Build): void {
  const words = text.guide;
  const guide = program.command('guide').description(words.commands.guide);
  withExamples(guide, text, [
    'guide',
    'guide search different areas',
    'guide show unbind-overview',
  ]);
  const list = guide
    .command('list', { isDefault: true })
    .description(words.commands.list)
    .action(() =>
      choose({ run: async (context) => (await import('./commands/guide.ts')).listGuides(context) }),
    );
  withExamples(list, text, ['guide list', 'guide list --lang it --json']);
  const search = guide
    .command('search')
    .description(words.commands.search)
    .argument('<words...>', words.args.words)
    .action((wanted: readonly string[]) =>
      choose({
        run: async (context) =>
          (await import('./commands/guide.ts')).searchGuides(context, wanted.join(' ')),
      }),
    );
  withExamples(search, text, ['guide search reset button dome', 'guide search 2024 --json']);
  const show = guide
    .command('show')
    .description(words.commands.show)
    .argument('<id>', words.args.id)
    .action((id: string) =>
      choose({
        run: async (context) => (await import('./commands/guide.ts')).showGuide(context, id),
      }),
    );
  withExamples(show, text, ['guide show phone-on-lan', 'guide show lockout --lang es']);
}
