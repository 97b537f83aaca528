import { describe, expect, test } from 'vitest';
import {
  conflict,
  createRig,
  deviceOf,
  foreign,
  leaving,
  notSent,
  reply,
  silent,
  usualFields,
} from './rig.ts';

const inactive = { ...usualFields, activated: false };
const { activated: _activated, ...noActivation } = usualFields;

describe('activation', () => {
  const rigOf = (told: Parameters<typeof leaving>[0], after: typeof usualFields | null) => {
    const rig = createRig({ play: { fields: inactive } });
    rig.play.command = leaving(told, () => {
      rig.play.fields = after;
    });
    return rig;
  };

  test.each([
    ['success', usualFields, 'verified', 'read-back'],
    ['success', inactive, 'accepted', 'not-applied'],
    ['success', null, 'accepted', 'no-read-back'],
    [silent, usualFields, 'accepted', 'silent'],
    [silent, inactive, 'no-answer', 'silent'],
    [silent, null, 'unknown', 'silent'],
    [conflict, usualFields, 'unknown', 'conflicting-replies'],
    ['busy', usualFields, 'accepted', 'unknown-result'],
    ['busy', inactive, 'unknown', 'unknown-result'],
    [reply('riskPassword'), inactive, 'refused', 'weak-password'],
    [reply('hasActivated'), usualFields, 'already', 'already-activated'],
  ] as const)('%o', async (told, after, verdict, reason) => {
    const rig = rigOf(told, after);
    expect(await rig.run('activate')).toMatchObject({ verdict, reason });
    expect(rig.sent.map(({ command }) => command)).toEqual(['activate']);
  });

  test.each([
    [usualFields, 'already', 'already-activated'],
    [noActivation, 'not-supported', 'function-unsupported'],
    [null, 'no-answer', 'offline'],
  ] as const)('nothing is sent: %#', async (fields, verdict, reason) => {
    const rig = createRig({ play: { fields } });
    expect(await rig.run('activate')).toMatchObject({ verdict, reason });
    expect(await rig.preflight('activate')).toMatchObject({ light: 'stop', verdict, reason });
    expect(rig.sent).toEqual([]);
  });

  test('a password that the device refuses is not sent; none at all neither', async () => {
    const weak = createRig({ play: { fields: inactive }, password: 'admin123' });
    expect(await weak.run('activate')).toMatchObject({
      verdict: 'skipped',
      reason: 'weak-password',
    });
    const none = createRig({ play: { fields: inactive }, password: null });
    expect(await none.run('activate')).toMatchObject({ verdict: 'skipped', reason: 'no-password' });
    expect([...weak.sent, ...none.sent]).toEqual([]);
  });

  test('before and after', async () => {
    expect(await createRig({ play: { fields: inactive } }).preflight('activate')).toMatchObject({
      light: 'ready',
    });
    const states = [
      [usualFields, 'accepted', 'device-said-so'],
      [inactive, 'failed', 'not-applied'],
      [null, 'unknown', 'no-read-back'],
    ] as const;
    for (const [fields, verdict, reason] of states) {
      expect(await createRig({ play: { fields } }).reread('activate')).toMatchObject({
        verdict,
        reason,
      });
    }
  });
});

