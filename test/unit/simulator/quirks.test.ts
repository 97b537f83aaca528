import { describe, expect, it } from 'vitest';
import { type Fault, type Quirk, quirks } from '../../../main/simulator/types.ts';
import {
  answer,
  bytes,
  device,
  element,
  elementNames,
  multicast,
  request,
  text,
  uuid,
} from './helpers.ts';

const plain = { model: 'DS-2CD2385G1-I', cloud: 'off', address: '192.168.1.7' } as const;
const withQuirk = (...list: Quirk[]): string => answer({ ...plain, quirks: list });
const without = withQuirk();

/** What each quirk looks like in the bytes. */
const signs: Readonly<Record<Quirk, (xml: string) => void>> = {
  flase: (xml) => {
    expect(element(xml, 'HCPlatformEnable')).toBe('flase');
    expect(element(xml, 'DeviceLock')).toBe('flase');
    expect(element(xml, 'DHCP')).toBe('false');
  },
  'mixed-case': (xml) => {
    expect(xml).toContain('<activated>true</activated>');
    expect(xml).toContain('<Dhcp>');
  },
  crlf: (xml) => expect(xml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/),
  'no-prolog': (xml) => expect(xml.startsWith('<ProbeMatch>')).toBe(true),
  'trailing-nul': (xml) => expect(bytes(xml).at(-1)).toBe(0),
  'unescaped-ampersand': (xml) => expect(xml).toContain('<OEMInfo>Rossi & Figli</OEMInfo>'),
  'upper-mac': (xml) => expect(element(xml, 'MAC')).toMatch(/^[0-9A-F]{2}(-[0-9A-F]{2}){5}$/),
  'colon-mac': (xml) => expect(element(xml, 'MAC')).toMatch(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/),
  'missing-fields': (xml) => {
    for (const name of ['IPv4Gateway', 'BootTime', 'Activated'])
      expect(elementNames(xml)).not.toContain(name);
  },
  oversize: (xml) => expect(bytes(xml).length).toBeGreaterThan(2500),
};

describe('quirks', () => {
  it.each(quirks)('%s shows, and only when asked for', (quirk) => {
    expect(withQuirk(quirk)).not.toBe(without);
    signs[quirk](withQuirk(quirk));
    expect(() => signs[quirk](without)).toThrow();
  });

  it('add up', () => {
    const xml = withQuirk('crlf', 'no-prolog', 'trailing-nul');
    expect(xml.startsWith('<ProbeMatch>\r\n')).toBe(true);
    expect(xml.endsWith('</ProbeMatch>\r\n\0')).toBe(true);
  });
});

describe('faults', () => {
  const faulty = (...faults: Fault[]) => device({ ...plain, quirks: [], replyDelayMs: 10, faults });
  const ask = (...faults: Fault[]) => faulty(...faults).receive(request(), multicast);

  it('duplicate: the same reply twice', () => {
    const [first, second, ...rest] = ask({ kind: 'duplicate' });
    expect(second?.data).toEqual(first?.data);
    expect(rest).toEqual([]);
  });

  it('late: seconds after', () => {
    const [reply] = ask({ kind: 'late' });
    expect(reply?.delayMs).toBeGreaterThanOrEqual(2010);
    expect(reply?.delayMs).toBeLessThanOrEqual(6010);
  });

  it('garbled: same length, no longer text', () => {
    const [reply] = ask({ kind: 'garbled' });
    expect(reply?.data).toHaveLength(bytes(without).length);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(reply?.data)).toThrow();
  });

  it('truncated: the end is missing', () => {
    const [reply] = ask({ kind: 'truncated' });
    expect(text(reply?.data)).not.toContain('</ProbeMatch>');
    expect(without.startsWith(text(reply?.data))).toBe(true);
  });

  it('foreign-uuid: a real one, not ours', () => {
    const other = element(text(ask({ kind: 'foreign-uuid' })[0]?.data), 'Uuid');
    expect(other).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}$/);
    expect(other).not.toBe(uuid);
  });

  it('deaf: silence', () => expect(ask({ kind: 'deaf' })).toEqual([]));

  it('strike as often as their share says', () => {
    const half = faulty({ kind: 'deaf', percent: 50 });
    const heard = Array.from({ length: 400 }, () => half.receive(request(), multicast).length);
    const answered = heard.filter((count) => count === 1).length;
    expect(answered).toBeGreaterThan(150);
    expect(answered).toBeLessThan(250);
  });
});
