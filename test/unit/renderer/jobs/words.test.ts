import { describe, expect, it } from 'vitest';
import { reasons, verdicts } from '../../../../main/contract/job.ts';
import {
  newlyDone,
  resultSentence,
  stateSentence,
} from '../../../../renderer/src/features/jobs/model/announce.ts';
import { jobAsText } from '../../../../renderer/src/features/jobs/model/job-text.ts';
import { verdictLooks, verdictOrder } from '../../../../renderer/src/features/jobs/model/looks.ts';
import {
  refLabel,
  rowAsRef,
  spokenLabel,
} from '../../../../renderer/src/features/jobs/model/names.ts';
import { itemWords } from '../../../../renderer/src/features/jobs/model/words.ts';
import { actsUiEn } from '../../../../renderer/src/i18n/en/acts.ts';
import { jobsEn } from '../../../../renderer/src/i18n/en/jobs.ts';
import { actsUiEs } from '../../../../renderer/src/i18n/es/acts.ts';
import { jobsEs } from '../../../../renderer/src/i18n/es/jobs.ts';
import { createFormatter } from '../../../../renderer/src/i18n/format.ts';
import { actsUiIt } from '../../../../renderer/src/i18n/it/acts.ts';
import { jobsIt } from '../../../../renderer/src/i18n/it/jobs.ts';
import { locales } from '../../../../renderer/src/i18n/locales.ts';
import { textIn } from '../panels/text-in.ts';
import { row } from '../rows.ts';
import { done, item, job, ref } from './items.ts';

const text = textIn('en');

type Tree = { readonly [key: string]: string | Tree };

function leavesOf(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : leavesOf(value, `${path}${key}/`),
  );
}

