import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { type Guide, guideScreens } from '../../../main/contract/guide.ts';
import { createProgram } from '../../../main/host/cli/program.ts';
import { cliTexts } from '../../../main/host/cli/text/index.ts';
import { plainText } from '../../../main/knowledge/markdown.ts';
import { type Statement, statements } from '../../fixtures/knowledge/statements.ts';
import { shipped } from './library.ts';

const { guides } = await shipped('en');
const byId = new Map(guides.map((guide) => [guide.id, guide]));

function commandsOf(command: Command, path: string): readonly string[] {
  return command.commands.flatMap((sub) => {
    const name = `${path}${sub.name()}`;
    return [name, ...commandsOf(sub, `${name} `)];
  });
}
const commands = new Set(
  commandsOf(
    createProgram(cliTexts.en, '0.0.0', () => undefined),
    '',
  ),
);

/** Everything a person can read of a guide, in one line. */
function wholeText(guide: Guide): string {
  const says = guide.differs.flatMap(({ point, says: all }) => [
    point,
    ...all.map(({ source, value }) => `${source}: ${value}`),
  ]);
  return [guide.title, guide.summary, plainText(guide.body), ...says]
    .join(' ')
    .replaceAll(/\*|\s+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ ([.,:;)])/g, '$1');
}

function isThere(carrier: string): boolean {
  const [, kind, name = ''] = /^(screen|command):(.+)$/.exec(carrier) ?? [];
  if (kind === 'screen') return guideScreens.some((screen) => screen === name);
  return kind === 'command' ? commands.has(name) : byId.has(carrier);
}

const label = ({ source, line, statement }: Statement) => `${source}.${line} ${statement}`;

describe('every statement of the five documents', () => {
  test('is listed: each document from its first line to its last', () => {
    const last = [1, 2, 3, 4, 5].map((source) =>
      Math.max(...statements.filter((each) => each.source === source).map(({ line }) => line)),
    );
    expect(last).toEqual([34, 78, 49, 154, 48]);
    expect(statements.length).toBeGreaterThanOrEqual(150);
    expect(new Set(statements.map(label)).size).toBe(statements.length);
  });

  test('is carried by something that exists', () => {
    const lost = statements
      .flatMap((each) => each.carriedBy.map((carrier) => ({ each, carrier })))
      .filter(({ carrier }) => !isThere(carrier))
      .map(({ each, carrier }) => `${label(each)}: no ${carrier}`);
    expect(lost).toEqual([]);
  });

  test('is said by the guide that carries it', () => {
    const silent = statements
      .filter(({ carriedBy: [first = ''], says }) => {
        const guide = byId.get(first);
        return guide === undefined || !says.test(wholeText(guide));
      })
      .map((each) => `${label(each)}: ${each.carriedBy[0]} does not say ${each.says.source}`);
    expect(silent).toEqual([]);
  });
});

describe('what a guide names', () => {
  test('the commands exist', () => {
    const lost = guides.flatMap(({ id, body }) =>
      [...body.matchAll(/`untether ([a-z -]+?)(?: [<-][^`]*| last)?`/g)]
        .map(([, name = '']) => name.trim())
        .filter((name) => !commands.has(name))
        .map((name) => `${id}: untether ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test('every command is written as code', () => {
    const loose = guides
      .filter(({ body }) => /(?<!`)\buntether [a-z]/.test(body))
      .map(({ id }) => id);
    expect(loose).toEqual([]);
  });
});
