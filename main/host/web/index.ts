import { flushOutput, print } from '../cli/output.ts';
import { readHostFlags } from '../flags.ts';
import { problemOf, wordsOf } from '../problems.ts';
import { stopSignal } from '../signals.ts';
import { serve } from './serve.ts';

/** The entry that the launcher runs: no `import.meta.main`, which Node 22 does not have. */
async function run(): Promise<number> {
  const flags = readHostFlags(process.argv.slice(2));
  try {
    await serve({
      ...flags,
      signal: stopSignal(),
      onLink(link, browser) {
        if (browser === 'opened') print('Untether is open in your browser.');
        else print('Open this link in a browser on this computer:');
        print(`  ${link}`);
        print('The link works once, within 10 minutes. Enter: a new link. Ctrl+C: end.');
      },
    });
    return 0;
  } catch (thrown) {
    const error = problemOf(thrown);
    const words = wordsOf(error, 'en');
    print(`Untether cannot start. ${words.what} ${words.next}`, 'stderr');
    if (error.code === 'internal.unexpected') print(String(thrown), 'stderr');
    return 3;
  }
}

const code = await run();
await flushOutput();
process.exit(code);
