import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { CloudState, DeviceHealth, RecorderChannel } from '../../../../main/contract/login.ts';
import { drawCode } from '../../../../main/services/qr/draw.ts';
import {
  candidatesFor,
  changeOf,
  clockGap,
  cloudDiffers,
  draftOf,
  isSecretKey,
  newest,
  portOf,
  resetTable,
  sortFindings,
  svgAsUrl,
  upTimeOf,
  widthOfCode,
} from '../../../../renderer/src/features/access/model.ts';
import { withAnswer } from '../../../../renderer/src/features/access/use-answer.ts';
import { isTail } from '../../../../renderer/src/features/acts/model.ts';
import { row } from '../rows.ts';

const channel: RecorderChannel = {
  id: 3,
  name: 'Entrance',
  protocol: 'HIKVISION',
  address: '192.168.1.101',
  port: 8000,
  input: 1,
  userName: 'admin',
  model: null,
  serial: null,
  isPlugAndPlay: false,
  state: 'online',
  rawState: 'online',
  match: { kind: 'none', why: 'nothing', device: null, other: null },
  cameraBound: true,
  cameraUnbindSupported: true,
};

const cloud: CloudState = {
  at: 1,
  isEnabled: null,
  isRegistered: null,
  isBound: null,
  offlineReason: null,
  server: null,
  hasVerificationCode: null,
  announcesUnbind: null,
};

describe('health', () => {
  test('the worst finding comes first, equals keep the order of the core', () => {
    const findings: DeviceHealth['findings'] = [
      { code: 'no-ntp', level: 'attention', params: {} },
      { code: 'disk-full', level: 'ok', params: {} },
      { code: 'disk-broken', level: 'problem', params: {} },
      { code: 'weak-password', level: 'attention', params: {} },
    ];
    expect(sortFindings(findings).map(({ code }) => code)).toEqual([
      'disk-broken',
      'no-ntp',
      'weak-password',
      'disk-full',
    ]);
  });

  test('what was read later counts, whoever read it', () => {
    expect(newest({ at: 5 }, null, { at: 7 }, undefined)).toEqual({ at: 7 });
    expect(newest(null, undefined)).toBeNull();
  });

  test('a clock within a second is the same; behind is negative', () => {
    expect(clockGap(1_400)).toBeNull();
    expect(clockGap(-1_400)).toBeNull();
    expect(clockGap(-3_600_000)).toBe(-3600);
    expect(clockGap(2_000)).toBe(2);
  });

  test('seconds become days, hours and minutes', () => {
    expect(upTimeOf(2 * 86_400 + 3 * 3600 + 59 * 60 + 59)).toEqual({
      days: 2,
      hours: 3,
      minutes: 59,
    });
  });
});

describe('cloud', () => {
  test('unknown contradicts nobody', () => {
    expect(cloudDiffers({ cloudEnabled: true, cloudBound: null }, cloud)).toBe(false);
    expect(
      cloudDiffers({ cloudEnabled: null, cloudBound: true }, { ...cloud, isBound: null }),
    ).toBe(false);
  });

  test('yes beside no is told', () => {
    expect(
      cloudDiffers({ cloudEnabled: true, cloudBound: true }, { ...cloud, isBound: false }),
    ).toBe(true);
    expect(
      cloudDiffers({ cloudEnabled: false, cloudBound: null }, { ...cloud, isEnabled: true }),
    ).toBe(true);
  });
});

describe('consent', () => {
  test('the end of the serial is compared without case, and nothing fits a device without one', () => {
    expect(isTail(' e502 ', 'DS-2CD2143G2-I20230505AAWRE6458E502')).toBe(true);
    // Every recorder ends in these letters, so they are no consent to this one.
    expect(isTail('wcvu', 'DS-7608NI-K2/8P0820220320CCRRG39413292WCVU')).toBe(false);
    expect(isTail('3292', 'DS-7608NI-K2/8P0820220320CCRRG39413292WCVU')).toBe(true);
    expect(isTail('', null)).toBe(false);
    expect(isTail('', '')).toBe(false);
  });

  test('a secret key is letters and digits, up to 32', () => {
    expect(isSecretKey('abc123')).toBe(true);
    expect(isSecretKey('a'.repeat(33))).toBe(false);
    expect(isSecretKey('with space')).toBe(false);
    expect(isSecretKey('')).toBe(false);
  });

  test('the reset never calls a binding to the cloud lost', () => {
    const line = resetTable.find(({ id }) => id === 'cloud');
    expect(line).toMatchObject({ restore: 'unknown', default: 'unknown' });
  });
});

