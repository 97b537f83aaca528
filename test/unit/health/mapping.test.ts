import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DeviceHealth } from '../../../main/contract/login.ts';
import { deviceHealth } from '../../../main/contract/login.ts';
import { locales } from '../../../main/contract/settings.ts';
import { findingWords } from '../../../main/contract/text/health-words.ts';
import { texts } from '../../../main/contract/text/index.ts';
import { examineDevice } from '../../../main/services/health/examine.ts';
import { type Answers, healthFrom, now, own, sessionOf } from './session.ts';

const codes = ({ findings }: DeviceHealth) => findings.map(({ code }) => code);
const timeAt = (localTime: string, zone = 'CST+0:00:00', mode = 'NTP') =>
  `<Time><timeMode>${mode}</timeMode><localTime>${localTime}</localTime><timeZone>${zone}</timeZone></Time>`;
const info = own('device-info_camera.xml');
const calm = '<userCheck><statusValue>200</statusValue><isActivated>true</isActivated></userCheck>';
const camera: Answers = { userCheck: calm, deviceInfo: info };

describe('a reading', () => {
  test('of a recorder becomes facts that fit the contract', async () => {
    const health = await healthFrom({
      userCheck: own('user-check_fine.xml'),
      deviceInfo: own('device-info_recorder.xml'),
      status: own('system-status_recorder.xml'),
      time: own('time_recorder.xml'),
      storage: own('storage_recorder.xml'),
      cameras: own('input-proxy-status.xml'),
      cloud: own('ezviz_bound.xml'),
      network: own('network-capabilities_terminal.xml'),
    });
    expect(deviceHealth.safeParse(health).error).toBeUndefined();
    expect(health.identity?.type).toMatch(/NVR/i);
    expect(health.channels?.total).toBeGreaterThan(0);
    expect(health.disks?.length).toBeGreaterThan(0);
    expect(health.cloud).toMatchObject({ isBound: true });
    expect(JSON.stringify(health)).not.toMatch(/verificationCode|[*]{3}/);
  });

  test('asks a camera nothing that only recorders know', async () => {
    const { session, asked } = sessionOf(camera);
    await examineDevice({ session, now: () => now, isRecorder: false, isExpected: () => true });
    expect(asked.filter((one) => one.includes('InputProxy'))).toEqual([]);
    expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(asked.filter((one) => /unbind/i.test(one))).toEqual([]);
  });

  test('takes what is not supported as unknown, in each way devices say it', async () => {
    for (const said of [
      { status: 404 },
      { status: 403, body: own('response-status_not-support.json') },
      own('response-status_not-support.json'),
    ]) {
      const health = await healthFrom({
        ...camera,
        status: said,
        time: said,
        cloud: said,
        storage: said,
      });
      expect(health).toMatchObject({ level: 'ok', clock: null, cloud: null, disks: null });
      expect(codes(health)).toEqual([]);
    }
  });

  test.each([
    ['a server in trouble', { status: 503 }],
    [
      'no right to it',
      {
        status: 403,
        body: '<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>',
      },
    ],
    ['nonsense', '<html>login</html>'],
    ['an empty page', ''],
  ] as const)('names what it could not read: %s', async (_what, said) => {
    const health = await healthFrom({ ...camera, time: said, storage: said });
    const partly = health.findings.find(({ code }) => code === 'partly-read');
    expect(partly).toMatchObject({ level: 'ok', params: { missing: 'time, storage' } });
    expect(health.clock).toBeNull();
  });

  test('that breaks off keeps what was read before', async () => {
    const { session, asked } = sessionOf({ ...camera, status: 'gone', time: timeAt('x') });
    const seen = await examineDevice({
      session,
      now: () => now,
      isRecorder: false,
      isExpected: () => true,
    });
    expect(seen.failure?.reason).toBe('silent');
    expect(asked).toHaveLength(3);
    const health = await healthFrom({ ...camera, status: 'gone' });
    expect(health.identity).not.toBeNull();
    expect(codes(health)).toEqual(['partly-read']);
  });

  test('of an inactive device says only that', async () => {
    const health = await healthFrom({ userCheck: own('response-status_not-activated.xml'), ...{} });
    expect(health).toMatchObject({ level: 'attention', findings: [{ code: 'not-activated' }] });
  });

  test('takes the disks from the other document where the first is missing', async () => {
    const health = await healthFrom({ ...camera, disks: own('hd-status.json') });
    expect(health.disks?.[0]?.capacityMb).toBeGreaterThan(0);
  });
});

