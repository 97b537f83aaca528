import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBasic, signDigest } from '../../../main/adapters/node/http-client-sign.ts';
import { parseChallenges } from '../../../main/protocol/http-digest/challenge.ts';
import type { DigestOffer } from '../../../main/protocol/http-digest/choose.ts';
import { chooseOffer } from '../../../main/protocol/http-digest/choose.ts';

function offerOf(...headers: readonly string[]): DigestOffer {
  const offer = chooseOffer(parseChallenges(headers));
  if (offer.kind !== 'digest') throw new Error('no digest in it');
  return offer;
}
const field = (header: string, name: string) =>
  new RegExp(`[ ,]${name}="?([^",]*)`).exec(header)?.[1];

describe('the example of RFC 7616', () => {
  const credentials = { user: 'Mufasa', password: 'Circle of Life' };
  const line = {
    method: 'GET',
    path: '/dir/index.html',
    makeNonce: () => 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  };
  const challenge = (algorithm: string) =>
    `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;

  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('%s', (algorithm, response) => {
    expect(signDigest(offerOf(challenge(algorithm)), credentials, line)).toBe(
      `Digest username="Mufasa", realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", uri="/dir/index.html", algorithm=${algorithm}, qop=auth, nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", response="${response}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`,
    );
  });
});

describe('the answer', () => {
  it('of RFC 2617, and of RFC 2069 without qop', () => {
    const line = {
      method: 'GET',
      path: '/dir/index.html',
      makeNonce: () => '0a4f113b',
    };
    const challenge =
      'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"';
    const credentials = { user: 'Mufasa', password: 'Circle Of Life' };
    const header = signDigest(offerOf(`${challenge}, qop="auth,auth-int"`), credentials, line);
    expect(field(header, 'response')).toBe('6629fae49393a05397450978507c4ef1');
    const old = signDigest(offerOf(challenge), credentials, line);
    expect(old).toBe(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", response="670fd8c2df070c60b045671b8b24ff02"',
    );
  });

  it('names neither algorithm nor opaque when the device did not', () => {
    const header = signDigest(
      offerOf('Digest qop="auth", realm="IP Camera(E1518)", nonce="4d54", stale="FALSE"'),
      { user: 'admin', password: 'x' },
      { method: 'GET', path: '/' },
    );
    expect(header).not.toMatch(/algorithm|opaque|domain|stale/);
    expect(header).toMatch(
      /qop=auth, nc=00000001, cnonce="[0-9a-f]{32}", response="[0-9a-f]{32}"$/,
    );
  });

  it('has a cnonce of its own each time', () => {
    const offer = offerOf('Digest realm="r", nonce="n", qop="auth"');
    const one = () =>
      field(
        signDigest(offer, { user: 'a', password: 'b' }, { method: 'GET', path: '/' }),
        'cnonce',
      );
    expect(new Set(Array.from({ length: 50 }, one)).size).toBe(50);
  });

  it('is right for any realm, nonce, name, password and path', () => {
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 });
    const text = printable.map((value) => value.replace(/[\p{Cc}\p{Cs}]/gu, '.'));
    const name = text.map((value) => value.replaceAll(':', '.'));
    const path = fc.webQueryParameters().map((query) => `/a//b?u=http://c//d&${query}`);
    const quote = (value: string) => value.replace(/["\\]/g, '\\$&');
    fc.assert(
      fc.property(text, text, name, text, path, (realm, nonce, user, password, uri) => {
        const header = `Digest realm="${quote(realm)}", nonce="${quote(nonce)}", qop="auth", algorithm=SHA-256`;
        const signed = signDigest(
          offerOf(header),
          { user, password },
          { method: 'PUT', path: uri },
        );
        const plain = Buffer.from(signed, 'latin1').toString('utf8');
        const ha1 = hash(`${user}:${realm}:${password}`);
        const cnonce = field(plain.slice(plain.lastIndexOf(', qop=auth')), 'cnonce') ?? '';
        const tail = `${quote(nonce)}:00000001:${cnonce}:auth:${hash(`PUT:${uri}`)}`;
        expect(plain).toContain(`username="${quote(user)}", realm="${quote(realm)}"`);
        expect(plain).toContain(`, uri="${uri}", algorithm=SHA-256, qop=auth`);
        expect(plain).toContain(`, response="${hash(`${ha1}:${tail}`)}"`);
      }),
    );
  });

  it('of Basic is UTF-8', () => {
    const header = signBasic({ user: 'admin', password: 'pä€:' });
    expect(Buffer.from(header.slice(6), 'base64').toString('utf8')).toBe('admin:pä€:');
  });
});
