import { makeAccount } from '../account.ts';
import { fromBase64, fromHex, toBase64, toHex } from '../base64.ts';
import { newSalts } from '../build.ts';
import { aesOpen } from '../device-crypto.ts';
import { forgive } from '../lock.ts';
import type { Rng } from '../rng.ts';
import { encryptFor, type PublicKey } from '../rsa.ts';
import type { DeviceView } from '../state.ts';
import type { DeviceSpec, SimHttpRequest } from '../types.ts';
import { readDocument } from './dialect.ts';
import { type ResourceOutcome, said, saidJson, shown, textsOf } from './said.ts';
import { refusePassword } from './users.ts';

export interface ActivationCall {
  readonly view: DeviceView;
  readonly spec: DeviceSpec;
  readonly rng: Rng;
  readonly request: SimHttpRequest;
  readonly path: string;
}

/** 3: the form of newer firmware, with a key of 3072 bits; else the older one. */
type Version = number | null;

const exponent = 65_537n;

/** Both generations wrap bytes as base64 of their hexadecimal text. */
function fromWrapped(text: string | undefined): Uint8Array | null {
  const inner = text === undefined ? null : fromBase64(text);
  if (inner === null) return null;
  const hex = new TextDecoder().decode(inner);
  return fromHex(hex, Math.floor(hex.length / 2));
}

const toWrapped = (data: Uint8Array): string => toBase64(new TextEncoder().encode(toHex(data)));

function keyOf(modulus: Uint8Array | null, lengths: readonly number[]): PublicKey | null {
  if (modulus === null || !lengths.includes(modulus.length) || modulus[0] === 0) return null;
  return { modulus: BigInt(`0x${toHex(modulus)}`), exponent, bytes: modulus.length };
}

/** Lets somebody set the first password over HTTP. One challenge is remembered, and used up by its first use. */
export class ActivationDesk {
  private challenge: string | null = null;
  private readonly version: Version;

  constructor(version: Version) {
    this.version = version;
  }

  /** `null`: none of its paths. Needs no login; whoever comes first sets the password. */
  answer(call: ActivationCall): ResourceOutcome | null {
    const { method } = call.request;
    const isThird = this.version === 3;
    switch (`${method} ${call.path}`) {
      case 'POST /ISAPI/Security/challenge':
        return isThird ? said(403, 4, 'notSupport') : this.offer(call);
      case 'PUT /ISAPI/System/activate':
        // A camera of the new form was seen to answer the old one so.
        return isThird ? said(400, 6, 'badParameters') : this.take(call);
      case 'POST /ISAPI/System/activate/GetChallengeV3':
        return isThird ? this.offerThird(call) : said(403, 4, 'notSupport');
      case 'POST /ISAPI/System/activate/StartActivateV3':
        return isThird ? this.takeThird(call) : said(403, 4, 'notSupport');
      default:
        return null;
    }
  }

  private draw(key: PublicKey, rng: Rng): string {
    this.challenge = rng.hex(32);
    return toWrapped(encryptFor(key, new TextEncoder().encode(this.challenge), rng));
  }

  private use(): string | null {
    const { challenge } = this;
    this.challenge = null;
    return challenge;
  }

  private offer({ view, request, rng }: ActivationCall): ResourceOutcome {
    if (view.state.isActivated) return said(403, 4, 'hasActivated');
    const given = readDocument(request.body);
    const key = keyOf(fromWrapped(given === null ? undefined : textsOf(given)('key')), [128, 256]);
    if (key === null) return said(400, 6, 'badXmlContent');
    return shown(['Challenge', [['key', this.draw(key, rng)]]]);
  }

  private take(call: ActivationCall): ResourceOutcome {
    if (call.view.state.isActivated) return said(403, 4, 'hasActivated');
    const given = readDocument(call.request.body);
    const data = fromWrapped(given === null ? undefined : textsOf(given)('password'));
    const challenge = this.use();
    if (data === null || challenge === null) return said(400, 6, 'badXmlContent');
    const key = fromHex(challenge, 16) ?? new Uint8Array(16);
    const password = behind(aesOpen({ key }, data), challenge);
    if (password === null) return said(400, 6, 'passwordDecodeError');
    return accept(call, password) ?? said(200, 1, 'ok');
  }

  private offerThird({ view, request, rng }: ActivationCall): ResourceOutcome {
    if (view.state.isActivated) return saidJson(403, 4, 'hasActivated');
    const { publicKey } = fieldsOf(request.body);
    const key = keyOf(fromWrapped(publicKey), [384]);
    if (key === null) return saidJson(400, 6, 'Invalid JSON Content');
    return { ...said(200, 1, 'ok'), json: { challenge: this.draw(key, rng) } };
  }

  private takeThird(call: ActivationCall): ResourceOutcome {
    if (call.view.state.isActivated) return saidJson(403, 4, 'hasActivated');
    const { password: wrapped, iv: ivText = '' } = fieldsOf(call.request.body);
    const [data, iv, challenge] = [fromWrapped(wrapped), fromHex(ivText, 16), this.use()];
    if (data === null || iv === null || challenge === null) {
      return saidJson(400, 6, 'badParameters');
    }
    const key = fromHex(challenge, 16) ?? new Uint8Array(16);
    const password = behind(aesOpen({ key, iv }, data), challenge);
    if (password === null) return saidJson(400, 6, 'passwordDecodeError');
    const refused = accept(call, password);
    const { subCode = 'riskPassword' } = { subCode: refused === null ? 'ok' : subCodeOf(refused) };
    return refused === null ? saidJson(200, 1, 'ok') : saidJson(400, 6, subCode);
  }
}

function subCodeOf({ body }: ResourceOutcome): string {
  const fields = typeof body[1] === 'object' ? body[1] : [];
  return String(fields.find(([name]) => name === 'subStatusCode')?.[1] ?? '');
}

/** Behind the first half of the challenge, without zeros or the padding of PKCS#7. */
function behind(open: Uint8Array | null, challenge: string): string | null {
  if (open === null) return null;
  const text = new TextDecoder().decode(open);
  if (!text.startsWith(challenge.slice(0, 16))) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: paddings are control characters
  return text.slice(16).replace(/[\u0000-\u0010]+$/, '');
}

/** Takes the password, or the refusal. */
function accept({ view, spec, rng }: ActivationCall, password: string): ResourceOutcome | null {
  const { state, identity } = view;
  const { userName = 'admin' } = spec;
  const refused = refusePassword(password, userName, identity.abilities.policy);
  if (refused !== null) return refused;
  state.account = makeAccount(password, { userName, ...newSalts(spec, identity.model, rng) });
  state.isActivated = true;
  state.isRiskPassword = false;
  forgive(state.lock);
  return null;
}

function fieldsOf(body: string): Readonly<Record<string, string | undefined>> {
  try {
    const value: unknown = JSON.parse(body);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter(([, each]) => typeof each === 'string'));
  } catch {
    // No JSON: then none of its fields is there.
    return {};
  }
}
