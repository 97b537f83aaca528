import { checkPassword } from '../../../domain/password-rules.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { paths, userPath } from '../../../protocol/isapi/paths.ts';
import { decodeUserCheck } from '../../../protocol/isapi/user-check.ts';
import {
  type DeviceUser,
  decodeUsers,
  editUserPassword,
  findUser,
} from '../../../protocol/isapi/users.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from '../options.ts';
import { type Done, done, type Sent } from '../outcomes.ts';
import { patienceMs } from '../patience.ts';
import type { Light } from '../reading.ts';
import { type Changed, type ItemHttp, openHttp } from './item-http.ts';
import { endBeforeHttp, preflightHttp } from './preflight-http.ts';
import { outcomeOfFailure, unreadableOutcome } from './status-outcome.ts';

export interface PasswordParams {
  readonly userName: string;
  /** Absent after a restart of the program: it is never on the disk. */
  readonly newPassword?: string;
}

type Context = ItemContext<PasswordParams>;

/** Gives a user of the device another password, and the vault with it. */
export function createPasswordRunner(options: RunnerOptions): ItemRunner<PasswordParams> {
  const parts = partsOf(options);
  return {
    kind: 'password',
    needsPassword: true,
    preflight: (device, commands) =>
      preflightHttp(parts, { device, commands }, { caution: () => cautionFor(parts, device) }),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

/** A recorder that goes on with the old password loses the picture and then locks the camera. */
function cautionFor({ recordersUsing }: RunnerParts, device: DeviceRecord): Light | null {
  const recorders = recordersUsing?.(device) ?? [];
  if (recorders.length === 0) return null;
  const params = { recorder: recorders.join(', ') };
  return { light: 'caution', verdict: null, reason: 'used-by-recorder', params };
}

async function run(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { params, door } = context;
  const early = endBeforeHttp(parts, context.device, earlyStop(context));
  if (early !== null) return early;
  const { newPassword = '', userName } = params;
  context.protect(newPassword);
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return opened.outcome;
  const { http } = opened;
  const users = await http.read(paths.users, decodeUsers);
  if (!users.ok) return users.outcome;
  const user = findUser(users.value, userName);
  if (user === null) {
    return done('failed', 'invalid-values', { params: { problem: `no user ${userName}` } });
  }
  if (context.password() === newPassword && http.userName === userName) {
    return done('already', 'already-so');
  }
  // A new password that nobody kept is a device that nobody can open.
  await door.offer({ userName, password: newPassword }, 'pending');
  context.note(keptWords[door.vault()]);
  const sent = await put(context, http, { user, newPassword });
  if (sent.kind === 'ended' || sent.kind === 'refused') {
    door.refused();
    return sent.outcome;
  }
  context.step('verifying');
  // It did not say that it has done it, and there is one try.
  if (sent.kind === 'unclear') {
    await sleep(parts.clock, parts.timings.settleMs, context.signal);
  }
  return await prove(parts, context, { sent, account: { userName, password: newPassword } });
}

const keptWords = {
  open: 'the new password is in the vault as pending',
  locked: 'the vault is locked: the new password waits in memory',
  none: 'there is no vault: only the operator has the new password',
} as const;

function earlyStop({ params, door }: Context): Light | null {
  const { newPassword, userName } = params;
  const skipped = { light: 'stop', verdict: 'skipped' } as const;
  if (newPassword === undefined) return { ...skipped, reason: 'no-password' };
  // Checked when the job began; what is looked at here is what leaves.
  if (!checkPassword(newPassword, userName).willAccept) {
    return { ...skipped, reason: 'weak-password' };
  }
  return door.vault() === 'locked' ? { ...skipped, reason: 'vault-locked' } : null;
}

/**
 * Some firmware wants the password in use inside the document too, and says so by refusing. The login proved
 * that one, so giving it costs no try.
 */
async function put(
  context: Context,
  http: ItemHttp,
  { user, newPassword }: { readonly user: DeviceUser; readonly newPassword: string },
): Promise<Changed> {
  context.step('sending');
  const body = editUserPassword(user, newPassword);
  if (!body.ok) return unwritable();
  const path = userPath(user.id);
  const first = await http.change({ method: 'PUT', path, body: body.value });
  const current = context.password();
  if (first.kind !== 'refused' || first.cause !== 'wrong-password' || current === null)
    return first;
  context.note('the device wants the password in use inside the document');
  const again = editUserPassword(user, newPassword, current);
  if (!again.ok) return unwritable();
  return await http.change({ method: 'PUT', path, body: again.value });
}

function unwritable(): Changed {
  const outcome = unreadableOutcome('its list of users has no place for a password');
  return { kind: 'ended', outcome, needsReboot: false, cause: null };
}

interface Account {
  readonly userName: string;
  readonly password: string;
}

type Proof =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'open'; readonly outcome: Done };

/** One login with the new password decides. */
async function prove(
  parts: RunnerParts,
  context: Context,
  { sent, account }: { readonly sent: Sent; readonly account: Account },
): Promise<Done> {
  const proof = await tryOnce(parts, context, account);
  if (proof.kind === 'right') {
    const isSaved = context.door.vault() === 'open';
    return done('verified', isSaved ? 'password-saved' : 'password-not-saved');
  }
  const isSaid = sent.kind === 'success';
  if (proof.kind === 'wrong') {
    context.door.refused();
    return isSaid ? done('accepted', 'not-applied') : done('no-answer', 'silent');
  }
  context.note(`the new password could not be tried: ${proof.outcome.reason}`);
  return isSaid ? done('accepted', 'no-read-back') : done('unknown', 'silent');
}

const proofsAtMost = 3;

/** One try under the guard; repeated only while nothing at all left for the device. */
async function tryOnce(parts: RunnerParts, context: Context, account: Account): Promise<Proof> {
  const { logins, clock, timings } = parts;
  const { device, door, signal } = context;
  for (let round = 1; ; round += 1) {
    const session = await logins.session(device, {
      ...{ ...account, isOverride: door.isOverride, signal },
    });
    const answer =
      'kind' in session ? session : await session.request({ method: 'GET', path: paths.userCheck });
    if (answer.kind === 'ok') return proofOf(answer.status, answer.text);
    context.note(`login with the new password: ${answer.reason}`);
    if (answer.reason === 'wrong-password') return { kind: 'wrong' };
    const isAway = answer.verdict === 'no-answer' && !answer.isSent;
    if (!isAway || round >= proofsAtMost)
      return { kind: 'open', outcome: outcomeOfFailure(answer) };
    await sleep(clock, timings.pauseMs, signal);
  }
}

/** Firmware that has no `userCheck` refuses the page, not the login. */
function proofOf(status: number, text: string): Proof {
  const check = decodeUserCheck(text);
  const isRefused =
    status === 401 || status >= 500 || (check.ok && check.value.statusValue === 401);
  return isRefused
    ? { kind: 'open', outcome: done('refused', 'login-unclear') }
    : { kind: 'right' };
}

/** One login with the pending password tells. */
async function reread(parts: RunnerParts, context: Context): Promise<ItemOutcome> {
  const { door, params } = context;
  context.step('reading');
  const kept = await door.pending();
  const password = params.newPassword ?? kept?.password;
  if (password === undefined) return done('unknown', 'no-password');
  context.protect(password);
  const userName = params.userName;
  // There is one try, so a device that may just be changing its password is given a moment first.
  await sleep(parts.clock, patienceMs(parts, context), context.signal);
  const proof = await tryOnce(parts, context, { userName, password });
  if (proof.kind === 'open') return done('unknown', proof.outcome.reason, proof.outcome);
  if (proof.kind === 'wrong') {
    door.refused();
    return done('failed', 'not-applied');
  }
  const isSaved = door.vault() === 'open';
  return done('verified', isSaved ? 'password-saved' : 'password-not-saved');
}
