import { describe, expect, test } from 'vitest';
import { sadpGeneration } from '../../../main/protocol/sadp/generation.ts';
import {
  conflict,
  createRig,
  deviceOf,
  foreign,
  leaving,
  notSent,
  type RigOptions,
  reply,
  silent,
  usualFields,
} from './rig.ts';

const edit = { ipv4Address: '192.168.1.70' };
const moved = { ...usualFields, ipv4Address: '192.168.1.70' };

function rigWith(options: RigOptions = {}) {
  return createRig(options);
}

describe('Edit IP on one device', () => {
  test('sends all values with the edited ones changed, once, and reads back', async () => {
    const rig = rigWith();
    rig.play.command = leaving('success', () => {
      rig.play.fields = moved;
    });
    const outcome = await rig.run('network', { edit });
    expect(outcome).toMatchObject({
      ...{ kind: 'done', verdict: 'verified', reason: 'read-back' },
      params: { from: '192.168.1.64', address: '192.168.1.70' },
      after: { ipv4Address: '192.168.1.70', httpPort: 80, sdkOverTlsPort: null },
    });
    expect(rig.sent).toHaveLength(1);
    expect(rig.sent[0]?.elements?.map(([name, value]) => `${name} ${value}`)).toEqual([
      ...['IPv4Address 192.168.1.70', 'CommandPort 8000', 'IPv4SubnetMask 255.255.255.0'],
      ...['IPv4Gateway 192.168.1.1', 'IPv6Address ::', 'IPv6Gateway ::', 'IPv6MaskLen 64'],
      ...['DHCP false', 'HttpPort 80'],
    ]);
    expect(rig.steps).toEqual(['reading', 'resolving', 'sending', 'sending', 'verifying']);
    expect(rig.notes.join()).not.toContain('Korb');
  });

  test('a generation has its own order', async () => {
    const fields = { ...usualFields, sadpVersion: '3.0,3.1' };
    expect(sadpGeneration(fields)).toBe('3.1');
    const rig = rigWith({ play: { fields } });
    await rig.run('network', { edit });
    expect(rig.sent[0]?.elements?.[0]?.[0]).toBe('CommandPort');
  });

  test.each([
    ['the list knows another one there', { holder: 'Gate' }, 'Gate'],
    ['somebody answers on the wire', { whoHas: '00:11:22:33:44:55' }, '00:11:22:33:44:55'],
  ])('not when %s', async (_name, play, by) => {
    const rig = rigWith({ play });
    expect(await rig.run('network', { edit })).toMatchObject({
      ...{ verdict: 'skipped', reason: 'address-taken', params: { address: '192.168.1.70', by } },
    });
    expect(rig.sent).toEqual([]);
  });

  test('its own second answer is no obstacle, and beyond the subnet nobody is asked', async () => {
    const own = rigWith({ play: { whoHas: '44:47:cc:00:00:01' } });
    expect((await own.run('network', { edit })).kind).toBe('done');
    expect(own.sent).toHaveLength(1);
    const far = rigWith({ play: { whoHas: 'unknown' } });
    const elsewhere = { ipv4Address: '10.0.0.5', ipv4Gateway: '' };
    await far.run('network', { edit: elsewhere });
    expect(far.sent).toHaveLength(1);
  });

  test.each([
    ['already', 'already-so', { edit: { ipv4Address: '192.168.1.64' } }, {}],
    ['no-answer', 'offline', { edit }, { fields: null }],
    ['refused', 'not-activated', { edit }, { fields: { ...usualFields, activated: false } }],
  ] as const)('%s, %s: nothing is sent', async (verdict, reason, params, play) => {
    const rig = rigWith({ play });
    expect(await rig.run('network', params)).toMatchObject({ verdict, reason });
    expect(rig.sent).toEqual([]);
  });

  test('what nobody ever told stops it; what was told before fills a short answer', async () => {
    const { ipv4Gateway: _gateway, ...short } = usualFields;
    const filled = rigWith({ play: { fields: short } });
    await filled.run('network', { edit });
    expect(filled.sent[0]?.elements).toContainEqual(['IPv4Gateway', '192.168.1.1']);
    const lacking = rigWith({ play: { fields: short }, device: deviceOf(short) });
    expect(await lacking.run('network', { edit })).toMatchObject({
      ...{ verdict: 'failed', reason: 'invalid-values', params: { problem: 'ipv4Gateway' } },
    });
    const given = rigWith({ play: { fields: short }, device: deviceOf(short) });
    await given.run('network', { edit: { ...edit, ipv4Gateway: '' } });
    expect(given.sent[0]?.elements).toContainEqual(['IPv4Gateway', '0.0.0.0']);
  });

  test('a device that only a sweep found is asked over HTTP, one of another make gets nothing', async () => {
    const swept = rigWith({ device: deviceOf(usualFields, 'sweep') });
    expect(await swept.run('network', { edit })).toMatchObject({ reason: 'unreachable' });
    expect((await swept.preflight('network')).reason).toBe('unreachable');
    const other = rigWith({ device: deviceOf(usualFields, 'sweep', 'other') });
    expect(await other.run('network', { edit })).toMatchObject({ reason: 'not-hikvision' });
    expect([...swept.sent, ...other.sent]).toEqual([]);
  });

  test.each([
    ['success', 'accepted', 'not-applied'],
    ['silent', 'no-answer', 'silent'],
    ['conflict', 'unknown', 'conflicting-replies'],
    ['foreign', 'unknown', 'foreign-sender'],
    ['denied', 'unknown', 'unknown-result'],
  ])('%s, and still the old values: %s, %s', async (told, verdict, reason) => {
    const answers = { success: 'success', silent, conflict, foreign, denied: 'denied' };
    const rig = rigWith({ play: { command: leaving(answers[told as 'silent']) } });
    expect(await rig.run('network', { edit })).toMatchObject({
      ...{ verdict, reason, after: null },
      params: { address: '192.168.1.64' },
    });
  });

  test.each([
    ['success', 'accepted', 'no-read-back'],
    ['silent', 'unknown', 'silent'],
  ])('%s, and then nothing more of it: %s, %s', async (told, verdict, reason) => {
    const rig = rigWith();
    rig.play.command = leaving(told === 'silent' ? silent : told, () => {
      rig.play.fields = null;
    });
    expect(await rig.run('network', { edit })).toMatchObject({ verdict, reason });
  });

  test.each([
    ['silent', silent, 'verified', 'read-back'],
    ['an unknown word', 'denied', 'verified', 'read-back'],
    ['two answers', conflict, 'unknown', 'conflicting-replies'],
    ['a stranger’s answer', foreign, 'unknown', 'foreign-sender'],
  ] as const)('%s, and the new values: %s', async (_name, told, verdict, reason) => {
    const rig = rigWith();
    rig.play.command = leaving(told, () => {
      rig.play.fields = moved;
    });
    expect(await rig.run('network', { edit })).toMatchObject({ verdict, reason });
  });

  test.each([
    [
      reply('PasswordError', { RetryModifyTime: '3' }),
      'wrong-password',
      'wrong-password',
      { attempts: 3 },
    ],
    [
      reply('locked', { RetryModifyTime: '0', SurplusLockTime: '29' }),
      'locked',
      'locked',
      { attempts: 0, minutes: 29 },
    ],
    [reply('failed'), 'refused', 'denied', {}],
    [reply('notActivated'), 'refused', 'not-activated', {}],
    [reply('codeError'), 'refused', 'invalid-values', { problem: 'codeError' }],
    [reply('area mismatch'), 'different-area', 'areas-differ', { result: 'area mismatch' }],
  ] as const)('a clear word ends it: %#', async (told, verdict, reason, params) => {
    const rig = rigWith({ play: { command: leaving(told) } });
    expect(await rig.run('network', { edit })).toMatchObject({ verdict, reason, params });
    expect(rig.steps).not.toContain('verifying');
  });

  test.each([
    ['attempts-low', 'skipped'],
    ['locked', 'locked'],
    ['group-stopped', 'skipped'],
    ['send-failed', 'failed'],
    ['generation-unsupported', 'not-supported'],
  ] as const)('not sent for "%s": %s', async (reason, verdict) => {
    const lockedUntil = Date.UTC(2026, 0, 1) + 25 * 60_000;
    const rig = rigWith({
      play: { command: () => notSent(reason), lock: { attemptsLeft: 2, lockedUntil } },
    });
    const outcome = await rig.run('network', { edit });
    expect(outcome).toMatchObject({ verdict, reason, params: { attempts: 2, minutes: 25 } });
  });

  test.each([
    ['silence', silent, 'no-answer', 'silent'],
    ['a stranger', foreign, 'failed', 'foreign-sender'],
    ['two answers', conflict, 'failed', 'conflicting-replies'],
    ['a refusal', reply('failed'), 'refused', 'denied'],
    ['an unknown word', reply('busy'), 'unknown', 'unknown-result'],
  ] as const)(
    '%s before the password left ends it unsent',
    async (_name, told, verdict, reason) => {
      const rig = rigWith({ play: { command: () => told } });
      expect(await rig.run('network', { edit })).toMatchObject({ verdict, reason });
      expect(rig.steps).not.toContain('verifying');
    },
  );

  test('no password, no command', async () => {
    const rig = rigWith({ password: null });
    expect(await rig.run('network', { edit })).toMatchObject({ reason: 'no-password' });
    expect(rig.sent).toEqual([]);
  });
});