describe('the clock', () => {
  test.each([
    ['right', '2026-11-20T12:04:59Z', undefined, []],
    ['just wrong', '2026-11-20T12:05:01Z', undefined, ['attention']],
    ['a day behind', '2026-11-19T11:59:00Z', undefined, ['problem']],
    ['another zone, same time', '2026-11-20T20:00:00+08:00', undefined, []],
    ['the zone beside it', '2026-11-20T20:00:00', 'CST-8:00:00', []],
    [
      'summer hour that the zone cannot tell',
      '2026-11-20T21:00:00',
      'CST-8:00:00DST01:00:00,M3.5.0',
      [],
    ],
    [
      'summer hour and a zone of its own',
      '2026-11-20T21:00:00+08:00',
      'CST-8:00:00DST01:00:00',
      ['attention'],
    ],
    [
      'two hours off in spite of summer',
      '2026-11-20T22:00:00',
      'CST-8:00:00DST01:00:00',
      ['attention'],
    ],
  ] as const)('%s', async (_what, time, zone, levels) => {
    const health = await healthFrom({ ...camera, time: timeAt(time, zone) });
    expect(health.findings.map(({ level }) => level)).toEqual(levels);
  });

  test('a time without any zone is unknown, not wrong', async () => {
    const health = await healthFrom({ ...camera, time: timeAt('2019-01-01T00:00:00', 'nowhere') });
    expect(codes(health)).toEqual(['clock-unknown']);
  });

  test('set by hand is a hint', async () => {
    const health = await healthFrom({
      ...camera,
      time: timeAt('2026-11-20T12:00:00Z', undefined, 'manual'),
    });
    expect(health).toMatchObject({ level: 'ok', findings: [{ code: 'no-ntp', level: 'ok' }] });
  });
});

describe('the password', () => {
  const check = (more: string) =>
    `<userCheck><statusValue>200</statusValue><isActivated>true</isActivated>${more}</userCheck>`;

  test.each([
    ['<residualValidity>31</residualValidity>', []],
    ['<residualValidity>30</residualValidity>', ['password-expires/attention']],
    ['<residualValidity>0</residualValidity>', ['password-expires/problem']],
    ['<isRiskPassword>true</isRiskPassword>', ['weak-password/attention']],
    ['<isDefaultPassword>true</isDefaultPassword>', ['default-password/problem']],
    ['<isRiskPassword>false</isRiskPassword>', []],
  ] as const)('%s', async (more, found) => {
    const health = await healthFrom({ ...camera, userCheck: check(more) });
    expect(health.findings.map(({ code, level }) => `${code}/${level}`)).toEqual(found);
  });
});

describe('disks', () => {
  const disk = (status: string, free = 5) =>
    `<hdd><id>1</id><hddName>hdd1</hddName><status>${status}</status><capacity>100</capacity><freeSpace>${free}</freeSpace></hdd>`;
  const storage = (...disks: string[]) => `<storage><hddList>${disks.join('')}</hddList></storage>`;

  test.each([
    ['ok', 5, []],
    ['ok', 0, ['disk-full/ok']],
    ['idle', 5, []],
    ['error', 5, ['disk-broken/problem']],
    ['smartFailed', 5, ['disk-broken/problem']],
    ['notexist', 5, ['disk-missing/problem']],
    ['unformatted', 5, ['disk-unformatted/problem']],
    ['somethingNew', 5, []],
  ] as const)('%s with %i free', async (status, free, found) => {
    const health = await healthFrom({ ...camera, storage: storage(disk(status, free)) });
    expect(health.findings.map(({ code, level }) => `${code}/${level}`)).toEqual(found);
  });

  test('none is a problem of a recorder and none of a camera', async () => {
    expect(codes(await healthFrom({ ...camera, storage: storage() }))).toEqual([]);
    const recorder = await healthFrom({ ...camera, storage: storage() }, { isRecorder: true });
    expect(recorder).toMatchObject({ level: 'problem', findings: [{ code: 'disk-missing' }] });
  });
});

