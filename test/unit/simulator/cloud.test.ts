import { describe, expect, it } from 'vitest';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { ask, bench, command, exchange, later, result, wrapped } from './client.ts';
import { answer, element, multicast, request, text } from './helpers.ts';

const password = 'Abcd1234!';
const camera: DeviceSpec = { model: 'DS-2CD2143G2-I', password, cloud: 'bound' };

describe('unbind status', () => {
  it.each([
    ['success', {}],
    ['notBind', { cloud: 'on' }],
    ['unenableHCPlatform', { cloud: 'off' }],
    ['offlineHCPlatform', { isCloudOnline: false }],
    ['failed', { cloud: 'unknown' }],
    ['notActivated', { isActivated: false }],
  ] as const)('%s', (word, part) => {
    expect(result(bench({ ...camera, ...part }), 'getUnbindStatus')).toBe(word);
  });

  it('needs the device to reach the cloud: the site’s Internet and its own', () => {
    const at = bench(camera);
    at.fleet.setInternet(false);
    expect(result(at, 'getUnbindStatus')).toBe('offlineHCPlatform');
    at.fleet.setInternet(true);
    expect(result(at, 'getUnbindStatus')).toBe('success');
    at.fleet.setCloudOnline(at.device, false);
    expect(result(at, 'getUnbindStatus')).toBe('offlineHCPlatform');
  });

  it('comes by itself when somebody brings a router', () => {
    const at = bench({ ...camera, cloudOnlineAfterMs: 90_000 });
    expect(result(at, 'getUnbindStatus')).toBe('offlineHCPlatform');
    later(at, 89_999);
    expect(result(at, 'getUnbindStatus')).toBe('offlineHCPlatform');
    later(at, 1);
    expect(result(at, 'getUnbindStatus')).toBe('success');
  });

  it('says nothing of a lock unless the spec wants it', () => {
    const locked = { ...camera, lockedForMs: 600_000 };
    expect(result(bench(locked), 'getUnbindStatus')).toBe('success');
    const xml = ask(bench({ ...locked, isLockToldByStatus: true }), 'getUnbindStatus');
    expect([element(xml, 'Result'), element(xml, 'SurplusLockTime')]).toEqual(['locked', '10']);
  });
});

describe('unbinding', () => {
  it.each([
    ['ezvizUnbind', 'DS-2CD2143G2-I'],
    ['ezvizUnbind_v31', 'DS-2CD2143G2-I'],
    ['ezvizUnbind', 'DS-7608NI-K2/8P'],
    ['ezvizUnbind_v31', 'DS-7732NXI-K4'],
    ['ezvizUnbind', 'CS-C3W-A0-3H4WFRL'],
    ['ezvizUnbind_v31', 'DS-PWA96-M-WE'],
  ] as const)('%s frees a %s', (types, model) => {
    const at = bench({ ...camera, model });
    const status = (): string | undefined =>
      element(text(at.device.receive(request(), multicast)[0]?.data), 'EZVIZBindStatus');
    expect(status()).toBe('1');
    expect(element(command(at, types, { password }), 'Result')).toBe('success');
    expect(at.device.isBound).toBe(false);
    expect(status()).toBe('2');
    expect(result(at, 'getUnbindStatus')).toBe('notBind');
  });

  it.each([
    ['offline', { isCloudOnline: false }],
    ['not bound', { cloud: 'on' }],
    ['switched off', { cloud: 'off' }],
  ] as const)('fails when it is %s, and costs no try', (_name, part) => {
    const at = bench({ ...camera, ...part });
    expect(element(command(at, 'ezvizUnbind_v31', { password }), 'Result')).toBe('failed');
    expect(at.device.attemptsLeft).toBe(7);
  });

  it('works where the firmware does not tell, and still does not tell', () => {
    const at = bench({ ...camera, cloud: 'unknown' });
    expect(at.device.isBound).toBe(true);
    expect(element(command(at, 'ezvizUnbind_v31', { password }), 'Result')).toBe('success');
    expect(at.device.isBound).toBe(false);
    expect(result(at, 'getUnbindStatus')).toBe('failed');
  });

  it('of a panel’s users takes the vendor’s code', () => {
    const at = bench({ ...camera, model: 'DS-PWA96-M-WE', vendorCode: 'K7K7K7K7' });
    const send = (code: string, attribute = ' bEncrypt="true"'): string | undefined => {
      const value = wrapped(code, exchange(at, 'ezvizUnbindDelUsers'));
      return result(at, 'ezvizUnbindDelUsers', { body: `<Code${attribute}>${value}</Code>` });
    };
    expect(send('K7K7K7K8')).toBe('CodeError');
    expect(send('K7K7K7K7', '')).toBe('failed');
    expect(at.device.isBound).toBe(true);
    expect(send('K7K7K7K7')).toBe('success');
    expect(at.device.isBound).toBe(false);
  });
});

