import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, root } from './build.ts';

// `npm run -s untether -- …`: the built command line in this very process, so that exit code, signals
// and standard input are its own.
if (await ensureBuilt()) {
  const entry = join(root, 'out', 'main', 'cli.js');
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
} else {
  process.exitCode = 3;
}
