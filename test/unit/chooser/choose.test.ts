import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { becauseCodes } from '../../../main/contract/chooser.ts';
import {
  chooserQuestions,
  type RecoveryRoute,
  recoveryRoutes,
} from '../../../main/contract/recovery.ts';
import { texts } from '../../../main/contract/text/index.ts';
import { destructiveRoutes, rankRoutes } from '../../../main/domain/chooser/choose.ts';
import { toldByFacts } from '../../../main/domain/chooser/known.ts';
import { nextQuestion, optionsOf } from '../../../main/domain/chooser/question.ts';
import type { Answers, ChooserFacts, Question } from '../../../main/domain/chooser/types.ts';
import { stateRank } from '../../../main/domain/chooser/weigh.ts';
import { anyAnswers, anyFacts, camera } from './facts.ts';

const runs = 5000;

function order(facts: ChooserFacts, answers: Answers): RecoveryRoute[] {
  return rankRoutes(facts, answers)
    .filter(({ state }) => state === 'open')
    .map(({ route }) => route);
}

function stateOf(facts: ChooserFacts, answers: Answers, route: RecoveryRoute) {
  return rankRoutes(facts, answers).find((one) => one.route === route)?.state;
}

function codesOf(facts: ChooserFacts, answers: Answers, route: RecoveryRoute) {
  return rankRoutes(facts, answers).find((one) => one.route === route)?.because;
}

