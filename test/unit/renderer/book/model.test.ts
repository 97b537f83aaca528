import { describe, expect, it } from 'vitest';
import type { BookEntry, BookTest, ImportRow } from '../../../../main/contract/book.ts';
import {
  countImport,
  draftOf,
  draftProblem,
  editOf,
  fixesOf,
  newDraft,
  redirectOf,
  splitHost,
  stepsOf,
  withTls,
} from '../../../../renderer/src/features/book/model.ts';

const test: BookTest = {
  at: 1,
  name: 'resolved',
  address: '192.168.1.20',
  reach: 'open',
  activated: true,
  login: 'proven',
  attemptsLeft: null,
  lockedUntil: null,
  identity: { serial: 'S1', model: 'M1', mac: null, firmware: null, name: null, type: null },
  isSameDevice: null,
  certificate: { state: 'none', fingerprint: null, pinned: null },
  redirect: null,
};

const entry: BookEntry = {
  host: 'nvr.site.lan',
  httpPort: 80,
  isTls: false,
  commandPort: 8000,
  userName: 'admin',
  origin: 'typed',
  addedAt: 0,
  pin: null,
  isBasicAllowed: false,
  test: null,
};

const states = (given: BookTest) => stepsOf(entry, given).map(({ id, state }) => `${id} ${state}`);

describe('steps of a test', () => {
  it('come in the order of the test, without a certificate where none was shown', () => {
    expect(states(test)).toEqual([
      'name good',
      'reach good',
      'activation good',
      'login good',
      'identity good',
    ]);
  });

  it('say unknown where nothing was told, and never that it is in order', () => {
    const given = { ...test, activated: null, login: 'not-tested' as const, identity: null };
    expect(states(given).slice(2)).toEqual(['activation open', 'login open', 'identity open']);
  });

  it('stop at a name that is not resolved and at a changed certificate', () => {
    const certificate = { state: 'changed' as const, fingerprint: 'ab12cd34', pinned: 'ffff0000' };
    const given = { ...test, name: 'not-resolved' as const, certificate };
    const steps = stepsOf(entry, given);
    expect(steps[0]?.state).toBe('stop');
    expect(steps[2]).toMatchObject({ id: 'certificate', state: 'stop' });
    expect(steps[2]?.params).toEqual({ fingerprint: 'ab12 cd34', pinned: 'ffff 0000' });
  });

  it('offer what mends each, and nothing for a test that went well', () => {
    expect(fixesOf(test)).toEqual([]);
    expect(fixesOf({ ...test, login: 'wrong-password' })).toEqual(['password']);
    expect(fixesOf({ ...test, login: 'needs-consent-basic' })).toEqual(['basic']);
    expect(fixesOf({ ...test, login: 'held-back' })).toEqual(['override']);
    expect(fixesOf({ ...test, login: 'locked' })).toEqual([]);
    const certificate = { state: 'changed' as const, fingerprint: 'a', pinned: 'b' };
    expect(fixesOf({ ...test, login: 'not-tested', certificate })).toEqual(['certificate']);
  });

  it('take a redirect over as an edit, but only to a web address', () => {
    expect(redirectOf({ redirect: 'https://nvr.site.lan/' })).toEqual({
      isTls: true,
      httpPort: 443,
    });
    expect(redirectOf({ redirect: 'http://nvr.site.lan:8081/x' })).toEqual({
      isTls: false,
      httpPort: 8081,
    });
    for (const redirect of [null, '', '/doc', 'ftp://nvr.site.lan/']) {
      expect(redirectOf({ redirect })).toBeNull();
    }
  });
});

describe('what is typed about an entry', () => {
  it('moves the usual port with the way and leaves another one', () => {
    expect(withTls(newDraft, true).port).toBe('443');
    expect(withTls({ ...newDraft, port: '8080' }, true).port).toBe('8080');
    expect(withTls(withTls(newDraft, true), false)).toEqual(newDraft);
  });

  it('splits an address that was typed with its port or scheme', () => {
    expect(splitHost({ ...newDraft, host: 'https://a.lan/' })).toMatchObject({
      ...{ host: 'a.lan', isTls: true, port: '443' },
    });
    expect(splitHost({ ...newDraft, host: '10.0.0.5:8080' })).toMatchObject({
      ...{ host: '10.0.0.5', isTls: false, port: '8080' },
    });
    const plain = { ...newDraft, host: 'a.lan' };
    expect(splitHost(plain)).toBe(plain);
  });

  it('names the first field that cannot be sent', () => {
    expect(draftProblem(newDraft)).toBe('host');
    const draft = { ...newDraft, host: 'a.lan' };
    expect(draftProblem(draft)).toBeNull();
    for (const port of ['', '0', '65536', '8o', '-1', '1.5']) {
      expect(draftProblem({ ...draft, port }), port).toBe('port');
    }
    expect(draftProblem({ ...draft, userName: ' ' })).toBe('userName');
  });

  it('sends only what differs', () => {
    const draft = draftOf(entry, 'Gate');
    expect(editOf(entry, 'Gate', draft)).toEqual({});
    expect(editOf(entry, 'Gate', { ...draft, name: ' ' })).toEqual({ name: null });
    expect(editOf(entry, 'Gate', withTls(draft, true))).toEqual({ isTls: true, httpPort: 443 });
    expect(editOf(entry, null, { ...draftOf(entry, null), host: ' 10.0.0.5 ' })).toEqual({
      host: '10.0.0.5',
    });
  });
});

describe('lines of a device file', () => {
  const row = (line: number, level: 'caution' | 'stop' | null, hasPassword = false) =>
    ({
      line,
      hasPassword,
      problems: level === null ? [] : [{ code: 'bad-host', level, detail: '' }],
    }) as unknown as ImportRow;

  it('run unless they are stopped or taken out, and their passwords with them', () => {
    const rows = [row(2, null, true), row(3, 'caution'), row(4, 'stop', true), row(5, null, true)];
    expect(countImport(rows, new Set([5]))).toEqual({
      ...{ all: 4, stopped: 1, cautioned: 1, picked: 2, withPassword: 1 },
      lines: [2, 3],
    });
    expect(countImport(rows, new Set([4])).lines).toEqual([2, 3, 5]);
  });
});
