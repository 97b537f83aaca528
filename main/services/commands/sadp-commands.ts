import type { Reason } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Network } from '../../ports/network.ts';
import type { Random } from '../../ports/random.ts';
import { wireMac } from '../../protocol/sadp/commands.ts';
import { encodeSadpRequest, type SadpRequest } from '../../protocol/sadp/encode.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import { readResult } from '../../protocol/sadp/results.ts';
import { KeyedQueue } from '../lib/keyed-queue.ts';
import type { LockoutGuard } from '../lockout/guard.ts';
import type { Answer, Commands, PasswordRequest, PlainRequest } from './commands.ts';
import { deviceKeyOf } from './device-key.ts';
import { toWireElements } from './elements.ts';
import { type PasswordCrypto, PasswordSender } from './password-sender.ts';
import { adapterOf, isFresh, isOfDevice, macOf, type Place, type PlaceResult } from './place.ts';
import { Reader } from './reader.ts';
import { answerMs, notSent, type RequestRules } from './request.ts';
import { SightBook } from './sight-book.ts';
import { type Waited, Waiter } from './waiter.ts';
import type { Wire } from './wire.ts';

export interface SadpCommandsOptions {
  readonly wire: Wire;
  readonly network: Pick<Network, 'tcpProbe' | 'neighbourMac'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly guard: LockoutGuard;
  /** `null` where the host brought none: then nothing that needs a password can be sent. */
  readonly crypto: PasswordCrypto | null;
}

/** How long a second answer may show that somebody else answers too. */
const plainGraceMs = 80;
/** To learn where a device is before it is told anything. */
const placeMs = 3500;
const whoHasMs = 400;

/** One datagram, one Uuid, one answer; one request a device at a time. */
export class SadpCommands implements Commands {
  readonly #options: SadpCommandsOptions;
  readonly #queue = new KeyedQueue();
  readonly #waiter: Waiter;
  readonly #reader: Reader;
  readonly #sights = new SightBook();
  readonly #sender: PasswordSender;
  readonly #unsubscribe: () => void;

