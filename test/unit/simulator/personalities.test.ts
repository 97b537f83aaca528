import { describe, expect, it } from 'vitest';
import { models } from '../../../main/simulator/models.ts';
import {
  answer,
  device,
  element,
  elementNames,
  multicast,
  request,
  text,
  uuid,
} from './helpers.ts';

const identity =
  'Uuid Types DeviceType DeviceDescription DeviceSN CommandPort HttpPort MAC IPv4Address IPv4SubnetMask IPv4Gateway';
const ipv6 = 'IPv6Address IPv6Gateway IPv6MaskLen';
const middle = 'DHCP AnalogChannelNum DigitalChannelNum SoftwareVersion DSPVersion BootTime';

/** Element order of real replies, from published captures of these models. */
const captured: Readonly<Record<string, string>> = {
  'DS-2CD2385G1-I': `${identity} ${ipv6} ${middle} Encrypt ResetAbility DiskNumber Activated PasswordResetAbility PasswordResetModeSecond DetailOEMCode SupportSecurityQuestion SupportHCPlatform HCPlatformEnable IsModifyVerificationCode Salt DeviceLock SDKOverTLSPort SDKServerStatus SDKOverTLSServerStatus SupportMailBox`,
  'DS-2CD2320D-I': `${identity} ${ipv6} ${middle} Encrypt ResetAbility DiskNumber Activated PasswordResetAbility PasswordResetModeSecond SupportSecurityQuestion SupportHCPlatform HCPlatformEnable IsModifyVerificationCode Salt DeviceLock`,
  'DS-2CD2432F-IW': `${identity} ${ipv6} ${middle}`,
  'DS-KH6210-L': `${identity} ${middle} OEMInfo Activated PasswordResetAbility DeviceLock`,
};

describe('a reply has the elements of the captured one, in its order', () => {
  for (const [model, order] of Object.entries(captured)) {
    it(model, () => expect(elementNames(answer({ model })).join(' ')).toBe(order));
  }
});

