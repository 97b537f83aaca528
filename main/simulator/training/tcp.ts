import type { Log } from '../../ports/log.ts';
import type { SimDevice } from '../device.ts';
import type { Fleet } from '../fleet.ts';

/** A listening TCP port, as far as this file needs one. */
export interface TcpListener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves one port of a device at a local address; resolves with the error's code when the system refuses. */
export type OpenTcp = (
  device: SimDevice,
  devicePort: number,
  at: { host: string; port: number },
) => Promise<TcpListener | string>;

export interface TcpOptions {
  readonly fleet: Fleet;
  readonly log: Log;
  readonly open: OpenTcp;
}

export interface TcpSite {
  start(): Promise<void>;
  /** The device's state or address changed. */
  sync(device: SimDevice): Promise<void>;
  dial(address: string, port: number): Promise<{ host: string; port: number } | null>;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
/** Loopback listeners kept open; the one dialled longest ago goes first. */
const maxListeners = 256;

/** A port that changes what it speaks is another listener. */
const spoken = (device: SimDevice, port: number): string => `${port}/${device.speaksAt(port)}`;

/** Made-up addresses: a listener on loopback for each device port that is asked for, opened when it is. */
export function createLoopbackTcp({ fleet, log, open }: TcpOptions): TcpSite {
  const listeners = new Map<string, Promise<TcpListener | null>>();

  const openFor = async (device: SimDevice, port: number): Promise<TcpListener | null> => {
    const opened = await open(device, port, { host: loopback, port: 0 });
    if (typeof opened !== 'string') return opened;
    log.debug(() => `no loopback listener for ${device.address}:${port}: ${opened}`);
    return null;
  };

  const drop = async (key: string): Promise<void> => {
    const listener = listeners.get(key);
    listeners.delete(key);
    await (await listener)?.close();
  };

  return {
    start: () => Promise.resolve(),
    sync: () => Promise.resolve(),
    async dial(address, port) {
      const device = fleet.addressOwners(address)[0];
      if (device?.openPorts.includes(port) !== true) return null;
      const key = `${device.mac}/${spoken(device, port)}`;
      const listener = listeners.get(key) ?? openFor(device, port);
      // Taken out and put back: the map's order is the order of last use.
      listeners.delete(key);
      listeners.set(key, listener);
      const [oldest] = listeners.keys();
      if (listeners.size > maxListeners && oldest !== undefined) await drop(oldest);
      const opened = await listener;
      if (opened !== null) return { host: loopback, port: opened.port };
      listeners.delete(key);
      return null;
    },
    async close() {
      await Promise.all([...listeners.keys()].map(drop));
    },
  };
}

/** Lab: every device listens on its own address, where this machine has it; closed ports refuse by themselves. */
export function createAddressTcp({ fleet, log, open }: TcpOptions): TcpSite {
  const listeners = new Map<string, TcpListener>();
  const held = new Map<SimDevice, Set<string>>();
  let queue: Promise<void> = Promise.resolve();
  let isClosed = false;

  const openAll = async (device: SimDevice, wanted: ReadonlySet<string>): Promise<void> => {
    const mine = held.get(device) ?? new Set<string>();
    held.set(device, mine);
    for (const port of device.openPorts) {
      const key = `${device.address}:${spoken(device, port)}`;
      if (!wanted.has(key) || listeners.has(key)) continue;
      const opened = await open(device, port, { host: device.address, port });
      if (typeof opened === 'string') {
        log.debug(() => `no listener at ${key}: ${opened}`);
        if (opened === 'EADDRNOTAVAIL') return;
        continue;
      }
      listeners.set(key, opened);
      mine.add(key);
    }
  };

  const wantedBy = (device: SimDevice): ReadonlySet<string> =>
    new Set(device.openPorts.map((port) => `${device.address}:${spoken(device, port)}`));

  const syncNow = async (device: SimDevice): Promise<void> => {
    const wanted = wantedBy(device);
    let left: string | null = null;
    for (const key of held.get(device) ?? []) {
      if (wanted.has(key)) continue;
      held.get(device)?.delete(key);
      const listener = listeners.get(key);
      listeners.delete(key);
      left = key.slice(0, key.indexOf(':'));
      await listener?.close();
    }
    if (!isClosed) await openAll(device, wanted);
    // Of several with one address the next is met there now.
    const heir = left === null ? undefined : fleet.addressOwners(left)[0];
    if (heir !== undefined && heir !== device && !isClosed) await openAll(heir, wantedBy(heir));
  };

  return {
    async start() {
      for (const device of fleet.devices) await syncNow(device);
    },
    // One after the other: two changes of one device must not race for its ports.
    sync(device) {
      queue = queue.then(() => syncNow(device));
      return queue;
    },
    dial: (address, port) => {
      const device = fleet.addressOwners(address)[0];
      const isOpen = device?.openPorts.includes(port) === true;
      return Promise.resolve(isOpen ? { host: address, port } : null);
    },
    async close() {
      isClosed = true;
      await queue;
      await Promise.all([...listeners.values()].map((listener) => listener.close()));
      listeners.clear();
    },
  };
}
