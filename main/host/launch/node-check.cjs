// Loaded before everything else (`node -r`), in a form that a very old Node still understands: a newer
// file would end there in a syntax error or, with better-sqlite3, in a crash without a word.
'use strict';

const needed = [22, 19];
const found = process.versions.node.split('.').map(Number);
const isOldNode = found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1]);
const isOldNapi = Number(process.versions.napi) < 10;

if (isOldNode || isOldNapi) {
  process.stderr.write(
    [
      `Untether needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.`,
      'Install the current LTS release of Node and try again. On Linux x64, `npm ci` brings the right one:',
      'then use `npm start` and `npm run -s untether -- …` instead of calling `node` directly.',
      '',
    ].join('\n'),
  );
  process.exit(3);
}
