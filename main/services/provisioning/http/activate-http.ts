import { checkPassword } from '../../../domain/password-rules.ts';
import type { HttpClientResult } from '../../../ports/http-client.ts';
import { decodeActivateStatus } from '../../../protocol/isapi/activate-status.ts';
import {
  decodeChallenge,
  decodeChallengeV3,
  encodeActivateInfo,
  encodeActivateV3,
  encodePublicKey,
  encodePublicKeyV3,
  legacyPlaintext,
  plaintextV3,
} from '../../../protocol/isapi/activation.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import type { Decoded } from '../../../protocol/isapi/read.ts';
import {
  causeOf,
  decodeResponseStatus,
  isAccepted,
} from '../../../protocol/isapi/response-status.ts';
import { decodeUserCheck } from '../../../protocol/isapi/user-check.ts';
import { unpadPkcs1 } from '../../../protocol/sadp/rsa-unpad.ts';
import { decodeText } from '../../../protocol/text.ts';
import type { ItemContext, ItemOutcome } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import type { LoginRequest, LoginTarget } from '../../login/logins.ts';
import type { ActivationCrypto, RunnerParts } from '../options.ts';
import { type Done, done, outcomeNotSent } from '../outcomes.ts';
import { readPatiently } from '../patience.ts';
import { activatedBy, isUp } from './look.ts';
import { outcomeOfStatus, pathWords, unreadableOutcome, wordsOf } from './status-outcome.ts';

type Context = ItemContext<unknown>;

const userName = 'admin';
const probeMs = 2500;

/** Which of the two ways a device takes; it tells that without a login. */
type Way = 'legacy' | 'v3';

/** Sets the first password of a device that only its web server reaches. */
export async function activateHttp(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { crypto, random, logins } = parts;
  const { door, commands, device } = context;
  const target = logins.target(device);
  const password = context.password();
  if (target === null) return done('no-answer', 'unreachable', { params: { address: null } });
  if (password === null) return done('skipped', 'no-password');
  if (!checkPassword(password, userName).willAccept) return done('skipped', 'weak-password');
  const way = await wayOf(parts, context, target);
  if (typeof way !== 'string') return way;
  if (crypto === null || crypto === undefined || random === undefined) {
    return done('failed', 'not-sent');
  }
  const refusal = await door.enter();
  if (refusal !== null) {
    return outcomeNotSent(refusal, { commands, device, now: parts.clock.now() });
  }
  context.step('exchanging');
  const request = await exchange(parts, { way, target, password, crypto, iv: random.bytes(16) });
  if ('verdict' in request) return request;
  await door.offer({ userName, password }, 'pending');
  context.step('sending');
  door.mark();
  const page = await logins.plainRequest(target, request);
  door.answered();
  const said = saidBy(page);
  context.note(`${pathWords(request.path)}: ${said.text}`);
  if (said.kind === 'ended') door.unmark();
  if (said.kind === 'ended' || said.kind === 'refused') {
    door.refused();
    return said.outcome;
  }
  context.step('verifying');
  return verify(parts, context, { target, password, isSaid: said.kind === 'success' });
}

async function wayOf(
  { logins }: RunnerParts,
  { note }: Context,
  target: LoginTarget,
): Promise<Way | Done> {
  const page = await logins.plain(target, paths.activateStatus, probeMs);
  if (!isUp(page)) return done('no-answer', 'unreachable', { params: { address: target.host } });
  const text = page.kind === 'ok' ? decodeText(page.body) : null;
  const status = text?.ok === true ? decodeActivateStatus(text.text) : null;
  if (status?.ok !== true || status.activated === null) {
    return done('not-supported', 'function-unsupported');
  }
  note(`activated: ${status.activated}, version ${status.supportVersion ?? 'not told'}`);
  if (status.activated) return done('already', 'already-activated');
  return (status.supportVersion ?? 0) >= 3 ? 'v3' : 'legacy';
}

