import type {
  HttpClient,
  HttpClientRequest,
  HttpClientResult,
  HttpLoginTold,
  HttpTrace,
} from '../../ports/http-client.ts';
import { parseChallenges } from '../../protocol/http-digest/challenge.ts';
import { chooseOffer, type DigestOffer } from '../../protocol/http-digest/choose.ts';
import { nothingTold, readLockHint, readLoginAnswer } from '../../protocol/isapi/login-answer.ts';
import { type Dial, type ResolveName, resolveHost, systemResolve } from './http-client-connect.ts';
import { type Answer, type Line, openLine, type SendFailure } from './http-client-send.ts';
import { signBasic, signDigest } from './http-client-sign.ts';

export interface NodeHttpClientOptions {
  /** Asks the system when absent. */
  readonly resolve?: ResolveName;
  /** A training site carries made-up addresses over loopback. */
  readonly dial?: Dial;
}

/** What a request came to, without what every result tells. */
type Outcome = HttpClientResult extends infer Each
  ? Each extends HttpTrace
    ? Omit<Each, keyof HttpTrace>
    : never
  : never;

/** Everything of one request that its steps share. */
interface Visit {
  readonly request: HttpClientRequest;
  readonly line: Line;
  signedRequests: number;
}

export function createNodeHttpClient(options: NodeHttpClientOptions = {}): HttpClient {
  const { resolve = systemResolve, dial } = options;
  return {
    async request(request) {
      refuseMistakes(request);
      const address = await resolveHost(request.host, resolve);
      const untouched = { certificate: null, signedRequests: 0 };
      if (address === 'not-lan' || address === 'no-name') {
        const outcome = { kind: 'unreachable', why: address, isSent: false } as const;
        return { ...outcome, ...untouched, address: null };
      }
      const { port } = request;
      const target = dial === undefined ? { host: address, port } : await dial(address, port);
      if (target === null) {
        const outcome = { kind: 'unreachable', why: 'no-route', isSent: false } as const;
        return { ...outcome, ...untouched, address };
      }
      const visit: Visit = { request, line: openLine(request, target), signedRequests: 0 };
      try {
        const outcome = await visitDevice(visit);
        const certificate = visit.line.certificate();
        return { ...outcome, address, certificate, signedRequests: visit.signedRequests };
      } finally {
        await visit.line.close();
      }
    },
  };
}

function refuseMistakes({ path, credentials }: HttpClientRequest): void {
  if (!/^\/[!#-[\]-~]*$/.test(path))
    throw new RangeError('a path that cannot stand on a request line');
  // A colon ends the name inside what is hashed; the device would see another name than we mean.
  if (credentials !== undefined && /[:\p{Cc}]/u.test(credentials.user)) {
    throw new RangeError('a user name with a colon or a control character');
  }
}

/** Without a login first: the challenge that comes back is fresh, and costs no try. */
async function visitDevice(visit: Visit): Promise<Outcome> {
  const { request, line } = visit;
  const first = await line.send(null);
  if (!('status' in first)) return first;
  const moved = redirectOf(first, request);
  if (moved !== null) return moved;
  const told = readLockHint(textOf(first));
  if (told.isLocked) return { kind: 'locked', told };
  if (first.status !== 401) return asOk(first);
  return answerChallenge(visit, first, told);
}

async function answerChallenge(visit: Visit, first: Answer, told: HttpLoginTold): Promise<Outcome> {
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
  if (offer.kind === 'digest') return sendSigned(visit, offer, told);
  if (!request.isTls && request.isBasicAllowed !== true) return { kind: 'needs-consent-basic' };
  const answer = await sendWith(visit, told, signBasic(credentials));
  return 'status' in answer ? judge(answer, request) : answer;
}

/** Sends credentials, unless whoever keeps count of the tries says no. */
async function sendWith(
  visit: Visit,
  told: HttpLoginTold,
  authorization: string,
): Promise<Answer | SendFailure | { readonly kind: 'held-back'; readonly told: HttpLoginTold }> {
  if (visit.request.mayTry?.(told) === false) return { kind: 'held-back', told };
  visit.signedRequests += 1;
  return visit.line.send(authorization);
}

/**
 * One try. A second one only where the first was not judged: the device calls the nonce stale, or refuses
 * without a word against the password and hands out another nonce. Never a third.
 */
async function sendSigned(visit: Visit, offer: DigestOffer, told: HttpLoginTold): Promise<Outcome> {
  const first = await sendWith(visit, told, authorize(visit.request, offer));
  if (!('status' in first)) return first;
  const again = repeatOffer(first, offer);
  if (again === null) return judge(first, visit.request);
  const second = await sendWith(visit, nothingTold, authorize(visit.request, again));
  if (!('status' in second)) return second;
  const isStill = repeatOffer(second, again) !== null;
  return isStill ? { kind: 'login-unclear' } : judge(second, visit.request);
}

function authorize({ credentials, method, path }: HttpClientRequest, offer: DigestOffer): string {
  if (credentials === undefined) throw new TypeError('signing without credentials');
  return signDigest(offer, credentials, { method, path });
}

/** The challenge to answer anew, or `null` when the answer stands. */
function repeatOffer(answer: Answer, used: DigestOffer): DigestOffer | null {
  if (answer.status !== 401) return null;
  const offer = chooseOffer(parseChallenges(answer.challenges));
  if (offer.kind !== 'digest' || offer.nonce === used.nonce) return null;
  const { verdict } = readLoginAnswer(answer.status, textOf(answer));
  if (verdict === 'locked') return null;
  return offer.isStale || verdict === 'nonce' ? offer : null;
}

/** What an answer to a signed request says. */
function judge(answer: Answer, request: HttpClientRequest): Outcome {
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

function asOk({ status, headers, body }: Answer): Outcome {
  return { kind: 'ok', status, headers, body };
}

/** Not followed, neither with nor without credentials: whoever asked decides. */
function redirectOf({ status, headers }: Answer, request: HttpClientRequest): Outcome | null {
  const location = headers.get('location');
  if (status < 300 || status > 399 || status === 304 || location === undefined) return null;
  const base = `${request.isTls ? 'https' : 'http'}://${request.host}:${request.port}`;
  const url = URL.canParse(location, base) ? new URL(location, base) : null;
  const isSameHost = url?.hostname.toLowerCase() === request.host.toLowerCase();
  return { kind: 'redirect', location: location.slice(0, 2048), isSameHost };
}

/** Only short documents speak about a login; a backup of megabytes is not one. */
function textOf({ body }: Answer): string {
  return body.length > 65_536 ? '' : Buffer.from(body).toString('utf8');
}