describe('what a device tells', () => {
  it('echoes the Uuid as it came and names itself', () => {
    const lower = uuid.toLowerCase();
    const xml = answer({ model: 'DS-2CD2385G1-I' }, request('inquiry', { uuid: lower }));
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<ProbeMatch>\n<Uuid>/);
    expect(element(xml, 'Uuid')).toBe(lower);
    expect(element(xml, 'Types')).toBe('inquiry');
    expect(element(xml, 'DeviceDescription')).toBe('DS-2CD2385G1-I');
    expect(xml.endsWith('</ProbeMatch>\n')).toBe(true);
  });

  it.each([
    ['DS-2CD2385G1-I', /^DS-2CD2385G1-I20\d{6}AAWR[A-Z]\d{8}$/],
    ['DS-2CD2432F-IW', /^DS-2CD2432F-IW20\d{6}CCCH\d{9}$/],
    ['DS-7608NI-K2/8P', /^DS-7608NI-K2\/8P0820\d{6}CCRR[A-Z]\d{8}WCVU$/],
  ])('%s has a serial of its line', (model, shape) => {
    expect(device({ model }).serial).toMatch(shape);
  });

  it('is not made before its firmware', () => {
    for (const name of models.keys()) {
      const made = device({ model: name });
      const build = /build (\d{6})/.exec(made.identity.firmware)?.[1];
      const day = /20(\d{6})/.exec(
        made.serial.slice(name.length + (made.identity.model.serialCode?.length ?? 0)),
      );
      if (build !== undefined)
        expect(Number(day?.[1]?.slice(0, 4))).toBeGreaterThanOrEqual(Number(build.slice(0, 4)));
    }
  });

  it('spells its MAC as its line does', () => {
    const mac = '58:50:ed:00:aa:0b';
    expect(element(answer({ model: 'DS-2CD2385G1-I', mac }), 'MAC')).toBe('58-50-ed-00-aa-0b');
    expect(element(answer({ model: 'DS-KH6210-L', mac }), 'MAC')).toBe('58-50-ED-00-AA-0B');
    expect(element(answer({ model: 'I81EM', mac }), 'MAC')).toBe('58:50:ed:00:aa:0b');
  });

  it('marks an OEM, an EZVIZ device and a recorder', () => {
    expect(element(answer({ model: 'CMIP1043W-28M' }), 'OEMInfo')).toBe('LTS');
    expect(element(answer({ model: 'CS-C3W-A0-3H4WFRL' }), 'EZVIZCode')).toBe('true');
    expect(element(answer({ model: 'DS-7208HUHI-K1' }), 'AnalogChannelNum')).toBe('8');
    expect(element(answer({ model: 'DS-7732NI-I4' }), 'DigitalChannelNum')).toBe('32');
  });

  it('tells the generations apart', () => {
    expect(element(answer({ model: 'DS-2CD2143G2-I' }), 'SADPVersion')).toBe('3.0,3.1');
    expect(element(answer({ model: 'DS-PWA96-M-WE' }), 'SADPVersion')).toBe('3.1');
    expect(answer({ model: 'DS-2CD2385G1-I' })).not.toContain('SADPVersion');
    expect(answer({ model: 'DS-KH6320-WTE1' })).not.toContain('Encrypt');
  });

  it.each([
    ['bound', 'true', '1'],
    ['on', 'true', '2'],
    ['off', 'false', '2'],
    ['unknown', 'true', undefined],
  ] as const)('cloud %s', (cloud, enabled, bound) => {
    const xml = answer({ model: 'DS-2CD2143G2-I', cloud });
    expect(element(xml, 'HCPlatformEnable')).toBe(enabled);
    expect(element(xml, 'EZVIZBindStatus')).toBe(bound);
  });

  it('has no salt before somebody set a password', () => {
    expect(element(answer({ model: 'DS-2CD2143G2-I' }), 'Salt')).toMatch(/^[0-9a-f]{64}$/);
    const fresh = answer({ model: 'DS-2CD2143G2-I', isActivated: false });
    expect(element(fresh, 'Activated')).toBe('false');
    expect(fresh).not.toContain('Salt');
  });

  it('tells little to inquiry_v32, and nothing from older firmware', () => {
    const xml = answer({ model: 'DS-2CD2143G2-I' }, request('inquiry_v32'));
    expect(element(xml, 'Types')).toBe('inquiry_v32');
    expect(elementNames(xml)).toHaveLength(12);
    expect(answer({ model: 'DS-2CD2385G1-I' }, request('inquiry_v32'))).toBe('');
  });

  it('tells its boot time on its own clock', () => {
    const model = 'DS-2CD2385G1-I';
    const uptimeMs = 60_000;
    expect(element(answer({ model, uptimeMs, deviceClock: 0 }), 'BootTime')).toBe(
      '2025-12-31 23:59:00',
    );
    expect(element(answer({ model, uptimeMs, deviceClock: 28_800_000 }), 'BootTime')).toBe(
      '2026-01-01 07:59:00',
    );
    expect(element(answer({ model, deviceClock: 'lost' }), 'BootTime')).toMatch(/^1970-/);
  });

  it('answers where it is set to', () => {
    const via = (answers: 'multicast' | 'unicast' | 'both') =>
      device({ model: 'DS-2CD2385G1-I', answers })
        .receive(request(), multicast)
        .map((reply) => reply.via);
    expect(via('multicast')).toEqual(['multicast']);
    expect(via('unicast')).toEqual(['unicast']);
    expect(via('both')).toEqual(['multicast', 'unicast']);
  });

  it('hears what it is set to', () => {
    const made = device({ model: 'DS-2CD2385G1-I', hears: ['unicast'] });
    expect(made.receive(request(), multicast)).toEqual([]);
    expect(made.receive(request(), { ...multicast, to: 'unicast' })).toHaveLength(1);
    expect(text(made.receive(request(), { ...multicast, to: 'unicast' })[0]?.data)).toContain(
      'ProbeMatch',
    );
  });
});
