import { describe, expect, test } from 'vitest';
import {
  compareLabel,
  isPicture,
  likelyKind,
} from '../../../../renderer/src/features/cases/model/attach.ts';
import { compare } from '../../../../renderer/src/features/cases/model/compare.ts';
import { fromFieldTime, toFieldTime } from '../../../../renderer/src/features/cases/model/times.ts';
import { aCase } from './a-case.ts';

const { before } = aCase('a');
const same = {
  ...{ activated: true, bootTime: '2026-11-20T08:00:00', ipv4Address: '192.168.1.64' },
  ...{ dhcpEnabled: false, firmware: 'V5.7.1', cloudEnabled: null, cloudBound: null },
  presence: 'online' as const,
};

describe('before and now', () => {
  test('only what is known on both sides can have changed', () => {
    const now = { ...same, activated: false, cloudBound: true, firmware: null };
    const changed = compare(before, now).filter(({ isChanged }) => isChanged);
    expect(changed.map(({ field }) => field)).toEqual(['activated']);
  });

  test('a device that is not in the list has no values, not unknown ones', () => {
    expect(compare(before, undefined).every(({ now }) => now === undefined)).toBe(true);
  });
});

describe('the serial on the label', () => {
  const serial = 'DS-2CD2143G2-I20230505AAWRE64583902';
  test.each([
    ['E64583902', 'same'],
    ['e64 583 902', 'same'],
    ['DS-2CD2143G2-I 20230505AAWRE64583902', 'same'],
    ['20230505AAWRE64583902WCVU', 'differs'],
    ['E64583903', 'differs'],
    ['583', 'untold'],
    ['', 'untold'],
  ])('%s is %s', (typed, verdict) => {
    expect(compareLabel(typed, serial)).toBe(verdict);
  });

  test('a device without a serial cannot be compared', () => {
    expect(compareLabel('E64583902', null)).toBe('untold');
  });

  test('the middle of a longer serial is enough when it is nine characters', () => {
    expect(compareLabel('E64583902', `${serial}WCVU`)).toBe('same');
    expect(compareLabel('E64583', `${serial}WCVU`)).toBe('differs');
  });
});

test('a chosen file is likely what its name and type say; only pictures are drawn', () => {
  expect(likelyKind({ name: 'IMG_1.jpg', type: 'image/jpeg' })).toBe('label-photo');
  expect(likelyKind({ name: 'GUID_E6458.bin', type: '' })).toBe('guid-file');
  expect(likelyKind({ name: 'answer.xml', type: 'text/xml' })).toBe('reset-answer');
  expect(isPicture('image/png')).toBe(true);
  // Drawn as an image, where it runs nothing: the QR code of a reset request is one.
  expect(isPicture('image/svg+xml')).toBe(true);
  expect(isPicture('text/html')).toBe(false);
});

test('a time survives its field to the minute, and half a time is none', () => {
  const at = new Date(2026, 10, 20, 7, 5).getTime();
  expect(toFieldTime(at)).toBe('2026-11-20T07:05');
  expect(fromFieldTime(toFieldTime(at))).toBe(at);
  expect(fromFieldTime('')).toBeNull();
  expect(fromFieldTime('2026-11-')).toBeNull();
});
