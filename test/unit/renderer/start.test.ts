import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../main/contract/settings.ts';
import { setLocale } from '../../../renderer/src/i18n/use-text.ts';
import { wordsEn } from '../../../renderer/src/i18n/words-en.ts';
import { createLaterPart } from '../../../renderer/src/later/part.ts';
import { createValueStore, until } from '../../../renderer/src/state/value-store.ts';
import { textIn } from './panels/text-in.ts';

const files = vi.hoisted(() => ({ asked: [] as { locale: string; answer: unknown }[] }));

vi.mock('../../../renderer/src/i18n/words.ts', () => ({
  loadWords: (locale: Locale) => {
    const answer = Promise.withResolvers();
    files.asked.push({ locale, answer });
    return answer.promise;
  },
}));

/** The newest request for a language's file. */
function fileOf(locale: Locale): PromiseWithResolvers<unknown> {
  const asked = files.asked.findLast((one) => one.locale === locale);
  if (asked === undefined) throw new Error(`${locale} was not asked for`);
  return asked.answer as PromiseWithResolvers<unknown>;
}

afterEach(() => vi.unstubAllGlobals());

describe('the language of the page', () => {
  it('changes when its words are here, and stays with the last one asked for', async () => {
    const documentElement = { lang: '' };
    vi.stubGlobal('document', { documentElement });
    const english = setLocale('en');
    fileOf('en').resolve(wordsEn);
    await english;
    expect(documentElement.lang).toBe('en');

    const italian = setLocale('it');
    const spanish = setLocale('es');
    fileOf('es').resolve(wordsEn);
    await spanish;
    expect(documentElement.lang).toBe('es');
    fileOf('it').resolve(wordsEn);
    await italian;
    expect(documentElement.lang).toBe('es');

    await setLocale('it');
    expect(documentElement.lang).toBe('it');
    expect(files.asked.map(({ locale }) => locale)).toEqual(['en', 'it', 'es']);
  });
});

describe('a language on its own', () => {
  it.each(['en', 'it', 'es'] as const)('%s counts one, few and millions', (locale) => {
    const text = textIn(locale);
    const said = [1, 2, 1_000_000].map((count) => text('ui/devices/found', { count }));
    expect(said).toEqual([
      expect.stringMatching(/^1 /),
      expect.stringMatching(/^2 /),
      expect.stringMatching(/^1000000 /),
    ]);
  });

  it('gives a key from the core back as it is when there are no words for it', () => {
    expect(textIn('it').any('doctor/nothing-like-this')).toBe('doctor/nothing-like-this');
  });
});

describe('a part that comes later', () => {
  it('is asked for once, told when it is here, and asked for again after a failure', async () => {
    const answers: PromiseWithResolvers<string>[] = [];
    const part = createLaterPart(() => {
      const answer = Promise.withResolvers<string>();
      answers.push(answer);
      return answer.promise;
    });
    const told: string[] = [];
    part.subscribe(() => told.push(part.get().kind));
    part.load();
    part.load();
    expect(answers).toHaveLength(1);
    answers[0]?.reject(new Error('the host is gone'));
    await vi.waitFor(() => expect(part.get()).toEqual({ kind: 'failed' }));
    part.load();
    expect(part.get()).toEqual({ kind: 'waiting' });
    answers[1]?.resolve('dialogs');
    await vi.waitFor(() => expect(part.get()).toEqual({ kind: 'ready', module: 'dialogs' }));
    part.load();
    expect(answers).toHaveLength(2);
    expect(told).toEqual(['failed', 'waiting', 'ready']);
  });
});

describe('waiting for a value', () => {
  it('ends with the wished value, at once when it is there, and no later than told', async () => {
    vi.useFakeTimers();
    const store = createValueStore(0);
    const isOver = vi.fn();
    const isThree = (value: number) => value === 3;
    void until(store, isThree, 1000).then(isOver);
    store.set(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(isOver).not.toHaveBeenCalled();
    store.set(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(isOver).toHaveBeenCalledTimes(1);
    await until(store, isThree, 1000);

    store.set(0);
    void until(store, isThree, 1000).then(isOver);
    await vi.advanceTimersByTimeAsync(999);
    expect(isOver).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOver).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
