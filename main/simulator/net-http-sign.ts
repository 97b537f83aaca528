import type { HttpCredentials } from '../ports/http-client.ts';
import { formatAuthorization } from '../protocol/http-digest/authorization.ts';
import type { DigestOffer } from '../protocol/http-digest/choose.ts';
import { toBase64 } from './base64.ts';
import { hexDigest } from './device-crypto.ts';

interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly cnonce: string;
}

/** The client's side of RFC 7616 for the memory network; Node's own client has a library for it. */
export function signDigest(
  { algorithm, realmText, nonce, hasQop, ...offer }: DigestOffer,
  { user, password }: HttpCredentials,
  { method, path, cnonce }: RequestLine,
): string {
  const hash = (text: string): string =>
    hexDigest(algorithm.startsWith('SHA-256') ? 'sha256' : 'md5', text);
  const plain = hash(`${user}:${realmText}:${password}`);
  const ha1 = algorithm.endsWith('-sess') ? hash(`${plain}:${nonce}:${cnonce}`) : plain;
  const ha2 = hash(`${method}:${path}`);
  const use = hasQop ? `${nonce}:00000001:${cnonce}:auth` : nonce;
  return formatAuthorization({
    offer: { ...offer, algorithm, realmText, nonce, hasQop },
    user,
    uri: path,
    signature: { response: hash(`${ha1}:${use}:${ha2}`), cnonce, count: 1 },
  });
}

export function signBasic({ user, password }: HttpCredentials): string {
  return `Basic ${toBase64(new TextEncoder().encode(`${user}:${password}`))}`;
}
