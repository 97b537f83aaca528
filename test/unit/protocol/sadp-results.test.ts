import { describe, expect, it } from 'vitest';
import { readResult, sadpResultCodes, unbindStatus } from '../../../main/protocol/sadp/results.ts';
import { match, read } from './helpers.ts';

const uuid = '34AE2EEE-F340-4DBB-B0BA-DB16D085BE64';
const reply = (body: string) =>
  read(match(`<Uuid>${uuid}</Uuid><MAC>bc-ad-28-00-00-01</MAC><Types>update</Types>${body}`));

describe('the outcome of a command', () => {
  it.each(sadpResultCodes)('%s, in its own and in any letters', (code) => {
    for (const raw of [code, code.toUpperCase(), code.toLowerCase()]) {
      const result = readResult(reply(`<Result>${raw}</Result>`));
      expect(result).toEqual({ code, raw, attemptsLeft: null, lockMinutes: null });
    }
  });

  it('knows both spellings of codeError', () => {
    const result = readResult(reply('<Result>CodeError</Result>'));
    expect(result).toMatchObject({ code: 'codeError', raw: 'CodeError' });
  });

  it.each(['denied', 'failure', 'ok', 'succes', 'Password Error', 'success!', 'notBind'])(
    'does not guess at %j',
    (raw) => {
      expect(readResult(reply(`<Result>${raw}</Result>`))).toMatchObject({ code: 'other', raw });
    },
  );

  it('keeps a text it does not know as it was sent', () => {
    const raw = 'The device & software are in different areas';
    expect(readResult(reply(`<Result>${raw}</Result>`))).toMatchObject({ code: 'other', raw });
  });

  it('is other when there is none', () => {
    expect(readResult(reply(''))).toMatchObject({ code: 'other', raw: null });
    expect(readResult(reply('<Result></Result>'))).toMatchObject({ code: 'other', raw: null });
  });
});

describe('attempts and lock', () => {
  const read2 = (body: string) => {
    const { attemptsLeft, lockMinutes } = readResult(reply(body));
    return [attemptsLeft, lockMinutes];
  };
  const wrong = '<Result>PasswordError</Result>';

  it.each([
    [
      'RetryModifyTime',
      '<RetryModifyTime>3</RetryModifyTime><SurplusLockTime>29</SurplusLockTime>',
    ],
    ['RetryTimes', '<RetryTimes>3</RetryTimes><SurplusLockTime>29</SurplusLockTime>'],
    ['other letters', '<retrytimes>3</retrytimes><surpluslocktime>29</surpluslocktime>'],
  ])('are read from %s', (_title, body) => {
    expect(read2(`${wrong}${body}`)).toEqual([3, 29]);
    expect(read2(`<Result>locked</Result>${body}`)).toEqual([3, 29]);
  });

  it.each([
    ['nothing told', wrong, [null, null]],
    ['a lock of 0 minutes', `${wrong}<SurplusLockTime>0</SurplusLockTime>`, [null, null]],
    ['no try left', `${wrong}<RetryTimes>0</RetryTimes>`, [0, null]],
    [
      'both counters, the smaller',
      `${wrong}<RetryTimes>4</RetryTimes><RetryModifyTime>2</RetryModifyTime>`,
      [2, null],
    ],
    [
      'locked for half an hour',
      '<Result>locked</Result><RetryTimes>0</RetryTimes><SurplusLockTime>30</SurplusLockTime>',
      [0, 30],
    ],
    [
      'success, whose fields are a template',
      '<Result>success</Result><RetryTimes>0</RetryTimes><SurplusLockTime>5</SurplusLockTime>',
      [null, null],
    ],
    [
      'zeros under another result, a template too',
      '<Result>failed</Result><RetryTimes>0</RetryTimes><SurplusLockTime>0</SurplusLockTime>',
      [null, null],
    ],
    [
      'failed with numbers, which is a wrong password on some firmware',
      '<Result>failed</Result><RetryTimes>4</RetryTimes>',
      [4, null],
    ],
  ])('%s', (_title, body, expected) => {
    expect(read2(body)).toEqual(expected);
  });

  it.each(['-1', '3.5', 'three', '0x3', '256', '99999999999', '+3', '1e1', '3 4'])(
    'are unknown when the device says %j',
    (text) => {
      expect(read2(`${wrong}<RetryTimes>${text}</RetryTimes>`)).toEqual([null, null]);
    },
  );

  it('refuse a lock of years', () => {
    expect(read2(`${wrong}<SurplusLockTime>525601</SurplusLockTime>`)).toEqual([null, null]);
    expect(read2(`${wrong}<SurplusLockTime>525600</SurplusLockTime>`)).toEqual([null, 525_600]);
  });
});

describe('the unbind status', () => {
  const statusOf = (raw: string) => unbindStatus(reply(`<Result>${raw}</Result>`));

  it.each([
    ['success', 1, 'can-unbind'],
    ['notBind', 2, 'not-bound'],
    ['unenableHCPlatform', 3, 'cloud-off'],
    ['offlineHCPlatform', 4, 'cloud-offline'],
    ['failed', null, 'failed'],
    ['NOTBIND', 2, 'not-bound'],
    ['locked', null, 'other'],
    ['bound', null, 'other'],
    ['1', null, 'other'],
  ] as const)('%s', (raw, status, code) => {
    expect(statusOf(raw)).toEqual({ status, code, raw });
  });

  it('without a result is nothing we know', () => {
    expect(unbindStatus(reply(''))).toEqual({ status: null, code: 'other', raw: null });
  });
});
