import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemRandom as random } from '../../../main/adapters/node/random.ts';
import { systemVaultCrypto as crypto } from '../../../main/adapters/node/vault-crypto.ts';
import { makeDataKey, packKey, unpackKey } from '../../../main/vault/data-key.ts';
import { decodePayload, encodePayload, type Payload } from '../../../main/vault/payload.ts';
import { type Draft, openRow, sealRow } from '../../../main/vault/sealer.ts';
import { flipBit } from './rig.ts';

const key = makeDataKey(random);
const tools = { crypto, random, key };
const text = fc.string({ unit: 'binary' });
const payloads: fc.Arbitrary<Payload> = fc.oneof(
  fc.record({
    kind: fc.constant('login' as const),
    userName: text,
    password: text,
    label: fc.option(text),
  }),
  fc.record({ kind: fc.constant('member' as const), group: text }),
);
const draft: Draft = {
  id: 'r1',
  scope: 'device',
  subject: 'sn:A',
  state: 'current',
  createdAt: 1,
  changedAt: 2,
  provenAt: null,
};
const login: Payload = { kind: 'login', userName: 'admin', password: 'Abcd1234!', label: null };

describe('the key in its parcel', () => {
  test('comes back as it was', () => {
    expect(unpackKey(crypto, packKey(crypto, key))).toEqual(key);
  });

  test('tells by itself of every flipped bit and every cut', () => {
    const parcel = packKey(crypto, key);
    for (let bit = 0; bit < parcel.length * 8; bit += 1) {
      expect([bit, unpackKey(crypto, flipBit(parcel, bit))]).toEqual([bit, null]);
    }
    for (let length = 0; length < parcel.length; length += 1) {
      expect(unpackKey(crypto, parcel.subarray(0, length))).toBeNull();
    }
  });
});

describe('a payload', () => {
  test('survives as bytes', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        // A lone surrogate has no UTF-8; JSON writes it as an escape.
        expect(decodePayload(encodePayload(payload))).toEqual(payload);
      }),
    );
  });

  test('does not tell by its size how long the password is', () => {
    const sizes = [8, 9, 12, 16].map(
      (length) => encodePayload({ ...login, password: 'x'.repeat(length) }).length,
    );
    expect(new Set(sizes).size).toBe(1);
  });

  test.each(['', '[]', 'null', '{"kind":"login"}', '{"kind":"member","group":1}', '{"kind":"x"}'])(
    'is not made of %j',
    (json) => {
      expect(decodePayload(new TextEncoder().encode(json))).toBeNull();
    },
  );
});

describe('a sealed row', () => {
  test('opens to what was sealed', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const row = sealRow(tools, draft, payload);
        expect(openRow(tools, row)).toEqual({ ok: true, payload });
      }),
    );
  });

  test('has a nonce of its own each time', () => {
    const nonces = Array.from({ length: 500 }, () =>
      Buffer.from(sealRow(tools, draft, login).nonce).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(500);
  });

  test('does not open when anything beside it was changed', () => {
    const row = sealRow(tools, draft, login);
    const changes = [
      { id: 'r2' },
      { scope: 'site' },
      { subject: 'sn:B' },
      { state: 'pending' },
      { createdAt: 0 },
      { changedAt: 3 },
      { provenAt: 0 },
      { nonce: row.nonce.subarray(0, 11) },
      { sealed: row.sealed.subarray(0, 15) },
      { sealed: new Uint8Array() },
    ];
    for (const change of changes) {
      expect([change, openRow(tools, { ...row, ...change })]).toEqual([
        change,
        { ok: false, why: 'changed' },
      ]);
    }
    for (const change of [{ keyVersion: 2 }, { keyId: 'f'.repeat(32) }]) {
      expect(openRow(tools, { ...row, ...change })).toEqual({ ok: false, why: 'other-key' });
    }
  });
});
