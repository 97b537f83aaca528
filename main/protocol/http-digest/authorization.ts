import type { DigestOffer } from './choose.ts';

/** What the signer computed for one request. */
export interface DigestSignature {
  /** Lower-case hexadecimal. */
  readonly response: string;
  readonly cnonce: string;
  /** Uses of this nonce so far, this one included. */
  readonly count: number;
}

export interface DigestAnswer {
  readonly offer: DigestOffer;
  readonly user: string;
  /** Path and query exactly as on the request line. */
  readonly uri: string;
  readonly signature: DigestSignature;
}

/**
 * The value of `Authorization`: everything the server sent comes back exactly as it was written, `nc` is
 * eight hexadecimal digits, `algorithm` and `opaque` stand there only when the server named them, and
 * without qop neither `nc` nor `cnonce` does (RFC 2069), unless a session hash needs the cnonce.
 */
export function formatAuthorization({ offer, user, uri, signature }: DigestAnswer): string {
  const { response, cnonce, count } = signature;
  const parts = [
    `username="${quote(user)}"`,
    `realm="${offer.realm}"`,
    `nonce="${offer.nonce}"`,
    `uri="${uri}"`,
  ];
  if (offer.algorithmText !== null) parts.push(`algorithm=${offer.algorithmText}`);
  if (offer.hasQop) parts.push('qop=auth', `nc=${count.toString(16).padStart(8, '0')}`);
  if (offer.hasQop || offer.algorithm.endsWith('-sess')) parts.push(`cnonce="${cnonce}"`);
  parts.push(`response="${response}"`);
  if (offer.opaque !== null) parts.push(`opaque="${offer.opaque}"`);
  return `Digest ${parts.join(', ')}`;
}

function quote(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
