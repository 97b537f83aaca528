import { toBase64 } from '../base64.ts';
import { unwrap } from '../exchange.ts';
import { countWrong, isLocked } from '../lock.ts';
import { type Field, toldFields } from '../personalities.ts';
import type { DeviceState } from '../state.ts';
import { setPassword } from './activate.ts';
import type { Command, CommandCall, Outcome } from './handler.ts';
import { failed, isThird, obstacle, readIv, takeOwnExchange } from './proof.ts';

/** Later an answer is refused as too old; the vendor's papers say 24 or 48 hours. */
const validMs = 48 * 3_600_000;

/**
 * What the vendor's support would answer to the device's standing request; `null` when there is none. An
 * invention of this simulator: it has nothing to do with how real answers are made.
 */
export function vendorAnswer({ resetRequest }: Pick<DeviceState, 'resetRequest'>): string | null {
  if (resetRequest === null) return null;
  return `SIM-ANSWER-${[...resetRequest.text].reverse().join('')}`;
}

/** A new request makes the one before void. */
function ask(name: string, encode: (text: string) => readonly Field[]): Command {
  return {
    base: name,
    isChange: false,
    run: (call) => {
      const { state } = call.view;
      if (!state.isActivated) return { result: 'notActivated' };
      const text = call.rng.hex(32);
      state.resetRequest = { text, at: call.now, bootCount: state.bootCount };
      return { result: 'success', fields: encode(text) };
    },
  };
}

const asBase64 = (text: string): string => toBase64(new TextEncoder().encode(text));

export const getcode = ask('getcode', (text) => [['Code', text]]);
export const getencryptstring = ask('getencryptstring', (text) => [['EncryptString', text]]);
export const getQrCodes = ask('GetQRcodes', (text) => [
  ['QRcodes', asBase64(text)],
  ['MailBox', asBase64('owner@example.lan')],
  ['MailServiceBox', asBase64('reset@vendor.example')],
]);

/** Such a device takes no code in the clear. */
function tellsWrapped({ view, personality }: CommandCall): boolean {
  return toldFields(view, personality).some(
    ([name, value]) => name === 'codeEncrypt' && value === 'true',
  );
}

interface Brought {
  readonly password: string;
  readonly code: string;
}

/** The new password and the answer, out of the exchange; `null` when they were not made with our string. */
function readBrought(call: CommandCall): Brought | null {
  const { elements, attributes } = call.request;
  const exchange = takeOwnExchange(call);
  const iv = isThird(call) ? readIv(call) : undefined;
  if (exchange === null || iv === null) return null;
  const open = (name: string): string | null => {
    const data = unwrap(exchange.value, elements.get(name) ?? '', iv);
    return data === null ? null : new TextDecoder().decode(data);
  };
  const isWrapped = isThird(call) || attributes.get('Code') === 'bEncrypt="true"';
  const wantsWrapped = tellsWrapped(call);
  const password = open('Password');
  const code = isWrapped ? open('Code') : wantsWrapped ? null : (elements.get('Code') ?? null);
  return password === null || code === null ? null : { password, code };
}

/** A new password for the vendor's answer: to this request, in this start, in time. */
export const reset: Command = {
  base: 'reset',
  isChange: true,
  run: (call): Outcome => {
    const { state } = call.view;
    const brought = readBrought(call);
    const stopped = obstacle(call);
    if (stopped !== null) return stopped;
    if (brought === null) return failed;
    const { resetRequest } = state;
    if (resetRequest === null || resetRequest.bootCount !== state.bootCount) {
      return { result: 'emptyEncryptString' };
    }
    if (call.now - resetRequest.at > validMs) return { result: 'exportFileOverDue' };
    if (brought.code !== vendorAnswer(state)) {
      countWrong(state.lock, call.now);
      return { result: isLocked(state.lock, call.now) ? 'locked' : 'codeError' };
    }
    const outcome = setPassword(call, brought.password);
    const { change } = outcome;
    if (change === undefined) return outcome;
    const apply = (): void => {
      change.apply();
      state.resetRequest = null;
    };
    return { ...outcome, change: { ...change, apply } };
  },
};
