import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AdapterInfo, NetworkFacts } from '../../ports/network.ts';
import { readFirewall } from './firewall.ts';
import { findPortHolder } from './port-holder.ts';
import { type RunCommand, windowsTool } from './run-command.ts';

const commandMs = 3_000;
const sadpPort = 37020;
const snmpPath = '/proc/net/snmp';

/** `RcvbufErrors` of the `Udp:` lines in `/proc/net/snmp`. */
export function parseRcvbufErrors(text: string): number | null {
  const [names, values] = text.split('\n').filter((line) => line.startsWith('Udp: '));
  const column = names?.split(' ').indexOf('RcvbufErrors') ?? -1;
  const value = column < 0 ? Number.NaN : Number(values?.split(' ')[column]);
  return Number.isInteger(value) ? value : null;
}

/** Datagrams this network namespace dropped for want of buffer; `null` where the system does not tell. */
export function readRcvbufErrors(platform: string = process.platform): number | null {
  if (platform !== 'linux') return null;
  try {
    return parseRcvbufErrors(readFileSync(snmpPath, 'latin1'));
  } catch {
    // A hardened system without this file: then nobody can tell.
    return null;
  }
}

/** Adapters with a default route in the text of `/proc/net/route`. */
export function parseProcRoute(text: string): string[] {
  const adapters = text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, destination, , flags, , , , mask]) => {
      const isUp = (Number.parseInt(flags ?? '0', 16) & 1) !== 0;
      return destination === '00000000' && mask === '00000000' && isUp;
    })
    .map(([adapter]) => adapter ?? '');
  return [...new Set(adapters)];
}

/** Adapters with a default route in what macOS `netstat -rn -f inet` prints. */
export function parseNetstatRoutes(text: string): string[] {
  const adapters = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([destination]) => destination === 'default')
    .map((columns) => columns[3] ?? '');
  return [...new Set(adapters.filter((name) => name !== ''))];
}

/** Adapter addresses with a default route in what Windows `route print -4 0.0.0.0` prints. */
export function parseRoutePrint(text: string): string[] {
  const addresses = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([destination, mask]) => destination === '0.0.0.0' && mask === '0.0.0.0')
    .map((columns) => columns[3] ?? '');
  return [...new Set(addresses.filter((text) => /^\d+\.\d+\.\d+\.\d+$/.test(text)))];
}

interface Reading<T> {
  readonly value: T;
  readonly evidence: readonly string[];
}

async function readText(path: string): Promise<string | null> {
  // Absent or closed to us: the fact then stays unknown, which the caller shows as such.
  return readFile(path, 'utf8').catch(() => null);
}

async function rpFilterOf(name: string): Promise<number | null> {
  const text = await readText(`/proc/sys/net/ipv4/conf/${name}/rp_filter`);
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) ? value : null;
}

async function readRpFilter(
  adapters: readonly AdapterInfo[],
): Promise<Reading<ReadonlyMap<string, number> | null>> {
  const all = await rpFilterOf('all');
  if (all === null) return { value: null, evidence: [] };
  const values = new Map<string, number>();
  const evidence = [`/proc/sys/net/ipv4/conf/all/rp_filter: ${all}`];
  for (const { id, kind } of adapters) {
    const own = kind === 'loopback' ? null : await rpFilterOf(id);
    if (own === null) continue;
    values.set(id, Math.max(all, own));
    evidence.push(`/proc/sys/net/ipv4/conf/${id}/rp_filter: ${own}`);
  }
  return { value: values, evidence };
}

async function readRoutes(
  platform: string,
  adapters: readonly AdapterInfo[],
  run: RunCommand,
): Promise<Reading<readonly string[] | null>> {
  const tell = (source: string, value: readonly string[] | null) => ({
    value,
    evidence: value === null ? [] : [`${source}: default route by ${value.join(', ') || 'none'}`],
  });
  if (platform === 'linux') {
    const text = await readText('/proc/net/route');
    return tell('/proc/net/route', text === null ? null : parseProcRoute(text));
  }
  if (platform === 'win32') {
    const text = await run(windowsTool('route.exe'), ['print', '-4', '0.0.0.0'], commandMs);
    const found = text === null ? null : parseRoutePrint(text);
    const ids = adapters.filter(({ addresses }) =>
      addresses.some(({ address }) => found?.includes(address)),
    );
    return tell('route print', found === null ? null : ids.map(({ id }) => id));
  }
  const text = await run('/usr/sbin/netstat', ['-rn', '-f', 'inet'], commandMs);
  return tell('netstat -rn', text === null ? null : parseNetstatRoutes(text));
}

export interface FactsContext {
  readonly adapters: readonly AdapterInfo[];
  readonly droppedDatagrams: number | null;
  readonly run: RunCommand;
  readonly platform?: string;
}

/** Everything the doctor wants to know of this machine. Reads only; a failure leaves a fact `null`. */
export async function readFacts(context: FactsContext): Promise<NetworkFacts> {
  const { adapters, run, droppedDatagrams } = context;
  const platform = context.platform ?? process.platform;
  const [rpFilter, routes, portHolder, firewall] = await Promise.all([
    platform === 'linux' ? readRpFilter(adapters) : { value: null, evidence: [] },
    readRoutes(platform, adapters, run),
    findPortHolder(sadpPort, run, platform),
    platform === 'win32' ? readFirewall(run) : { facts: null, source: '' },
  ]);
  const dropped =
    droppedDatagrams === null ? [] : [`${snmpPath} RcvbufErrors since start: ${droppedDatagrams}`];
  const profiles = (firewall.facts ?? []).map(
    ({ adapter, profile, isOn }) =>
      `${firewall.source}: ${adapter} ${profile} ${isOn ? 'on' : 'off'}`,
  );
  return {
    platform,
    rpFilter: rpFilter.value,
    defaultRoutes: routes.value,
    droppedDatagrams,
    portHolder,
    firewall: firewall.facts,
    evidence: [
      ...adapters.map(adapterLine),
      ...rpFilter.evidence,
      ...routes.evidence,
      ...dropped,
      `UDP ${sadpPort} besides us: ${portHolder ?? 'nobody'}`,
      ...profiles,
    ],
  };
}

function adapterLine({ id, kind, addresses }: AdapterInfo): string {
  const list = addresses.map(({ address, prefix }) => `${address}/${prefix}`).join(' ');
  return `adapter ${id}: ${kind}, ${list || 'no IPv4 address'}`;
}
