import type { Reason } from '../../contract/job.ts';
import type { Crypto } from '../../ports/crypto.ts';
import type { Log } from '../../ports/log.ts';
import type { Random } from '../../ports/random.ts';
import {
  buildExchangeRequest,
  buildPasswordRequest,
  type CommandPlan,
  planCommand,
  wireMac,
} from '../../protocol/sadp/commands.ts';
import type { SadpRequest } from '../../protocol/sadp/encode.ts';
import { readExchangeReply } from '../../protocol/sadp/exchange.ts';
import { sadpGeneration } from '../../protocol/sadp/generation.ts';
import { buildResetRequest, planReset } from '../../protocol/sadp/reset.ts';
import { readResult } from '../../protocol/sadp/results.ts';
import type { LockoutGuard, Try } from '../lockout/guard.ts';
import { tryOutcomeOf } from '../lockout/outcome.ts';
import type { Answer, PasswordRequest } from './commands.ts';
import { toWireElements } from './elements.ts';
import type { Place } from './place.ts';
import { answerMs, notSent, type RequestRules } from './request.ts';

export type PasswordCrypto = Pick<
  Crypto,
  'md5' | 'sha256' | 'aesEcb' | 'aesCbc' | 'makeExchangeKey' | 'fingerprint'
>;

export interface PasswordSenderOptions {
  readonly random: Random;
  readonly guard: LockoutGuard;
  readonly crypto: PasswordCrypto | null;
  readonly log: Log;
  readonly request: (place: Place, request: SadpRequest, rules: RequestRules) => Promise<Answer>;
}

export interface Sending {
  readonly key: string;
  readonly place: Place;
  readonly request: PasswordRequest;
}

type SupportedPlan = Extract<CommandPlan, { readonly isSupported: true }>;

/** How long a second answer to a key exchange may show that somebody else answers too. */
const exchangeGraceMs = 300;
const commandGraceMs = 120;
const noTold = { attemptsLeft: null, lockMinutes: null };

/**
 * Sends one command that carries a password: guard, exchange, guard again, mark, one datagram. Nothing
 * here is tried twice and no other scheme is tried after a refusal: each try may be one of the last.
 */
export class PasswordSender {
  readonly #options: PasswordSenderOptions;

  constructor(options: PasswordSenderOptions) {
    this.#options = options;
  }

  /** What speaks against it before anything is sent. */
  async refusal(key: string, request: PasswordRequest): Promise<Reason | null> {
    const { crypto, guard } = this.#options;
    if (crypto === null) return 'not-sent';
    const password = isOwnPassword(request) ? request.password : null;
    const reason = await guard.check(key, password, request.isOverride);
    // A new password or the vendor's code is no try at the device's own; only a lock stands against it.
    return isOwnPassword(request) || reason === 'locked' ? reason : null;
  }

  async send({ key, place, request }: Sending): Promise<Answer> {
    const { crypto, guard } = this.#options;
    const plan = planOf(request, place);
    if (!plan.isSupported) return notSent('generation-unsupported', plan.reason);
    if (crypto === null) return notSent('not-sent', 'no cryptography in this host');
    const attempt = isOwnPassword(request) ? await guard.prepare(key, request.password) : null;
    const exchanged = await this.#exchange(crypto, { key, place, plan });
    if (exchanged.kind === 'stop') return exchanged.answer;
    const wire = this.#build(crypto, { place, request, exchange: exchanged.exchange });
    if (wire === null) return notSent('invalid-values', 'the password cannot be sent');
    return await this.#sendOnce(wire, { key, place, request, attempt });
  }

