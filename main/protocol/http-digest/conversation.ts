import {
  type LoginTold,
  nothingTold,
  readLockHint,
  readLoginAnswer,
} from '../isapi/login-answer.ts';
import { decodeText } from '../text.ts';
import { parseChallenges } from './challenge.ts';
import { chooseOffer, type DigestOffer } from './choose.ts';

/** Every JavaScript runtime has it; the pure projects see neither Node's types nor the DOM's. */
declare const URL: {
  new (text: string, base: string): { readonly hostname: string };
  canParse(text: string, base: string): boolean;
};

interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What the steps of a login need to know about a request; a request of the HTTP port fits it. */
export interface ConversationRequest {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly path: string;
  readonly credentials?: Credentials;
  readonly isBasicAllowed?: boolean;
  readonly mayTry?: (told: LoginTold) => boolean;
}

/** One HTTP answer, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Each `WWW-Authenticate` by itself: joined they cannot be told apart. */
  readonly challenges: readonly string[];
  readonly body: Uint8Array;
}

/** The carrier of a conversation: what sends, and what signs. */
export interface Conversation<Failure extends { readonly kind: string }> {
  readonly request: ConversationRequest;
  /** Sends the request, with this value of `Authorization` or without any. */
  readonly send: (authorization: string | null) => Promise<HttpAnswer | Failure>;
  readonly sign: (offer: DigestOffer, credentials: Credentials) => string;
  readonly signBasic: (credentials: Credentials) => string;
}

/** What a conversation came to; the kinds of the HTTP port apart from those of the carrier. */
export type ConversationOutcome =
  | {
      readonly kind: 'ok';
      readonly status: number;
      readonly headers: ReadonlyMap<string, string>;
      readonly body: Uint8Array;
    }
  | {
      readonly kind: 'needs-login';
      readonly told: LoginTold;
      readonly schemes: readonly string[];
    }
  | { readonly kind: 'wrong-password' | 'locked' | 'held-back'; readonly told: LoginTold }
  | { readonly kind: 'login-unclear' | 'needs-consent-basic' }
  | { readonly kind: 'unsupported-login'; readonly schemes: readonly string[] }
  | { readonly kind: 'redirect'; readonly location: string; readonly isSameHost: boolean };

export interface Conversed<Failure> {
  readonly outcome: ConversationOutcome | Failure;
  /** How often credentials left. */
  readonly signedRequests: number;
}

