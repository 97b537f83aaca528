import type { Decoded } from '../../../protocol/isapi/read.ts';
import {
  causeOf,
  decodeResponseStatus,
  isAccepted,
  type StatusCause,
} from '../../../protocol/isapi/response-status.ts';
import type { ItemContext } from '../../jobs/types.ts';
import type {
  DeviceSession,
  LoginAnswer,
  LoginRequest,
  LoginTarget,
  SessionOptions,
} from '../../login/logins.ts';
import type { RunnerParts } from '../options.ts';
import { type Done, done, outcomeNotSent, type Sent } from '../outcomes.ts';
import {
  outcomeOfFailure,
  outcomeOfStatus,
  pathWords,
  unreadableOutcome,
  wordsOf,
} from './status-outcome.ts';

export type Opened =
  | { readonly kind: 'open'; readonly http: ItemHttp; readonly target: LoginTarget }
  | { readonly kind: 'closed'; readonly outcome: Done };

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly outcome: Done; readonly isMissing: boolean };

/** What became of one request that changes the device; the words are those of `Sent`. */
export interface Changed extends Sent {
  /** The device took it and uses it after a restart. */
  readonly needsReboot: boolean;
  readonly cause: StatusCause | null;
}

/**
 * Opens the one session of an item: the password of the run, else the saved one. It waits for the password
 * group; no connection is made yet.
 */
export async function openHttp<P>(
  parts: RunnerParts,
  context: ItemContext<P>,
  options: SessionOptions = {},
): Promise<Opened> {
  const { device, door, commands, signal } = context;
  const { logins, clock } = parts;
  const target = options.target ?? logins.target(device);
  if (target === null) return closed(done('no-answer', 'unreachable', { params: nowhere }));
  const refusal = await door.enter();
  if (refusal !== null) {
    return closed(outcomeNotSent(refusal, { commands, device, now: clock.now() }));
  }
  context.step('logging-in');
  const password = options.password ?? context.password() ?? undefined;
  const session = await logins.session(device, {
    ...{ isOverride: door.isOverride, signal, ...options },
    ...(password === undefined ? {} : { password }),
  });
  if ('kind' in session) {
    door.answered();
    return closed(outcomeOfFailure(session));
  }
  return { kind: 'open', target, http: new ItemHttp(session, context) };
}

const nowhere = { address: null };

function closed(outcome: Done): Opened {
  return { kind: 'closed', outcome };
}

/** The HTTP side of one item: reads freely, changes under the write-ahead mark, and notes what was said. */
export class ItemHttp {
  readonly #session: DeviceSession;
  readonly #context: Pick<ItemContext<unknown>, 'door' | 'note'>;
  #isJudged = false;

  constructor(session: DeviceSession, context: Pick<ItemContext<unknown>, 'door' | 'note'>) {
    this.#session = session;
    this.#context = context;
  }

  get userName(): string {
    return this.#session.userName;
  }

  async read<T>(path: string, decode: (body: Uint8Array) => Decoded<T>): Promise<Read<T>> {
    const answer = await this.#ask({ method: 'GET', path });
    if (answer.kind === 'failed') {
      return { ok: false, outcome: outcomeOfFailure(answer), isMissing: false };
    }
    const decoded = decode(answer.body);
    if (decoded.ok) return decoded;
    if (decoded.reason === 'refused') {
      this.#context.note(`${pathWords(path)}: ${wordsOf(decoded.status)}`);
      const isMissing = causeOf(decoded.status) === 'not-supported';
      return { ok: false, outcome: outcomeOfStatus(decoded.status), isMissing };
    }
    this.#context.note(`${pathWords(path)}: HTTP ${answer.status}, ${decoded.detail}`);
    const isMissing = answer.status === 404 || answer.status === 403;
    const outcome = isMissing
      ? done('not-supported', 'function-unsupported')
      : unreadableOutcome(decoded.detail);
    return { ok: false, outcome, isMissing };
  }

  /** Sends one request that changes the device, marked on the disk before. Never repeated. */
  async change(request: LoginRequest): Promise<Changed> {
    const { door, note } = this.#context;
    const isFirst = door.mark();
    const answer = await this.#ask(request);
    const name = `${request.method} ${pathWords(request.path)}`;
    if (answer.kind === 'failed') {
      if (!answer.isSent && isFirst) door.unmark();
      note(`${name}: ${answer.isSent ? 'sent, no answer' : `not sent (${answer.reason})`}`);
      const outcome = answer.isSent ? done('unknown', 'silent') : outcomeOfFailure(answer);
      return { kind: answer.isSent ? 'unclear' : 'ended', outcome, ...plain };
    }
    const status = decodeResponseStatus(answer.text);
    if (status === null) {
      note(`${name}: HTTP ${answer.status}, no words`);
      return { kind: 'unclear', outcome: unreadableOutcome(`HTTP ${answer.status}`), ...plain };
    }
    note(`${name}: HTTP ${answer.status}, ${wordsOf(status)}`);
    const cause = causeOf(status);
    const isTaken = isAccepted(status) || cause === 'dhcp-pending';
    if (isTaken) {
      const needsReboot = status.kind === 'reboot-required';
      return { kind: 'success', outcome: done('accepted', 'device-said-so'), needsReboot, cause };
    }
    const outcome = outcomeOfStatus(status);
    const kind = outcome.verdict === 'unknown' ? 'unclear' : 'refused';
    return { kind, outcome, needsReboot: false, cause };
  }

  async #ask(request: LoginRequest): Promise<LoginAnswer> {
    const answer = await this.#session.request(request);
    if (!this.#isJudged) {
      this.#isJudged = true;
      this.#judge(answer);
    }
    return answer;
  }

  /** Only a clear word about the login says something about the password of the group. */
  #judge(answer: LoginAnswer): void {
    const { door, note } = this.#context;
    if (answer.kind === 'failed') {
      note(`login as ${this.userName}: ${answer.reason}`);
      if (answer.reason === 'wrong-password') door.word('wrong');
    } else if (answer.status !== 401 && answer.status < 500) {
      note(`login as ${this.userName}: accepted`);
      door.word('right');
    }
    door.answered();
  }
}

const plain = { needsReboot: false, cause: null };