  /** `null` exchange where the plan has none. Anything but one clear answer of the device stops. */
  async #exchange(
    crypto: PasswordCrypto,
    { key, place, plan }: { key: string; place: Place; plan: SupportedPlan },
  ): Promise<{ kind: 'go'; exchange: Uint8Array | null } | { kind: 'stop'; answer: Answer }> {
    const { exchange } = plan;
    if (exchange === null) return { kind: 'go', exchange: null };
    const { random, request } = this.#options;
    const rsa = await crypto.makeExchangeKey(exchange.bits);
    const uuid = random.uuid().toUpperCase();
    const mac = wireMac(place.rawMac, place.mac);
    const wire = buildExchangeRequest({ exchange, uuid, mac, publicKeyDer: rsa.publicKeyDer });
    const answer = await request(place, wire, {
      timeoutMs: answerMs,
      graceMs: exchangeGraceMs,
      isStrict: true,
      isOwn: (address) => address === place.address,
    });
    if (answer.kind === 'silent') {
      return { kind: 'stop', answer: notSent('silent', `no answer to ${exchange.types}`) };
    }
    if (answer.kind !== 'reply') return { kind: 'stop', answer };
    const result = readResult(answer.message);
    if (result.code === 'locked') this.#options.guard.noteLocked(key, result);
    if (result.code !== 'success') return { kind: 'stop', answer };
    const read = readExchangeReply(answer.message, rsa, exchange.bits);
    if (read.ok) return { kind: 'go', exchange: read.value };
    return { kind: 'stop', answer: notSent('bad-exchange', read.reason) };
  }

  /** `null` for a password that no field can carry. */
  #build(
    crypto: PasswordCrypto,
    input: { place: Place; request: PasswordRequest; exchange: Uint8Array | null },
  ): SadpRequest | null {
    const { place, request, exchange } = input;
    const { random, log } = this.#options;
    const { fields } = place;
    const { userName, salt, salt2, encrypt } = fields;
    const common = {
      ...{ generation: sadpGeneration(fields), exchange, uuid: random.uuid().toUpperCase() },
      target: { mac: wireMac(place.rawMac, place.mac), userName, salt, salt2, encrypt },
    };
    const { command, password, answer } = request;
    try {
      if (command === 'reset') {
        if (answer === undefined) throw new RangeError('reset needs an answer');
        const isCodeEncrypted = fields.codeEncrypt === true;
        return buildResetRequest(
          { crypto, random },
          { ...common, password, answer, isCodeEncrypted },
        );
      }
      const elements = toWireElements(request.elements ?? []);
      return buildPasswordRequest(
        { crypto, random },
        { ...common, command, secret: password, elements },
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // Its message names the rule that was broken, never the password.
      log.info(() => `${request.command} was not built: ${error.message}`);
      return null;
    }
  }

  async #sendOnce(
    wire: SadpRequest,
    { key, place, request, attempt }: Sending & { readonly attempt: Try | null },
  ): Promise<Answer> {
    const { guard } = this.#options;
    let hasBegun = false;
    let refusal: Reason | null = null;
    const beforeSend = (): void => {
      refusal = attempt === null ? null : guard.begin(attempt, request.isOverride);
      if (refusal !== null) throw new Refused();
      hasBegun = attempt !== null;
      request.beforeSend();
    };
    let answer: Answer;
    try {
      answer = await this.#options.request(place, wire, {
        timeoutMs: answerMs,
        graceMs: commandGraceMs,
        isStrict: false,
        isOwn: ownSenders(place, request),
        beforeSend,
      });
    } catch (error) {
      if (hasBegun && attempt !== null) guard.finish(attempt, 'none', noTold);
      if (refusal === null) throw error;
      return notSent(refusal, 'the lockout guard advises against it');
    }
    if (attempt !== null) this.#close(attempt, answer);
    else this.#noteNew(key, answer);
    return answer;
  }

  #close(attempt: Try, answer: Answer): void {
    const { guard } = this.#options;
    if (answer.kind === 'reply') {
      const result = readResult(answer.message);
      guard.finish(attempt, tryOutcomeOf(result), result);
      return;
    }
    guard.finish(attempt, answer.kind === 'not-sent' ? 'none' : 'possible', noTold);
  }

  /** Activation sets a new password; a lock can be told in answer to anything. */
  #noteNew(key: string, answer: Answer): void {
    if (answer.kind !== 'reply') return;
    const result = readResult(answer.message);
    if (result.code === 'locked') this.#options.guard.noteLocked(key, result);
    if (result.code === 'success') this.#options.guard.forget(key);
  }
}

/** Stops a send from inside; never leaves this file. */
class Refused extends Error {}

function planOf({ command, answer }: PasswordRequest, { fields }: Place): CommandPlan {
  const generation = sadpGeneration(fields);
  return command === 'reset'
    ? planReset(answer?.route ?? 'code', generation)
    : planCommand(command, generation);
}

/** Commands that carry the password the device has, as against a new one or the vendor's code. */
function isOwnPassword({ command }: PasswordRequest): boolean {
  return command !== 'activate' && command !== 'ezvizUnbindDelUsers' && command !== 'reset';
}

/**
 * A device may answer `update` from the address it was just given, or from whatever a DHCP server gives
 * it. What it answers is no proof there anyway: the device is read back.
 */
function ownSenders(
  place: Place,
  { command, elements = [] }: PasswordRequest,
): (address: string) => boolean {
  if (command !== 'update') return (address) => address === place.address;
  const value = (name: string): string | undefined => elements.find(([own]) => own === name)?.[1];
  if (value('DHCP') === 'true') return () => true;
  const next = value('IPv4Address');
  return (address) => address === place.address || address === next;
}
