import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../main/services/commands/commands.ts';
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

const params = { includeUnknown: false };
const bound = { ...usualFields, cloudBound: true };
const free = { ...usualFields, cloudBound: false };

function rigAfter(
  after: Answer | string,
  fields: typeof usualFields,
  told: Answer | string = 'success',
) {
  const rig = createRig({ play: { fields: bound } });
  let isSent = false;
  rig.play.ask = () => (isSent ? after : 'success');
  rig.play.command = leaving(told, () => {
    isSent = true;
    rig.play.fields = fields;
  });
  return rig;
}

const { cloudBound: _bound, ...untold } = bound;

describe('unbinding one device', () => {
  test.each([
    ['both of its words', 'notBind', free, 'verified', 'not-bound'],
    ['its status alone', 'notBind', untold, 'verified', 'not-bound'],
    ['its bind state alone', 'failed', free, 'verified', 'not-bound'],
    ['neither', 'failed', untold, 'accepted', 'unverifiable'],
    ['a text nobody knows', 'hm', untold, 'accepted', 'unverifiable'],
    ['silence on the status', silent, untold, 'accepted', 'unverifiable'],
    ['still bound', 'success', bound, 'unknown', 'not-applied'],
    ['two words that differ', 'notBind', bound, 'unknown', 'bound-unknown'],
    ['two words that differ the other way', 'success', free, 'unknown', 'bound-unknown'],
  ])('success, and then %s', async (_name, after, fields, verdict, reason) => {
    const rig = rigAfter(after as Answer | string, fields);
    const outcome = await rig.run('unbind', params);
    expect(outcome).toMatchObject({ kind: 'done', verdict, reason });
    expect(rig.sent.map(({ command }) => command)).toEqual(['ezvizUnbind']);
  });

  test('success, and then not a word', async () => {
    const rig = rigAfter('notBind', free);
    rig.play.command = leaving('success', () => {
      rig.play.fields = null;
    });
    expect(await rig.run('unbind', params)).toMatchObject({
      ...{ verdict: 'accepted', reason: 'no-read-back', params: { readBack: 'silent' } },
    });
  });

  test.each([
    ['silence', silent, 'silent'],
    ['two answers', conflict, 'conflicting-replies'],
    ['a stranger', foreign, 'foreign-sender'],
    ['a word nobody knows', 'plat_busy', 'unknown-result'],
  ] as const)('%s is unknown even when it reads as not bound', async (_name, told, reason) => {
    const rig = rigAfter('notBind', free, told);
    expect(await rig.run('unbind', params)).toMatchObject({
      ...{ verdict: 'unknown', reason, params: { readBack: 'not-bound' } },
    });
  });

  test.each([
    [
      reply('PasswordError', { RetryTimes: '4' }),
      'wrong-password',
      { attempts: 4 },
      ['lan', 'owner-account', 'support-case'],
    ],
    [
      reply('locked', { SurplusLockTime: '30' }),
      'locked',
      { minutes: 30 },
      ['lan', 'owner-account', 'support-case'],
    ],
    [
      reply('the device and software are in different areas'),
      'different-area',
      {},
      ['phone-on-lan', 'owner-account', 'support-case'],
    ],
    [reply('failed'), 'refused', {}, ['lan', 'phone-on-lan', 'owner-account', 'support-case']],
  ] as const)(
    'a clear refusal names the ways that are left: %#',
    async (told, verdict, more, routes) => {
      const rig = rigAfter('success', bound, told);
      expect(await rig.run('unbind', params)).toMatchObject({ verdict, params: more, routes });
      expect(rig.steps).not.toContain('verifying');
    },
  );

  test.each([
    ['notBind', untold, 'already', 'not-bound'],
    ['failed', free, 'already', 'not-bound'],
    ['unenableHCPlatform', bound, 'skipped', 'cloud-off'],
    ['failed', bound, 'skipped', 'status-unknown'],
    ['hm', bound, 'skipped', 'status-unknown'],
    ['notActivated', bound, 'refused', 'not-activated'],
    ['locked', bound, 'locked', 'locked'],
    ['area mismatch', bound, 'different-area', 'areas-differ'],
    [silent, { ...bound, unbindSupported: true }, 'skipped', 'status-unknown'],
    [conflict, bound, 'skipped', 'status-unknown'],
    [foreign, bound, 'skipped', 'status-unknown'],
    [notSent('no-adapter'), bound, 'failed', 'no-adapter'],
    ['success', { ...bound, unbindSupported: false }, 'not-supported', 'unbind-unsupported'],
    ['success', { ...bound, activated: false }, 'refused', 'not-activated'],
  ] as const)('status %o: nothing is sent', async (status, fields, verdict, reason) => {
    const rig = createRig({ play: { ask: () => status, fields } });
    expect(await rig.run('unbind', params)).toMatchObject({ kind: 'done', verdict, reason });
    expect(rig.sent).toEqual([]);
  });

  test('a status question that got lost is asked once more, and no more', async () => {
    const rig = createRig({
      play: { fields: bound, ask: (_request, times) => (times === 1 ? silent : 'notBind') },
    });
    expect(await rig.run('unbind', params)).toMatchObject({ verdict: 'already' });
    const deaf = createRig({ play: { fields: bound, ask: () => silent } });
    await deaf.run('unbind', params);
    expect(deaf.asked).toHaveLength(2);
  });

  test('one that is offline in the cloud waits, without a line for every look', async () => {
    const rig = createRig({ play: { fields: bound, ask: () => 'offlineHCPlatform' } });
    expect(await rig.run('unbind', params)).toEqual({
      ...{ kind: 'wait-for-internet', reason: 'cloud-offline' },
    });
    expect(rig.notes).toEqual([]);
  });

  test('unknown status with consent: accepted at best', async () => {
    const rig = rigAfter('notBind', free);
    let isSent = false;
    rig.play.ask = () => (isSent ? 'notBind' : 'failed');
    rig.play.command = leaving('success', () => {
      isSent = true;
      rig.play.fields = free;
    });
    expect(await rig.run('unbind', { includeUnknown: true })).toMatchObject({
      ...{ verdict: 'accepted', reason: 'device-said-so' },
    });
  });

  test('one that does not answer at all', async () => {
    const rig = createRig({ play: { fields: null } });
    expect(await rig.run('unbind', params)).toMatchObject({
      verdict: 'no-answer',
      reason: 'offline',
    });
    const swept = createRig({ device: deviceOf(usualFields, 'sweep') });
    expect(await swept.run('unbind', params)).toMatchObject({
      verdict: 'not-supported',
      reason: 'no-sadp',
    });
    expect([...rig.asked, ...swept.asked]).toEqual([]);
  });

  test('the process ends while it looks', async () => {
    const rig = rigAfter('success', bound);
    const aborted = createRig({ play: { ...rig.play }, isAborted: true });
    expect(await aborted.run('unbind', params)).toMatchObject({ verdict: 'accepted' });
  });
});

