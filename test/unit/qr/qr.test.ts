import { encode } from 'uqr';
import { beforeEach, describe, expect, test } from 'vitest';
import { type DeviceId, deviceId } from '../../../main/contract/device.ts';
import { AppError } from '../../../main/contract/errors.ts';
import { locales } from '../../../main/contract/settings.ts';
import { Registry } from '../../../main/domain/registry.ts';
import type { AccountPassword } from '../../../main/ports/vault.ts';
import type { CodedDevice } from '../../../main/services/qr/content.ts';
import { drawCode } from '../../../main/services/qr/draw.ts';
import { Qr } from '../../../main/services/qr/qr.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { boxOf, codeOf, crypto, passphrase, random } from './rig.ts';

const usual = { layout: 'label', hasLogin: false, locale: 'en' } as const;

let registry: Registry;
let ids: DeviceId[];
let saved: Map<DeviceId, AccountPassword>;
let added: CodedDevice[];
let isLocked: boolean;
let qr: Qr;

beforeEach(() => {
  let made = 0;
  registry = new Registry({
    newId: () => {
      made += 1;
      return `d${made}`;
    },
  });
  const clock = createFakeClock();
  ids = Array.from({ length: 40 }, (_, index) => {
    const outcome = registry.see(
      {
        ...{ source: 'sadp', adapter: 'eth0', at: clock.now(), fromAddress: null },
        facts: {
          serial: `DS-2CD2143G2-I20220310AAWRG5550${1000 + index}`,
          model: 'DS-2CD2143G2-I',
          mac: `44:47:cc:00:00:${index.toString(16).padStart(2, '0')}`,
          ipv4Address: `192.168.1.${100 + index}`,
        },
      },
      'site-1',
    );
    if (outcome.kind !== 'merged') throw new Error(outcome.why);
    return outcome.id;
  });
  registry.edit(ids[0] as DeviceId, { name: '<b>Gate</b> & "co"' }, clock.now());
  saved = new Map([[ids[0] as DeviceId, { userName: 'ann', password: 'Gate#2026x' }]]);
  added = [];
  isLocked = false;
  const checkVault = (): void => {
    if (isLocked) throw new AppError('vault.locked', {});
  };
  const records = () => ids.flatMap((id) => registry.record(id) ?? []);
  qr = new Qr({
    ...{ clock, random, crypto, boxOf, records, checkVault },
    record: (id) => registry.record(id),
    siteName: () => 'Hotel <Aurora>',
    door: (device) => ({ host: device.nics[0]?.address ?? '', port: 80, isTls: false }),
    userName: () => 'admin',
    login: async (id) => {
      checkVault();
      return saved.get(id) ?? null;
    },
    add: async (device, existing) => {
      added.push(device);
      return device.host === null ? existing : (existing ?? deviceId.parse('new'));
    },
    save: async (id, login) => {
      saved.set(id, login);
    },
  });
});

describe('making', () => {
  test('needs a passphrase or the word', async () => {
    expect(await codeOf(() => qr.make({ ...usual, ids }))).toBe('qr.needs-consent');
    expect(await codeOf(() => qr.make({ ...usual, ids, passphrase: 'short' }))).toBe(
      'vault.passphrase-short',
    );
    expect(await codeOf(() => qr.make({ ...usual, ids: [deviceId.parse('x')], passphrase }))).toBe(
      'device.not-found',
    );
  });

  test('labels: one code a device, and what is read is what was put in', async () => {
    const { codes, fileName } = await qr.make({ ...usual, ids: ids.slice(0, 3), passphrase });
    expect(codes.map(({ devices }) => devices.map(({ id }) => id))).toEqual(
      ids.slice(0, 3).map((id) => [id]),
    );
    expect(fileName).toMatch(/^untether-qr-\d{4}-\d\d-\d\d\.html$/);
    const read = await qr.read({ text: codes[1]?.text ?? '', passphrase });
    expect(read).toEqual({
      kind: 'ours',
      devices: [
        {
          ...{ name: null, serial: 'DS-2CD2143G2-I20220310AAWRG55501001' },
          ...{ model: 'DS-2CD2143G2-I', host: '192.168.1.101', httpPort: 80, isTls: false },
          ...{ userName: 'admin', hasPassword: false },
          existing: expect.objectContaining({ id: ids[1] }),
        },
      ],
    });
  });

  test('a site: few codes, every device once, each small enough for paper', async () => {
    for (const more of [{ passphrase }, { acceptPlain: 'PLAIN' } as const]) {
      const { codes, sheet } = await qr.make({ ...usual, ids, layout: 'site', ...more });
      expect(codes.length).toBeGreaterThan(1);
      expect(codes.length).toBeLessThan(ids.length / 3);
      expect(codes.flatMap(({ devices }) => devices.map(({ id }) => id))).toEqual(ids);
      for (const { text } of codes) {
        expect(encode(text, { ecc: 'M' }).version).toBeLessThanOrEqual(20);
      }
      expect(sheet).toContain(`Code 1 of ${codes.length}`);
    }
  });

  test('a label whose code is dense is printed larger', async () => {
    const make = async () => {
      const { sheet } = await qr.make({ ...usual, ids: ids.slice(0, 1), passphrase });
      return sheet;
    };
    expect(await make()).not.toContain('class="label dense"');
    registry.edit(ids[0] as DeviceId, { name: 'ñandú '.repeat(120) }, 1);
    expect(await make()).toContain('class="label dense"');
  });

  test('logins only where they are asked for', async () => {
    const plain = { ...usual, acceptPlain: 'PLAIN', ids: ids.slice(0, 2) } as const;
    const without = await qr.make(plain);
    expect(JSON.stringify(without)).not.toContain('Gate#2026x');
    const withLogin = await qr.make({ ...plain, hasLogin: true });
    expect(withLogin.codes[0]?.text).toContain('"password":"Gate#2026x"');
    expect(withLogin.codes[1]?.text).not.toContain('password');
    // What is printed beside a code is read by everybody.
    expect(withLogin.sheet).not.toContain('Gate#2026x');
    isLocked = true;
    expect(await codeOf(() => qr.make({ ...plain, hasLogin: true }))).toBe('vault.locked');
  });

  test.each(locales)(
    'the sheet in %s has no script, and names cannot become markup',
    async (locale) => {
      const { sheet } = await qr.make({ ...usual, ids: ids.slice(0, 2), passphrase, locale });
      expect(sheet).not.toMatch(/<script|onload|javascript:|<img|href|src=/i);
      expect(sheet).toContain('&lt;b&gt;Gate&lt;/b&gt; &amp; &quot;co&quot;');
      expect(sheet).toContain('Hotel &lt;Aurora&gt;');
      expect(sheet).toContain('DS-2CD2143G2-I20220310AAWRG55501000');
      expect(sheet).toContain('192.168.1.100');
      expect(sheet).toContain(`<html lang="${locale}">`);
    },
  );

  test('a name that is too long is an error, not half a code', async () => {
    registry.edit(ids[0] as DeviceId, { name: 'x'.repeat(3000) }, 1);
    expect(await codeOf(() => qr.make({ ...usual, ids: ids.slice(0, 1), passphrase }))).toBe(
      'qr.too-long',
    );
  });
});

