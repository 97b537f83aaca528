import { expect, test } from 'vitest';
import { errorCodes } from '../../../main/contract/errors.ts';
import { exitCodeOf } from '../../../main/host/cli/exit-codes.ts';

/** Areas whose errors mean that the command ran and something in it did not succeed. */
const ran = ['sweep', 'recovery', 'login', 'internal'];

test('bad input, this computer and a person who must decide are told apart in every area', () => {
  const unknown = errorCodes.filter((code) => {
    const area = code.slice(0, code.indexOf('.'));
    return exitCodeOf(code) === 1 && !ran.includes(area);
  });
  // Named one by one as what did not succeed on a device or in the list.
  expect(unknown.sort()).toEqual([
    'backup.refused',
    'backup.unsupported',
    'host.closing',
    'host.stopped',
    'host.time-up',
    'job.busy',
    'site.not-empty',
  ]);
  expect(exitCodeOf('sealed.not-opened')).toBe(2);
  expect(exitCodeOf('report.needs-passphrase')).toBe(4);
  expect(exitCodeOf('site-file.needs-vault')).toBe(4);
});
