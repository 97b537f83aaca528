import { randomBytes } from 'node:crypto';
import { DigestClient } from 'digest-fetch';
import type { HttpCredentials } from '../../ports/http-client.ts';
import { formatAuthorization } from '../../protocol/http-digest/authorization.ts';
import type { DigestOffer } from '../../protocol/http-digest/choose.ts';

export interface RequestLine {
  readonly method: string;
  /** Path and query exactly as they are sent. */
  readonly path: string;
}

/** The tail of what digest-fetch writes: its own values, nothing that came from a device or a person. */
const tail = /,response="([0-9a-f]+)",nc=(\d{8}),cnonce="([^"]+)"$/;

/** 128 bits; digest-fetch's own come from Math.random. */
const systemNonce = () => randomBytes(16).toString('hex');

/**
 * digest-fetch computes the response; what it reads out of a challenge and how it writes the answer are not
 * used, see `main/docs/adr/0012-http-digest.md`. One client for each request: a nonce is used once, `nc`
 * is 1.
 *
 * @returns the value of `Authorization`, one byte of UTF-8 per character as headers carry it
 */
export function signDigest(
  offer: DigestOffer,
  credentials: HttpCredentials,
  line: RequestLine & { readonly makeNonce?: () => string },
): string {
  const { user, password } = credentials;
  const client = new DigestClient(user, password, { algorithm: offer.algorithm });
  client.makeNonce = line.makeNonce ?? systemNonce;
  client.parseAuth(`Digest realm="", nonce=""${offer.hasQop ? ', qop="auth"' : ''}`);
  Object.assign(client.digest, {
    realm: offer.realmText,
    nonce: offer.nonce,
    opaque: null,
  });
  // It strips the first `//` it meets, so it gets one to strip.
  const signed: unknown = client.addAuth(`//-${line.path}`, { method: line.method });
  const [, response, count, cnonce] = tail.exec(authorizationOf(signed)) ?? [];
  if (response === undefined || cnonce === undefined) throw new TypeError('nothing was signed');
  const signature = { response, cnonce, count: Number(count) };
  return asBytes(formatAuthorization({ offer, user, uri: line.path, signature }));
}

/** The name and the password readable for everybody; the caller has seen to it that this may be. */
export function signBasic({ user, password }: HttpCredentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

function authorizationOf(signed: unknown): string {
  const isSigned = typeof signed === 'object' && signed !== null && 'headers' in signed;
  const headers = isSigned ? signed.headers : null;
  const hasHeader = typeof headers === 'object' && headers !== null && 'Authorization' in headers;
  return hasHeader ? String(headers.Authorization) : '';
}

function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
