import { describe, expect, test } from 'vitest';
import { jobKinds, reasons } from '../../../main/contract/job.ts';
import { routesFor } from '../../../main/domain/routes.ts';
import {
  isUserPanel,
  panelLight,
  type UnbindFacts,
  unbindLight,
} from '../../../main/domain/unbind-rules.ts';
import { answerCodes, findingNotSent, findingOf } from '../../../main/domain/verdicts.ts';
import { sadpResultCodes } from '../../../main/protocol/sadp/results.ts';

const facts: UnbindFacts = {
  ...{ vendor: 'hikvision', kind: 'camera', model: 'DS-2CD2143G2-I', hasSadp: true },
  ...{ activated: true, unbindSupported: true, bound: null, word: 'can-unbind', guard: null },
};

describe('the light before an unbind', () => {
  test.each<[string, Partial<UnbindFacts>, string, string | null, string]>([
    ['status 1', {}, 'ready', null, 'ready'],
    ['status 2', { word: 'not-bound' }, 'stop', 'already', 'not-bound'],
    [
      'status 2, though it cannot',
      { word: 'not-bound', unbindSupported: false },
      'stop',
      'already',
      'not-bound',
    ],
    ['bind state 2', { word: 'refused', bound: false }, 'stop', 'already', 'not-bound'],
    ['bind state 2 against status 1', { bound: false }, 'ready', null, 'ready'],
    ['status 3', { word: 'cloud-off' }, 'stop', 'skipped', 'cloud-off'],
    ['status 4', { word: 'cloud-offline' }, 'caution', 'needs-internet', 'cloud-offline'],
    ['status 0', { word: 'refused' }, 'caution', 'unknown', 'status-unknown'],
    ['a text nobody knows', { word: 'other' }, 'caution', 'unknown', 'status-unknown'],
    ['silence of one that can', { word: 'silent' }, 'caution', 'unknown', 'status-unknown'],
    [
      'silence of one that does not say so',
      { word: 'silent', unbindSupported: null },
      'stop',
      'not-supported',
      'unbind-unsupported',
    ],
    ['not supported', { unbindSupported: false }, 'stop', 'not-supported', 'unbind-unsupported'],
    ['not activated', { activated: false }, 'stop', 'refused', 'not-activated'],
    [
      'not activated, by its word',
      { word: 'not-activated', activated: null },
      'stop',
      'refused',
      'not-activated',
    ],
    ['locked, by its word', { word: 'locked' }, 'stop', 'locked', 'locked'],
    ['locked, as known', { guard: 'locked' }, 'stop', 'locked', 'locked'],
    ['few tries left', { guard: 'attempts-low' }, 'stop', 'skipped', 'attempts-low'],
    ['different areas', { word: 'areas-differ' }, 'stop', 'different-area', 'areas-differ'],
    ['another make', { vendor: 'other' }, 'stop', 'not-supported', 'not-hikvision'],
    ['found by sweep only', { hasSadp: false }, 'stop', 'not-supported', 'no-sadp'],
    ['gone', { word: 'offline' }, 'stop', 'no-answer', 'offline'],
    ['a panel', { kind: 'panel', model: 'DS-PWA96-M-WE' }, 'stop', 'not-supported', 'panel'],
    ['an access controller', { kind: 'panel', model: 'DS-K2604' }, 'ready', null, 'ready'],
  ])('%s', (_name, patch, light, verdict, reason) => {
    expect(unbindLight({ ...facts, ...patch })).toEqual({ light, verdict, reason });
  });

  const panel: Partial<UnbindFacts> = {
    kind: 'panel',
    model: 'DS-PWA96-M-WE',
    unbindSupported: null,
  };
  test.each<[string, Partial<UnbindFacts>, string, string | null, string]>([
    ['is never a plain ready', {}, 'caution', null, 'panel'],
    ['may be free already', { word: 'not-bound' }, 'stop', 'already', 'not-bound'],
    ['may be silent', { word: 'silent' }, 'caution', 'unknown', 'status-unknown'],
    ['may be gone', { word: 'offline' }, 'stop', 'no-answer', 'offline'],
    ['may be of another make', { vendor: 'other' }, 'stop', 'not-supported', 'not-hikvision'],
    ['may not speak SADP', { hasSadp: false }, 'stop', 'not-supported', 'no-sadp'],
    ['has to be one', { kind: 'camera' }, 'stop', 'not-supported', 'function-unsupported'],
  ])('a panel %s', (_name, patch, light, verdict, reason) => {
    expect(panelLight({ ...facts, ...panel, ...patch })).toEqual({ light, verdict, reason });
  });

  test('a panel of unknown model counts as one with users', () => {
    expect(isUserPanel('panel', null)).toBe(true);
    expect(isUserPanel('camera', 'DS-PWA96')).toBe(false);
  });
});

