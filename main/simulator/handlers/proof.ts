import { checkUpdate, isPassword, isProof } from '../account.ts';
import { fromBase64, fromHex } from '../base64.ts';
import { type Exchange, exchangeLifeMs, unwrap } from '../exchange.ts';
import { attemptsLeft, countWrong, forgive, isLocked, lockMinutes } from '../lock.ts';
import type { Field } from '../personalities.ts';
import type { CommandCall, Outcome } from './handler.ts';

export const failed: Outcome = { result: 'failed' };

/** `_v31` commands prove the password and bring an Iv; the others wrap it. */
export const isThird = (call: CommandCall): boolean => call.request.types.endsWith('_v31');

/** Takes the exchange that this command may use. Used up by the attempt, whatever becomes of it. */
export function takeExchange(call: CommandCall): Exchange | null {
  const { state } = call.view;
  const { exchange } = state;
  state.exchange = null;
  return exchange !== null && call.now - exchange.at <= exchangeLifeMs ? exchange : null;
}

/** The exchange of the command's own generation. */
export function takeOwnExchange(call: CommandCall): Exchange | null {
  const types = isThird(call) ? 'exchangecode_v31' : 'exchangecode';
  const exchange = takeExchange(call);
  return exchange?.types === types ? exchange : null;
}

/** `null` for a missing or misspelt Iv. */
export function readIv({ request }: CommandCall): Uint8Array | null {
  return fromHex(request.elements.get('Iv') ?? '', 16);
}

/** Element in which the attempts left are told; `update` has its own. */
const triesName = (call: CommandCall): string =>
  call.request.types.startsWith('update') ? 'RetryModifyTime' : 'RetryTimes';

/** As much of a refusal as this firmware tells, and the client asked for. */
function refusal(call: CommandCall, result: 'PasswordError' | 'locked'): Outcome {
  const { identity, state } = call.view;
  const isUpdate = call.request.types.startsWith('update');
  const isAsked = !isUpdate || call.request.elements.get('PWErrorParse') === 'true';
  if (identity.refusals === 'failed' || !isAsked) return failed;
  if (identity.refusals === 'result') return { result };
  const fields: Field[] = [
    [triesName(call), String(attemptsLeft(state.lock))],
    ['SurplusLockTime', String(lockMinutes(state.lock, call.now))],
  ];
  return { result, fields };
}

/** Not activated, or locked: then nothing that follows is looked at. `null` when nothing is in the way. */
export function obstacle(call: CommandCall): Outcome | null {
  const { state } = call.view;
  if (!state.isActivated || state.account === null) return { result: 'notActivated' };
  return isLocked(state.lock, call.now) ? refusal(call, 'locked') : null;
}

/** Counts the try and answers it; `null` when the password was right. */
function judge(call: CommandCall, isRight: boolean): Outcome | null {
  const { lock } = call.view.state;
  if (isRight) {
    forgive(lock);
    return null;
  }
  countWrong(lock, call.now);
  return refusal(call, isLocked(lock, call.now) ? 'locked' : 'PasswordError');
}

/** Generation 3.0: the password itself, wrapped. */
function judgeWrapped(call: CommandCall, exchange: Exchange): Outcome | null {
  const { account } = call.view.state;
  const password = unwrap(exchange.value, call.request.elements.get('Password') ?? '');
  // Not made with our string: no password was tried, so none is counted.
  if (password === null || account === null) return failed;
  return judge(call, isPassword(account, password));
}

/** Generation 3.1: 16 bytes that only somebody who knows the password can make. */
function judgeProof(call: CommandCall, exchange: Exchange): Outcome | null {
  const { account } = call.view.state;
  const data = fromBase64(call.request.elements.get('Password') ?? '');
  const iv = readIv(call);
  if (data === null || iv === null || account === null) return failed;
  const proof = { data, iv, types: call.request.types };
  return judge(call, isProof(account, proof, exchange.value));
}

/** Whether the administrator asks, after a key exchange. `null` when it is he, else the refusal. */
export function checkAdmin(call: CommandCall): Outcome | null {
  const stopped = obstacle(call);
  const exchange = takeOwnExchange(call);
  if (stopped !== null) return stopped;
  if (exchange === null) return failed;
  return isThird(call) ? judgeProof(call, exchange) : judgeWrapped(call, exchange);
}

/** The same for an `update` of the older generations, which needs no exchange. */
export function checkUpdater(call: CommandCall): Outcome | null {
  const stopped = obstacle(call);
  if (stopped !== null) return stopped;
  const { identity, state } = call.view;
  const { request } = call;
  const value = request.elements.get('Password');
  if (value === undefined || state.account === null) return failed;
  const isSaltMarked = request.attributes.get('Password') === 'bSalt="true"';
  const block = { value, isSaltMarked, uuid: request.uuid };
  const found = checkUpdate(state.account, identity.encrypt === true, block);
  return found === 'stale' ? failed : judge(call, found === 'right');
}
