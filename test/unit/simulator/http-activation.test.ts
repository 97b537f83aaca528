import { describe, expect, it } from 'vitest';
import { systemCrypto } from '../../../main/adapters/node/crypto.ts';
import * as activation from '../../../main/protocol/isapi/activation.ts';
import { paths } from '../../../main/protocol/isapi/paths.ts';
import { decodeResponseStatus } from '../../../main/protocol/isapi/response-status.ts';
import { unpadPkcs1 } from '../../../main/protocol/sadp/rsa-unpad.ts';
import { createHttpSite, type HttpSite } from '../../helpers/http-site.ts';

const older = 'DS-2CD2385G1-I';
const newer = 'DS-2CD2143G2-I';
const password = 'First-Pass-26';
const wordOf = (text: string) => decodeResponseStatus(text)?.subCode;

/** The modulus stands in the last bytes but five: the exponent is 65537. */
const modulusOf = (der: Uint8Array, bits: number): Uint8Array => der.slice(-5 - bits / 8, -5);

function open(decrypt: (data: Uint8Array) => Uint8Array, challenge: Uint8Array): Uint8Array {
  const opened = unpadPkcs1(decrypt(challenge));
  if (!opened.ok) throw new Error('not opened');
  return opened.value;
}

const post = (site: HttpSite, path: string, body: string) =>
  site.text(path, { method: 'POST', body });

async function legacy(site: HttpSite, secret: string, bits: 1024 | 2048 = 1024): Promise<string> {
  const key = await systemCrypto.makeExchangeKey(bits);
  const body = activation.encodePublicKey(modulusOf(key.publicKeyDer, bits));
  const answer = await post(site, paths.challenge, body);
  const challenge = activation.decodeChallenge(answer);
  if (!challenge.ok) return wordOf(answer) ?? '';
  const plain = activation.legacyPlaintext(open(key.decryptRaw, challenge.value), secret);
  if (plain === null) throw new Error('no challenge');
  const cipher = systemCrypto.aesEcb(plain.key, plain.plaintext);
  return wordOf(await site.put(paths.activate, activation.encodeActivateInfo(cipher))) ?? '';
}

async function third(site: HttpSite, secret: string): Promise<string> {
  const key = await systemCrypto.makeExchangeKey(3072);
  const body = activation.encodePublicKeyV3(modulusOf(key.publicKeyDer, 3072));
  const answer = await post(site, paths.challengeV3, body);
  const challenge = activation.decodeChallengeV3(answer);
  if (!challenge.ok) return wordOf(answer) ?? '';
  const plain = activation.plaintextV3(open(key.decryptRaw, challenge.value), secret);
  if (plain === null) throw new Error('no challenge');
  const iv = new Uint8Array(16).fill(7);
  const cipher = systemCrypto.aesCbc(plain.key, iv, plain.plaintext);
  return wordOf(await post(site, paths.activateV3, activation.encodeActivateV3(cipher, iv))) ?? '';
}

describe('activation over HTTP', () => {
  it.each([
    ['the older way', older, legacy],
    ['the newer way', newer, third],
  ] as const)(
    '%s',
    async (_name, model, activate) => {
      const site = createHttpSite({ model, isActivated: false });
      expect(await activate(site, 'password')).toMatch(/^(userPwdLenUnder8|riskPassword)$/);
      expect(site.device().state.isActivated).toBe(false);
      expect(await activate(site, password)).toBe('ok');
      expect(site.device().hasPassword(password)).toBe(true);
      expect(await site.text('/SDK/activateStatus')).toContain('<Activated>true');
      const credentials = { user: 'admin', password };
      expect(await site.ask(paths.deviceInfo, { credentials })).toMatchObject({ status: 200 });
      expect(await activate(site, 'Second-Pass-26')).toBe('hasActivated');
    },
    30_000,
  );

  it('takes 16 characters, whose padding fills a block of its own', async () => {
    for (const [model, activate] of [
      [older, legacy],
      [newer, third],
    ] as const) {
      const site = createHttpSite({ model, isActivated: false });
      expect(await activate(site, 'Sixteen-Letters1')).toBe('ok');
      expect(site.device().hasPassword('Sixteen-Letters1')).toBe(true);
    }
  }, 30_000);

  it('each line refuses the way of the other', async () => {
    const fresh = createHttpSite({ model: newer, isActivated: false });
    expect(await legacy(fresh, password)).toBe('notSupport');
    expect(wordOf(await fresh.put(paths.activate, '<ActivateInfo/>'))).toBe('badParameters');
    const old = createHttpSite({ model: older, isActivated: false });
    expect(await third(old, password)).toBe('notSupport');
  }, 30_000);

  it('a key of another length, rubbish, and a challenge used twice come to nothing', async () => {
    const site = createHttpSite({ model: newer, isActivated: false });
    const short = JSON.stringify({ publicKey: btoa('c5'.repeat(256)) });
    expect(wordOf(await post(site, paths.challengeV3, short))).toBe('Invalid JSON Content');
    expect(wordOf(await post(site, paths.challengeV3, '{'))).toBe('Invalid JSON Content');
    const start = JSON.stringify({ password: btoa('00'.repeat(32)), iv: '00'.repeat(16) });
    expect(wordOf(await post(site, paths.activateV3, start))).toBe('badParameters');
    const long = JSON.stringify({ publicKey: btoa('c5'.repeat(384)) });
    expect(await post(site, paths.challengeV3, long)).toContain('challenge');
    expect(wordOf(await post(site, paths.activateV3, start))).toBe('passwordDecodeError');
    expect(wordOf(await post(site, paths.activateV3, start))).toBe('badParameters');
    expect(site.device().state.isActivated).toBe(false);
  });
});
