import type { Log } from '../../ports/log.ts';
import type { SimDevice } from '../device.ts';
import type { Fleet } from '../fleet.ts';
import type { ReceiveContext, SimReply } from '../types.ts';
import type { Answer, Face } from './faces.ts';
import type { Outbox } from './outbox.ts';

export interface Asker {
  readonly address: string;
  readonly port: number;
}

/** A bound UDP socket, as far as this file needs one. */
export interface UdpSocket {
  readonly port: number;
  send(data: Uint8Array, to: Asker): void;
  close(): Promise<void>;
}

export interface UdpOpenRequest {
  /** Local address to bind. */
  readonly address: string;
  readonly port: number;
  /** Address of the interface to join the group on; `null` for a socket that only gets unicast. */
  readonly joinOn: string | null;
  readonly multicastFrom: string;
  readonly onMessage: (data: Uint8Array, from: Asker) => void;
  readonly onError: (code: string) => void;
}

/** Resolves with the error's code when the system refuses. */
export type OpenUdp = (request: UdpOpenRequest) => Promise<UdpSocket | string>;

export interface UdpOptions {
  readonly fleet: Fleet;
  readonly bindAddress: string;
  readonly multicastFrom: 'bind-address' | 'device-address';
  readonly log: Log;
  readonly outbox: Outbox;
  readonly open: OpenUdp;
}

interface Sender {
  readonly address: string;
  /** A rogue is always up. */
  readonly isUp?: boolean;
}

export const group = '239.255.255.250';
export const isLoopback = (address: string): boolean => address.startsWith('127.');
/** Devices asked before other work gets its turn. */
const askedPerTurn = 200;
/** Loopback doors kept open; the one dialled longest ago goes first. */
const maxDoors = 512;

/** One multicast service on real sockets: a shared receiver, and a socket per device address where possible. */
export class UdpService {
  readonly face: Face;
  private readonly options: UdpOptions;
  private shared: UdpSocket | null = null;
  /** By device address, where this machine has it. */
  private readonly own = new Map<string, UdpSocket>();
  private readonly opening = new Set<string>();
  /** For answers that do not come from a device's own address: a rogue's, or a misbehaving device's. */
  private readonly elsewhere = new Map<string, Promise<UdpSocket | string>>();
  /** On loopback: a socket that stands for one device's address, for requests sent to it alone. */
  private readonly doors = new Map<string, Promise<UdpSocket | string>>();
  private isClosed = false;

  constructor(face: Face, options: UdpOptions) {
    this.face = face;
    this.options = options;
  }

  /** `null` when it is listening, else the error's code. */
  async start(): Promise<string | null> {
    const { bindAddress, open } = this.options;
    const opened = await open({
      address: '0.0.0.0',
      port: this.face.port,
      joinOn: bindAddress,
      multicastFrom: bindAddress,
      onMessage: (data, from) => this.heardByAll(data, from),
      onError: (code) => this.note('shared socket', code),
    });
    if (typeof opened === 'string') return opened;
    this.shared = opened;
    for (const device of this.options.fleet.devices) await this.openOwn(device);
    return null;
  }

  /** The device's state or address changed: it listens at its new address, and nobody at an abandoned one. */
  async sync(device: SimDevice): Promise<void> {
    const isNew = !this.own.has(device.address);
    await this.openOwn(device);
    if (isNew) await this.closeAbandoned();
  }

  /** Opens the socket of a device's own address; never in the demo, where it could be somebody's real one. */
  private async openOwn(device: SimDevice): Promise<void> {
    const { address } = device;
    const { bindAddress, multicastFrom, open } = this.options;
    const isThere = this.own.has(address) || this.opening.has(address);
    if (isLoopback(bindAddress) || isThere || this.isClosed || !this.face.serves(device)) return;
    this.opening.add(address);
    const opened = await open({
      address,
      port: this.face.port,
      joinOn: null,
      multicastFrom: multicastFrom === 'device-address' ? address : bindAddress,
      onMessage: (data, from) => this.heardByOne(address, data, from),
      onError: (code) => this.note(address, code),
    });
    this.opening.delete(address);
    if (typeof opened !== 'string') {
      if (this.isClosed) await opened.close();
      else this.own.set(address, opened);
    } else if (opened !== 'EADDRNOTAVAIL') {
      this.note(`bind ${address}`, opened);
    }
  }

  /** Where a request to this made-up address alone goes; `null` when nobody listens there. */
  async dial(address: string): Promise<{ host: string; port: number } | null> {
    const device = this.options.fleet.addressOwners(address)[0];
    if (this.isClosed || device === undefined || !this.face.serves(device)) return null;
    const host = this.options.bindAddress;
    if (!isLoopback(host)) return { host: address, port: this.face.port };
    const door = this.doors.get(address) ?? this.openDoor(address);
    // Taken out and put back: the map's order is the order of last use.
    this.doors.delete(address);
    this.doors.set(address, door);
    const [oldest] = this.doors.keys();
    if (this.doors.size > maxDoors && oldest !== undefined) await this.closeDoor(oldest);
    const opened = await door;
    if (typeof opened !== 'string') return { host, port: opened.port };
    this.doors.delete(address);
    this.note(`door of ${address}`, opened);
    return null;
  }

