import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type {
  AdapterAddress,
  AdapterInfo,
  Channel,
  ChannelOptions,
  ChannelStatus,
  NetProblem,
  SendTarget,
} from '../../ports/network.ts';
import {
  type AddressClaim,
  claimAddresses,
  type Member,
  memberState,
  newMember,
  type Shot,
  type SocketPlace,
  shotsFor,
} from './channel-plan.ts';
import { type SystemError, toNetProblem } from './errno.ts';
import { JoinedSocket } from './joined-socket.ts';
import { isLoopbackAddress, type LanGuard } from './lan-guard.ts';
import type { RawDatagram, SocketListener, UdpClient } from './udp-client.ts';
import type { AcceptedSource } from './udp-messages.ts';

/** How often a port that was taken, or an adapter that failed, is tried again. */
export const retryMs = 5_000;

/** A switch without a querier forgets its members after 260 s; two lost reports must not matter. */
export const rejoinMs = 60_000;

export interface ChannelContext {
  readonly client: UdpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly guard: LanGuard;
  readonly place: SocketPlace;
  adapters(): readonly AdapterInfo[];
  /** `false` keeps an adapter silent whatever the caller of the channel asks. */
  isAllowed(adapter: AdapterInfo): boolean;
  portHolder(port: number): Promise<string | null>;
  /** Training only: where a made-up address really is. */
  locate(address: string, port: number): Promise<{ host: string; port: number } | null>;
  onClosed(channel: UdpChannel): void;
}

/**
 * One UDP service over several adapters. A socket on all addresses takes the group traffic once,
 * whichever adapter it comes by; one more per adapter address sends and takes the unicast answers,
 * which is how these are attributed. (One joined socket per adapter would see each group datagram as
 * often as there are adapters.)
 */
export class UdpChannel implements Channel, SocketListener {
  readonly #options: ChannelOptions;
  readonly #context: ChannelContext;
  readonly #members = new Map<string, Member>();
  readonly #adapterOf = new Map<number, string>();
  readonly #timers: readonly Timer[];
  #wanted: ReadonlySet<string>;
  /** The wanted ones that may be used. */
  #adapterIds: readonly string[] = [];
  readonly #joined: JoinedSocket;
  #mode: ChannelStatus['mode'] = 'closed';
  #holder: string | null = null;
  #portError: string | null = null;
  #lastStatus = '';
  #isClosed = false;
  /** Changes run one after the other; each starts from what the one before left. */
  #work: Promise<void> = Promise.resolve();

