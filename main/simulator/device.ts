import { isPassword, makeAccount } from './account.ts';
import { buildIdentity, buildState, newSalts } from './build.ts';
import type { CertificateName } from './certificates.ts';
import { applyLineFaults, drawFaults, foreignUuid } from './faults.ts';
import { handlers } from './handlers/table.ts';
import type { WebSite } from './http/said.ts';
import { answersFirstMs, WebServer } from './http/web.ts';
import { attemptsLeft, isLocked } from './lock.ts';
import { Obedience } from './obedience.ts';
import { isRisky } from './password-policy.ts';
import { type Personality, personalities, toldFields } from './personalities.ts';
import { renderReply } from './reply-xml.ts';
import { readSadpRequest, type SadpRequest } from './requests.ts';
import { createRng, type Rng } from './rng.ts';
import { type DeviceIdentity, type DeviceState, isBound, type NetSettings } from './state.ts';
import type {
  Act,
  ActName,
  CommandRecord,
  DeviceSpec,
  ReceiveContext,
  SimHttpReply,
  SimHttpRequest,
  SimReply,
} from './types.ts';
import {
  readWsProbe,
  renderMatchFault,
  renderProbeMatches,
  renderWsHello,
  type WsProbe,
} from './ws-discovery.ts';

export interface DeviceOptions {
  readonly seed: number;
  /** Epoch ms at which the fleet starts; boot times lie before it. */
  readonly startedAt: number;
  /** Answers of the fleet are spread over this long; 180 ms when absent. */
  readonly spreadMs?: number;
  readonly site: DeviceSite;
}

/** The site as one device meets it, and whom it tells what becomes of it. */
export interface DeviceSite extends WebSite {
  /** Something will happen to it by itself; somebody with a clock must call `settleChanges` then. */
  readonly onLater: (at: number) => void;
  readonly onChanged: () => void;
}

interface Later {
  readonly at: number;
  readonly run: () => void;
  readonly isAnnounced: boolean;
}

const usualBootMs: Readonly<Record<string, number>> = { recorder: 150_000, panel: 90_000 };

/**
 * One simulated device: a state machine (off, booting, up) with a personality. It has no timers: whoever holds
 * the clock asks with a time, and `dueAt` says when a boot ends.
 */
export class SimDevice {
  readonly spec: DeviceSpec;
  readonly identity: DeviceIdentity;
  readonly state: DeviceState;
  readonly bootMs: number;
  /** What it usually takes to answer. */
  readonly replyDelayMs: number;
  private readonly rng: Rng;
  private readonly personality: Personality;
  private readonly obedience: Obedience;
  private readonly web: WebServer;
  private pending: readonly Later[] = [];

  constructor(spec: DeviceSpec, options: DeviceOptions) {
    const rng = createRng(options.seed);
    this.spec = spec;
    this.identity = buildIdentity(spec, rng);
    const { model, clock } = this.identity;
    this.state = buildState(spec, model, { rng, clock, startedAt: options.startedAt });
    this.rng = rng.fork('behaviour');
    this.personality = personalities[this.identity.model.personality];
    this.replyDelayMs = spec.replyDelayMs ?? this.rng.int(4, options.spreadMs ?? 180);
    this.bootMs =
      spec.bootMs ?? usualBootMs[this.identity.model.kind] ?? this.rng.int(40_000, 75_000);
    const { site } = options;
    const later = (at: number, run: () => void, isAnnounced: boolean): void => {
      this.pending = [...this.pending, { at, run, isAnnounced }];
      site.onLater(at);
    };
    this.web = new WebServer({
      ...{ view: this, spec, site, rng: rng.fork('web') },
      later: (at, run, isAnnounced) => later(at, run, isAnnounced),
      changed: site.onChanged,
      setPassword: (password) => this.setPassword(password),
      reboot: (run, now) => {
        const restart = (): void => {
          run();
          this.boot(now + answersFirstMs);
          site.onLater(this.state.dueAt);
        };
        later(now + answersFirstMs, restart, false);
      },
    });
    this.obedience = new Obedience({
      ...{ view: this, spec, site, rng: rng.fork('commands') },
      personality: this.personality,
      replyDelayMs: this.replyDelayMs,
      paths: this.paths(),
      later,
      changed: site.onChanged,
    });
  }

