import { describe, expect, it } from 'vitest';
import { decodeAdminAccesses } from '../../../main/protocol/isapi/admin-accesses.ts';
import {
  decodeNetworkCapabilities,
  decodeSecurityCapabilities,
  decodeSystemCapabilities,
} from '../../../main/protocol/isapi/capabilities.ts';
import {
  decodeDeviceInfo,
  firmwareNumbers,
  shortSerialOf,
} from '../../../main/protocol/isapi/device-info.ts';
import { decodeEzviz, decodeEzvizCapabilities } from '../../../main/protocol/isapi/ezviz.ts';
import {
  decodeProxyChannels,
  decodeProxyStatus,
} from '../../../main/protocol/isapi/input-proxy.ts';
import { decodeSessionLogin } from '../../../main/protocol/isapi/session-login.ts';
import { decodeHdStatus, decodeStorage } from '../../../main/protocol/isapi/storage.ts';
import { decodeSystemStatus } from '../../../main/protocol/isapi/system-status.ts';
import { decodeTime, epochOf, posixOffset } from '../../../main/protocol/isapi/time.ts';
import { fixture, value } from './helpers.ts';

describe('deviceInfo', () => {
  it('of a camera', () => {
    expect(value(decodeDeviceInfo(fixture('device-info_camera.xml')))).toEqual({
      name: 'Gate & yard',
      deviceId: '6a000000-aaaa-11b4-8267-000000000001',
      model: 'DS-2CD2999G9-I',
      serial: 'DS-2CD2999G9-I20990101AAWRX00000001',
      shortSerial: 'X00000001',
      mac: '02:00:5e:00:53:01',
      firmware: 'V5.07.017',
      firmwareBuild: '240606',
      encoderVersion: 'V7.3',
      bootVersion: 'V1.3.4',
      hardwareVersion: '0x0',
      deviceType: 'IPCamera',
      platform: 'B-R-G5-0',
      manufacturer: 'hikvision',
      oemCode: '1',
    });
  });

  it('of a recorder, whose short serial stands before WCVU', () => {
    expect(value(decodeDeviceInfo(fixture('device-info_recorder.xml')))).toMatchObject({
      ...{ shortSerial: 'X00000002', mac: '02:00:5e:00:53:02', platform: null, oemCode: null },
    });
    expect(shortSerialOf('short')).toBeNull();
    expect(shortSerialOf(null)).toBeNull();
  });

  it('compares firmware by numbers', () => {
    expect(firmwareNumbers('V5.07.017')).toEqual([5, 7, 17]);
    expect(firmwareNumbers('V5.6.10build 230721')).toEqual([5, 6, 10]);
    expect(firmwareNumbers('5')).toBeNull();
  });

  it.each([
    ['a refusal', fixture('response-status_not-activated.xml'), 'refused'],
    ['a refusal in JSON', fixture('response-status_not-support.json'), 'refused'],
    ['another document', '<html/>', 'unreadable'],
    ['nothing', '', 'unreadable'],
    ['a DTD', '<!DOCTYPE x [<!ENTITY a "b">]><DeviceInfo/>', 'unreadable'],
  ])('is not %s', (_name, body, reason) => {
    expect(decodeDeviceInfo(body)).toMatchObject({ ok: false, reason });
  });

  it('is read from bytes with a mark in front and NULs behind', () => {
    const body = new TextEncoder().encode(`\ufeff ${fixture('device-info_camera.xml')}\0\0`);
    expect(value(decodeDeviceInfo(body)).model).toBe('DS-2CD2999G9-I');
  });
});

describe('the cloud', () => {
  it('is told without its code', () => {
    const { state } = value(decodeEzviz(fixture('ezviz_bound.xml')));
    expect(state).toEqual({
      isEnabled: true,
      isRegistered: false,
      isBound: true,
      offlineReason: 'netUnreachable',
      server: 'litedev.hik-connect.com',
      hasVerificationCode: true,
    });
    expect(JSON.stringify(state)).not.toContain('ABCDEF');
    expect(value(decodeEzviz('<EZVIZ/>')).state).toMatchObject({
      ...{ isEnabled: null, isBound: null, hasVerificationCode: null },
    });
  });

  it('tells its limits', () => {
    expect(value(decodeEzvizCapabilities(fixture('ezviz-capabilities.xml')))).toEqual({
      verificationCode: { min: 6, max: 12, options: [] },
      tellsBindState: true,
      canEnable: true,
    });
  });
});