describe('channels', () => {
  test('only what differs is sent; an emptied field changes nothing', () => {
    const draft = draftOf(channel, '192.168.1.201');
    expect(changeOf(channel, draft)).toEqual({ address: '192.168.1.201' });
    expect(changeOf(channel, { ...draftOf(channel), name: ' ', port: '' })).toEqual({});
    expect(changeOf(channel, { ...draftOf(channel), port: '8001' })).toEqual({ port: 8001 });
  });

  test('a port is a number from 1 to 65535', () => {
    expect(portOf('')).toBeNull();
    expect(portOf('8000')).toBe(8000);
    for (const bad of ['0', '65536', '80a', '-1', '1e3']) expect(portOf(bad), bad).toBe('bad');
  });

  test('devices at the channel’s address come first; recorder and removed ones never', () => {
    const recorder = 'r' as DeviceId;
    const rows = [
      row('r', { kind: 'recorder', ipv4Address: '192.168.1.20' }),
      row('a', { ipv4Address: '192.168.1.7' }),
      row('b', { ipv4Address: '192.168.1.101', kind: 'unknown' }),
      row('gone', { ipv4Address: '192.168.1.101', removedAt: 5 }),
    ];
    const about = { recorder, address: '192.168.1.101' };
    expect(candidatesFor(rows, '', about).shown.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(candidatesFor(rows, '1.7', about).shown.map(({ id }) => id)).toEqual(['a']);
  });

  test('many candidates are counted, not shown', () => {
    const rows = Array.from({ length: 20 }, (_, at) => row(`d${at}`, {}));
    const { shown, more } = candidatesFor(rows, '', { recorder: 'r' as DeviceId, address: null });
    expect(shown.length + more).toBe(20);
    expect(more).toBeGreaterThan(0);
  });

  test('a person’s answer is sure and brings the camera’s own binding; taken back it is unknown', () => {
    const list = { at: 1, channels: [channel, { ...channel, id: 4 }], analog: null };
    const device = {
      ...{ id: 'a' as DeviceId, serial: null, shortSerial: null, model: null, name: null },
      ...{ mac: null, address: null },
    };
    const bound = { cloudBound: false, unbindSupported: null };
    const answered = withAnswer(list, { channel: 3, device }, bound);
    expect(answered.channels[0]).toMatchObject({
      match: { kind: 'sure', why: 'person', device },
      cameraBound: false,
      cameraUnbindSupported: null,
    });
    expect(answered.channels[1], 'another channel').toEqual({ ...channel, id: 4 });
    const none = withAnswer(answered, { channel: 3, device: null, isNone: true }, undefined);
    expect(none.channels[0]?.match).toMatchObject({ kind: 'none', why: 'person', device: null });
    const back = withAnswer(answered, { channel: 3, device: null }, undefined);
    expect(back.channels[0]).toMatchObject({
      match: { kind: 'none', why: 'nothing', device: null },
      cameraBound: null,
    });
  });
});

test('a picture of a code carries no character that ends an attribute', () => {
  expect(svgAsUrl('<svg a="1">#</svg>')).not.toMatch(/["<>#]/);
});

test('a code on the screen has three pixels for each module, and never less than a label’s worth', () => {
  const dense = drawCode('x'.repeat(660));
  const modules = Number(/viewBox="0 0 (\d+)/.exec(dense)?.[1]);
  expect(modules).toBe(105);
  expect(widthOfCode(dense)).toBeGreaterThanOrEqual(modules * 3);
  expect(widthOfCode(drawCode('short'))).toBe(160);
});