describe('DHCP', () => {
  test('any new address counts, told on or not; the old one with "on" counts too', async () => {
    const leased = { ...usualFields, dhcpEnabled: true, ipv4Address: '192.168.1.133' };
    const { dhcpEnabled: _dhcp, ...untold } = leased;
    for (const fields of [leased, untold, { ...usualFields, dhcpEnabled: true }]) {
      const rig = rigWith();
      rig.play.command = leaving('success', () => {
        rig.play.fields = fields;
      });
      const outcome = await rig.run('network', { edit: { dhcpEnabled: true, httpPort: 80 } });
      expect(outcome).toMatchObject({
        verdict: 'verified',
        params: { address: fields.ipv4Address },
      });
    }
  });

  test('a port edited along with it has to be seen as well', async () => {
    const rig = rigWith();
    rig.play.command = leaving('success', () => {
      rig.play.fields = { ...usualFields, dhcpEnabled: true };
    });
    const outcome = await rig.run('network', { edit: { dhcpEnabled: true, httpPort: 81 } });
    expect(outcome).toMatchObject({ verdict: 'accepted', reason: 'not-applied' });
  });

  test('a port of a leased device needs no new lease', async () => {
    const fields = { ...usualFields, dhcpEnabled: true };
    const rig = rigWith({ play: { fields }, device: deviceOf(fields) });
    rig.play.command = leaving('success', () => {
      rig.play.fields = { ...fields, httpPort: 81 };
    });
    const outcome = await rig.run('network', { edit: { httpPort: 81 } });
    expect(outcome).toMatchObject({ verdict: 'verified' });
  });

  test('old firmware that never tells DHCP is believed by its address', async () => {
    const { dhcpEnabled: _dhcp, ...untold } = usualFields;
    const rig = rigWith({ play: { fields: untold }, device: deviceOf(untold) });
    rig.play.command = leaving('success', () => {
      rig.play.fields = { ...untold, ipv4Address: '192.168.1.70' };
    });
    const asked = { ...edit, dhcpEnabled: false };
    const outcome = await rig.run('network', { edit: asked });
    expect(outcome).toMatchObject({ verdict: 'verified' });
  });
});