describe('channels of a recorder', () => {
  const read = () => value(decodeProxyChannels(fixture('input-proxy-channels_recorder.xml')));

  it('are told with what each recorder knows', () => {
    const { channels } = read();
    expect(channels.map(({ text: _text, ...rest }) => rest)).toEqual([
      {
        ...{ id: '1', name: 'Gate', protocol: 'HIKVISION', address: '192.168.1.64' },
        ...{ hostName: null, port: 8000, sourceInput: 1, userName: 'admin', isPlugAndPlay: null },
        model: 'DS-2CD2999G9-I',
        serial: 'DS-2CD2999G9-I20990101AAWRX00000001',
        firmware: 'V5.7.17 build 240606',
      },
      {
        ...{ id: '2', name: 'Hall', protocol: 'ONVIF', address: null, hostName: 'hall.home' },
        ...{ port: 80, sourceInput: 2, userName: 'viewer', isPlugAndPlay: null },
        ...{ model: null, serial: null, firmware: null },
      },
      {
        ...{ id: '3', name: null, protocol: 'HIKVISION', address: '192.168.254.3' },
        ...{
          hostName: null,
          port: 8000,
          sourceInput: null,
          userName: 'admin',
          isPlugAndPlay: true,
        },
        ...{ model: null, serial: null, firmware: null },
      },
    ]);
  });

  it('lose their passwords before anything is read', () => {
    const decoded = read();
    expect(fixture('input-proxy-channels_recorder.xml')).toContain('Leaked-2026!');
    expect(JSON.stringify(decoded)).not.toContain('Leaked');
    expect(decoded.droppedSecrets).toBe(1);
  });

  it('may be one alone', () => {
    const [channel] = read().channels;
    expect(value(decodeProxyChannels(channel?.text ?? '')).channels).toHaveLength(1);
  });

  it('have a state', () => {
    expect(value(decodeProxyStatus(fixture('input-proxy-status.xml')))).toEqual([
      {
        id: '1',
        address: '192.168.1.64',
        isOnline: true,
        result: 'connected',
        resultText: 'connect',
      },
      {
        ...{ id: '2', address: null, isOnline: false, result: 'wrong-password' },
        resultText: 'errorUserNameOrPasswd',
      },
      { id: '3', address: null, isOnline: false, result: 'other', resultText: 'somethingNew' },
    ]);
  });
});

describe('disks', () => {
  it('in XML', () => {
    const { disks, shares, workMode } = value(decodeStorage(fixture('storage_recorder.xml')));
    expect(disks).toMatchObject([
      { id: '1', state: 'ok', capacityMb: 5_723_166, freeMb: 0, isReadOnly: false },
      { id: '2', state: 'error', capacityMb: 100, freeMb: null, isReadOnly: true, name: null },
    ]);
    expect([shares, workMode]).toEqual([1, 'quota']);
  });

  it('in JSON', () => {
    expect(value(decodeHdStatus(fixture('hd-status.json')))).toMatchObject([
      { id: '2', state: 'ok', capacityMb: 5_723_166, freeMb: 5_658_624 },
      { id: '3', state: 'error', capacityMb: null },
    ]);
    const refused = decodeHdStatus(fixture('response-status_not-support.json'));
    expect(refused).toMatchObject({ ok: false, reason: 'refused' });
    expect(decodeHdStatus('{')).toMatchObject({ ok: false, reason: 'unreadable' });
  });
});