describe('Hik-Connect on and off', () => {
  const off = { ...usualFields, cloudEnabled: false };
  const { cloudEnabled: _enabled, ...untold } = usualFields;

  test.each([
    ['success', off, 'verified', 'read-back'],
    ['success', usualFields, 'accepted', 'not-applied'],
    ['success', untold, 'accepted', 'unverifiable'],
    ['success', null, 'accepted', 'no-read-back'],
    [silent, off, 'verified', 'read-back'],
    [silent, usualFields, 'no-answer', 'silent'],
    [silent, null, 'unknown', 'silent'],
    [foreign, off, 'unknown', 'foreign-sender'],
    ['busy', usualFields, 'unknown', 'unknown-result'],
    [reply('failed'), usualFields, 'refused', 'denied'],
  ] as const)('%o', async (told, after, verdict, reason) => {
    const rig = createRig();
    rig.play.command = leaving(told, () => {
      rig.play.fields = after;
    });
    expect(await rig.run('cloud', { isEnabled: false })).toMatchObject({ verdict, reason });
    expect(rig.sent[0]?.elements).toEqual([['HCPlatformEnable', 'false']]);
  });

  test.each([
    [off, 'already', 'already-so'],
    [{ ...usualFields, cloudSupported: false }, 'not-supported', 'function-unsupported'],
    [inactive, 'refused', 'not-activated'],
    [null, 'no-answer', 'offline'],
  ] as const)('nothing is sent: %#', async (fields, verdict, reason) => {
    const rig = createRig({ play: { fields } });
    expect(await rig.run('cloud', { isEnabled: false })).toMatchObject({ verdict, reason });
    expect(await rig.preflight('cloud', { isEnabled: false })).toMatchObject({ verdict, reason });
    expect(rig.sent).toEqual([]);
  });

  test('before, and reading later', async () => {
    expect(await createRig().preflight('cloud')).toMatchObject({ light: 'ready' });
    expect(await createRig({ play: { guard: 'locked' } }).preflight('cloud')).toMatchObject({
      verdict: 'locked',
    });
    expect((await createRig({ play: { fields: off } }).preflight('cloud')).evidence[0]?.text).toBe(
      'Hik-Connect: off',
    );
    const states = [
      [off, 'verified', 'read-back'],
      [usualFields, 'failed', 'not-applied'],
      [untold, 'unknown', 'unverifiable'],
      [null, 'unknown', 'no-read-back'],
    ] as const;
    for (const [fields, verdict, reason] of states) {
      const rig = createRig({ play: { fields } });
      expect(await rig.reread('cloud', { isEnabled: false })).toMatchObject({ verdict, reason });
    }
  });
});

describe('the verification code', () => {
  const params = { code: 'Aa12345' };

  test.each([
    ['success', 'accepted', 'unverifiable'],
    [silent, 'unknown', 'silent'],
    [reply('IllegalVerificationCode'), 'refused', 'invalid-values'],
  ] as const)('%o', async (told, verdict, reason) => {
    const rig = createRig({ play: { command: leaving(told) } });
    expect(await rig.run('verification-code', params)).toMatchObject({ verdict, reason });
    expect(rig.sent[0]?.elements).toEqual([['VerificationCode', 'Aa12345']]);
    expect(rig.notes.join()).not.toContain('Aa12345');
  });

  test.each([
    [
      { ...usualFields, verificationCodeModifiable: false },
      'not-supported',
      'function-unsupported',
    ],
    [inactive, 'refused', 'not-activated'],
    [null, 'no-answer', 'offline'],
  ] as const)('nothing is sent: %#', async (fields, verdict, reason) => {
    const rig = createRig({ play: { fields } });
    expect(await rig.run('verification-code', params)).toMatchObject({ verdict, reason });
    expect(await rig.preflight('verification-code')).toMatchObject({ verdict, reason });
    expect(rig.sent).toEqual([]);
  });

  test('nothing tells it later', async () => {
    expect(await createRig().preflight('verification-code')).toMatchObject({ light: 'ready' });
    expect(await createRig().reread('verification-code')).toMatchObject({
      verdict: 'unknown',
      reason: 'unverifiable',
    });
  });
});

