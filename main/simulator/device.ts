import { buildIdentity, buildState } from './build.ts';
import { applyLineFaults, drawFaults, foreignUuid } from './faults.ts';
import { handlers } from './handlers/table.ts';
import { answerGet } from './http.ts';
import { type Personality, personalities } from './personalities.ts';
import { renderReply } from './reply-xml.ts';
import { readSadpRequest, type SadpRequest } from './requests.ts';
import { createRng, type Rng } from './rng.ts';
import type { DeviceIdentity, DeviceState, NetSettings } from './state.ts';
import type { DeviceSpec, ReceiveContext, SimHttpReply, SimReply } from './types.ts';
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
}

const usualBootMs: Readonly<Record<string, number>> = { recorder: 150_000, panel: 90_000 };

function sameMac(left: string, right: string): boolean {
  const bare = (text: string): string => text.replace(/[^0-9a-f]/gi, '').toLowerCase();
  return bare(left) === bare(right);
}

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

  constructor(spec: DeviceSpec, options: DeviceOptions) {
    const rng = createRng(options.seed);
    this.spec = spec;
    this.identity = buildIdentity(spec, rng);
    this.state = buildState(spec, this.identity.model, { rng, startedAt: options.startedAt });
    this.rng = rng.fork('behaviour');
    this.personality = personalities[this.identity.model.personality];
    this.replyDelayMs = spec.replyDelayMs ?? this.rng.int(4, options.spreadMs ?? 180);
    this.bootMs =
      spec.bootMs ?? usualBootMs[this.identity.model.kind] ?? this.rng.int(40_000, 75_000);
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
    if (hasTls === true) open.push(ports.https, ports.tls);
    open.push(ports.command);
    if (kind === 'camera' || kind === 'recorder') open.push(ports.rtsp);
    return open;
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
    const handler = handlers.get(request.types);
    if (handler === undefined || !this.isUp || this.state.sadp !== 'on') return [];
    if (handler.isDirected && !sameMac(request.mac ?? '', this.mac)) return [];
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
      { root: 'Hello', uuid: null, types: 'hello', fields: this.personality.fields(this) },
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
    return this.isUp ? answerGet(this, path, this.rng) : null;
  }

  /** Loses power, or is unplugged. */
  powerOff(): void {
    this.state.power = 'off';
  }

  /** Starts booting; it is up at `state.dueAt`. */
  boot(now: number): void {
    this.state.power = 'booting';
    this.state.dueAt = now + this.bootMs;
  }

  /** Ends a boot that is due; whether this call ended one. */
  settle(now: number): boolean {
    if (this.state.power !== 'booting' || this.state.dueAt > now) return false;
    this.state.power = 'up';
    this.state.bootedAt = Math.floor(this.state.dueAt / 1000) * 1000;
    this.state.bootCount += 1;
    return true;
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
