import { describe, expect, it } from 'vitest';
import { decodeAdminAccesses, editAdminPort } from '../../../main/protocol/isapi/admin-accesses.ts';
import { decodeSystemCapabilities } from '../../../main/protocol/isapi/capabilities.ts';
import { decodeDiscoveryMode } from '../../../main/protocol/isapi/discovery-mode.ts';
import { decodeEzviz, editEzvizEnabled } from '../../../main/protocol/isapi/ezviz.ts';
import { decodeIpAddress, editIpAddress } from '../../../main/protocol/isapi/ip-address.ts';
import { ipAddressPath, paths } from '../../../main/protocol/isapi/paths.ts';
import { decodeResponseStatus } from '../../../main/protocol/isapi/response-status.ts';
import { decodeStorage } from '../../../main/protocol/isapi/storage.ts';
import { decodeTime } from '../../../main/protocol/isapi/time.ts';
import { decodeUserCheck } from '../../../main/protocol/isapi/user-check.ts';
import { createHttpSite } from '../../helpers/http-site.ts';

const camera = 'DS-2CD2143G2-I';
const recorder = 'DS-7732NI-I4';
const terminal = 'DS-KV6113-WPE1';
const wordOf = (text: string) => decodeResponseStatus(text)?.subCode;

describe('settings that are read and written', () => {
  it('the name is taken, and nothing else of the document', async () => {
    const { device, text, put } = createHttpSite({ model: camera });
    const before = await text(paths.deviceInfo);
    const named = before.replace('IP CAMERA', 'Gate &amp; yard');
    expect(wordOf(await put(paths.deviceInfo, named))).toBe('ok');
    expect(device().state.deviceName).toBe('Gate & yard');
    expect(await text(paths.deviceInfo)).toBe(named);
    const other = named.replace(device().serial, 'X');
    expect(wordOf(await put(paths.deviceInfo, other))).toBe('badXmlContent');
    expect(wordOf(await put(paths.deviceInfo, '<DeviceInfo/>'))).toBe('badXmlContent');
  });

  it('the clock tells its skew until somebody sets it', async () => {
    const { clock, text, put } = createHttpSite({
      model: camera,
      clockSkewMs: 7_200_000,
      deviceClock: 3_600_000,
    });
    const toldAt = async () => {
      const told = decodeTime(await text(paths.time));
      return told.ok ? (told.value.time.at ?? 0) : 0;
    };
    expect((await toldAt()) - clock.now()).toBeGreaterThan(7_190_000);
    const local = new Date(clock.now() + 3_600_000).toISOString().slice(0, 19);
    const body = (await text(paths.time))
      .replace(/<localTime>.*<\/localTime>/, `<localTime>${local}+01:00</localTime>`)
      .replace('NTP', 'manual');
    expect(wordOf(await put(paths.time, body))).toBe('ok');
    expect(Math.abs((await toldAt()) - clock.now())).toBeLessThan(2000);
    expect(wordOf(await put(paths.time, body.replace(local, 'noon')))).toBe('badXmlContent');
  });

  it.each([camera, recorder])('doors of %s', async (model) => {
    const { device, text, put, clock } = createHttpSite({ model, bootMs: 1000 });
    const before = await text(paths.adminAccesses);
    const ports = decodeAdminAccesses(before);
    expect(ports.ok && ports.value.accesses.find(({ protocol }) => protocol === 'HTTP')?.port).toBe(
      80,
    );
    const edited = editAdminPort(before, 'HTTPS', 8444);
    if (!edited.ok) throw new Error('not edited');
    const isRecorder = model === recorder;
    const answer = wordOf(await put(paths.adminAccesses, edited.value));
    expect(answer).toBe(isRecorder ? 'ok' : 'rebootRequired');
    await clock.advance(1000);
    if (!isRecorder) {
      expect(device().state.ports.https).toBe(443);
      await put(paths.reboot, '');
      await clock.advance(2000);
    }
    expect(device().openPorts).toContain(8444);
    const clash = editAdminPort(await text(paths.adminAccesses), 'HTTPS', 80);
    if (!clash.ok) throw new Error('not edited');
    expect(wordOf(await put(paths.adminAccesses, clash.value))).toBe('badPort');
    const low = editAdminPort(await text(paths.adminAccesses), 'DEV_MANAGE', 1024);
    if (!low.ok) throw new Error('not edited');
    expect(wordOf(await put(paths.adminAccesses, low.value))).toBe('portError');
  });

  it('an address that the site gives', async () => {
    const { device, text, put, clock } = createHttpSite({ model: camera, address: '192.168.1.20' });
    const before = await text(ipAddressPath('1'));
    const edited = editIpAddress(before, { isDhcp: true });
    if (!edited.ok) throw new Error('not edited');
    expect(wordOf(await put(ipAddressPath('1'), edited.value))).toBe('ok');
    expect(device().address).toBe('192.168.1.20');
    await clock.advance(1000);
    expect(device().state.net.isDhcp).toBe(true);
    expect(device().address).not.toBe('192.168.1.20');
    const now = decodeIpAddress(await text(ipAddressPath('1')));
    expect(now.ok && now.value.settings.address).toBe(device().address);
  });

  it('name servers stay with what was written', async () => {
    const { text, put, clock } = createHttpSite({ model: camera });
    const before = await text(ipAddressPath('1'));
    const edited = before.replace(/(<SecondaryDNS>\s*<ipAddress>)[^<]*/, '$19.9.9.9');
    await put(ipAddressPath('1'), edited);
    await clock.advance(1000);
    expect(await text(ipAddressPath('1'))).toBe(edited);
    const bad = edited.replace('9.9.9.9', '9.9.9');
    expect(wordOf(await put(ipAddressPath('1'), bad))).toBe('badDns');
  });

  it('the cloud as SADP tells it; the code is masked and can be set', async () => {
    const { device, fleet, text, put } = createHttpSite({
      model: camera,
      cloud: 'bound',
      verificationCode: 'OLDCDE',
    });
    const read = async () => {
      const told = decodeEzviz(await text(paths.ezviz));
      if (!told.ok) throw new Error('not read');
      return told.value.state;
    };
    expect(await text(paths.ezviz)).not.toContain('OLDCDE');
    expect(await read()).toMatchObject({ isEnabled: true, isRegistered: true, isBound: true });
    const off = editEzvizEnabled(await text(paths.ezviz), false);
    if (!off.ok) throw new Error('not edited');
    expect(wordOf(await put(paths.ezviz, off.value))).toBe('ok');
    expect(device().state).toMatchObject({ cloud: 'off', verificationCode: 'OLDCDE' });
    expect(device().isBound).toBe(true);
    const on = editEzvizEnabled(await text(paths.ezviz), true);
    if (!on.ok) throw new Error('not edited');
    await put(paths.ezviz, on.value.replace('******', 'NEWCDE'));
    expect(device().state).toMatchObject({ cloud: 'bound', verificationCode: 'NEWCDE' });
    const short = (await text(paths.ezviz)).replace('******', 'abc');
    expect(wordOf(await put(paths.ezviz, short))).toBe('invalidEZVIZSecretKey');
    fleet.setInternet(false);
    expect(await read()).toMatchObject({ isEnabled: true, isRegistered: false });
  });

  it('the lock has the tries that were set', async () => {
    const { device, text, put } = createHttpSite({ model: camera });
    const path = '/ISAPI/Security/illegalLoginLock';
    const set = (await text(path)).replace(/(<maxIllegalLoginTimes>)\d+/, '$13');
    expect(wordOf(await put(path, set))).toBe('ok');
    expect(device().attemptsLeft).toBe(3);
    expect(wordOf(await put(path, set.replace('>3<', '>50<')))).toBe('badXmlContent');
  });

  it('discovery of a terminal is switched off', async () => {
    const { device, text, put } = createHttpSite({ model: terminal });
    const mode = decodeDiscoveryMode(await text(paths.discoveryMode));
    expect(mode).toMatchObject({ ok: true });
    const off = (await text(paths.discoveryMode)).replace('<SADP>d', '<SADP>nonD');
    await put(paths.discoveryMode, off);
    expect(device().isDiscoverable).toBe(false);
    const without = createHttpSite({ model: camera });
    expect(wordOf(await without.text(paths.discoveryMode))).toBe('notSupport');
  });
});