describe('restore to inactive', () => {
  const fields = { ...usualFields, encrypt: true };
  const third = { ...fields, sadpVersion: '3.0,3.1' };

  test.each([
    ['success', inactive, 'verified', 'read-back'],
    ['success', fields, 'accepted', 'not-applied'],
    ['success', null, 'accepted', 'no-read-back'],
    [silent, inactive, 'verified', 'read-back'],
    ['restoreInactive', inactive, 'verified', 'read-back'],
    [silent, fields, 'no-answer', 'silent'],
    [silent, null, 'unknown', 'silent'],
    [conflict, inactive, 'unknown', 'conflicting-replies'],
    [reply('PasswordError'), fields, 'wrong-password', 'wrong-password'],
  ] as const)('%o', async (told, after, verdict, reason) => {
    const rig = createRig({ play: { fields } });
    rig.play.command = leaving(told, () => {
      rig.play.fields = after;
    });
    expect(await rig.run('restore-inactive')).toMatchObject({ verdict, reason });
    expect(rig.sent.map(({ command }) => command)).toEqual(['restoreInactive']);
  });

  test.each([
    [third, 'not-supported', 'generation-unsupported', { generation: '3.1' }],
    [usualFields, 'not-supported', 'generation-unsupported', { generation: '2.x' }],
    [{ ...fields, restoreInactive: false }, 'not-supported', 'function-unsupported', {}],
    [{ ...fields, activated: false }, 'already', 'already-so', {}],
    [null, 'no-answer', 'offline', {}],
  ] as const)('nothing is sent: %#', async (told, verdict, reason, params) => {
    const rig = createRig({ play: { fields: told } });
    expect(await rig.run('restore-inactive')).toMatchObject({ verdict, reason, params });
    expect(await rig.preflight('restore-inactive')).toMatchObject({ verdict, reason, params });
    expect(rig.sent).toEqual([]);
  });

  test('before, and reading later', async () => {
    expect(await createRig({ play: { fields } }).preflight('restore-inactive')).toMatchObject({
      light: 'ready',
    });
    const states = [
      [inactive, 'verified', 'read-back'],
      [fields, 'failed', 'not-applied'],
      [null, 'unknown', 'no-read-back'],
    ] as const;
    for (const [told, verdict, reason] of states) {
      const rig = createRig({ play: { fields: told } });
      expect(await rig.reread('restore-inactive')).toMatchObject({ verdict, reason });
    }
  });
});

describe('the lamp', () => {
  test.each([
    [silent, 'accepted', 'silent'],
    ['success', 'accepted', 'device-said-so'],
    ['failed', 'refused', 'denied'],
    [conflict, 'unknown', 'conflicting-replies'],
    [foreign, 'unknown', 'foreign-sender'],
    [notSent('offline'), 'no-answer', 'offline'],
  ] as const)('%o', async (told, verdict, reason) => {
    const rig = createRig({ play: { ask: () => told } });
    expect(await rig.run('locate', { isOn: true })).toMatchObject({ verdict, reason });
    expect(rig.asked).toMatchObject([
      { types: 'lamp', order: 'types-mac', elements: [['Action', 'open']] },
    ]);
  });

  test('off again, and what can be said of it', async () => {
    const rig = createRig({ password: null });
    await rig.run('locate', { isOn: false });
    expect(rig.asked[0]?.elements).toEqual([['Action', 'close']]);
    expect(rig.runner('locate').needsPassword).toBe(false);
    expect(await rig.preflight('locate')).toMatchObject({ light: 'ready' });
    expect(await rig.reread('locate')).toMatchObject({
      verdict: 'accepted',
      reason: 'unverifiable',
    });
  });
});

describe('a device that only a sweep found', () => {
  const kinds = ['cloud', 'verification-code', 'restore-inactive', 'locate'];
  test.each(kinds)('gets no %s', async (kind) => {
    const rig = createRig({ device: deviceOf(usualFields, 'sweep') });
    expect(await rig.run(kind, { isOn: true, isEnabled: true })).toMatchObject({
      ...{ verdict: 'not-supported', reason: 'no-sadp' },
    });
    expect(await rig.preflight(kind)).toMatchObject({ light: 'stop', reason: 'no-sadp' });
    expect([...rig.sent, ...rig.asked]).toEqual([]);
  });

  test('is activated over HTTP, where it is reached', async () => {
    const rig = createRig({ device: deviceOf(usualFields, 'sweep') });
    expect(await rig.run('activate')).toMatchObject({ reason: 'unreachable' });
    expect(await rig.preflight('activate')).toMatchObject({ light: 'stop', reason: 'unreachable' });
    expect([...rig.sent, ...rig.asked]).toEqual([]);
  });

  test('nor does one of another make', async () => {
    const device = deviceOf({ ipv4Address: '192.168.1.9', manufacturer: 'Acme' }, 'sweep', 'other');
    const rig = createRig({ device });
    expect((await rig.preflight('activate')).reason).toBe('not-hikvision');
    expect(await rig.run('unbind', { includeUnknown: true })).toMatchObject({
      ...{ verdict: 'not-supported', reason: 'not-hikvision', routes: [] },
    });
  });
});
