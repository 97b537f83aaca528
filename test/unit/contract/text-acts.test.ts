import { describe, expect, it } from 'vitest';
import {
  job,
  jobItem,
  jobKinds,
  jobStates,
  jobSteps,
  networkValues,
  planProblem,
  planProblems,
  preflightLine,
  reasons,
  routes,
  verdicts,
} from '../../../main/contract/job.ts';
import { locales } from '../../../main/contract/settings.ts';
import {
  type Explained,
  fillKnown,
  minutesLeft,
  reasonWords,
  texts,
} from '../../../main/contract/text/index.ts';

type Words = Readonly<Record<string, unknown>>;
const keys = (words: Words) => Object.keys(words).sort();
const sorted = (list: readonly string[]) => [...list].sort();

describe.each(locales)('words of runs in %s', (locale) => {
  const text = texts[locale];

  it('has one for every value the contract lists, and for nothing else', () => {
    const pairs: readonly (readonly [Words, readonly string[]])[] = [
      [text.verdicts, verdicts],
      [text.verdictHints, verdicts],
      [text.reasons, reasons],
      [text.jobKinds, jobKinds],
      [text.jobStates, jobStates],
      [text.jobSteps, jobSteps],
      [text.itemStates, jobItem.shape.state.options],
      [text.lights, preflightLine.shape.light.options],
      [text.planProblems, planProblems],
      [text.planLevels, planProblem.shape.level.options],
      [text.routes, routes],
      [text.networkFields, Object.keys(networkValues.shape)],
    ];
    for (const [words, ids] of pairs) expect(keys(words)).toEqual(sorted(ids));
    expect(sorted(jobStates)).toEqual(sorted(job.shape.state.options));
  });

  it('tells verdicts, lights, states and reasons apart', () => {
    const groups = [
      Object.values(text.verdicts),
      Object.values(text.lights),
      Object.values(text.jobStates),
      Object.values(text.itemStates),
      Object.values(text.jobSteps),
      Object.values(text.jobKinds).map((words) => words.title),
      Object.values(text.reasons).map((words) => words.what),
      Object.values(text.planProblems),
      Object.values(text.networkFields),
    ];
    for (const words of groups) expect(new Set(words).size).toBe(words.length);
  });

  it('begins every text that may lack a value with a sentence that needs none', () => {
    const all = [
      ...Object.values(text.reasons).flatMap(({ what, next }) => [what, next]),
      ...Object.values(text.planProblems),
    ];
    const bad = all.filter((words) => fillKnown(words, {}) === '');
    expect(bad).toEqual([]);
    for (const words of all) expect(fillKnown(words, {})).not.toContain('{{');
  });

  it('says every reason in whole sentences', () => {
    const all = Object.values(text.reasons).flatMap(({ what, next }) => [what, next]);
    expect(all.filter((words) => !/[.?!]$/.test(words))).toEqual([]);
  });

  it('never calls a thing done that is not', () => {
    // The one word of success belongs to one verdict.
    const { verified, ...others } = text.verdicts;
    const claims = Object.values(others).filter((word) => word.startsWith(verified));
    expect(claims).toEqual([]);
  });
});

it('uses the verdict words of the contract page in English', () => {
  const { verdicts: words } = texts.en;
  expect(words).toMatchObject({
    accepted: 'Accepted, not verified',
    'needs-internet': 'Needs Internet',
    'needs-owner': 'Needs owner',
    'different-area': 'Different area',
    unknown: 'Unknown, check',
  });
});

describe('words with values', () => {
  const item: Explained = {
    reason: 'wrong-password',
    params: {},
    attemptsLeft: null,
    lockedUntil: null,
    device: {} as Explained['device'],
  };
  const now = 1_000_000;

  it('leave out a sentence whose value is not known', () => {
    expect(reasonWords(texts.en, item, now)?.what).toBe(
      'The device says that the password is wrong.',
    );
  });

  it('tell the tries and minutes the device told', () => {
    const told = { ...item, attemptsLeft: 3, lockedUntil: now + 90_000 };
    expect(reasonWords(texts.en, told, now)?.what).toBe(
      'The device says that the password is wrong. Tries left: 3. It is locked for 2 more minutes.',
    );
  });

  it('tell zero tries: it is a number like the others', () => {
    expect(reasonWords(texts.en, { ...item, attemptsLeft: 0 }, now)?.what).toContain(
      'Tries left: 0.',
    );
  });

  it('repeat what the device said, as it said it', () => {
    const said: Explained = { ...item, reason: 'unknown-result', rawResult: 'E_{{x}} 7. No' };
    expect(reasonWords(texts.it, said, now)?.what).toContain('Ha detto "E_{{x}} 7. No".');
  });

  it('have nothing to say without a reason', () => {
    expect(reasonWords(texts.en, { ...item, reason: null }, now)).toBeNull();
  });

  it('count a lock to its last second and no further', () => {
    expect([
      minutesLeft(null, now),
      minutesLeft(now, now),
      minutesLeft(now + 1, now),
      minutesLeft(now + 60_001, now),
    ]).toEqual([null, null, 1, 2]);
  });
});