  hello(device: SimDevice): void {
    const reply = this.face.hello(device, Date.now());
    if (reply !== null) this.post(device, reply, null);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.doors.keys()].map((address) => this.closeDoor(address)));
    const sockets = [...this.own.values()];
    for (const opened of await Promise.all(this.elsewhere.values())) {
      if (typeof opened !== 'string') sockets.push(opened);
    }
    if (this.shared !== null) sockets.push(this.shared);
    this.own.clear();
    this.shared = null;
    await Promise.all(sockets.map((socket) => socket.close()));
  }

  private async closeAbandoned(): Promise<void> {
    const taken = new Set(this.options.fleet.devices.map((device) => device.address));
    for (const [address, socket] of [...this.own]) {
      if (taken.has(address)) continue;
      this.own.delete(address);
      await socket.close();
    }
  }

  /**
   * Multicast and broadcast cannot be told apart here. On loopback, whatever the real network brings in is not
   * for us: the system delivers a group's datagrams to everybody on the port, whichever interface was joined.
   */
  private heardByAll(data: Uint8Array, from: Asker): void {
    if (isLoopback(this.options.bindAddress) && !isLoopback(from.address)) return;
    const answer = this.face.read(data);
    if (answer === null) return;
    const context: ReceiveContext = { to: 'multicast', fromAddress: from.address, now: Date.now() };
    for (const rogue of this.options.fleet.rogues) {
      const replies = this.face.overhear(rogue, data, context.now);
      for (const reply of replies) this.post(rogue, reply, from);
    }
    const devices = [...this.options.fleet.devices];
    const turn = (start: number): void => {
      if (this.isClosed) return;
      for (const device of devices.slice(start, start + askedPerTurn)) {
        this.ask(device, answer, { context, from });
      }
      if (start + askedPerTurn < devices.length) setImmediate(() => turn(start + askedPerTurn));
    };
    turn(0);
  }

  private openDoor(address: string): Promise<UdpSocket | string> {
    const { bindAddress, open } = this.options;
    return open({
      address: bindAddress,
      port: 0,
      joinOn: null,
      multicastFrom: bindAddress,
      onMessage: (data, from) => this.heardByOne(address, data, from),
      onError: (code) => this.note(`door of ${address}`, code),
    });
  }

  private async closeDoor(address: string): Promise<void> {
    const door = await this.doors.get(address);
    this.doors.delete(address);
    if (door !== undefined && typeof door !== 'string') await door.close();
  }

  private heardByOne(address: string, data: Uint8Array, from: Asker): void {
    const device = this.options.fleet.addressOwners(address)[0];
    const answer = device === undefined ? null : this.face.read(data);
    if (device === undefined || answer === null) return;
    const context: ReceiveContext = { to: 'unicast', fromAddress: from.address, now: Date.now() };
    this.ask(device, answer, { context, from });
  }

  private ask(
    device: SimDevice,
    answer: Answer,
    asked: { context: ReceiveContext; from: Asker },
  ): void {
    for (const reply of answer(device, asked.context)) this.post(device, reply, asked.from);
  }

  private post(sender: Sender, reply: SimReply, asker: Asker | null): void {
    const everybody: Asker = { address: group, port: this.face.port };
    const to = reply.via === 'multicast' || asker === null ? everybody : asker;
    this.options.outbox.add(reply.delayMs, () => {
      // A device that lost its power since does not finish its answer.
      if (sender.isUp === false) return;
      if (reply.fromAddress !== undefined) void this.sendFrom(reply.fromAddress, reply.data, to);
      else (this.own.get(sender.address) ?? this.shared)?.send(reply.data, to);
    });
  }

  private async sendFrom(address: string, data: Uint8Array, to: Asker): Promise<void> {
    const opened = this.own.get(address) ?? (await this.openElsewhere(address));
    const socket = typeof opened === 'string' ? this.shared : opened;
    if (!this.isClosed) socket?.send(data, to);
  }

  private openElsewhere(address: string): Promise<UdpSocket | string> {
    const { bindAddress, open } = this.options;
    // On loopback no address outside it is touched: it could be somebody's real one.
    if (isLoopback(bindAddress) && !isLoopback(address)) return Promise.resolve('EADDRNOTAVAIL');
    const before = this.elsewhere.get(address);
    if (before !== undefined) return before;
    const opened = open({
      address,
      port: this.face.port,
      joinOn: null,
      multicastFrom: bindAddress,
      onMessage: () => undefined,
      onError: (code) => this.note(address, code),
    });
    this.elsewhere.set(address, opened);
    return opened;
  }

  private note(where: string, code: string): void {
    if (!this.isClosed) this.options.log.debug(() => `${this.face.name} ${where}: ${code}`);
  }
}