describe('Hik-Connect', () => {
  const set = (types: string, wanted: string) => ({
    types,
    body: `<HCPlatformEnable>${wanted}</HCPlatformEnable>`,
  });

  it.each(['SetHCPlatform', 'SetHCPlatform_v31'])(
    '%s switches it off and on, and unbinds nothing',
    (types) => {
      const at = bench(camera);
      const switchTo = (wanted: string): string | undefined =>
        element(command(at, types, { password, body: set(types, wanted).body }), 'Result');
      expect(switchTo('false')).toBe('success');
      expect([at.device.state.cloud, at.device.isBound]).toEqual(['off', true]);
      const xml = text(at.device.receive(request(), multicast)[0]?.data);
      expect([element(xml, 'HCPlatformEnable'), element(xml, 'EZVIZBindStatus')]).toEqual([
        'false',
        '1',
      ]);
      expect(switchTo('true')).toBe('success');
      expect([at.device.state.cloud, at.device.isBound]).toEqual(['bound', true]);
      expect(switchTo('yes')).toBe('failed');
    },
  );

  it('comes back as it was where nothing is bound, or nothing is told', () => {
    for (const cloud of ['on', 'unknown'] as const) {
      const at = bench({ ...camera, cloud });
      const { isBound } = at.device;
      for (const wanted of ['false', 'true']) {
        command(at, 'SetHCPlatform_v31', { password, body: set('', wanted).body });
      }
      expect([at.device.state.cloud, at.device.isBound]).toEqual([cloud, isBound]);
    }
  });

  it('the verification code has six to twelve letters and digits', () => {
    const at = bench({ model: 'DS-2CD2385G1-I', password });
    const send = (code: string): string | undefined =>
      element(
        command(at, 'SetVerificationCode', {
          password,
          body: `<VerificationCode>${code}</VerificationCode>`,
        }),
        'Result',
      );
    expect(send('ABCDE')).toBe('IllegalVerificationCode');
    expect(send('ABC-DEF')).toBe('IllegalVerificationCode');
    expect(at.device.state.verificationCode).toBe('');
    expect(send('ABCDEF')).toBe('success');
    expect(at.device.state.verificationCode).toBe('ABCDEF');
  });
});

describe('the lamp', () => {
  it('goes on and off, without a password', () => {
    const at = bench({ model: 'DS-2CD2385G1-I' });
    expect(result(at, 'lamp', { body: '<Action>open</Action>' })).toBe('success');
    expect(at.device.state.isLampOn).toBe(true);
    expect(result(at, 'lamp', { body: '<Action>close</Action>' })).toBe('success');
    expect(at.device.state.isLampOn).toBe(false);
    expect(result(at, 'lamp', { body: '<Action>blink</Action>' })).toBe('failed');
  });

  it('is nothing that a recorder has', () => {
    expect(ask(bench({ model: 'DS-7732NXI-K4' }), 'lamp', { body: '<Action>open</Action>' })).toBe(
      '',
    );
    expect(answer({ model: 'DS-7732NXI-K4' })).not.toBe('');
  });
});
