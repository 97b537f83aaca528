import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSealKey } from '../../../main/services/lib/sealed.ts';
import { fromBase45, toBase45 } from '../../../main/services/qr/base45.ts';
import {
  kindOfCode,
  openCodes,
  readLabel,
  writePlainCode,
  writeSealedCode,
} from '../../../main/services/qr/code-text.ts';
import { packDevices, unpackDevices } from '../../../main/services/qr/content.ts';
import { splitByLength } from '../../../main/services/qr/split.ts';
import {
  anyDevice,
  boxOf,
  codeOf,
  crypto,
  gate,
  open,
  passphrase,
  random,
  sealedCode,
} from './rig.ts';

describe('base45', () => {
  test('is that of the standard', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(toBase45(bytes('AB'))).toBe('BB8');
    expect(toBase45(bytes('Hello!!'))).toBe('%69 VD92EX0');
    expect(toBase45(bytes('base-45'))).toBe('UJCLQE7W581');
    expect(fromBase45('QED8WEX0')).toEqual(bytes('ietf!'));
    for (const bad of ['GGW', ':::', 'A', 'ab', '::']) expect(fromBase45(bad)).toBeNull();
  });

  test('brings any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('devices as bytes', () => {
  test('come back, however many and whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(anyDevice, { maxLength: 8 }), (devices) => {
        expect(unpackDevices(packDevices(devices))).toEqual(devices);
      }),
    );
  });

  test('anything else is none, or makes the same bytes again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const devices = unpackDevices(bytes);
        if (devices !== null) expect(unpackDevices(packDevices(devices))).toEqual(devices);
      }),
    );
    expect(unpackDevices(packDevices([gate]).slice(0, -1))).toBeNull();
  });
});

describe('a sealed code', () => {
  test('opens with its passphrase only, and shows nothing before', async () => {
    const text = await sealedCode([gate]);
    expect(text).toMatch(/^UNTETHER1:[0-9A-Z $%*+\-./:]+$/);
    expect(await openCodes(open(), text)).toEqual([gate]);
    expect(await codeOf(() => openCodes(open('another phrase'), text))).toBe('qr.not-opened');
    expect(await codeOf(() => openCodes(null, text))).toBe('qr.needs-passphrase');
    const bytes = fromBase45(text.slice('UNTETHER1:'.length)) ?? new Uint8Array();
    const seen = new TextDecoder('latin1').decode(bytes);
    for (const secret of ['Gate#2026x', 'admin', '192.168.1.64', 'DS-2CD']) {
      expect(seen).not.toContain(secret);
      // The search itself finds what is there.
      expect(JSON.stringify(gate)).toContain(secret);
    }
  });

  test('brings any devices back', async () => {
    const key = await makeSealKey(random, boxOf(passphrase));
    await fc.assert(
      fc.asyncProperty(fc.array(anyDevice, { minLength: 1, maxLength: 4 }), async (devices) => {
        const text = writeSealedCode({ crypto, random, key }, devices);
        expect(await openCodes(open(), text)).toEqual(devices);
      }),
      { numRuns: 40 },
    );
  });

  test('several of one sheet are one text', async () => {
    const key = await makeSealKey(random, boxOf(passphrase));
    const other = { ...gate, name: 'Ätrium', password: null };
    const lines = [[gate], [other]].map((each) => writeSealedCode({ crypto, random, key }, each));
    expect(await openCodes(open(), lines.join('\r\n'))).toEqual([gate, other]);
  });

  test('never opens when one letter is another', async () => {
    const text = await sealedCode([gate]);
    const start = 'UNTETHER1:'.length;
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    const known = ['qr.damaged', 'qr.not-opened'];
    let tried = 0;
    for (let at = start; at < text.length; at += 1) {
      const other = letters[(letters.indexOf(text[at] ?? '') + 1 + (at % 43)) % 45] ?? '0';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      if (changed.trim() === text) continue;
      expect(known).toContain(await codeOf(() => openCodes(open(), changed)));
      tried += 1;
    }
    expect(tried).toBeGreaterThan(200);
    for (const cut of [start, start + 3, text.length - 3, text.length - 40]) {
      expect(known).toContain(await codeOf(() => openCodes(open(), text.slice(0, cut))));
    }
  });

  test('of a newer form says so', async () => {
    expect(await codeOf(() => openCodes(open(), 'UNTETHER2:ABC'))).toBe('qr.newer');
  });
});

test('a readable code is JSON, without what is not known', async () => {
  const text = writePlainCode([{ ...gate, password: null, userName: null }]);
  expect(text).toBe(
    `UNTETHER0:{"devices":[{"name":"Cancello est","serial":"${gate.serial}","model":"DS-2CD2143G2-I","host":"192.168.1.64","httpPort":80}]}`,
  );
  expect(await openCodes(null, text)).toEqual([{ ...gate, password: null, userName: null }]);
  expect(await codeOf(() => openCodes(null, 'UNTETHER0:{"devices":[7]}'))).toBe('qr.damaged');
  expect(await codeOf(() => openCodes(null, 'UNTETHER0:nonsense'))).toBe('qr.damaged');
  expect(await codeOf(() => openCodes(null, 'https-something else'))).toBe('qr.not-ours');
});

describe('codes of others', () => {
  test.each(['\n', '\r', '\r\n', '\n\r'])('a label with any line break is recognised', (line) => {
    const text = ['brand', 'G55500001', 'ABCDEF', 'DS-2CD2143G2-I', ''].join(line);
    expect(kindOfCode(text)).toBe('label');
    expect(readLabel(text)).toEqual({ shortSerial: 'G55500001', model: 'DS-2CD2143G2-I' });
  });

  test('a label without a code, and the serial alone', () => {
    expect(readLabel('brand\nG55500001\n\nDS-7616NI-Q2')).toEqual({
      shortSerial: 'G55500001',
      model: 'DS-7616NI-Q2',
    });
    expect(readLabel('G55500001')).toEqual({ shortSerial: 'G55500001', model: null });
    expect(readLabel('555000012')).toEqual({ shortSerial: '555000012', model: null });
  });

  test('an app’s export is recognised and not opened', async () => {
    const text = 'QRC03010003eJwrSS0uAQAEXQHB';
    expect(kindOfCode(text)).toBe('vendor-export');
    expect(await codeOf(() => openCodes(open(), text))).toBe('qr.not-ours');
  });

  test('anything else is something else', () => {
    for (const text of [
      '',
      'WIFI:S:net;;',
      'hello world',
      'short\nline',
      'UNTETHER',
      'abcdefghi',
    ]) {
      expect(kindOfCode(text)).toBe('other');
    }
  });
});

test('a split fills groups in order and loses nothing', () => {
  const lengthOf = (group: readonly number[]) => group.reduce((sum, each) => sum + each, 0);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (items) => {
      const groups = splitByLength(items, { limit: 20, lengthOf });
      expect(groups.flat()).toEqual(items);
      for (const [index, group] of groups.entries()) {
        expect(group.length === 1 || lengthOf(group) <= 20).toBe(true);
        const next = groups[index + 1]?.[0];
        if (next !== undefined) expect(lengthOf([...group, next])).toBeGreaterThan(20);
      }
    }),
  );
});