describe('what is only told', () => {
  it('disks as they are', async () => {
    const { text } = createHttpSite({ model: recorder, disks: ['ok', 'error', 'unformatted'] });
    const told = decodeStorage(await text(paths.storage));
    expect(told.ok && told.value.disks.map(({ state }) => state)).toEqual([
      'ok',
      'error',
      'unformatted',
    ]);
    expect(JSON.parse(await text(paths.hdStatus))).toMatchObject({
      HDStatus: [{ status: 0 }, { status: 2 }, { status: 1 }],
    });
  });

  it('a weak password', async () => {
    const weak = createHttpSite({ model: camera, password: 'abc' });
    const told = decodeUserCheck(
      await weak.text(paths.userCheck, { credentials: { user: 'admin', password: 'abc' } }),
    );
    expect(told).toMatchObject({ value: { isRiskPassword: true } });
    const fine = createHttpSite({ model: camera });
    expect(decodeUserCheck(await fine.text(paths.userCheck))).toMatchObject({
      value: { isRiskPassword: false },
    });
  });

  it('streams, inputs and abilities', async () => {
    const { text } = createHttpSite({
      model: 'DS-7208HUHI-K1',
      channels: [{ address: '192.168.1.77' }],
    });
    expect((await text(paths.streamingChannels)).match(/<id>/g)).toHaveLength(18);
    expect((await text(paths.videoInputs)).match(/<VideoInputChannel\b/g)).toHaveLength(8);
    expect(decodeSystemCapabilities(await text(paths.capabilities))).toMatchObject({
      value: { inputProxyChannels: 4, canFactoryReset: true, security: { canExportConfig: true } },
    });
  });

  it('old firmware has not what the spec takes away', async () => {
    const lacks = { model: camera, webLacks: ['/ISAPI/System/Network/EZVIZ', '/ISAPI/Security/'] };
    const { text } = createHttpSite(lacks);
    expect(wordOf(await text(paths.ezviz))).toBe('notSupport');
    expect(wordOf(await text(paths.userCheck))).toBe('notSupport');
    const page = await createHttpSite({ ...lacks, webAbsence: 404 }).ask(paths.ezviz);
    expect(page).toMatchObject({ kind: 'ok', status: 404 });
  });
});
