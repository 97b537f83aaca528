import { describe, expect, it } from 'vitest';
import { areasDiffer } from '../../../main/protocol/sadp/areas.ts';
import { sadpResultCodes } from '../../../main/protocol/sadp/results.ts';

const sentence = 'the device and software are in different areas';

describe('different areas', () => {
  it.each([
    sentence,
    'The device and the software are in different areas.',
    sentence.toUpperCase(),
    sentence.replaceAll(' ', '_'),
    sentence.replaceAll(' ', '-'),
    sentence.replaceAll(' ', ''),
    sentence.replaceAll(' ', '  '),
    'TheDeviceAndSoftwareAreInDifferentAreas',
    'different areas',
    'different area',
    'DifferentArea',
    'differentareas',
    'differentAREAs',
    'DIFFERENT_AREAS',
    'deviceInDifferentRegion',
    'areaDifferent',
    'areaDiff',
    'areasDiffer',
    'AREA_MISMATCH',
    'areaMismatch',
    'areamismatch',
    'SWAreaMismatch',
    'Region mismatch',
    'regionMismatched',
    'mismatched region',
    'region not match',
    'RegionNotMatch',
    'regionnotmatch',
    'areaNotSame',
    'notSameArea',
    'not in the same area',
    'Device and software are not in the same region',
    "Device region doesn't match software region",
    'The device area does not match the software area',
    'device region dont match',
    'area inconsistent',
    'areaInconsistent',
    'inconsistent areas',
    'Area and region are inconsistent',
    'area conflict',
    'different sales areas',
    'Different country',
    'the countries of device and account differ',
    'crossRegion',
    'cross-region',
    'wrong region',
    'The device belongs to another region',
    'Device is in an other area',
    '\uff24ifferent areas',
  ])('%j', (raw) => {
    expect(areasDiffer(raw)).toBe(true);
  });
});

describe('something else', () => {
  it.each([
    ...sadpResultCodes,
    '',
    ' ',
    'other',
    'denied',
    'notBind',
    'offlineHCPlatform',
    'area',
    'region',
    'different',
    'mismatch',
    'areaNotSupport',
    'region not supported',
    'regionError',
    'areaArmed',
    'area is armed',
    'another area is armed',
    'passwordMismatch',
    'different password',
    'password mismatch, armed area',
    'the password differs in this area of the menu',
    'codeMismatch',
    'the area code is missing',
    'wrong wifi region',
    'wifi region mismatch',
    'detection area conflict',
    'motionAreaConflict',
    'not in different areas',
    'the device and software are not in different areas',
    'no area mismatch',
    'same area',
    'areas are the same',
    'the areas are not different',
    'areaMatch',
    'subareaction different',
    'reaction differs',
    'irregional mismatch',
    '\u0000\u001b[31m',
  ])('%j', (raw) => {
    expect(areasDiffer(raw)).toBe(false);
  });

  it('no text at all', () => {
    expect(areasDiffer(null)).toBe(false);
  });

  it('takes a hostile text quickly', () => {
    const startedAt = performance.now();
    for (const part of [
      'area and ',
      'different ',
      'not in the ',
      'areaof',
      'different of ',
      'no a ',
    ]) {
      expect(areasDiffer(part.repeat(10_000))).toBe(false);
    }
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