  constructor(options: ChannelOptions, context: ChannelContext) {
    this.#options = options;
    this.#context = context;
    this.#wanted = new Set(options.adapterIds);
    const { group, port } = options;
    const { client, place } = context;
    this.#joined = new JoinedSocket({ client, place, owner: this, group, port });
    this.#timers = [
      context.clock.every(retryMs, () => {
        if (this.#needsRetry()) void this.reconcile();
      }),
      context.clock.every(rejoinMs, () => this.#queue(() => this.#rejoin())),
    ];
  }

  status(): ChannelStatus {
    return {
      mode: this.#mode,
      holder: this.#holder,
      adapters: [...this.#members.values()].map((member) => memberState(member, this.#mode)),
      oversize: this.#context.client.oversize,
    };
  }

  setAdapters(ids: readonly string[]): Promise<void> {
    this.#wanted = new Set(ids);
    return this.reconcile();
  }

  async send(adapterId: string, target: SendTarget, data: Uint8Array): Promise<NetProblem | null> {
    await this.#work;
    const member = this.#members.get(adapterId);
    if (member === undefined || this.#isClosed) return 'gone';
    if (member.own.size === 0) return member.problem ?? 'bind-failed';
    const shots = shotsFor(target, this.#options.group, this.#openAddresses(member));
    let problem: NetProblem | null = null;
    let isSent = false;
    for (const shot of shots) {
      const failure = await this.#shoot(member, shot, { target, data });
      if (failure === null) isSent = true;
      else problem ??= failure;
    }
    const outcome = isSent ? null : problem;
    // A missing route to one address says nothing about the adapter; a failed group send does.
    if (target.kind === 'multicast') this.#noteSend(member, outcome);
    if (outcome === 'gone') void this.#queue(() => this.#renew(member));
    return outcome;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const timer of this.#timers) timer.cancel();
    await this.#work;
    for (const member of this.#members.values()) await this.#closeOwn(member);
    await this.#joined.close();
    this.#members.clear();
    this.#mode = 'closed';
    this.#context.onClosed(this);
  }

  /** Brings the sockets in line with the chosen adapters and their addresses; never rejects. */
  reconcile(): Promise<void> {
    return this.#queue(() => this.#reconcileNow());
  }

  #queue(task: () => Promise<void>): Promise<void> {
    this.#work = this.#work
      .then(() => (this.#isClosed ? undefined : task()))
      .catch((error: unknown) => {
        this.#context.log.error(() => `setting up the sockets failed: ${String(error)}`);
      });
    return this.#work;
  }

  onDatagrams(batch: readonly RawDatagram[]): void {
    if (this.#isClosed) return;
    this.#options.onDatagrams(
      batch.map(({ socket, ...datagram }) => ({
        ...datagram,
        adapterId: this.#adapterOf.get(socket) ?? null,
      })),
    );
  }

  onBroken(socket: number, error: SystemError): void {
    this.#context.log.warn(() => `a socket failed: ${error.code} ${error.message}`);
    this.#joined.broke(socket);
    this.#adapterOf.delete(socket);
    for (const member of this.#members.values()) {
      for (const [address, own] of member.own) {
        if (own.socket === socket) member.own.delete(address);
      }
    }
    void this.reconcile();
  }

  /** The system knows the adapter no longer by its old number: it was pulled and put back. */
  async #renew(member: Member): Promise<void> {
    await this.#closeOwn(member);
    await this.#rejoin();
  }

  async #rejoin(): Promise<void> {
    await this.#joined.rejoin();
    await this.#reconcileNow();
  }

  async #reconcileNow(): Promise<void> {
    const adapters = this.#context.adapters();
    this.#adapterIds = [...this.#wanted].filter((id) => {
      const adapter = adapters.find((candidate) => candidate.id === id);
      return adapter === undefined || this.#context.isAllowed(adapter);
    });
    const claims = claimAddresses(this.#adapterIds, adapters);
    await this.#dropMembers();
    await this.#choosePort();
    for (const id of this.#adapterIds) {
      const member = this.#members.get(id) ?? newMember(id);
      this.#members.set(id, member);
      setProblem(member, ...claimProblem(claims.get(id) ?? null));
      await this.#bindOwn(member, claims.get(id)?.usable ?? []);
    }
    await this.#joinGroups(claims);
    this.#settleMode();
    this.#publish();
  }

  /** Shared when the port is ours to share, otherwise any port: devices that unicast still answer. */
  async #choosePort(): Promise<void> {
    if (this.#joined.isOpen) return;
    const error = await this.#joined.open(this.#accept());
    const mode = error === null ? 'shared' : 'ephemeral';
    if (this.#mode !== mode) {
      // The own sockets sit on other ports; they come back on the right one.
      for (const member of this.#members.values()) await this.#closeOwn(member);
    }
    this.#mode = mode;
    this.#notePort(error);
  }

  #notePort(error: SystemError | null): void {
    const { port } = this.#options;
    const before = this.#portError;
    this.#portError = error?.code ?? null;
    if (error === null) {
      this.#holder = null;
      if (before !== null) this.#context.log.notice(() => `port ${port} is shared again`);
      return;
    }
    if (before !== error.code) {
      this.#context.log.warn(() => `port ${port} cannot be shared: ${error.message}`);
    }
    // Not awaited: looking through the processes takes time and sending must not wait for it.
    void this.#context.portHolder(port).then((holder) => {
      if (this.#mode === 'shared' || holder === null) return;
      if (holder !== this.#holder) this.#context.log.warn(() => `port ${port}: held by ${holder}`);
      this.#holder = holder;
      this.#publish();
    });
  }

  /** A demo on the same machine multicasts over loopback, and Linux shows that to every program. */
  #accept(): AcceptedSource {
    if (this.#context.place.isTraining) return 'loopback';
    const isLoopbackChosen = this.#context
      .adapters()
      .some(({ id, kind }) => kind === 'loopback' && this.#adapterIds.includes(id));
    return isLoopbackChosen ? 'any' : 'network';
  }

  async #dropMembers(): Promise<void> {
    for (const [id, member] of this.#members) {
      if (this.#adapterIds.includes(id)) continue;
      await this.#closeOwn(member);
      this.#members.delete(id);
    }
  }

  async #bindOwn(member: Member, addresses: readonly AdapterAddress[]): Promise<void> {
    const wanted = new Set(addresses.map(({ address }) => address));
    for (const [address, own] of member.own) {
      if (wanted.has(address)) continue;
      member.own.delete(address);
      await this.#closeSocket(own.socket);
    }
    for (const { address } of addresses) {
      if (member.own.has(address)) continue;
      const bindAddress = this.#context.place.bindAddress(address);
      const opened = await this.#context.client.open(
        {
          address: bindAddress,
          port: this.#mode === 'shared' ? this.#options.port : 0,
          multicastInterface: bindAddress,
          isLoopbackOn: this.#context.place.isTraining || bindAddress.startsWith('127.'),
          accept: this.#context.place.isTraining ? 'loopback' : 'any',
        },
        this,
      );
      if (opened.error !== null) {
        setProblem(member, toNetProblem('bind', opened.error), opened.error.message);
        continue;
      }
      member.own.set(address, { socket: opened.socket, port: opened.port });
      this.#adapterOf.set(opened.socket, member.id);
    }
  }

  async #joinGroups(claims: ReadonlyMap<string, AddressClaim | null>): Promise<void> {
    const wishes = [...this.#members.keys()].map((adapterId) => ({
      adapterId,
      addresses: claims.get(adapterId)?.usable ?? [],
    }));
    const failures = await this.#joined.sync(wishes, this.#accept());
    for (const member of this.#members.values()) {
      const failure = failures.get(member.id);
      member.isJoined = this.#joined.isMember(member.id);
      if (failure !== undefined) {
        setProblem(member, toNetProblem('join', failure), failure.message);
      }
    }
  }

  async #shoot(
    member: Member,
    shot: Shot,
    what: { readonly target: SendTarget; readonly data: Uint8Array },
  ): Promise<NetProblem | null> {
    const own = member.own.get(shot.from);
    if (own === undefined) return 'gone';
    const { guard, client } = this.#context;
    if (!guard.mayReach(shot.to, shot.isOnLink)) return 'no-route';
    const to = await this.#destination(shot, what.target);
    if (to === null) return null;
    const isOnLink = shot.isOnLink && to.address === shot.to;
    if (!guard.mayReach(to.address, isOnLink)) return 'no-route';
    const { error } = await client.send(own.socket, to, what.data);
    guard.sent(to.address, error === null ? what.data.length : 0, isOnLink);
    if (error === null) return null;
    const operation = what.target.kind === 'unicast' ? 'send-unicast' : 'send-group';
    return toNetProblem(operation, error);
  }

  /** In the training site only loopback is touched; `null` is an address where nobody lives. */
  async #destination(
    shot: Shot,
    target: SendTarget,
  ): Promise<{ address: string; port: number } | null> {
    const { port, group } = this.#options;
    if (!this.#context.place.isTraining || shot.to === group) return { address: shot.to, port };
    if (target.kind !== 'unicast') return { address: '127.255.255.255', port };
    const found = await this.#context.locate(shot.to, port);
    return found !== null && isLoopbackAddress(found.host)
      ? { address: found.host, port: found.port }
      : null;
  }

  #openAddresses(member: Member): AdapterAddress[] {
    const adapter = this.#context.adapters().find(({ id }) => id === member.id);
    return (adapter?.addresses ?? []).filter(({ address }) => member.own.has(address));
  }

  #noteSend(member: Member, outcome: NetProblem | null): void {
    if (member.sendProblem === outcome) return;
    member.sendProblem = outcome;
    this.#publish();
  }

  #needsRetry(): boolean {
    if (this.#isClosed) return false;
    return (
      this.#mode !== 'shared' ||
      [...this.#members.values()].some(({ problem }) => problem !== null && problem !== 'no-ipv4')
    );
  }

  #settleMode(): void {
    if (this.#mode === 'shared') return;
    const isOpen = [...this.#members.values()].some(({ own }) => own.size > 0);
    this.#mode = isOpen ? 'ephemeral' : 'closed';
  }

  #publish(): void {
    if (this.#isClosed) return;
    const status = this.status();
    const text = JSON.stringify({ ...status, oversize: 0 });
    if (text === this.#lastStatus) return;
    this.#lastStatus = text;
    this.#logStatus(status);
    this.#options.onStatus(status);
  }

  #logStatus(status: ChannelStatus): void {
    const ids = status.adapters.filter(({ isListening }) => isListening).map(({ id }) => id);
    const { port } = this.#options;
    this.#context.log.info(() => `port ${port} ${status.mode}, listening on ${ids.join(', ')}`);
    for (const { id, problem, detail } of status.adapters) {
      if (problem !== null) {
        this.#context.log.warn(() => `adapter ${id}: ${problem} ${detail ?? ''}`, { adapter: id });
      }
    }
  }

  async #closeOwn(member: Member): Promise<void> {
    const open = [...member.own.values()];
    member.own.clear();
    for (const { socket } of open) await this.#closeSocket(socket);
  }

  async #closeSocket(socket: number): Promise<void> {
    this.#adapterOf.delete(socket);
    await this.#context.client.closeSocket(socket);
  }
}

function claimProblem(claim: AddressClaim | null): [NetProblem | null, string | null] {
  if (claim === null) return ['gone', null];
  if (claim.usable.length > 0) return [null, null];
  return claim.taken === null ? ['no-ipv4', null] : ['bind-failed', claim.taken];
}

function setProblem(member: Member, problem: NetProblem | null, detail: string | null): void {
  member.problem = problem;
  member.detail = detail;
}