describe('time', () => {
  it('is told with its POSIX zone', () => {
    expect(value(decodeTime(fixture('time_recorder.xml'))).time).toEqual({
      mode: 'NTP',
      localTime: '2026-11-20T17:32:54+03:00',
      timeZone: 'CST-3:00:00',
      offsetMinutes: 180,
      at: Date.UTC(2026, 10, 20, 14, 32, 54),
    });
  });

  it.each([
    ['CST-8:00:00', 480],
    ['CST+5:00:00DST01:00:00,M3.2.0/02:00:00,M11.1.0/02:00:00', -300],
    ['GMT+0:00:00', 0],
    ['IST-5:30:00', 330],
    ['<+03>-3', 180],
    ['CST', null],
    ['XST-99:00', null],
    [null, null],
  ])('zone %s', (zone, minutes) => {
    expect(posixOffset(zone)).toBe(minutes);
  });

  it.each([
    ['2026-11-20T10:00:00Z', 60, Date.UTC(2026, 10, 20, 10)],
    ['2026-11-20T10:00:00', 60, Date.UTC(2026, 10, 20, 9)],
    ['2026-11-20T10:00:00-02:30', null, Date.UTC(2026, 10, 20, 12, 30)],
    ['2026-11-20T10:00:00', null, null],
    ['2026-13-20T10:00:00Z', null, null],
    ['yesterday', 0, null],
  ])('%s', (text, offset, at) => {
    expect(epochOf(text, offset)).toBe(at);
  });

  it('of the status, with blanks before numbers', () => {
    expect(value(decodeSystemStatus(fixture('system-status_recorder.xml')))).toEqual({
      deviceTimeAt: Date.UTC(2026, 10, 20, 14, 1, 4),
      upSeconds: 2530,
      cpuPercent: [7],
      memoryUsed: 244.175781,
      memoryFree: 255.894531,
    });
  });
});

describe('capabilities', () => {
  it('of a camera', () => {
    expect(value(decodeSystemCapabilities(fixture('system-capabilities_camera.xml')))).toEqual({
      canReboot: true,
      canFactoryReset: true,
      inputProxyChannels: null,
      network: {
        ...{ hasEzviz: true, hasEzvizUnbind: null, hasWireless: false, hasHttps: true },
        verificationCode: { min: 6, max: 12, options: [] },
      },
      security: {
        ...{ securityVersions: ['1', '2'], keyIterations: 100, isIrreversible: true },
        ...{ salt: '00112233', hasUserCheck: true, canExportConfig: true, canImportConfig: true },
        configKey: { min: 0, max: 32, options: [] },
        ...{ canExportGuid: null, hasSecurityQuestions: null },
        passwordLength: { min: 8, max: 16, options: [] },
      },
    });
  });

  it('of the network of a terminal, and of nothing', () => {
    const network = value(decodeNetworkCapabilities(fixture('network-capabilities_terminal.xml')));
    expect(network).toMatchObject({ hasEzvizUnbind: true, verificationCode: null });
    const none = value(decodeSystemCapabilities('<DeviceCap/>'));
    expect(none).toMatchObject({ canReboot: null, network: { hasEzviz: null } });
    const own = value(decodeSecurityCapabilities('<SecurityCap><salt>ab</salt></SecurityCap>'));
    expect(own.salt).toBe('ab');
  });

  it('of a session login are bounded', () => {
    const body = (iterations: string) =>
      `<SessionLoginCap><sessionID>s</sessionID><challenge>c</challenge><iterations>${iterations}</iterations><isIrreversible>true</isIrreversible></SessionLoginCap>`;
    expect(value(decodeSessionLogin(body('100')))).toMatchObject({ iterations: 100, salt2: null });
    for (const bad of ['10001', '0', 'x', '99999999999']) {
      expect(decodeSessionLogin(body(bad))).toMatchObject({ ok: false, reason: 'unreadable' });
    }
    expect(decodeSessionLogin('<SessionLoginCap/>').ok).toBe(false);
  });
});

describe('doors', () => {
  it('are found by protocol', () => {
    const { accesses } = value(decodeAdminAccesses(fixture('admin-accesses_camera.xml')));
    expect(accesses.map(({ protocol, port, isEnabled }) => [protocol, port, isEnabled])).toEqual([
      ['HTTP', 80, true],
      ['HTTPS', 443, true],
      ['DEV_MANAGE', 8000, true],
      ['RTSP', 554, false],
      ['Bonjour', null, true],
    ]);
    expect(accesses[1]?.redirectsToHttps).toBe(false);
  });
});