describe('reading', () => {
  test('a label finds the device by the short serial, without its code', async () => {
    const text = 'brand\r\nG55501004\r\nABCDEF\r\nDS-2CD2143G2-I';
    const read = await qr.read({ text });
    expect(read.kind).toBe('label');
    expect(read.devices[0]?.existing?.id).toBe(ids[4]);
    expect(JSON.stringify(read)).not.toContain('ABCDEF');
  });

  test('the vendor’s export is told and not opened', async () => {
    expect(await qr.read({ text: 'QRC03010003eJwrSS0uAQ' })).toEqual({
      kind: 'vendor-export',
      devices: [],
    });
  });
});

describe('adding', () => {
  test('puts passwords into the vault and gives none out', async () => {
    const { codes } = await qr.make({
      ...{ ...usual, ids: ids.slice(0, 2), layout: 'site', passphrase, hasLogin: true },
    });
    saved.clear();
    const text = codes[0]?.text ?? '';
    expect(JSON.stringify(await qr.read({ text, passphrase }))).not.toContain('Gate#2026x');
    const answer = await qr.add({ text, passphrase });
    expect(answer).toEqual({ ids: ids.slice(0, 2), passwords: 1, without: 0 });
    expect(saved.get(ids[0] as DeviceId)).toEqual({ userName: 'ann', password: 'Gate#2026x' });
  });

  test('adds nothing when the vault cannot take the passwords', async () => {
    const { codes } = await qr.make({
      ...{ ...usual, ids: ids.slice(0, 1), passphrase, hasLogin: true },
    });
    isLocked = true;
    const text = codes[0]?.text ?? '';
    expect(await codeOf(() => qr.add({ text, passphrase }))).toBe('vault.locked');
    expect(added).toEqual([]);
  });

  test('tells what has no address, and refuses when that is all', async () => {
    const far = { serial: 'DS-7616NI-Q20000000000AARR999999999WCVU' };
    const near = { serial: 'DS-7616NI-Q20000000000AARR888888888WCVU', host: '192.168.1.9' };
    const text = (devices: unknown) => `UNTETHER0:${JSON.stringify({ devices })}`;
    expect(await qr.add({ text: text([far, near]) })).toEqual({
      ...{ ids: ['new'], passwords: 0, without: 1 },
    });
    expect(await codeOf(() => qr.add({ text: text([far]) }))).toBe('qr.nothing-to-add');
  });
});

test('a drawing has exactly the dark squares of the code, with white around', () => {
  const text = 'UNTETHER1:ABC 123';
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const path = /d="([^"]*)"/.exec(drawCode(text))?.[1] ?? '';
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) {
      const row = drawn[Number(y)] ?? [];
      row[Number(x) + step] = true;
    }
  }
  expect(drawn).toEqual(data);
  expect(data.slice(0, 4).flat().some(Boolean)).toBe(false);
  expect(data.flat().filter(Boolean).length).toBeGreaterThan(100);
});