  constructor(options: SadpCommandsOptions) {
    const { wire, clock, random, guard, crypto, log } = options;
    this.#options = options;
    this.#waiter = new Waiter(clock);
    this.#reader = new Reader({ wire, clock, random });
    this.#sender = new PasswordSender({
      ...{ random, guard, crypto, log },
      request: (place, request, rules) => this.#request(place, request, rules),
    });
    this.#unsubscribe = wire.onMessage((heard) => {
      this.#sights.note(heard);
      this.#waiter.offer(heard);
      this.#reader.offer(heard);
    });
  }

  ask(device: DeviceRecord, request: PlainRequest): Promise<Answer> {
    return this.#queue.run(deviceKeyOf(device), async () => {
      const found = await this.#find(device);
      if (!found.ok) return notSent(found.reason, found.detail);
      const { place } = found;
      if (this.#isContested(place)) return contested;
      const uuid = this.#options.random.uuid().toUpperCase();
      const { types, elements = [], order = 'mac-types' } = request;
      const wanted: SadpRequest = {
        ...{ uuid, types, mac: wireMac(place.rawMac, place.mac) },
        body: toWireElements(elements),
        order: order === 'types-mac' ? 'UTM' : 'UMT',
      };
      const answer = await this.#request(place, wanted, {
        timeoutMs: request.timeoutMs ?? answerMs,
        graceMs: plainGraceMs,
        isStrict: false,
        isOwn: (address) => address === place.address,
      });
      this.#noteLock(device, answer);
      return answer;
    });
  }

  command(device: DeviceRecord, request: PasswordRequest): Promise<Answer> {
    const key = deviceKeyOf(device);
    return this.#queue.run(key, async () => {
      const refusal = await this.#sender.refusal(key, request);
      if (refusal !== null) return notSent(refusal, 'the lockout guard advises against it');
      const found = await this.#find(device);
      if (!found.ok) return notSent(found.reason, found.detail);
      if (this.#isContested(found.place)) return contested;
      return await this.#sender.send({ key, place: found.place, request });
    });
  }

  async readUntil(
    device: DeviceRecord,
    accept: (message: SadpMessage) => boolean,
    timeoutMs: number,
  ): Promise<SadpMessage | null> {
    const problem = await this.#open();
    if (problem !== null) return null;
    return await this.#read(device, accept, timeoutMs);
  }

  guard(
    device: DeviceRecord,
    password: string | null,
    isOverride: boolean,
  ): Promise<Reason | null> {
    return this.#options.guard.check(deviceKeyOf(device), password, isOverride);
  }

  lock(device: DeviceRecord): { attemptsLeft: number | null; lockedUntil: number | null } {
    return { ...this.#options.guard.view(deviceKeyOf(device)) };
  }

  /** Answers `unknown` for a host beyond the subnet, whose MAC nobody here can see. */
  async whoHas(address: string): Promise<string | null> {
    const { network, clock } = this.#options;
    // Connecting makes the system ask by ARP; what the port says hardly matters.
    const probe = await network.tcpProbe(address, 80, whoHasMs);
    const mac = await network.neighbourMac(address);
    const isAnswering = probe === 'open' || probe === 'refused';
    if (mac === null) return isAnswering ? 'unknown' : null;
    // The system remembers for minutes who had the address; a device heard elsewhere since has left it.
    const sight = this.#sights.get(mac);
    const hasLeft = isFresh(sight, clock.now()) && sight.fromAddress !== address;
    return hasLeft && !isAnswering ? null : mac;
  }

  close(): void {
    this.#unsubscribe();
    this.#reader.close();
  }

  /** A lock told in answer to a harmless question stands against the next password as well. */
  #noteLock(device: DeviceRecord, answer: Answer): void {
    if (answer.kind !== 'reply') return;
    const result = readResult(answer.message);
    if (result.code === 'locked') this.#options.guard.noteLocked(deviceKeyOf(device), result);
  }

  #isContested({ mac }: Place): boolean {
    return this.#sights.isContested(mac, this.#options.clock.now());
  }

  async #open(): Promise<string | null> {
    try {
      await this.#options.wire.open();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Where the device is now. One that was not heard lately is asked first, without touching it. */
  async #find(device: DeviceRecord): Promise<PlaceResult> {
    const mac = macOf(device);
    if (mac === null) return { ok: false, reason: 'no-sadp', detail: 'no MAC is known' };
    const problem = await this.#open();
    if (problem !== null) return { ok: false, reason: 'no-adapter', detail: problem };
    const { wire, clock } = this.#options;
    if (!isFresh(this.#sights.get(mac), clock.now())) {
      await this.#read(device, (message) => message.mac === mac, placeMs);
    }
    const sight = this.#sights.get(mac);
    if (!isFresh(sight, clock.now())) {
      return { ok: false, reason: 'offline', detail: 'it did not answer an inquiry' };
    }
    const usable = wire.usableAdapters().map(({ id }) => id);
    const adapter = adapterOf(sight, device, usable);
    if (adapter === null) {
      return { ok: false, reason: 'no-adapter', detail: 'the adapter it was heard by is gone' };
    }
    const isDirect = !sight.hearsGroup || !wire.hearsGroup();
    const address = sight.fromAddress;
    const target = isDirect
      ? ({ kind: 'unicast', address } as const)
      : ({ kind: 'multicast' } as const);
    const { rawMac, fields } = sight;
    return { ok: true, place: { mac, rawMac, adapter, target, address, fields } };
  }

  #read(
    device: DeviceRecord,
    accept: (message: SadpMessage) => boolean,
    timeoutMs: number,
  ): Promise<SadpMessage | null> {
    const { wire } = this.#options;
    const mac = macOf(device);
    const sight = mac === null ? null : this.#sights.get(mac);
    const usable = wire.usableAdapters().map(({ id }) => id);
    const adapter = adapterOf(sight, device, usable);
    const isDirect = sight?.hearsGroup === false || !wire.hearsGroup();
    const last = sight?.fromAddress ?? null;
    return this.#reader.read({
      adapters: adapter === null ? usable : [adapter],
      addresses: isDirect && last !== null ? [last] : [],
      isWanted: (message) => isOfDevice(message, device),
      ...{ accept, timeoutMs },
    });
  }

  /** The matcher stands before the send, the time begins after it. */
  async #request(place: Place, request: SadpRequest, rules: RequestRules): Promise<Answer> {
    const { wire, log } = this.#options;
    const { uuid, types } = request;
    const { timeoutMs, ...expected } = rules;
    const data = encodeSadpRequest(request);
    const waiting = this.#waiter.expect({ uuid, types, mac: place.mac, ...expected });
    try {
      rules.beforeSend?.();
      const problem = await wire.sendOn(place.adapter, place.target, { uuid, data });
      log.debug(() => `sent ${types}`, { mac: place.mac, adapter: place.adapter, problem });
      if (problem !== null) return notSent('send-failed', problem);
      return toAnswer(await waiting.arm(timeoutMs));
    } finally {
      this.#waiter.forget(uuid);
    }
  }
}

const contested: Answer = {
  kind: 'foreign-sender',
  detail: 'two hosts speak for this MAC, so nothing was sent',
};

function toAnswer(waited: Waited): Answer {
  if (waited.kind !== 'reply') return waited;
  return { kind: 'reply', message: waited.message, result: waited.message.result };
}
