import { existsSync } from 'node:fs';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import {
  formatIpv4,
  maskOfPrefix,
  normalizeMac,
  parseIpv4,
  prefixOfMask,
} from '../../contract/ip.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { AdapterAddress, AdapterInfo } from '../../ports/network.ts';
import { kindOf } from './adapter-kind.ts';

/** Well under the 5 s within which a change must be noticed. */
export const pollMs = 2_000;

const noMac = '00:00:00:00:00:00';

/** What is read of the machine; tests bring their own. */
export interface InterfaceSource {
  readonly platform: string;
  list(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** Hardware facts of one adapter; `null` where the system does not tell. */
  hardware(name: string): { isWireless: boolean | null; hasDevice: boolean | null };
  /** Whether an adapter that is no longer listed still exists (up, but without an address). */
  exists(name: string): boolean;
}

const sysfs = '/sys/class/net';

export function systemInterfaces(wifiNames: () => ReadonlySet<string> | null): InterfaceSource {
  const isLinux = process.platform === 'linux';
  return {
    platform: process.platform,
    list: () => networkInterfaces(),
    hardware(name) {
      if (isLinux) {
        return {
          isWireless: existsSync(`${sysfs}/${name}/wireless`),
          hasDevice: existsSync(`${sysfs}/${name}/device`),
        };
      }
      return { isWireless: wifiNames()?.has(name) ?? null, hasDevice: null };
    },
    exists: (name) => isLinux && existsSync(`${sysfs}/${name}`),
  };
}

function toAddress(entry: NetworkInterfaceInfo): AdapterAddress | null {
  const value = parseIpv4(entry.address);
  const prefix = prefixOfMask(entry.netmask);
  if (value === null || prefix === null || value === 0) return null;
  const broadcast = prefix > 30 ? null : formatIpv4((value | ~maskOfPrefix(prefix)) >>> 0);
  return { address: entry.address, netmask: entry.netmask, prefix, broadcast };
}

function ipv4Of(entries: readonly NetworkInterfaceInfo[]): AdapterAddress[] {
  const byAddress = new Map<string, AdapterAddress>();
  for (const entry of entries) {
    const address = entry.family === 'IPv4' ? toAddress(entry) : null;
    if (address !== null && !byAddress.has(address.address)) {
      byAddress.set(address.address, address);
    }
  }
  return [...byAddress.values()];
}

function describe(
  source: InterfaceSource,
  name: string,
  entries: readonly NetworkInterfaceInfo[],
): AdapterInfo {
  const addresses = ipv4Of(entries);
  const rawMac = entries.find((entry) => entry.mac !== noMac)?.mac ?? null;
  const mac = rawMac === null ? null : normalizeMac(rawMac);
  const { kind, reason } = kindOf({
    platform: source.platform,
    name,
    mac,
    isInternal: entries.some((entry) => entry.internal),
    longestPrefix: addresses.length === 0 ? null : Math.max(...addresses.map((a) => a.prefix)),
    ...source.hardware(name),
  });
  return { id: name, name, kind, kindReason: reason, mac, addresses };
}

/** Without IPv4 only a real card is worth showing: it tells that the cable works and DHCP did not. */
function isWorthShowing(adapter: AdapterInfo): boolean {
  return adapter.addresses.length > 0 || adapter.kind === 'ethernet' || adapter.kind === 'wifi';
}

/**
 * The adapters of this moment. One that was known before, still exists and only lost its address is
 * kept without addresses, so that the operator sees why it fell silent.
 */
export function readAdapters(
  source: InterfaceSource,
  known: readonly AdapterInfo[] = [],
): AdapterInfo[] {
  const listed = source.list();
  const found = Object.entries(listed)
    .map(([name, entries]) => describe(source, name, entries ?? []))
    .filter((adapter) => isWorthShowing(adapter) || known.some((old) => old.id === adapter.id));
  const silent = known
    .filter((old) => listed[old.id] === undefined && source.exists(old.id))
    .map((old) => ({ ...old, addresses: [] }));
  return [...found, ...silent].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface MonitorOptions {
  readonly source: InterfaceSource;
  readonly clock: Clock;
  readonly log: Log;
}

type AdaptersListener = (adapters: readonly AdapterInfo[]) => void;

/** Watches the adapters by asking every two seconds: no system tells all of this by an event. */
export class InterfaceMonitor {
  readonly #options: MonitorOptions;
  readonly #listeners = new Set<AdaptersListener>();
  readonly #timer: Timer;
  #adapters: readonly AdapterInfo[];
  #fingerprint: string;

  constructor(options: MonitorOptions) {
    this.#options = options;
    this.#adapters = readAdapters(options.source);
    this.#fingerprint = JSON.stringify(this.#adapters);
    this.#timer = options.clock.every(pollMs, () => this.poll());
  }

  get adapters(): readonly AdapterInfo[] {
    return this.#adapters;
  }

  onChanged(listener: AdaptersListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads now; listeners are told only of a difference. */
  poll(): void {
    let next: readonly AdapterInfo[];
    try {
      next = readAdapters(this.#options.source, this.#adapters);
    } catch (error) {
      // The next poll tries again; the list of before stays valid meanwhile.
      this.#options.log.warn(() => `reading the adapters failed: ${String(error)}`);
      return;
    }
    const fingerprint = JSON.stringify(next);
    if (fingerprint === this.#fingerprint) return;
    this.#adapters = next;
    this.#fingerprint = fingerprint;
    this.#options.log.info(() => `adapters changed: ${next.map(summary).join('; ')}`);
    for (const listener of this.#listeners) listener(next);
  }

  close(): void {
    this.#timer.cancel();
    this.#listeners.clear();
  }
}

function summary(adapter: AdapterInfo): string {
  const addresses = adapter.addresses.map(({ address, prefix }) => `${address}/${prefix}`);
  return `${adapter.id} (${adapter.kind}) ${addresses.join(' ') || 'no IPv4'}`;
}

/** Device names of the Wi-Fi ports in the output of macOS `networksetup -listallhardwareports`. */
export function parseWifiPorts(output: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of output.split(/\n\s*\n/)) {
    const device = /^Device:\s*(\S+)/m.exec(block)?.[1];
    if (device !== undefined && /^Hardware Port:.*\b(Wi-?Fi|AirPort)\b/im.test(block)) {
      names.add(device);
    }
  }
  return names;
}
