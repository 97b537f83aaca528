import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../../main/protocol/http-digest/challenge.ts';
import { chooseOffer } from '../../../main/protocol/http-digest/choose.ts';
import { decodeActivateStatus } from '../../../main/protocol/isapi/activate-status.ts';
import { decodeAdminAccesses } from '../../../main/protocol/isapi/admin-accesses.ts';
import {
  decodeNetworkCapabilities,
  decodeSystemCapabilities,
} from '../../../main/protocol/isapi/capabilities.ts';
import {
  decodeStreamingChannels,
  decodeVideoInputs,
} from '../../../main/protocol/isapi/channels.ts';
import { decodeDeviceInfo } from '../../../main/protocol/isapi/device-info.ts';
import { decodeDiscoveryMode } from '../../../main/protocol/isapi/discovery-mode.ts';
import { decodeEzviz, decodeEzvizCapabilities } from '../../../main/protocol/isapi/ezviz.ts';
import {
  decodeProxyChannels,
  decodeProxyStatus,
} from '../../../main/protocol/isapi/input-proxy.ts';
import { decodeIpAddress } from '../../../main/protocol/isapi/ip-address.ts';
import { readLoginAnswer } from '../../../main/protocol/isapi/login-answer.ts';
import { decodeNetworkInterfaces } from '../../../main/protocol/isapi/network-interfaces.ts';
import { causeOf, decodeResponseStatus } from '../../../main/protocol/isapi/response-status.ts';
import { decodeSessionLogin } from '../../../main/protocol/isapi/session-login.ts';
import { decodeHdStatus, decodeStorage } from '../../../main/protocol/isapi/storage.ts';
import { decodeSystemStatus } from '../../../main/protocol/isapi/system-status.ts';
import { decodeTime } from '../../../main/protocol/isapi/time.ts';
import { decodeUserCheck } from '../../../main/protocol/isapi/user-check.ts';
import { decodeWsProbeMatches } from '../../../main/protocol/ws-discovery/decode.ts';
import { value } from './helpers.ts';

/**
 * Published captures that are not ours to copy may lie in a folder beside the repository. Where they do,
 * every file has to be read to the facts that its name tells; where they do not, this file says so.
 */
const folder = resolve(import.meta.dirname, '../../../../shared/fixtures/isapi');
const hasCaptures = existsSync(folder);
if (!hasCaptures) process.stderr.write(`captures skipped: no folder ${folder}\n`);

const names = hasCaptures ? readdirSync(folder).filter((name) => name !== 'INDEX.md') : [];

type Check = (text: string, name: string) => void;

