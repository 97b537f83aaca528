import { describe, expect, test } from 'vitest';
import { markdownText } from '../../../main/host/cli/markdown.ts';
import { widthOf } from '../../../main/host/cli/width.ts';
import { shipped } from '../knowledge/library.ts';

const page = (body: string, columns: number | null = 80) =>
  markdownText(body, { hasColour: false, columns });

describe('a guide on a terminal', () => {
  test('joins broken lines, keeps items hanging and takes the marks away', () => {
    const body = [
      '## Steps',
      '',
      'A line that is **broken**',
      'in two.',
      '',
      '1. Open [the list](screen:devices) and read `untether guide show x <id>` with care, for as long as it takes.',
      '   Then go on with [the other](guide:other-one).',
    ].join('\n');
    expect(page(body)).toBe(
      [
        'Steps',
        '',
        'A line that is broken in two.',
        '',
        '1. Open the list and read "untether guide show x <id>" with care, for as long as',
        '   it takes. Then go on with the other [other-one].',
      ].join('\n'),
    );
  });

  test('a narrow table stands side by side, a wide one row after row', () => {
    expect(page('| A | B |\n|---|---|\n| 1 | two |')).toMatch(/^A\s+B\n1\s+two\s*$/);
    const wide = `| Way | Needs | Guide |\n|---|---|---|\n| One | ${'word '.repeat(20)} | x |`;
    const lines = page(wide).split('\n');
    expect(lines[0]).toBe('- One');
    expect(lines[1]).toMatch(/^ {4}Needs: word/);
    expect(lines.at(-1)).toBe('    Guide: x');
  });

  test('control characters do not reach the terminal', () => {
    expect(page('a \u001b[31mred')).toBe('a \ufffd[31mred');
  });

  test('every guide fits into 80 columns, and no mark is left', async () => {
    const { guides } = await shipped('en');
    const bad = guides.flatMap(({ id, body }) =>
      page(body, 200)
        .split('\n')
        .filter((line) => widthOf(line) > 80 || /\*\*|\]\(|^#|`/.test(line))
        .map((line) => `${id}: ${line}`),
    );
    expect(bad).toEqual([]);
  });
});