  get address(): string {
    return this.state.net.address;
  }

  get mac(): string {
    return this.identity.mac;
  }

  get serial(): string {
    return this.identity.serial;
  }

  get model(): string {
    return this.identity.model.name;
  }

  /** Every command it heard that was meant for it, oldest first; the last 500. */
  get commandsHeard(): readonly CommandRecord[] {
    return this.obedience.heard;
  }

  /** Whether a cloud account holds it, whatever its firmware tells. */
  get isBound(): boolean {
    return isBound(this.state);
  }

  get attemptsLeft(): number {
    return attemptsLeft(this.state.lock);
  }

  isLocked(now: number): boolean {
    return isLocked(this.state.lock, now);
  }

  /** For tests: whether this is its administrator's password. Costs no attempt. */
  hasPassword(password: string): boolean {
    const { account } = this.state;
    return account !== null && isPassword(account, new TextEncoder().encode(password));
  }

  /** From now on it misbehaves like this instead. */
  setActs(acts: readonly (ActName | Act)[]): void {
    this.obedience.acts.set(acts);
  }

  get isUp(): boolean {
    return this.state.power === 'up';
  }

  /** Whether an inquiry by multicast brings an answer now (faults apart). */
  get isDiscoverable(): boolean {
    return this.isUp && this.state.sadp === 'on' && this.hears('multicast');
  }

  /** TCP ports that accept a connection now. */
  get openPorts(): readonly number[] {
    if (!this.isUp) return [];
    const { ports } = this.state;
    const { kind, web, hasTls } = this.identity.model;
    if (kind === 'foreign')
      return web === 'foreign-onvif' ? [ports.http, ports.rtsp] : [ports.http];
    const open = web === 'none' ? [] : [ports.http];
    if (hasTls === true && this.state.isHttpsOn) open.push(ports.https);
    if (hasTls === true) open.push(ports.tls);
    open.push(ports.command);
    if (kind === 'camera' || kind === 'recorder') open.push(ports.rtsp);
    return open;
  }

  /** What is spoken on one of its open ports. `other`: a connection is taken, and ends with the first word. */
  speaksAt(port: number): 'http' | 'https' | 'other' {
    const { ports } = this.state;
    if (port === ports.http) return 'http';
    return port === ports.https && this.identity.model.hasTls === true ? 'https' : 'other';
  }

  /** Somebody installed another certificate, or stands where the device stood. */
  swapCertificate(to: CertificateName = 'swapped'): void {
    this.state.certificate = to;
  }

  hears(arrival: ReceiveContext['to']): boolean {
    return this.spec.hears?.includes(arrival) ?? true;
  }

  /** A datagram for UDP 37020. */
  receive(data: Uint8Array, context: ReceiveContext): readonly SimReply[] {
    if (!this.isUp || this.state.sadp !== 'on' || !this.hears(context.to)) return [];
    const request = readSadpRequest(data);
    return request === null ? [] : this.answerSadp(request, context.now);
  }

  /** Same for a request that was read already: a thousand devices on one socket share one reading. */
  answerSadp(request: SadpRequest, now: number): readonly SimReply[] {
    if (!this.isUp || this.state.sadp !== 'on') return [];
    const handler = handlers.get(request.types);
    if (handler === undefined) return this.obedience.obey(request, now);
    isLocked(this.state.lock, now);
    const struck = drawFaults(this.spec.faults ?? [], this.rng);
    if (struck.has('deaf')) return [];
    const { personality, rng } = this;
    const fields = handler.answer({ view: this, personality, request, now, rng });
    if (fields === null) return [];
    const uuid = struck.has('foreign-uuid') ? foreignUuid(rng) : request.uuid;
    const data = renderReply(
      { root: 'ProbeMatch', uuid, types: request.types, fields },
      personality,
      this.identity.quirks,
    );
    const replies = this.paths().map((via) => ({ data, via, delayMs: this.replyDelayMs }));
    return applyLineFaults(replies, struck, rng);
  }