describe('lights', () => {
  test('a lock that the device tells has its minutes; a known one the guard’s', async () => {
    const told = createRig({
      play: { fields: bound, ask: () => reply('locked', { SurplusLockTime: '29' }) },
    });
    const line = await told.preflight('unbind');
    expect(line).toMatchObject({ light: 'stop', verdict: 'locked', params: { minutes: 29 } });
    expect(line.lockedUntil).toBeGreaterThan(Date.UTC(2026, 0, 1) + 29 * 60_000 - 1);
    const lockedUntil = Date.UTC(2026, 0, 2);
    const known = createRig({
      play: { fields: bound, guard: 'locked', lock: { attemptsLeft: 0, lockedUntil } },
    });
    expect(await known.preflight('unbind')).toMatchObject({
      verdict: 'locked',
      attemptsLeft: 0,
      lockedUntil,
    });
  });

  test('the words of an unknown answer are shown', async () => {
    const rig = createRig({ play: { fields: bound, ask: () => 'plat_busy' } });
    expect(await rig.preflight('unbind')).toMatchObject({
      ...{ light: 'caution', verdict: 'unknown', params: { result: 'plat_busy' } },
      evidence: [{ text: 'bind state: bound' }, { text: 'unbind status: other (plat_busy)' }],
    });
  });

  test('bind states in words', async () => {
    const texts = await Promise.all(
      [untold, free].map(async (fields) => {
        const { evidence } = await createRig({ play: { fields } }).preflight('unbind');
        return evidence[0]?.text;
      }),
    );
    expect(texts).toEqual(['bind state: not told', 'bind state: not bound']);
  });
});

describe('reading later', () => {
  test.each([
    ['notBind', free, 'verified', 'not-bound'],
    ['success', bound, 'failed', 'not-applied'],
    ['notBind', bound, 'unknown', 'bound-unknown'],
    ['failed', untold, 'unknown', 'bound-unknown'],
    ['success', null, 'unknown', 'no-read-back'],
    [notSent('no-adapter'), untold, 'unknown', 'no-read-back'],
  ] as const)('%o', async (status, fields, verdict, reason) => {
    const rig = createRig({ play: { fields, ask: () => status } });
    expect(await rig.reread('unbind', params)).toMatchObject({ verdict, reason });
    expect(rig.sent).toEqual([]);
  });
});

describe('a panel', () => {
  const fields = { ...bound, model: 'DS-PWA96-M-WE' };
  const device = deviceOf(fields);

  test('has its own command', async () => {
    const rig = createRig({ device, play: { fields } });
    expect(await rig.run('unbind', params)).toMatchObject({
      verdict: 'not-supported',
      reason: 'panel',
    });
    expect(rig.sent).toEqual([]);
    let isSent = false;
    rig.play.ask = () => (isSent ? 'notBind' : 'success');
    rig.play.command = leaving('success', () => {
      isSent = true;
      rig.play.fields = { ...fields, cloudBound: false };
    });
    const outcome = await rig.run('unbind-panel', { includeUnknown: true });
    expect(rig.sent.map(({ command }) => command)).toEqual(['ezvizUnbindDelUsers']);
    expect(outcome).toMatchObject({ verdict: 'verified' });
  });

  test('its light is a caution, and a camera has none of it', async () => {
    const rig = createRig({ device, play: { fields } });
    expect(await rig.preflight('unbind-panel')).toMatchObject({
      light: 'caution',
      reason: 'panel',
      routes: ['lan'],
    });
    const camera = createRig({ play: { fields: bound } });
    expect(await camera.preflight('unbind-panel')).toMatchObject({
      reason: 'function-unsupported',
    });
  });
});
