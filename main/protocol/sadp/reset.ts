import { fromBase64 } from '../base64.ts';
import { decodeText } from '../text.ts';
import type { CommandPlan, CommandTarget } from './commands.ts';
import type { SadpElement, SadpRequest } from './encode.ts';
import { exchangeTypes } from './exchange.ts';
import type { SadpGeneration } from './generation.ts';
import type { SadpMessage } from './messages.ts';
import { exchangePassword, freshIv, ivText, newPasswordV31, type SadpCrypto } from './password.ts';
import { findExtra } from './reply-elements.ts';
import { maxExtraLength } from './values.ts';

/**
 * How a device's reset request is made, and how the vendor's answer comes back. `file`: a string that goes
 * into a file, answered by a file. `qr`: a code to scan. `code`: a code to tell, answered by a code.
 */
export type ResetRoute = 'file' | 'qr' | 'code';

const questions: Readonly<Record<ResetRoute, string>> = {
  file: 'getencryptstring',
  qr: 'GetQRcodes',
  code: 'getcode',
};

/**
 * Wire name of the question for a reset request; it carries no password. `null` for generation 2.x: nothing
 * shows that such devices have it. Source: the vendor's client.
 */
export function resetQuestion(route: ResetRoute, generation: SadpGeneration): string | null {
  if (generation === '2.x') return null;
  return generation === '3.1' ? `${questions[route]}_v31` : questions[route];
}

export interface ResetRequestText {
  /** Handed on as it is: nobody but the vendor reads it. */
  readonly text: string;
  /** Mailboxes that a `qr` request names: of the device, and of the vendor. */
  readonly mailBox: string | null;
  readonly vendorMailBox: string | null;
}

/**
 * What the device gave. 3.0 hands out the string with its whole serial behind it, and its code to scan
 * decoded from base64; 3.1 both as they come. Source: what the vendor's client hands on.
 *
 * @returns `null` when nothing is in it, or when it did not arrive whole
 */
export function readResetRequest(
  message: Pick<SadpMessage, 'extra'>,
  {
    route,
    generation,
    serial,
  }: {
    readonly route: ResetRoute;
    readonly generation: SadpGeneration;
    readonly serial: string | null;
  },
): ResetRequestText | null {
  const name = { file: 'EncryptString', qr: 'QRcodes', code: 'Code' }[route];
  const told = findExtra(message, name);
  if (told === null || told === '' || told.length >= maxExtraLength) return null;
  const none = { mailBox: null, vendorMailBox: null };
  if (route === 'code' || (route === 'file' && generation === '3.1'))
    return { text: told, ...none };
  // Without the serial the vendor cannot read it.
  if (route === 'file') return serial === null ? null : { text: told + serial, ...none };
  const text = generation === '3.1' ? told : fromBase64Text(told);
  return text === null
    ? null
    : {
        text,
        mailBox: fromBase64Text(findExtra(message, 'MailBox')),
        vendorMailBox: fromBase64Text(findExtra(message, 'MailServiceBox')),
      };
}

/** `null` for what is no base64 of a text. */
function fromBase64Text(text: string | null): string | null {
  const bytes = text === null ? null : fromBase64(text);
  if (bytes === null) return null;
  const end = bytes.indexOf(0);
  const decoded = decodeText(end < 0 ? bytes : bytes.subarray(0, end));
  return decoded.ok && !decoded.isRepaired ? decoded.text : null;
}

/**
 * How the vendor's answer is sent. 3.1 takes a file only: how a typed code enters the key of `reset2_v31` is
 * not decoded, so it is not offered.
 */
export function planReset(route: ResetRoute, generation: SadpGeneration): CommandPlan {
  if (generation === '2.x') return { isSupported: false, reason: 'generation' };
  if (generation === '3.0') {
    const exchange = exchangeTypes('3.0');
    return { isSupported: true, types: 'reset', exchange, scheme: 'exchange', certainty: 'wire' };
  }
  if (route !== 'file') return { isSupported: false, reason: 'not-decoded' };
  const exchange = exchangeTypes('3.1');
  return { isSupported: true, types: 'reset_v31', exchange, scheme: 'new-v31', certainty: 'wire' };
}

/** The vendor's answer. */
export interface ResetAnswer {
  readonly route: ResetRoute;
  /** The code, or the whole text of the file. */
  readonly content: string;
  /** A recorder hands the new password on to its cameras; 3.0 only. */
  readonly isForChannels: boolean;
}

export interface ResetInput {
  readonly generation: SadpGeneration;
  readonly target: CommandTarget;
  /** The new one. */
  readonly password: string;
  readonly answer: ResetAnswer;
  /** `codeEncrypt` of the device. */
  readonly isCodeEncrypted: boolean;
  readonly exchange: Uint8Array | null;
  readonly uuid: string;
}

/**
 * 3.0: new password, wish for the channels, answer (encrypted where the device wants it). 3.1: answer and new
 * password under one Iv. Source: the vendor's client; both fields have published vectors.
 *
 * @throws RangeError when the generation does not have it, the exchange is missing, or something cannot be sent
 */
export function buildResetRequest(
  {
    crypto,
    random,
  }: { readonly crypto: SadpCrypto; readonly random: { bytes(length: number): Uint8Array } },
  input: ResetInput,
): SadpRequest {
  const { target, password, answer, exchange, uuid, generation } = input;
  const plan = planReset(answer.route, generation);
  if (!plan.isSupported) throw new RangeError(`reset is not supported: ${plan.reason}`);
  if (exchange === null) throw new RangeError(`${plan.types} needs an exchange`);
  const { types } = plan;
  const head = { uuid, types, mac: target.mac };
  if (plan.scheme === 'new-v31') {
    if (answer.isForChannels) throw new RangeError('3.1 has no known wish for the channels');
    const iv = freshIv(random);
    const sealed = (text: string): string =>
      newPasswordV31(crypto, { password: text, exchange, iv });
    const body: SadpElement[] = [
      ['Code', sealed(answer.content)],
      ['Password', sealed(password)],
      ['Iv', ivText(iv)],
    ];
    return { ...head, body };
  }
  const code: SadpElement = input.isCodeEncrypted
    ? ['Code', exchangePassword(crypto, { secret: answer.content, exchange }), { bEncrypt: 'true' }]
    : ['Code', answer.content];
  const wish: SadpElement[] = answer.isForChannels ? [['SyncIPCPassword', 'true']] : [];
  const secret = exchangePassword(crypto, { secret: password, exchange });
  return { ...head, body: [['Password', secret], ...wish, code] };
}