  /** A datagram for UDP 3702. Answers go to the sender, as WS-Discovery wants it. */
  receiveWsDiscovery(data: Uint8Array, _context: ReceiveContext): readonly SimReply[] {
    const probe = this.isUp && this.state.isOnvifOn ? readWsProbe(data) : null;
    return probe === null ? [] : this.answerWsProbe(probe);
  }

  /** Same for a probe that was read already. */
  answerWsProbe(probe: WsProbe): readonly SimReply[] {
    if (!this.isUp || !this.state.isOnvifOn) return [];
    const id = this.messageId();
    const text = probe.isUnusual
      ? renderMatchFault(probe.messageId, id)
      : renderProbeMatches(this, probe.messageId, id);
    return [{ data: new TextEncoder().encode(text), via: 'unicast', delayMs: this.replyDelayMs }];
  }

  /** What it multicasts when it has come up; `null` when its discovery is off. */
  hello(_now: number): SimReply | null {
    if (!this.isDiscoverable) return null;
    const data = renderReply(
      { root: 'Hello', uuid: null, types: 'hello', fields: toldFields(this, this.personality) },
      this.personality,
      this.identity.quirks,
    );
    return { data, via: 'multicast', delayMs: this.replyDelayMs };
  }

  wsHello(_now: number): SimReply | null {
    if (!this.isUp || !this.state.isOnvifOn) return null;
    const data = new TextEncoder().encode(renderWsHello(this, this.messageId()));
    return { data, via: 'multicast', delayMs: this.replyDelayMs };
  }

  /** One GET without credentials; `null` when nothing answers HTTP. */
  httpGet(path: string): SimHttpReply | null {
    return this.http({ method: 'GET', path, headers: [], body: '' }, 0);
  }

  /** One request as it arrived; `null` when nothing answers HTTP, or the connection dies. */
  http(request: SimHttpRequest, now: number): SimHttpReply | null {
    return this.isUp ? this.web.answer(request, now) : null;
  }

  /** Loses power, or is unplugged. */
  powerOff(): void {
    this.state.power = 'off';
  }

  /** Starts booting; it is up at `state.dueAt`. */
  boot(now: number, bootMs = this.bootMs): void {
    this.state.power = 'booting';
    this.state.dueAt = now + bootMs;
  }

  /** Ends a boot that is due; whether this call ended one. */
  settle(now: number): boolean {
    if (this.state.power !== 'booting' || this.state.dueAt > now) return false;
    this.state.power = 'up';
    this.state.bootedAt = Math.floor(this.state.dueAt / 1000) * 1000;
    this.state.bootCount += 1;
    return true;
  }

  /** Does what is due by itself: new settings taking effect. `greets`: it then says Hello. */
  settleChanges(now: number): 'nothing' | 'changed' | 'greets' {
    const due = this.pending.filter(({ at }) => at <= now);
    if (due.length === 0) return 'nothing';
    this.pending = this.pending.filter(({ at }) => at > now);
    for (const { run } of due) run();
    return due.some(({ isAnnounced }) => isAnnounced) ? 'greets' : 'changed';
  }

  /** As at the factory (`null`), or as if somebody had set this password at the device itself. */
  setPassword(password: string | null): void {
    const { model } = this.identity;
    const salts = newSalts(this.spec, model, this.rng);
    const { userName = 'admin' } = this.spec;
    this.state.account = password === null ? null : makeAccount(password, { userName, ...salts });
    this.state.isActivated = password !== null;
    if (password === null) this.state.users = [];
    const { policy } = this.identity.abilities;
    this.state.isRiskPassword = password !== null && isRisky(password, userName, policy);
  }

  setNet(settings: Partial<NetSettings>): void {
    Object.assign(this.state.net, settings);
  }

  private paths(): readonly ('multicast' | 'unicast')[] {
    const answers = this.spec.answers ?? 'multicast';
    return answers === 'both' ? ['multicast', 'unicast'] : [answers];
  }

  private messageId(): string {
    const mac = this.mac.replaceAll(':', '');
    return `${this.rng.hex(8)}-${this.rng.hex(4)}-4${this.rng.hex(3)}-8${this.rng.hex(3)}-${mac}`;
  }
}