const placeholdersOf = (words: string) =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each([
  ['it', { ...jobsIt, ...actsUiIt }],
  ['es', { ...jobsEs, ...actsUiEs }],
] as const)('words of runs and acts in %s', (_locale, words) => {
  const english = new Map(leavesOf({ ...jobsEn, ...actsUiEn }));
  const own = leavesOf(words);

  it('has the keys and the placeholders of English', () => {
    expect(own.map(([key]) => key)).toEqual([...english.keys()]);
    const wrong = own.filter(
      ([key, value]) =>
        value.trim() === '' ||
        placeholdersOf(value).join() !== placeholdersOf(english.get(key) ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  it('is translated', () => {
    const same = own.filter(([key, value]) => value.length > 24 && english.get(key) === value);
    expect(same.map(([key]) => key)).toEqual(['by', 'said/result', 'history/by']);
  });
});

describe('reasons', () => {
  it.each([...locales])(
    '%s: no gap and no placeholder is left, whatever is not known',
    (locale) => {
      for (const reason of reasons) {
        const words = itemWords(textIn(locale), done('1', 'unknown', { reason }), 0);
        expect([reason, (words?.what ?? '').length > 5, (words?.next ?? '').length > 5]).toEqual([
          reason,
          true,
          true,
        ]);
        expect(`${words?.what} ${words?.next}`).not.toContain('{{');
      }
    },
  );

  it('leaves out the sentence whose value is not known and keeps the others', () => {
    const wrong = done('1', 'wrong-password', { reason: 'wrong-password' });
    expect(itemWords(text, wrong, 0)?.what).toBe('The device says that the password is wrong.');
    expect(itemWords(text, { ...wrong, attemptsLeft: 3 }, 0)?.what).toBe(
      'The device says that the password is wrong. Tries left: 3.',
    );
  });

  it('tells zero tries, which is a value and not a gap', () => {
    const words = itemWords(
      text,
      done('1', 'wrong-password', { reason: 'wrong-password', attemptsLeft: 0 }),
      0,
    );
    expect(words?.what).toContain('Tries left: 0.');
  });

  it('counts the minutes of a lock up, and none when it is over', () => {
    const locked = done('1', 'locked', { reason: 'locked', lockedUntil: 90_000 });
    expect(itemWords(text, locked, 0)?.what).toContain('2 more minutes');
    expect(itemWords(text, locked, 90_000)?.what).not.toContain('minutes');
  });

  it('shows a word nobody knows as the device said it', () => {
    const odd = done('1', 'unknown', { reason: 'unknown-result', rawResult: 'Area. Mismatch' });
    expect(itemWords(text, odd, 0)?.what).toContain('"Area. Mismatch"');
  });

  it('has nothing to say of an item without a reason', () => {
    expect(itemWords(text, item('1'), 0)).toBeNull();
  });
});

describe('a run that a wrong password stopped', () => {
  const stopped = job(
    [
      done('1', 'wrong-password', { reason: 'wrong-password' }),
      done('2', 'skipped', { reason: 'group-stopped', params: { device: 'Gate' } }),
      done('3', 'skipped', { reason: 'group-stopped', params: { device: 'Gate' } }),
    ],
    { state: 'done' },
  );

  it('is told so when it ends, with what to do', () => {
    const said = stateSentence(text, stopped, job([]));
    expect(said).toContain('Devices not tried: 2. It was Gate.');
    expect(said).toContain('Find out the right password');
  });

  it('is told so in what is copied', () => {
    const parts = { format: createFormatter('en', text), now: 0, isPrivate: false };
    expect(jobAsText(stopped, text, parts)).toContain('Stopped early. A wrong password stopped it');
  });

  it('one that went to its end says nothing of it', () => {
    const ended = job([done('1', 'wrong-password', { reason: 'wrong-password' })], {
      state: 'done',
    });
    expect(stateSentence(text, ended, job([]))).not.toContain('not tried');
  });
});

describe('looks', () => {
  it('every verdict has one and a place in the order', () => {
    expect(Object.keys(verdictLooks).sort()).toEqual([...verdicts].sort());
    expect([...verdictOrder].sort()).toEqual([...verdicts].sort());
  });
});

describe('names', () => {
  it('names model, serial tail and address, and hides the serial in private mode', () => {
    const device = ref('64', { shortSerial: 'E64583902' });
    expect(refLabel(device)).toBe('DS-2CD2143G2-I · E64583902 · 192.168.1.64');
    expect(refLabel(device, true)).not.toContain('E64583902');
  });

  it('falls back to the MAC where there is no serial', () => {
    expect(refLabel(ref('1', { shortSerial: null, mac: 'aa:bb', address: null }))).toBe(
      'DS-2CD2143G2-I · aa:bb',
    );
  });

  it('makes a reference of a row', () => {
    expect(rowAsRef(row('x', { ipv4Address: '10.0.0.1', model: 'M' }))).toMatchObject({
      id: 'x',
      address: '10.0.0.1',
      model: 'M',
    });
    expect(spokenLabel(ref('7', { name: 'Door' }))).toBe('Door');
  });
});

describe('what is spoken', () => {
  const before = job([item('1'), item('2'), done('3', 'verified')]);
  const after = job([done('1', 'verified'), item('2'), done('3', 'verified')]);

  it('finds the items that ended since', () => {
    expect(newlyDone(after, before).map(({ device }) => device.id)).toEqual(['1']);
  });

  it('takes nothing from a run that was only just loaded', () => {
    expect(newlyDone(after, undefined)).toEqual([]);
  });

  it('says one result in full and several as counts', () => {
    expect(resultSentence(text, [done('1', 'verified')], 0)).toBe(
      '192.168.1.1: Verified. The device was read again and shows the new state.',
    );
    expect(
      resultSentence(text, [done('1', 'verified'), done('2', 'verified'), done('3', 'locked')], 0),
    ).toBe('3 results: 1 Locked, 2 Verified.');
    expect(resultSentence(text, [], 0)).toBeNull();
  });

  it('says that a run began, goes on and ended', () => {
    expect(stateSentence(text, before, undefined)).toBe('Unbind started for 3 devices.');
    expect(stateSentence(text, after, before)).toBeNull();
    const paused = job(after.items, { state: 'paused' });
    expect(stateSentence(text, after, paused)).toBe('Unbind goes on, 3 devices.');
    const ended = job([done('1', 'verified')], { state: 'done' });
    expect(stateSentence(text, ended, before)).toBe('Unbind has ended: 1 Verified.');
  });

  it('is silent about old runs, and tells of one that was interrupted', () => {
    const old = (state: 'done' | 'cancelled' | 'interrupted') => job(after.items, { state });
    expect(stateSentence(text, old('done'), undefined)).toBeNull();
    expect(stateSentence(text, old('cancelled'), undefined)).toBeNull();
    expect(stateSentence(text, old('interrupted'), undefined)).toContain('interrupted');
    expect(stateSentence(text, job([], { isDismissed: true }), undefined)).toBeNull();
  });
});
