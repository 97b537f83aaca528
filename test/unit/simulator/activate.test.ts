import { describe, expect, it } from 'vitest';
import { isRisky, type PasswordPolicy } from '../../../main/simulator/password-policy.ts';
import { bench, command, later, result, update } from './client.ts';
import { answer, element, multicast, request, text } from './helpers.ts';

const password = 'Abcd1234!';

describe('activation', () => {
  it.each([
    ['activate', 'DS-2CD2385G1-I'],
    ['activate', 'DS-7608NI-K2/8P'],
    ['activate', 'DS-KH6320-WTE1'],
    ['activate', 'DS-2CD2143G2-I'],
    ['activate_v31', 'DS-2CD2143G2-I'],
    ['activate_v31', 'DS-PWA96-M-WE'],
  ] as const)('%s gives a %s its first password', (types, model) => {
    const at = bench({ model, isActivated: false });
    expect(element(command(at, types, { password }), 'Result')).toBe('success');
    expect(at.device.state.isActivated).toBe(true);
    expect(at.device.hasPassword(password)).toBe(true);
    expect(at.device.hasPassword('Abcd1234?')).toBe(false);
    const xml = text(at.device.receive(request(), multicast)[0]?.data);
    expect(element(xml, 'Activated')).toBe('true');
    expect(element(command(at, types, { password }), 'Result')).toBe('hasActivated');
  });

  it('makes it usable at once', () => {
    const at = bench({ model: 'DS-2CD2385G1-I', isActivated: false });
    command(at, 'activate', { password });
    expect(element(update(at, password), 'Result')).toBe('success');
  });

  it('refuses what is too easy', () => {
    const at = bench({ model: 'DS-2CD2143G2-I', isActivated: false });
    expect(element(command(at, 'activate_v31', { password: 'aaaaaaaa' }), 'Result')).toBe(
      'riskPassword',
    );
    expect(at.device.state.isActivated).toBe(false);
    expect(element(command(at, 'activate', { password }), 'Result')).toBe('success');
  });

  it('is the only thing an inactive device does', () => {
    const at = bench({ model: 'DS-2CD2143G2-I', isActivated: false });
    expect(result(at, 'getUnbindStatus')).toBe('notActivated');
    for (const types of ['ezvizUnbind', 'ezvizUnbind_v31', 'SetHCPlatform_v31']) {
      expect(element(command(at, types, { password }), 'Result')).toBe('notActivated');
    }
  });
});

describe('what the device accepts as a password', () => {
  const risky = (text: string, policy: PasswordPolicy = 'basic'): boolean =>
    isRisky(text, 'admin', policy);

  it.each([
    ['Abcd123', true],
    ['Abcd1234', false],
    ['abcd1234', false],
    ['abcdefgh', true],
    ['12345678', true],
    ['abcdefg!', false],
    ['Abcdefgh12345678', false],
    ['Abcdefgh123456789', true],
    ['Abcd 123', false],
    ['Abcd12é4', true],
    ['ADMIN', true],
  ])('%s: risky %s', (text, isIt) => expect(risky(text)).toBe(isIt));

  it('not the login name, nor the name backwards', () => {
    expect(isRisky('Operator1', 'operator1', 'basic')).toBe(true);
    expect(isRisky('1rotarepO', 'operator1', 'basic')).toBe(true);
    expect(isRisky('Operator1x', 'operator1', 'basic')).toBe(false);
  });

  it.each([
    'xAdmin-77',
    'nimda-7-Up',
    'Site-1234',
    'Gate#4567',
    'Gate#8765',
    'Ruuuu-77',
    'Xy-123-xy',
  ])('newer recorders also refuse %s', (text) => {
    expect(risky(text)).toBe(false);
    expect(risky(text, 'strict')).toBe(true);
  });

  it('the training password everywhere', () => {
    expect(risky('Untether2026!', 'strict')).toBe(false);
  });
});

describe('restore to inactive', () => {
  it('takes the password, keeps the address, and lets the cloud hold what it holds', () => {
    const at = bench({ model: 'DS-7608NI-K2/8P', password, cloud: 'bound', address: '10.0.0.9' });
    expect(element(command(at, 'restoreInactive', { password }), 'Result')).toBe('success');
    expect(at.device.state.isActivated).toBe(true);
    later(at, 1_000);
    const { device } = at;
    expect([device.state.isActivated, device.address, device.isBound]).toEqual([
      false,
      '10.0.0.9',
      true,
    ]);
    expect(element(command(at, 'activate', { password: 'Other-2026' }), 'Result')).toBe('success');
    expect(device.hasPassword('Other-2026')).toBe(true);
    expect(device.hasPassword(password)).toBe(false);
  });

  it('is not decoded for generation 3.1, which stays silent', () => {
    const at = bench({ model: 'DS-2CD2143G2-I', password });
    expect(element(command(at, 'restoreInactive', { password }), 'Result')).toBeUndefined();
    expect(element(command(at, 'restoreInactive_v31', { password }), 'Result')).toBeUndefined();
    expect(answer({ model: 'DS-2CD2143G2-I' })).toContain('<SupportRestoreInactive>true<');
  });
});

describe('by hand, in a test', () => {
  it('an activated device has the training password', () => {
    const at = bench({ model: 'DS-2CD2385G1-I' });
    expect(at.device.hasPassword('Untether2026!')).toBe(true);
    at.fleet.setActivated(at.device, false);
    expect(at.device.hasPassword('Untether2026!')).toBe(false);
    at.fleet.setActivated(at.device, true);
    expect(at.device.hasPassword('Untether2026!')).toBe(true);
    at.fleet.factoryReset(at.device, at.now);
    expect([at.device.state.isActivated, at.device.state.account]).toEqual([false, null]);
  });
});