describe('verdicts', () => {
  test('every word of the protocol has one, and success has none without reading', () => {
    expect(answerCodes.filter((code) => code !== 'areas-differ').toSorted()).toEqual(
      [...sadpResultCodes, 'other'].toSorted(),
    );
    for (const kind of jobKinds) {
      expect(findingOf(kind, 'success')).toBeNull();
      for (const code of answerCodes.filter((one) => one !== 'success')) {
        const finding = findingOf(kind, code);
        expect(finding?.verdict).not.toBe('verified');
        expect(finding).not.toBeNull();
      }
    }
  });

  test.each([
    ['unbind', 'failed', 'refused', 'denied'],
    ['unbind', 'PasswordError', 'wrong-password', 'wrong-password'],
    ['unbind', 'locked', 'locked', 'locked'],
    ['unbind', 'notActivated', 'refused', 'not-activated'],
    ['unbind', 'areas-differ', 'different-area', 'areas-differ'],
    ['unbind', 'other', 'unknown', 'unknown-result'],
    ['unbind', 'hasActivated', 'refused', 'unknown-result'],
    ['activate', 'hasActivated', 'already', 'already-activated'],
    ['activate', 'riskPassword', 'refused', 'weak-password'],
    ['unbind-panel', 'codeError', 'refused', 'invalid-values'],
    ['verification-code', 'IllegalVerificationCode', 'refused', 'invalid-values'],
    ['network', 'notExist', 'refused', 'unknown-result'],
  ] as const)('%s: "%s" is %s, %s', (kind, code, verdict, reason) => {
    expect(findingOf(kind, code)).toEqual({ verdict, reason });
  });

  test('what never left is never good news, whatever the reason', () => {
    for (const reason of reasons) {
      expect(['skipped', 'failed', 'locked', 'no-answer', 'not-supported']).toContain(
        findingNotSent(reason).verdict,
      );
    }
    expect(findingNotSent('offline').verdict).toBe('no-answer');
    expect(findingNotSent('send-failed').verdict).toBe('failed');
  });
});

describe('ways that are left', () => {
  test.each([
    ['verified', 'not-bound', 'camera', []],
    ['already', 'not-bound', 'camera', []],
    [null, 'ready', 'camera', []],
    [null, 'panel', 'panel', ['lan']],
    ['not-supported', 'not-hikvision', 'unknown', []],
    [
      'not-supported',
      'unbind-unsupported',
      'camera',
      ['phone-on-lan', 'owner-account', 'support-case'],
    ],
    [
      'not-supported',
      'unbind-unsupported',
      'recorder',
      ['phone-on-lan', 'recorder-menu', 'owner-account', 'support-case'],
    ],
    [
      'different-area',
      'areas-differ',
      'recorder',
      ['phone-on-lan', 'recorder-menu', 'owner-account', 'support-case'],
    ],
    [
      'needs-internet',
      'cloud-offline',
      'camera',
      ['lan', 'phone-on-lan', 'owner-account', 'support-case'],
    ],
    ['skipped', 'cloud-off', 'recorder', ['lan', 'recorder-menu', 'owner-account', 'support-case']],
    ['wrong-password', 'wrong-password', 'recorder', ['lan', 'owner-account', 'support-case']],
    ['locked', 'locked', 'camera', ['lan', 'owner-account', 'support-case']],
    ['refused', 'not-activated', 'camera', ['lan', 'owner-account', 'support-case']],
    ['not-supported', 'panel', 'panel', ['owner-account', 'support-case']],
  ] as const)('%s, %s, %s', (verdict, reason, kind, routes) => {
    expect(routesFor({ verdict, reason, kind })).toEqual(routes);
  });
});
