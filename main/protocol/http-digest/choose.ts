import type { Challenge } from './challenge.ts';

/** Spelled as in RFC 7616, and as the signer knows them. */
export type DigestAlgorithm = 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess';

/** A digest challenge that can be answered. Values are as the server wrote them between the quotes. */
export interface DigestOffer {
  readonly kind: 'digest';
  readonly algorithm: DigestAlgorithm;
  /** What to echo; `null` when the server named none, and then the answer must not name one either. */
  readonly algorithmText: string | null;
  readonly realm: string;
  /** The realm with its escapes resolved: what is hashed. */
  readonly realmText: string;
  readonly nonce: string;
  readonly opaque: string | null;
  /** `false`: RFC 2069, an answer without qop, nc and cnonce. */
  readonly hasQop: boolean;
  /** The password was right as far as the server knows, only the nonce was too old. */
  readonly isStale: boolean;
}

export type LoginOffer =
  | DigestOffer
  /** The password would go out readable: only over TLS, or with somebody's consent. */
  | { readonly kind: 'basic'; readonly realmText: string }
  /** Nothing here can be answered; `schemes` for a message, as offered, at most eight. */
  | { readonly kind: 'none'; readonly schemes: readonly string[] };

/** Strongest first. SHA-512-256 and auth-int are not among what devices of the family send. */
const algorithms: readonly DigestAlgorithm[] = ['SHA-256', 'SHA-256-sess', 'MD5', 'MD5-sess'];

/**
 * Picks what to answer: the strongest digest; among equal hashes one with qop, then the one without a
 * session, then the first. Basic only when no digest is offered at all, usable or not: a server that knows
 * digest has no need to see the password.
 */
export function chooseOffer(challenges: readonly Challenge[]): LoginOffer {
  const offers = challenges.map(readDigest).filter((offer) => offer !== null);
  const [best] = offers.sort((left, right) => rank(left) - rank(right));
  if (best !== undefined) return best;
  const basic = challenges.find(({ scheme }) => scheme === 'basic');
  if (basic !== undefined && !challenges.some(({ scheme }) => scheme === 'digest')) {
    return { kind: 'basic', realmText: basic.values.get('realm') ?? '' };
  }
  const schemes = [...new Set(challenges.map(({ scheme }) => scheme))].slice(0, 8);
  return { kind: 'none', schemes };
}

function rank(offer: DigestOffer): number {
  const isWeak = offer.algorithm.startsWith('MD5');
  const isSession = offer.algorithm.endsWith('-sess');
  return (isWeak ? 4 : 0) + (offer.hasQop ? 0 : 2) + (isSession ? 1 : 0);
}

/** `null` for anything but a digest challenge that can be answered. */
export function readDigest(challenge: Challenge): DigestOffer | null {
  const { scheme, raw, values, isAmbiguous } = challenge;
  const realm = raw.get('realm');
  const nonce = raw.get('nonce');
  if (scheme !== 'digest' || isAmbiguous || realm === undefined || !nonce) return null;
  const algorithmText = values.get('algorithm')?.trim() || null;
  const wanted = (algorithmText ?? 'MD5').toLowerCase();
  const algorithm = algorithms.find((name) => name.toLowerCase() === wanted);
  const qops = readQops(values.get('qop'));
  if (algorithm === undefined || qops === 'unusable') return null;
  return {
    kind: 'digest',
    ...{ algorithm, algorithmText, realm, nonce },
    realmText: values.get('realm') ?? '',
    opaque: raw.get('opaque') ?? null,
    hasQop: qops === 'auth',
    isStale: values.get('stale')?.trim().toLowerCase() === 'true',
  };
}

/** An empty list counts as none: recorders send `opaque=""` and the like for "not set". */
function readQops(text: string | undefined): 'auth' | 'none' | 'unusable' {
  const qops = (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((qop) => qop !== '');
  if (qops.length === 0) return 'none';
  return qops.includes('auth') ? 'auth' : 'unusable';
}
