import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../main/contract/errors.ts';
import { reasons, routes, verdicts } from '../../../main/contract/job.ts';
import { caseKinds, caseStepIds, recoveryRoutes } from '../../../main/contract/recovery.ts';
import type { Locale } from '../../../main/contract/settings.ts';
import { guideOf } from '../../../main/domain/cases/kinds.ts';
import { headingsOf, linksOf } from '../../../main/knowledge/markdown.ts';
import { noGuideNeeded } from '../../fixtures/knowledge/codes.ts';
import { shipped } from './library.ts';

const english = await shipped('en');
const explained = new Set(english.guides.flatMap(({ codes }) => codes));
const ownCodes: readonly string[] = [
  ...new Set<string>([
    ...[...verdicts, ...reasons, ...routes, ...errorCodes],
    ...[...caseKinds, ...caseStepIds, ...recoveryRoutes],
  ]),
];

describe('the English guides', () => {
  test('are all right', () => {
    expect(english.problems).toEqual([]);
    expect(english.guides.length).toBeGreaterThanOrEqual(30);
  });

  test('link only to guides that exist', () => {
    const ids = new Set(english.guides.map(({ id }) => id));
    const lost = english.guides.flatMap(({ id, body }) =>
      linksOf(body)
        .filter(({ target }) => target.startsWith('guide:') && !ids.has(target.slice(6)))
        .map(({ target }) => `${id}: ${target}`),
    );
    expect(lost).toEqual([]);
  });

  test('can each be reached from another one', () => {
    const linked = new Set(
      english.guides.flatMap(({ id, body }) =>
        linksOf(body)
          .map(({ target }) => target.slice('guide:'.length))
          .filter((target) => target !== id),
      ),
    );
    const alone = english.guides.map(({ id }) => id).filter((id) => !linked.has(id));
    expect(alone).toEqual(['unbind-overview'].filter((id) => !linked.has(id)));
  });

  test('name no document by an internal name, and no address', () => {
    const bad = english.guides.filter(({ body, sources, differs }) =>
      /\bseeds?\b|\bS[0-4]\b|\.txt\b/i.test(
        [body, JSON.stringify({ sources, differs })].join('\n'),
      ),
    );
    expect(bad.map(({ id }) => id)).toEqual([]);
  });

  test('explain only codes that exist', () => {
    const unknown = [...explained].filter(
      (code) => !ownCodes.includes(code) && !/^sadp-20(0\d|[1-4]\d)$/.test(code),
    );
    expect(unknown).toEqual([]);
  });
});

describe('every kind of case', () => {
  test.each([...caseKinds])('%s names a guide that exists', (kind) => {
    expect(english.guides.map(({ id }) => id)).toContain(guideOf(kind));
  });
});

describe('every verdict, reason, route, error code, kind of case and step', () => {
  test('has a guide, or a word why it needs none', () => {
    const without = ownCodes.filter((code) => !explained.has(code) && !(code in noGuideNeeded));
    expect(without).toEqual([]);
  });

  test('the list of those without is no longer than it must be', () => {
    const needless = Object.keys(noGuideNeeded).filter(
      (code) => explained.has(code) || !ownCodes.includes(code),
    );
    expect(needless).toEqual([]);
  });
});

const translations = ['it', 'es'] as const satisfies readonly Locale[];

describe.each(translations)('the guides in %s', async (locale) => {
  const own = await shipped(locale);

  test('are all right, and the same ones', () => {
    expect(own.problems).toEqual([]);
    expect(own.guides.map(({ id }) => id)).toEqual(english.guides.map(({ id }) => id));
  });

  test('say the same with the same parts', () => {
    const shape = (guide: (typeof english.guides)[number]) => ({
      id: guide.id,
      codes: [...guide.codes].sort(),
      group: guide.group,
      models: guide.models,
      headings: headingsOf(guide.body).length,
      links: linksOf(guide.body)
        .map(({ target }) => target)
        .sort(),
      commands: [...guide.body.matchAll(/`untether [^`]*`/g)].map(([command]) => command).sort(),
      steps: [...guide.body.matchAll(/^ *\d+\. /gm)].length,
      rows: [...guide.body.matchAll(/^\|/gm)].length,
      sources: guide.sources.length,
      differs: guide.differs.map(({ says }) => says.length),
      date: guide.date,
    });
    const shapes = new Map(own.guides.map((guide) => [guide.id, shape(guide)]));
    for (const guide of english.guides) expect(shapes.get(guide.id)).toEqual(shape(guide));
  });

  test('are no copies of the English ones', () => {
    const bodies = new Map(english.guides.map(({ id, body }) => [id, body]));
    const copies = own.guides.filter(({ id, body }) => bodies.get(id) === body);
    expect(copies.map(({ id }) => id)).toEqual([]);
  });
});
