import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceRef } from '../../../main/contract/job.ts';
import {
  hasBlankEnds,
  matchPasswords,
  parsePasswordFile,
} from '../../../main/host/cli/acts/password-file.ts';
import { aRef } from './some-job.ts';

const gate = aRef({
  id: 'a',
  serial: 'DS-2CD2143G2-I20230505AAWRE645839021',
  shortSerial: '645839021',
  mac: '44:47:cc:7f:11:72',
  name: 'Gate',
  address: '192.168.1.64',
});
const recorder = aRef({
  id: 'b',
  serial: 'DS-7608NI-K2/8P0820220320CCRRG394132929WCVU',
  shortSerial: '394132929',
  mac: '84:9a:40:dc:35:9c',
});

/** The passwords for the devices, or what is wrong and where. */
function read(text: string, devices: readonly DeviceRef[] = [gate, recorder]) {
  const parsed = parsePasswordFile(text);
  if (!parsed.ok) return parsed.problem;
  const matched = matchPasswords(parsed.value, devices);
  return matched.ok ? matched.value : matched.problem;
}

describe('a password file', () => {
  test('has one lone line for all', () => {
    expect(read('Secret12\n')).toEqual({ secrets: { all: 'Secret12' }, unused: [] });
  });

  test.each([
    ['DS-2CD2143G2-I20230505AAWRE645839021'],
    ['645839021'],
    ['9021'],
    ['44:47:CC:7F:11:72'],
    ['4447-cc7f-1172'],
    ['4447cc7f1172'],
  ])('names a device as %s', (who) => {
    expect(read(`${who}\tOwn12345`)).toEqual({
      secrets: { byDevice: { a: 'Own12345' } },
      unused: [],
    });
  });

  test('names a recorder by the digits people read out', () => {
    expect(read('394132929\tx')).toEqual({ secrets: { byDevice: { b: 'x' } }, unused: [] });
  });

  test.each([['Gate'], ['192.168.1.64']])('does not name one as %s', (who) => {
    expect(read(`${who}\tOwn12345`)).toMatchObject({ secrets: {}, unused: [1] });
  });

  test('keeps everything behind the first tab, blanks and tabs too', () => {
    expect(read('9021\t a\tb ')).toMatchObject({ secrets: { byDevice: { a: ' a\tb ' } } });
  });

  test.each(['a\r\nb\r\n', '\uFEFFa\n\n\nb', 'a\rb'])(
    'has lines as any system ends them: %j',
    (text) => {
      expect(parsePasswordFile(text)).toEqual({
        ok: false,
        problem: { kind: 'twoForAll', line: text.includes('\n\n\n') ? 4 : 2 },
      });
    },
  );

  test.each([
    ['', { kind: 'fileEmpty', line: 0 }],
    ['\n\n', { kind: 'fileEmpty', line: 0 }],
    ['\tSecret12', { kind: 'noWho', line: 1 }],
    ['9021\t', { kind: 'noPassword', line: 1 }],
    ['ok\n021\tSecret12', { kind: 'shortWho', line: 2 }],
    ['9021\tone\n645839021\ttwo', { kind: 'twoForOne', line: 2 }],
    [`x\n9021\t${'p'.repeat(129)}`, { kind: 'tooLong', line: 2 }],
  ])('%j is refused with its line', (text, problem) => {
    expect(read(text)).toEqual(problem);
  });

  test('a line that fits two of the named devices is refused, never guessed', () => {
    const twin = aRef({ id: 'c', serial: 'X20230505AAWRE1119021', shortSerial: '111119021' });
    expect(read('9021\tSecret12', [gate, twin])).toEqual({ kind: 'manyDevices', line: 1 });
  });

  test('a whole serial means that device although it ends another one, too', () => {
    const short = aRef({ id: 'd', serial: '645839021', shortSerial: '645839021' });
    expect(read('645839021\tSecret12', [gate, short])).toMatchObject({
      secrets: { byDevice: { d: 'Secret12' } },
    });
  });

  test('never tells a line, only its number', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, maxLength: 300 }), (text) => {
        const parsed = parsePasswordFile(text);
        if (!parsed.ok) expect(Object.keys(parsed.problem).sort()).toEqual(['kind', 'line']);
      }),
    );
  });

  test('gives back every password as it stands', () => {
    const password = fc.string({ minLength: 1, maxLength: 128, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(password, password, (all, own) => {
        fc.pre(!all.includes('\t'));
        const byDevice = { a: own };
        expect(read(`${all}\n9021\t${own}\n`)).toEqual({
          secrets: { all, byDevice },
          unused: [],
        });
      }),
    );
  });

  test.each([
    ['Secret12', false],
    ['Secret12 ', true],
    ['9021\t Secret12', true],
    ['9021 \tSecret12', false],
  ])('%j has blanks at an end: %s', (text, expected) => {
    const parsed = parsePasswordFile(text);
    expect(parsed.ok && hasBlankEnds(parsed.value)).toBe(expected);
  });
});