/** @throws {RangeError} for what the caller got wrong: a path or a user name that cannot stand in HTTP */
export function refuseMistakes({ path, credentials }: ConversationRequest): void {
  if (!/^\/[!#-[\]-~]*$/.test(path))
    throw new RangeError('a path that cannot stand on a request line');
  // A colon ends the name inside what is hashed; the device would see another name than we mean.
  if (credentials !== undefined && /[:\p{Cc}]/u.test(credentials.user)) {
    throw new RangeError('a user name with a colon or a control character');
  }
}

/**
 * One request to one device. Without a login first: the challenge that comes back is fresh, and costs no try.
 * Then one try, and a second one only where the first was not judged. Never a third.
 */
export async function converse<Failure extends { readonly kind: string }>(
  carrier: Conversation<Failure>,
): Promise<Conversed<Failure>> {
  const visit: Visit<Failure> = { ...carrier, signedRequests: 0 };
  const outcome = await visitDevice(visit);
  return { outcome, signedRequests: visit.signedRequests };
}

interface Visit<Failure extends { readonly kind: string }> extends Conversation<Failure> {
  signedRequests: number;
}

type Outcome<Failure> = Promise<ConversationOutcome | Failure>;

function isAnswer(what: HttpAnswer | { readonly kind: string }): what is HttpAnswer {
  return 'challenges' in what;
}

async function visitDevice<Failure extends { readonly kind: string }>(
  visit: Visit<Failure>,
): Outcome<Failure> {
  const { request } = visit;
  const first = await visit.send(null);
  if (!isAnswer(first)) return first;
  const moved = redirectOf(first, request);
  if (moved !== null) return moved;
  const told = readLockHint(textOf(first));
  if (told.isLocked) return { kind: 'locked', told };
  if (first.status !== 401) return asOk(first);
  return answerChallenge(visit, first, told);
}

async function answerChallenge<Failure extends { readonly kind: string }>(
  visit: Visit<Failure>,
  first: HttpAnswer,
  told: LoginTold,
): Outcome<Failure> {
  const { request } = visit;
  const { credentials } = request;
  const challenges = parseChallenges(first.challenges);
  const offer = chooseOffer(challenges);
  const schemes = [...new Set(challenges.map(({ scheme }) => scheme))].slice(0, 8);
  if (offer.kind === 'none') {
    // An inactive device may say so with a 401 and no way to log in.
    const { verdict } = readLoginAnswer(first.status, textOf(first));
    if (verdict === 'other-cause') return asOk(first);
  }
  if (credentials === undefined) return { kind: 'needs-login', told, schemes };
  if (offer.kind === 'none') return { kind: 'unsupported-login', schemes };
  if (offer.kind === 'digest') return sendSigned(visit, { offer, credentials, told });
  if (!request.isTls && request.isBasicAllowed !== true) return { kind: 'needs-consent-basic' };
  const answer = await sendWith(visit, told, () => visit.signBasic(credentials));
  return isAnswer(answer) ? judge(answer, request) : answer;
}

interface HeldBack {
  readonly kind: 'held-back';
  readonly told: LoginTold;
}

/** Sends credentials, unless whoever keeps count of the tries says no. */
async function sendWith<Failure extends { readonly kind: string }>(
  visit: Visit<Failure>,
  told: LoginTold,
  sign: () => string,
): Promise<HttpAnswer | Failure | HeldBack> {
  const authorization = sign();
  if (visit.request.mayTry?.(told) === false) return { kind: 'held-back', told };
  visit.signedRequests += 1;
  return visit.send(authorization);
}

interface Try {
  readonly offer: DigestOffer;
  readonly credentials: Credentials;
  readonly told: LoginTold;
}

/**
 * A second try only where the device calls the nonce stale, or refuses without a word against the password
 * and hands out another nonce.
 */
async function sendSigned<Failure extends { readonly kind: string }>(
  visit: Visit<Failure>,
  { offer, credentials, told }: Try,
): Outcome<Failure> {
  const first = await sendWith(visit, told, () => visit.sign(offer, credentials));
  if (!isAnswer(first)) return first;
  const again = repeatOffer(first, offer);
  if (again === null) return judge(first, visit.request);
  const second = await sendWith(visit, nothingTold, () => visit.sign(again, credentials));
  if (!isAnswer(second)) return second;
  const isStill = repeatOffer(second, again) !== null;
  return isStill ? { kind: 'login-unclear' } : judge(second, visit.request);
}

/** The challenge to answer anew, or `null` when the answer stands. */
function repeatOffer(answer: HttpAnswer, used: DigestOffer): DigestOffer | null {
  if (answer.status !== 401) return null;
  const offer = chooseOffer(parseChallenges(answer.challenges));
  if (offer.kind !== 'digest' || offer.nonce === used.nonce) return null;
  const { verdict } = readLoginAnswer(answer.status, textOf(answer));
  if (verdict === 'locked') return null;
  return offer.isStale || verdict === 'nonce' ? offer : null;
}

/** What an answer to a signed request says. */
function judge(answer: HttpAnswer, request: ConversationRequest): ConversationOutcome {
  const moved = redirectOf(answer, request);
  if (moved !== null) return moved;
  const { verdict, told } = readLoginAnswer(answer.status, textOf(answer));
  switch (verdict) {
    case 'wrong':
      return { kind: 'wrong-password', told };
    case 'locked':
      return { kind: 'locked', told };
    case 'nonce':
      return { kind: 'login-unclear' };
    case 'fine':
    case 'other-cause':
      return asOk(answer);
  }
}

function asOk({ status, headers, body }: HttpAnswer): ConversationOutcome {
  return { kind: 'ok', status, headers, body };
}

/** Not followed, neither with nor without credentials: whoever asked decides. */
function redirectOf(
  { status, headers }: HttpAnswer,
  request: ConversationRequest,
): ConversationOutcome | null {
  const location = headers.get('location');
  if (status < 300 || status > 399 || status === 304 || location === undefined) return null;
  const base = `${request.isTls ? 'https' : 'http'}://${request.host}:${request.port}`;
  const url = URL.canParse(location, base) ? new URL(location, base) : null;
  const isSameHost = url?.hostname.toLowerCase() === request.host.toLowerCase();
  return { kind: 'redirect', location: location.slice(0, 2048), isSameHost };
}

/** Only short documents speak about a login; a backup of megabytes is not one. */
function textOf({ body }: HttpAnswer): string {
  const text = decodeText(body);
  if (text.ok) return text.text;
  // Something that is no UTF-8 was said all the same: not the empty body of a refused nonce.
  return text.reason === 'encoding' ? text.detail : '';
}