interface Exchange {
  readonly way: Way;
  readonly target: LoginTarget;
  readonly password: string;
  readonly crypto: ActivationCrypto;
  readonly iv: Uint8Array;
}

/** The challenge costs nothing and changes nothing. Returns the request that activates. */
async function exchange(parts: RunnerParts, given: Exchange): Promise<LoginRequest | Done> {
  const { way, target, password, crypto, iv } = given;
  const bits = way === 'v3' ? 3072 : 1024;
  const key = await crypto.makeExchangeKey(bits);
  const modulus = modulusOf(key.publicKeyDer, bits);
  const asked: LoginRequest =
    way === 'v3'
      ? { method: 'POST', path: paths.challengeV3, body: encodePublicKeyV3(modulus), ...json }
      : { method: 'POST', path: paths.challenge, body: encodePublicKey(modulus) };
  const page = await parts.logins.plainRequest(target, asked);
  if (page.kind !== 'ok') return failedExchange(page, target);
  const challenge = way === 'v3' ? decodeChallengeV3(page.body) : decodeChallenge(page.body);
  if (!challenge.ok) return refusedExchange(challenge);
  const opened = openChallenge(key, challenge.value, bits);
  const plain = opened === null ? null : plainFor(way, opened, password);
  if (plain === null) return done('failed', 'bad-exchange');
  if (way === 'v3') {
    const body = encodeActivateV3(crypto.aesCbc(plain.key, iv, plain.plaintext), iv);
    return { method: 'POST', path: paths.activateV3, body, ...json };
  }
  const body = encodeActivateInfo(crypto.aesEcb(plain.key, plain.plaintext));
  return { method: 'PUT', path: paths.activate, body };
}

const json = { contentType: 'application/json' } as const;

/** The key's own number in its DER: before the exponent, which is 65537 in five bytes. */
function modulusOf(der: Uint8Array, bits: number): Uint8Array {
  const endAt = der.length - 5;
  return der.slice(endAt - bits / 8, endAt);
}

function openChallenge(
  key: { decryptRaw(data: Uint8Array): Uint8Array },
  sealed: Uint8Array,
  bits: number,
): Uint8Array | null {
  if (sealed.length !== bits / 8) return null;
  try {
    const unpadded = unpadPkcs1(key.decryptRaw(sealed));
    return unpadded.ok ? unpadded.value : null;
  } catch {
    // A number beyond the modulus, which the library reports by throwing: not meant for this key.
    return null;
  }
}

function plainFor(way: Way, opened: Uint8Array, password: string) {
  return way === 'v3' ? plaintextV3(opened, password) : legacyPlaintext(opened, password);
}

function failedExchange(page: HttpClientResult, { host }: LoginTarget): Done {
  if (page.kind === 'timeout') return done('no-answer', 'silent');
  if (isUp(page)) return unreadableOutcome(page.kind);
  return done('no-answer', 'unreachable', { params: { address: page.address ?? host } });
}

function refusedExchange(decoded: Extract<Decoded<unknown>, { ok: false }>): Done {
  return decoded.reason === 'refused'
    ? outcomeOfStatus(decoded.status)
    : unreadableOutcome(decoded.detail);
}

interface Said {
  readonly kind: 'ended' | 'success' | 'refused' | 'unclear';
  readonly outcome: Done;
  readonly text: string;
}

function saidBy(page: HttpClientResult): Said {
  const unclear = { kind: 'unclear', outcome: done('unknown', 'silent') } as const;
  if (page.kind !== 'ok') {
    const isSent = !('isSent' in page) || page.isSent;
    const outcome = done('no-answer', 'unreachable', { params: { address: page.address } });
    return isSent
      ? { ...unclear, text: `sent, ${page.kind}` }
      : { kind: 'ended', outcome, text: 'not sent' };
  }
  const body = decodeText(page.body);
  const status = body.ok ? decodeResponseStatus(body.text) : null;
  if (status === null) return { ...unclear, text: `HTTP ${page.status}, no words` };
  const text = `HTTP ${page.status}, ${wordsOf(status)}`;
  if (isAccepted(status)) {
    return { kind: 'success', outcome: done('accepted', 'device-said-so'), text };
  }
  // Somebody was faster, so its password is not ours.
  if (causeOf(status) === 'already-activated') {
    return { kind: 'refused', outcome: done('already', 'already-activated'), text };
  }
  const outcome = outcomeOfStatus(status);
  const kind = outcome.verdict === 'unknown' ? 'unclear' : 'refused';
  return { kind, outcome, text };
}