/** What stands behind the first underscore, without its ending. */
const told = (name: string) => name.replace(/^[^_]+_/, '').replace(/\.\w+$/, '');
/** Model names in file names have no slash; devices put what sells behind one. */
const isModel = (model: string | null | undefined, name: string) =>
  model !== null && model !== undefined && told(name).startsWith(model.replace(/[/(].*$/, ''));

const digest = (text: string) => {
  const headers = [...text.matchAll(/^WWW-Authenticate: (.*)$/gim)].map(
    ([, header]) => header ?? '',
  );
  return chooseOffer(parseChallenges(headers));
};

/** By the beginning of the name; the longest that fits is taken. */
const checks: Readonly<Record<string, Check>> = {
  activateStatus_: (text, name) =>
    expect(decodeActivateStatus(text)).toEqual({
      ok: true,
      activated: false,
      supportVersion: name.includes('v3') ? 3 : null,
    }),
  adminAccesses_: (text) => {
    const { accesses } = value(decodeAdminAccesses(text));
    const ports = new Map(accesses.map(({ protocol, port }) => [protocol, port]));
    expect(ports.get('HTTP')).toEqual(expect.any(Number));
    expect(ports.get('RTSP')).toEqual(expect.any(Number));
    expect(accesses.every(({ portRange }) => portRange === null)).toBe(true);
  },
  adminAccessesCapabilities_: (text) => {
    const { accesses } = value(decodeAdminAccesses(text));
    const rtsp = accesses.find(({ protocol }) => protocol === 'RTSP');
    expect(rtsp).toMatchObject({ port: 554, portRange: { min: 1024, max: 65_535 } });
  },
  deviceInfo_: (text, name) => {
    const info = value(decodeDeviceInfo(text));
    expect([info.model, isModel(info.model, name)]).toEqual([info.model, true]);
    expect(info).toMatchObject({
      ...{ serial: expect.any(String), shortSerial: expect.stringMatching(/^[A-Z0-9]{9}$/) },
      mac: expect.stringMatching(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/),
      firmware: expect.stringMatching(/^V\d/),
      firmwareBuild: expect.stringMatching(/^\d{6}$/),
    });
    const version = /_(V[\d.]+)\.xml$/.exec(name)?.[1];
    if (version !== undefined) expect(info.firmware).toBe(version);
    const isRecorder = /^DS-7|^iDS-7/.test(told(name));
    if (info.deviceType !== null) expect(/NVR|DVR/.test(info.deviceType)).toBe(isRecorder);
  },
  deviceStatus_: (text) =>
    expect(value(decodeSystemStatus(text))).toEqual({
      deviceTimeAt: Date.UTC(2021, 9, 21, 14, 1, 4),
      upSeconds: 2530,
      cpuPercent: [0],
      memoryUsed: 244.175781,
      memoryFree: 255.894531,
    }),
  digest_401_camera_: (text, name) =>
    expect(digest(text)).toMatchObject({
      ...{ kind: 'digest', algorithm: 'MD5', algorithmText: null, opaque: null, hasQop: true },
      realm: `IP Camera(${/_(\w{5})\.txt$/.exec(name)?.[1]})`,
      nonce: expect.stringMatching(/^[0-9a-f]{48}$/),
      isStale: false,
    }),
  digest_401_NVR_: (text) => {
    expect(digest(text)).toMatchObject({
      ...{ kind: 'digest', algorithm: 'MD5', algorithmText: 'MD5', opaque: '', hasQop: true },
    });
    const body = text.slice(text.search(/\r?\n\r?\n/)).trim();
    expect(value(decodeUserCheck(body))).toMatchObject({ statusValue: 401, attemptsLeft: null });
  },
  digest_rtsp_sha256_: (text) =>
    expect(digest(text)).toMatchObject({ algorithm: 'SHA-256', hasQop: false }),
  discoveryMode_: (text) => expect(value(decodeDiscoveryMode(text))).toEqual({ isSadpOn: true }),
  ezviz_capabilities_: (text) =>
    expect(value(decodeEzvizCapabilities(text))).toEqual({
      verificationCode: { min: 6, max: 12, options: [] },
      tellsBindState: true,
      canEnable: true,
    }),
  ezviz_get_unbound_: (text) =>
    expect(value(decodeEzviz(text)).state).toMatchObject({
      ...{ isEnabled: false, isBound: false, server: 'litedev.hik-connect.com' },
      hasVerificationCode: false,
    }),
  hdStatus_: (text) =>
    expect(value(decodeHdStatus(text))).toMatchObject([
      { id: '2', state: 'ok', capacityMb: 5_723_166, freeMb: 5_658_624 },
    ]),
  hik_error_codes: (text) => {
    const kinds: readonly string[] = [
      'ok',
      'ok',
      'busy',
      'device-error',
      'invalid-operation',
      'bad-format',
      'bad-content',
      'reboot-required',
    ];
    const rows = text.trim().split(/\r?\n/).slice(1);
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      const [code = '', words, subCode] = row.split('\t');
      const status = decodeResponseStatus(
        `<ResponseStatus><statusCode>${code}</statusCode><statusString>${words}</statusString><subStatusCode>${subCode}</subStatusCode></ResponseStatus>`,
      );
      expect([row, status?.kind]).toEqual([row, kinds[Number(code)]]);
      // What speaks of an address, a lock or a login has a cause of its own.
      const needsCause = /IPv4|locked|Activated|not supported|login password/i.test(row);
      if (needsCause) expect([row, status && causeOf(status)]).not.toEqual([row, null]);
    }
  },
  inputProxyChannel_put_: (text) => {
    const { channels, droppedSecrets } = value(decodeProxyChannels(text));
    expect(droppedSecrets).toBe(1);
    expect(channels).toMatchObject([{ id: '6', protocol: 'ONVIF', address: '192.168.1.92' }]);
    expect(channels[0]?.text).not.toContain('password');
  },
  inputProxyChannels_: (text) => {
    const { channels, droppedSecrets } = value(decodeProxyChannels(text));
    // The attribute `size` says another number on three of four recorders.
    expect(channels).toHaveLength([...text.matchAll(/<InputProxyChannel[ >]/g)].length);
    expect(droppedSecrets).toBe(0);
    for (const channel of channels) {
      expect(channel).toMatchObject({ protocol: expect.any(String), userName: 'admin' });
      expect(channel.address).not.toBeNull();
      expect(text).toContain(channel.text);
    }
  },
  inputProxyStatus_list: (text) =>
    expect(value(decodeProxyStatus(text))).toMatchObject([
      { id: '1', address: '192.168.1.64', isOnline: true, result: 'connected' },
      { id: '2', isOnline: false, result: 'absent' },
    ]),
  inputProxyStatus_one_: (text) =>
    expect(value(decodeProxyStatus(text))).toMatchObject([
      { id: '1', address: null, isOnline: true, result: 'connected' },
    ]),
  ipAddress_camera_dual_static: (text) =>
    expect(value(decodeIpAddress(text)).settings).toMatchObject({
      ...{ ipVersion: 'dual', addressing: 'static', address: '192.168.1.2', dns2: '0.0.0.0' },
    }),
  ipAddress_wifi_dynamic_: (text) =>
    expect(value(decodeIpAddress(text)).settings).toMatchObject({
      ...{ ipVersion: 'v4', addressing: 'dynamic', address: '192.168.1.3', dns1: '8.8.8.8' },
      isDnsAutomatic: false,
    }),
  networkCapabilities_: (text) =>
    expect(value(decodeNetworkCapabilities(text))).toMatchObject({ hasEzvizUnbind: true }),
  networkInterfaces_camera_dual: (text) =>
    expect(value(decodeNetworkInterfaces(text))).toMatchObject([
      { id: '1', mac: '08:3b:c1:9d:60:5e', mtu: 1500, ip: { ipVersion: 'dual' } },
    ]),
  networkInterfaces_two_nics_: (text) =>
    expect(value(decodeNetworkInterfaces(text))).toMatchObject([
      { id: '1', mac: '40:24:b2:e7:46:04', ip: { address: '192.0.0.64', addressing: 'static' } },
    ]),
  onvif_probematch_: (text, name) => {
    const result = decodeWsProbeMatches(new TextEncoder().encode(text));
    expect(result.ok && result.matches[0]?.model).toBe(name.slice(17, -4));
  },
  responseStatus_: (text, name) => {
    const status = decodeResponseStatus(text.slice(text.search(/[<{]/)));
    const word = told(name).replace(/_.*/, '');
    if (word === 'user') {
      expect(status).toMatchObject({ kind: 'ok', id: '2' });
      return;
    }
    expect(status?.subCode?.toLowerCase()).toBe(word.toLowerCase());
    const kinds = { ok: 'ok', rebootRequired: 'reboot-required', deviceError: 'device-error' };
    const kind = Object.entries(kinds).find(([key]) => key === word)?.[1];
    if (kind !== undefined) expect(status?.kind).toBe(kind);
  },
  sessionLoginCap_: (text) =>
    expect(value(decodeSessionLogin(text))).toMatchObject({
      ...{ iterations: 100, isIrreversible: true, version: '2.1', salt2: expect.any(String) },
    }),
  storage_: (text) => {
    const { disks } = value(decodeStorage(text));
    expect(disks).toMatchObject([{ id: '1', state: 'ok', isReadOnly: false, type: 'SATA' }]);
    expect(disks[0]?.capacityMb).toBeGreaterThan(1_000_000);
  },
  streamingChannels_: (text) => {
    const channels = value(decodeStreamingChannels(text));
    expect(channels[0]).toMatchObject({ id: 101, channel: 1, stream: 1 });
  },
  systemCapabilities_: (text, name) => {
    const capabilities = value(decodeSystemCapabilities(text));
    const isRecorder = told(name).startsWith('DS-7');
    expect((capabilities.inputProxyChannels ?? 0) > 0).toBe(isRecorder);
    expect(capabilities.network.hasEzviz).toBe(true);
    expect(capabilities.network.hasEzvizUnbind).toBeNull();
  },
  systemCapabilities_security_: (text) =>
    expect(value(decodeSystemCapabilities(text))).toMatchObject({
      canFactoryReset: true,
      security: { keyIterations: 100, isIrreversible: true, passwordLength: { min: 8, max: 16 } },
    }),
  timeCapabilities_: (text) =>
    expect(value(decodeTime(text)).time).toMatchObject({ mode: 'NTP', offsetMinutes: 180 }),
  userCheck_401_: (text, name) => {
    const { verdict, told: lock } = readLoginAnswer(401, text);
    const isLocked = name.includes('locked');
    expect(verdict).toBe(isLocked ? 'locked' : 'wrong');
    expect(lock).toMatchObject(
      isLocked ? { attemptsLeft: 0, lockMinutes: 30 } : { attemptsLeft: expect.any(Number) },
    );
  },
  userCheck_doc_full: (text) => {
    const check = value(decodeUserCheck(text));
    expect(Object.values(check).filter((each) => each === null)).toEqual([]);
  },
  videoInputsChannels_: (text) =>
    expect(value(decodeVideoInputs(text)).map(({ hasVideo }) => hasVideo)).toEqual([
      true,
      false,
      true,
      false,
    ]),
};

describe.skipIf(!hasCaptures)('published captures', () => {
  it.each(names.length > 0 ? [...names] : ['(none)'])('%s', (name) => {
    const [, check] =
      Object.entries(checks)
        .filter(([start]) => name.startsWith(start))
        .sort(([left], [right]) => right.length - left.length)[0] ?? [];
    if (check === undefined) throw new Error(`nothing says what ${name} tells`);
    check(readFileSync(resolve(folder, name), 'utf8'), name);
  });
});