describe('whatever is known and answered', () => {
  test('every route stands once, something is open, nothing destructive above it', () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, answers) => {
        const ranked = rankRoutes(facts, answers);
        expect(ranked.map(({ route }) => route).sort()).toEqual([...recoveryRoutes].sort());
        expect(ranked[0]?.state).toBe('open');
        expect(destructiveRoutes.has(ranked[0]?.route ?? 'factory-reset')).toBe(false);
        for (const isLoss of [false, true]) {
          const of = ranked.filter(({ route }) => destructiveRoutes.has(route) === isLoss);
          const states = of.map(({ state }) => stateRank(state));
          expect(states).toEqual([...states].sort((a, b) => a - b));
        }
        // Losing the settings stands below what can be tried and below what takes only a look.
        const open = ranked.filter(({ state }) => state === 'open' || state === 'untold');
        const firstLoss = open.findIndex(({ route }) => destructiveRoutes.has(route));
        const below = firstLoss < 0 ? [] : open.slice(firstLoss);
        expect(below.every(({ route }) => destructiveRoutes.has(route))).toBe(true);
        for (const { because } of ranked) {
          expect(because.length).toBeGreaterThan(0);
          for (const code of because) expect(becauseCodes).toContain(code);
        }
      }),
      { numRuns: runs },
    );
  });

  test('questions end, and none is asked that a fact tells or that was answered', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.array(fc.nat({ max: 3 }), { minLength: 20, maxLength: 20 }),
        (facts, picks) => {
          let answers: Answers = {};
          let asked = 0;
          for (const pick of picks) {
            const question = nextQuestion(facts, answers);
            if (question === null) break;
            expect(answers[question.id]).toBeUndefined();
            expect(toldByFacts(facts, question.id, answers.goal)).toBeNull();
            expect(texts.en.chooser.why[question.id]).not.toBe('');
            const answer = question.options[pick % question.options.length];
            answers = { ...answers, [question.id]: answer };
            asked += 1;
          }
          expect(nextQuestion(facts, answers)).toBeNull();
          expect(asked).toBeLessThanOrEqual(chooserQuestions.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('nothing that loses settings is open before somebody said yes', () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, answers) => {
        fc.pre(answers['may-lose-settings'] !== 'yes');
        for (const route of destructiveRoutes) expect(order(facts, answers)).not.toContain(route);
      }),
      { numRuns: runs },
    );
  });

  test('a device without a button never gets the button', () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, answers) => {
        const { 'has-button': _button, ...rest } = answers;
        expect(stateOf({ ...facts, hasButton: false }, rest, 'reset-button')).toBe('closed');
      }),
      { numRuns: runs },
    );
  });

  test('the area rule closes the LAN, and the phone with an account of another area', () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, answers) => {
        const unbind: Answers = { ...answers, goal: 'unbind' };
        const bound = { ...facts, bound: true, isForeign: false };
        expect(stateOf({ ...bound, areasDiffer: true }, unbind, 'lan')).toBe('closed');
        const other: Answers = { ...unbind, 'same-area': 'no' };
        expect(stateOf(bound, other, 'lan')).toBe('closed');
        expect(stateOf(bound, other, 'phone-on-lan')).toBe('closed');
        expect(stateOf(bound, other, 'guest-account')).toBe('closed');
        // It never closes the owner's own way.
        const without: Answers = { ...unbind };
        expect(stateOf(bound, other, 'owner-account')).toBe(
          stateOf(bound, without, 'owner-account'),
        );
      }),
      { numRuns: runs },
    );
  });

  /** Where a yes speaks for a route and a no against it. */
  const favours: readonly (readonly [Question, readonly RecoveryRoute[]])[] = [
    ['is-owner-reachable', ['owner-account', 'portal-reset', 'email-code', 'owner-forgot-account']],
    ['does-owner-know-account', ['owner-account']],
    ['does-owner-know-password', ['owner-account']],
    ['has-phone-on-lan', ['phone-on-lan', 'guest-account', 'portal-reset']],
    ['has-router', ['lan', 'phone-on-lan', 'portal-reset']],
    ['same-area', ['phone-on-lan', 'guest-account', 'lan']],
    ['has-partner-account', ['portal-reset', 'support-case']],
    ['has-proof', ['reset-file', 'support-case']],
    ['has-button', ['reset-button']],
    ['may-lose-settings', ['reset-button', 'factory-reset']],
    ['knows-security-answers', ['security-questions']],
    ['has-guid-file', ['guid-file']],
    ['reads-reserved-email', ['email-code']],
    ['has-admin-password', ['lan', 'phone-on-lan', 'recorder-menu', 'factory-reset']],
  ];

  test.each(favours)('%s: yes never lowers %j, no never lifts it', (question, routes) => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (facts, given) => {
        const answers: Answers = { ...given };
        // For a goal that the question is about: a reset of the password is pointless where it is known, and
        // without a goal the better of two standings is shown, whose unknowns are its own.
        const isForPassword = answers.goal === 'password' && question !== 'has-admin-password';
        const base: Answers = { ...answers, goal: isForPassword ? 'password' : 'unbind' };
        for (const route of routes) {
          const standing = (answer: 'yes' | 'no' | 'unknown') => {
            const ranked = rankRoutes(facts, { ...base, [question]: answer });
            const found = ranked.find((one) => one.route === route);
            return { rank: stateRank(found?.state ?? 'closed'), unknowns: found?.unknowns ?? 0 };
          };
          const [yes, none, no] = [standing('yes'), standing('unknown'), standing('no')];
          expect(yes.rank).toBeLessThanOrEqual(none.rank);
          expect(none.rank).toBeLessThanOrEqual(no.rank);
          // In the same state what is known puts it higher, never lower.
          if (yes.rank === none.rank) expect(yes.unknowns).toBeLessThanOrEqual(none.unknowns);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what a technician meets', () => {
  test('the goal is asked first, then what decides most', () => {
    expect(nextQuestion(camera, {})?.id).toBe('goal');
    const asked: Question[] = [];
    let answers: Answers = {};
    for (let turn = 0; turn < 20; turn += 1) {
      const question = nextQuestion(camera, answers);
      if (question === null) break;
      asked.push(question.id);
      answers = { ...answers, [question.id]: question.id === 'goal' ? 'unbind' : 'no' };
    }
    expect(asked[0]).toBe('goal');
    expect(asked.slice(0, 4)).toContain('has-admin-password');
    // Nobody knows answers or has a file, so neither is left although the device denies none.
    expect(order(camera, answers)).toEqual(['support-case']);
    expect(codesOf(camera, answers, 'guid-file')).toEqual(['guid-nobody']);
  });

  test('a known password leads to the LAN', () => {
    const facts = { ...camera, knowsPassword: 'proven' as const };
    expect(order(facts, { goal: 'unbind' })[0]).toBe('lan');
    expect(nextQuestion(facts, { goal: 'unbind' })?.id).not.toBe('has-admin-password');
  });

  test('a saved password that no device accepted does not close the ways of who lost it', () => {
    const facts = { ...camera, knowsPassword: 'saved' as const };
    expect(order(facts, { goal: 'unbind' })[0]).toBe('lan');
    expect(nextQuestion(facts, { goal: 'password' })?.id).toBe('has-admin-password');
    const lost: Answers = { goal: 'password', 'has-admin-password': 'no' };
    expect(stateOf(facts, lost, 'security-questions')).toBe('untold');
    expect(order({ ...facts, knowsPassword: 'proven' }, { goal: 'password' })).not.toContain(
      'security-questions',
    );
  });

  test('scenario 15: areas differ, so the account of that area, the owner and support are left', () => {
    const facts = {
      ...camera,
      areasDiffer: true,
      cloudOnline: true,
      knowsPassword: 'proven' as const,
    };
    const answers: Answers = { goal: 'unbind' };
    expect(codesOf(facts, answers, 'lan')).toEqual(['areas-differ']);
    expect(codesOf(facts, answers, 'phone-on-lan')).toContain('account-of-area');
    const ways = order(facts, answers);
    for (const route of ['phone-on-lan', 'owner-account', 'support-case'] as const) {
      expect(ways).toContain(route);
    }
  });

  test('scenario 18 and 17: what is free already is only read again', () => {
    const ranked = rankRoutes({ ...camera, bound: false }, { goal: 'unbind' });
    expect(ranked[0]).toMatchObject({ route: 'lan', because: ['already-free'] });
  });

  test('scenario 20: a turret without a button gets file, portal and support', () => {
    const facts = { ...camera, hasButton: false };
    const answers: Answers = { goal: 'password', 'has-admin-password': 'no' };
    expect(codesOf(facts, answers, 'reset-button')).toEqual(['no-button']);
    const ways = order(facts, answers);
    for (const route of ['portal-reset', 'support-case'] as const) expect(ways).toContain(route);
    const file = ['device-does-not-say', 'export-tells'];
    expect(codesOf(facts, answers, 'reset-file')).toEqual(file);
    // What else is missing does not hide that the device does not say.
    const bare: Answers = { ...answers, 'has-proof': 'no' };
    expect(codesOf(facts, bare, 'reset-file')).toEqual([...file, 'proof-to-collect']);
    expect(nextQuestion(facts, answers)?.id).not.toBe('has-button');
  });

  test('a guest account is freed by the phone, not by its owner', () => {
    const answers: Answers = { goal: 'unbind', 'is-guest-account': 'yes' };
    expect(stateOf(camera, answers, 'owner-account')).toBe('closed');
    expect(stateOf(camera, answers, 'owner-forgot-password')).toBe('closed');
    expect(stateOf(camera, answers, 'guest-account')).toBe('open');
  });

  const ownWays = ['reset-file', 'email-code', 'security-questions', 'guid-file'] as const;

  test('what the device does not say is never called open, unless a person has what it takes', () => {
    const held = {
      ...{ 'email-code': 'reads-reserved-email', 'guid-file': 'has-guid-file' },
      'security-questions': 'knows-security-answers',
    } as const;
    fc.assert(
      fc.property(anyFacts, anyAnswers, fc.constantFrom(...ownWays), (facts, given, route) => {
        const question = route === 'reset-file' ? null : held[route];
        const told = (isThere: boolean | null, answers: Answers) => {
          const ways = { ...facts.ways, [route]: isThere };
          return stateOf({ ...facts, ways }, answers, route);
        };
        const { ...open }: Answers = given;
        const silent = question === null ? open : { ...open, [question]: 'unknown' as const };
        expect(told(null, silent)).not.toBe('open');
        expect(told(false, given)).toBe('closed');
        if (question === null) return;
        // The person's word never lifts what the device denies, and "nobody has it" ends the way.
        expect(told(true, { ...open, [question]: 'no' })).toBe('closed');
        expect(told(false, { ...open, [question]: 'yes' })).toBe('closed');
        // Having the file in the hand counts as much as the device's own word.
        const yes: Answers = { ...open, [question]: 'yes' };
        expect(told(null, yes)).toBe(told(true, yes));
      }),
      { numRuns: runs },
    );
  });

  test('unknown: closed is never said, and how to find out is', () => {
    const answers: Answers = { goal: 'password', 'has-admin-password': 'no' };
    for (const route of ['security-questions', 'guid-file', 'email-code'] as const) {
      expect(stateOf(camera, answers, route)).toBe('untold');
      expect(codesOf(camera, answers, route)).toContain('look-at-forgot-password');
    }
    const recorder = { ...camera, kind: 'recorder' as const };
    const unbind: Answers = { goal: 'unbind', 'has-admin-password': 'yes' };
    expect(stateOf(recorder, unbind, 'recorder-menu')).toBe('untold');
    expect(codesOf(recorder, unbind, 'recorder-menu')).toEqual(['menu-unknown', 'look-at-menu']);
    expect(stateOf(recorder, { ...unbind, 'recorder-menu': 'gui-4' }, 'recorder-menu')).toBe(
      'open',
    );
    const silent = { ...camera, bound: null, cloudSupported: null };
    expect(codesOf(silent, answers, 'portal-reset')).toEqual([
      ...['cloud-support-unknown', 'ask-owner-list', 'binding-unknown'],
    ]);
    // In the partner's portal it would not stand without the platform.
    const partner: Answers = { ...answers, 'has-partner-account': 'yes' };
    expect(stateOf(silent, partner, 'portal-reset')).toBe('open');
    expect(codesOf({ ...camera, isUserPanel: true }, answers, 'portal-reset')).toEqual([
      'panel-not-by-portal',
    ]);
    expect(codesOf({ ...camera, unbindSupported: null }, unbind, 'lan')).toContain(
      'look-before-unbind',
    );
  });

  test('who knows the answers, has the file or reads the mail is asked, and ranked by', () => {
    const base: Answers = { goal: 'password', 'has-admin-password': 'no' };
    const ways = { ...camera.ways, 'guid-file': true };
    const facts = { ...camera, ways: { ...ways, 'email-code': false } };
    const asked: Question[] = [];
    let answers: Answers = base;
    for (let turn = 0; turn < 20; turn += 1) {
      const question = nextQuestion(facts, answers);
      if (question === null) break;
      asked.push(question.id);
      expect(question.why).toBe(question.id);
      answers = { ...answers, [question.id]: 'unknown' };
    }
    expect(asked).toContain('has-guid-file');
    expect(asked).toContain('knows-security-answers');
    // The device denies it, so nobody has to look for the mailbox.
    expect(asked).not.toContain('reads-reserved-email');
    expect(order(facts, { ...base, 'has-guid-file': 'yes' })[0]).toBe('guid-file');
    expect(codesOf(facts, { ...base, 'has-guid-file': 'yes' }, 'guid-file')).toEqual([
      ...['device-says-yes', 'guid-there'],
    ]);
    // Once the answers are known, the file could not be cheaper any more.
    const known: Answers = { ...base, 'knows-security-answers': 'yes' };
    expect(order(facts, known)[0]).toBe('security-questions');
    const later: (Question | undefined)[] = [];
    for (let turn = 0, now = known; turn < 20; turn += 1) {
      const question = nextQuestion(facts, now)?.id;
      later.push(question);
      if (question === undefined) break;
      now = { ...now, [question]: 'unknown' };
    }
    expect(later).not.toContain('has-guid-file');
  });

  test('only what the device says it has not is closed', () => {
    const answers: Answers = { goal: 'password', 'has-admin-password': 'no' };
    const facts = { ...camera, ways: { ...camera.ways, 'guid-file': false } };
    expect(codesOf(facts, answers, 'guid-file')).toEqual(['device-says-no']);
    expect(stateOf(facts, answers, 'security-questions')).toBe('untold');
  });

  test('a device that is not activated is activated, not reset', () => {
    const facts = { ...camera, activated: false };
    const answers: Answers = { goal: 'password' };
    expect(order(facts, answers)).toEqual(['lan', 'support-case']);
    expect(codesOf(facts, answers, 'lan')).toEqual(['activate-instead']);
    expect(stateOf(facts, { goal: 'unbind' }, 'lan')).toBe('needs');
  });

  test('every option has words in every language', () => {
    for (const { chooser } of Object.values(texts)) {
      for (const question of chooserQuestions) {
        expect(chooser.questions[question]).toMatch(/\?$/);
        for (const option of optionsOf(question)) expect(chooser.answers[option]).not.toBe('');
      }
    }
  });
});
