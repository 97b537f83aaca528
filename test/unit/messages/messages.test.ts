import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import type { DeviceRef } from '../../../main/contract/job.ts';
import { ownerMessages, type RecoveryCase } from '../../../main/contract/recovery.ts';
import { locales } from '../../../main/contract/settings.ts';
import { type MessageOptions, makeMessage } from '../../../main/services/messages/messages.ts';

const serial = 'DS-2CD2143G2-I20240101AAWRE12345678';
const device: DeviceRef = {
  ...{ id: 'd1' as DeviceId, serial, shortSerial: '112345678', model: 'DS-2CD2143G2-I' },
  ...{ name: 'Gate', mac: '58:50:ed:00:00:01', address: '192.168.1.20' },
};
const until = Date.UTC(2026, 4, 5, 8, 30);

const options: MessageOptions = {
  device: (id) => (id === device.id ? device : undefined),
  recoveryCase: () =>
    ({
      ...{ device, fields: {} },
      deadlines: [
        { id: 'portal-request', at: until, warnAt: null, source: 'default', isOver: false },
      ],
    }) as unknown as RecoveryCase,
  portalHours: () => 24,
};

describe('messages for the owner', () => {
  const all = ownerMessages.flatMap((message) => locales.map((locale) => ({ message, locale })));

  test.each(all)('$message in $locale: steps, the device, no placeholder, codes', (input) => {
    const made = makeMessage(options, { ...input, device: device.id, installer: 'Rossi TVCC' });
    expect(made.text).toContain('1. ');
    expect(made.text).toContain('Rossi TVCC');
    expect(made.text).toContain('DS-2CD2143G2-I');
    expect(made.text).not.toMatch(/\{\{|\bundefined\b|\bnull\b/);
    expect(made.svg).toMatch(/^<svg /);
    for (const code of made.more) expect(code).toMatch(/^<svg /);
    // Neither name nor address nor MAC of the device leaves the site.
    for (const inner of ['Gate', '192.168.1.20', '58:50']) expect(made.text).not.toContain(inner);
  });

  test('the whole serial is told only where support needs it', () => {
    for (const message of ownerMessages) {
      const { text } = makeMessage(options, { message, locale: 'en', device: device.id });
      const isForSupport = message === 'forgot-account' || message === 'ask-support-again';
      expect([message, text.includes(serial)]).toEqual([message, isForSupport]);
      expect(text.includes('5678')).toBe(true);
    }
  });

  test('support is told the case number, and not to leave the account’s password alone', () => {
    const asked = { ...options.recoveryCase('c1'), fields: { 'case-number': 'HK-4711' } };
    const own: MessageOptions = { ...options, recoveryCase: () => asked };
    const input = { message: 'ask-support-again', locale: 'en', case: 'c1' } as const;
    const { text } = makeMessage(own, { ...input, installer: 'Rossi TVCC' });
    expect(text).toContain('Your case number: HK-4711.');
    expect(text).toContain('We are an installer: Rossi TVCC.');
    expect(text).not.toContain('password of your account');
  });

  test('languages differ in every message', () => {
    for (const message of ownerMessages) {
      const bodies = locales.map((locale) => makeMessage(options, { message, locale }).text);
      expect(new Set(bodies).size).toBe(locales.length);
    }
  });

  test('a running request names its end, else how long it holds', () => {
    const input = { message: 'portal-reset-again', locale: 'it' } as const;
    expect(makeMessage(options, { ...input, case: 'c1' }).text).toContain('5 maggio 2026');
    expect(makeMessage(options, input).text).toContain('24 ore');
  });

  test('what one code cannot hold is split into whole lines', () => {
    const long = makeMessage(options, { message: 'agree-portal-reset', locale: 'es', case: 'c1' });
    expect(long.more.length).toBeGreaterThan(0);
    // Version 20 with its white border: what a telephone reads from a screen.
    for (const svg of [long.svg, ...long.more]) {
      expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBeLessThanOrEqual(97 + 8);
    }
  });

  test('an unknown device is refused', () => {
    const id = 'nobody' as DeviceId;
    const input = { message: 'update-app', locale: 'en', device: id } as const;
    expect(() => makeMessage(options, input)).toThrow('device.not-found');
  });
});