interface Activated {
  readonly target: LoginTarget;
  readonly password: string;
  readonly isSaid: boolean;
}

/** Active, and one login with the password: somebody else may have been faster. */
async function verify(
  parts: RunnerParts,
  context: Context,
  { target, password, isSaid }: Activated,
): Promise<Done> {
  const isActive = await watchPage(parts, context, target);
  context.note(`read back: activated ${isActive ?? 'not told'}`);
  if (isActive === null) {
    return isSaid ? done('accepted', 'no-read-back') : done('unknown', 'silent');
  }
  if (!isActive) return isSaid ? done('accepted', 'not-applied') : done('no-answer', 'silent');
  const login = await loginOnce(parts, context, { userName, password });
  context.note(`login with the new password: ${login}`);
  if (login === 'right') return done('verified', 'login-proven');
  if (login === 'wrong') {
    context.door.refused();
    return isSaid ? done('accepted', 'not-applied') : done('refused', 'already-activated');
  }
  return done('accepted', isSaid ? 'device-said-so' : 'silent');
}

/** What it tells last; `null`: nothing to the end. */
async function watchPage(
  { logins, clock, timings }: RunnerParts,
  { signal }: Context,
  target: LoginTarget,
): Promise<boolean | null> {
  const endAt = clock.elapsed() + timings.activateMs;
  let last: boolean | null = null;
  do {
    last = activatedBy(await logins.plain(target, paths.activateStatus, probeMs)) ?? last;
    if (last === true) return true;
    await sleep(clock, timings.pauseMs, signal);
  } while (clock.elapsed() < endAt && !signal.aborted);
  return last;
}

async function loginOnce(
  { logins }: RunnerParts,
  { device, signal }: Context,
  account: { readonly userName: string; readonly password: string },
): Promise<'right' | 'wrong' | 'unclear'> {
  const session = await logins.session(device, { ...account, signal });
  const answer =
    'kind' in session ? session : await session.request({ method: 'GET', path: paths.userCheck });
  if (answer.kind === 'failed') return answer.reason === 'wrong-password' ? 'wrong' : 'unclear';
  const check = decodeUserCheck(answer.text);
  const isRefused = answer.status === 401 || (check.ok && check.value.statusValue === 401);
  return isRefused || answer.status >= 500 ? 'unclear' : 'right';
}

/** Active now, and one login where the password is still known: the run's, or the pending one. */
export async function rereadActivateHttp(
  parts: RunnerParts,
  context: Context,
): Promise<ItemOutcome> {
  context.step('reading');
  const target = parts.logins.target(context.device);
  if (target === null) return done('unknown', 'no-read-back');
  const state = await readPatiently(parts, context, () => readActivated(parts, target));
  if (state.verdict !== 'accepted') return state;
  const kept = await context.door.pending();
  if (kept === null) return state;
  const login = await loginOnce(parts, context, kept);
  if (login === 'right') return done('verified', 'login-proven');
  if (login === 'unclear') return done('accepted', 'device-said-so');
  context.door.refused();
  return done('failed', 'wrong-password');
}

/** Without a login; whose password it took is not said. */
async function readActivated({ logins }: RunnerParts, target: LoginTarget): Promise<Done> {
  const isActive = activatedBy(await logins.plain(target, paths.activateStatus, probeMs));
  if (isActive === null) return done('unknown', 'no-read-back');
  return isActive ? done('accepted', 'device-said-so') : done('failed', 'not-applied');
}