describe('a look at it', () => {
  test('before: ready, offline, inactive, few tries', async () => {
    expect(await rigWith().preflight('network')).toMatchObject({ light: 'ready', verdict: null });
    const offline = await rigWith({ play: { fields: null } }).preflight('network');
    expect(offline).toMatchObject({ light: 'stop', verdict: 'no-answer', reason: 'offline' });
    const inactive = { fields: { ...usualFields, activated: false } };
    expect((await rigWith({ play: inactive }).preflight('network')).reason).toBe('not-activated');
    const low = await rigWith({ play: { guard: 'attempts-low' } }).preflight('network');
    expect(low).toMatchObject({ verdict: 'skipped', reason: 'attempts-low' });
    const locked = await rigWith({ play: { guard: 'locked' } }).preflight('network');
    expect(locked.verdict).toBe('locked');
  });

  test('later: what is true now, and nothing is sent', async () => {
    const applied = rigWith({ play: { fields: moved } });
    expect(await applied.reread('network', { edit })).toMatchObject({ verdict: 'verified' });
    expect(await rigWith().reread('network', { edit })).toMatchObject({
      ...{ verdict: 'failed', reason: 'not-applied' },
    });
    const gone = rigWith({ play: { fields: null } });
    expect(await gone.reread('network', { edit })).toMatchObject({ reason: 'no-read-back' });
    expect([...applied.sent, ...gone.sent]).toEqual([]);
  });
});