describe('words', () => {
  test.each(locales)('%s leave nothing open, with all values and with none', (locale) => {
    const text = texts[locale];
    for (const code of Object.keys(text.health.findings) as (keyof typeof text.health.findings)[]) {
      const full = { address: 'A', attempts: 3, minutes: 4, time: 'T', disk: 'D', status: 'S' };
      const more = {
        count: 2,
        channels: '1, 2',
        days: 3,
        why: 'network',
        missing: 'time',
        serial: 'X',
      };
      for (const params of [{}, { ...full, ...more, device: 'V' }]) {
        const { what, next } = findingWords(text, { code, level: 'ok', params });
        expect(`${what} ${next}`).not.toContain('{{');
        expect(next).not.toBe('');
      }
    }
  });
});

const folder = resolve(import.meta.dirname, '../../../../shared/fixtures/isapi');
const hasCaptures = existsSync(folder);
if (!hasCaptures) process.stderr.write(`captures skipped: no folder ${folder}\n`);
const capture = (name: string) => readFileSync(resolve(folder, name), 'utf8');

/** What the published captures say, by their own index. */
describe.skipIf(!hasCaptures)('published captures', () => {
  test.each([
    ['DS-7608NXI-I2', 0],
    ['DS-7616NI-K2', 0],
    ['DS-7616NI-Q2', 1_325_056],
    ['DS-7732NI-M4', 0],
  ] as const)('%s is a sound recorder whose disk may be full', async (model, freeMb) => {
    const health = await healthFrom({
      deviceInfo: capture(`deviceInfo_${model}.xml`),
      storage: capture(`storage_${model}.xml`),
      cameras: capture('inputProxyStatus_list.xml'),
    });
    expect(health.identity?.model).toContain(model);
    expect(health.disks).toMatchObject([{ state: 'ok', freeMb }]);
    expect(health.channels).toMatchObject({ total: 2, offline: 1 });
    expect(codes(health)).toEqual([...(freeMb === 0 ? ['disk-full'] : []), 'channel-offline']);
  });

  test.each(['DS-2CD2146G2-ISU', 'DS-2CD2443G0-IW', 'DS-2CD2532F-IWS', 'DS-2SE4C425MWG-E-26'])(
    '%s is a camera without channels',
    async (model) => {
      const health = await healthFrom({ deviceInfo: capture(`deviceInfo_${model}.xml`) });
      expect(health.identity?.model?.replaceAll('/', '-')).toContain(model);
      expect(health).toMatchObject({ level: 'ok', channels: null });
    },
  );

  test('a terminal that is not bound announces an unbind call, and is found by SADP', async () => {
    const health = await healthFrom({
      cloud: capture('ezviz_get_unbound_DS-K1A340FWX.xml'),
      network: capture('networkCapabilities_DS-K1A340FWX.xml'),
      discovery: capture('discoveryMode_DS-K1A340FWX.xml'),
    });
    expect(health.cloud).toEqual({
      ...{ at: now, isEnabled: false, isRegistered: false, isBound: false, offlineReason: null },
      ...{ server: 'litedev.hik-connect.com', hasVerificationCode: false, announcesUnbind: true },
    });
    expect(codes(health)).toEqual([]);
  });

  test('the status of a recorder tells its clock and a restart', async () => {
    const health = await healthFrom({ status: capture('deviceStatus_DS-7608NI-K2.xml') });
    expect(health.upSeconds).toBe(2530);
    expect(health.clock?.offsetMs).toBe(Date.UTC(2021, 9, 21, 14, 1, 4) - now);
    expect(codes(health)).toEqual(['clock-wrong', 'restarted-lately']);
  });

  test('the full userCheck of the guide is weak, default, and expires tomorrow', async () => {
    const health = await healthFrom({ userCheck: capture('userCheck_doc_full.xml') });
    expect(codes(health)).toEqual(['default-password', 'weak-password', 'password-expires']);
  });
});
