import { formatIpv4, maskOfPrefix } from '../../contract/ip.ts';
import type { AdapterAddress } from '../../ports/network.ts';
import type { Rng } from '../rng.ts';
import type { CloudState, DeviceSpec, Fault, Quirk } from '../types.ts';

/** A made-up place: its devices and what a technician's laptop is configured as there. */
export interface Site {
  readonly specs: readonly DeviceSpec[];
  readonly adapterAddresses: readonly AdapterAddress[];
}

/** `192.168.1.10` and 24 as an adapter has them. */
export function adapterAddress(address: string, prefix: number): AdapterAddress {
  const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const mask = maskOfPrefix(prefix);
  return {
    address,
    netmask: formatIpv4(mask),
    prefix,
    broadcast: formatIpv4(((value & mask) | ~mask) >>> 0),
  };
}

interface PoolOptions {
  readonly firstHost: number;
  readonly mask?: string;
  /** One gateway for all; the first address of each block of 256 when absent. */
  readonly gateway?: string;
}

const lastHost = 240;

/** Hands out addresses in order, so that nobody gets one twice by accident; goes on in the next block of 256. */
export class AddressPool {
  private readonly base: string;
  private block: number;
  private host: number;
  private readonly options: PoolOptions;

  /** @param net the first three numbers, for example `192.168.1` */
  constructor(net: string, options: PoolOptions) {
    this.base = net.replace(/\.\d+$/, '');
    this.block = Number(net.slice(this.base.length + 1));
    this.host = options.firstHost;
    this.options = options;
  }

  next(): Pick<DeviceSpec, 'address' | 'mask' | 'gateway'> {
    const net = `${this.base}.${this.block}`;
    const address = `${net}.${this.host}`;
    this.host += 1;
    if (this.host > lastHost) {
      this.block += 1;
      this.host = 20;
    }
    return {
      address,
      mask: this.options.mask ?? '255.255.255.0',
      gateway: this.options.gateway ?? `${net}.1`,
    };
  }
}

type Weighted = readonly [weight: number, make: (rng: Rng) => DeviceSpec];

const cloudOf = (rng: Rng): CloudState =>
  rng.pick(['off', 'on', 'on', 'bound', 'bound', 'unknown']);
const answersOf = (rng: Rng): Pick<DeviceSpec, 'answers'> =>
  rng.chance(30) ? { answers: 'both' } : {};
const clockOf = (rng: Rng): Pick<DeviceSpec, 'deviceClock'> =>
  rng.chance(12) ? { deviceClock: 'lost' } : {};

const oldCameras = ['DS-2CD2432F-IW', 'DS-2CD2132-I'] as const;
const cameras = [
  'DS-2CD2385G1-I', 'DS-2CD2320D-I', 'DS-2CD5026EFWD-A', 'DS-2CD2345FWD-I', 'DS-2DE4425IW-DE', 'DS-2TD2617-3/V1',
] as const; // biome-ignore format: a list
const newCameras = [
  'DS-2CD2143G2-I', 'DS-2CD2347G2-LU', 'DS-2CD2087G2H-LIU', 'DS-2CD2T47G2-L', 'DS-2DE2A404IW-DE3', 'iDS-2CD7146G0-IZS',
] as const; // biome-ignore format: a list
const recorders = [
  'DS-7608NI-K2/8P', 'DS-7616NI-I2/16P', 'DS-7732NI-I4', 'DS-7732NXI-K4', 'DS-7208HUHI-K1',
] as const; // biome-ignore format: a list
const intercoms = ['DS-KH6210-L', 'DS-KH6320-WTE1', 'DS-KV6113-WPE1'] as const;
const oems = ['I81EM', 'CMIP1043W-28M', 'IPC-T240H'] as const;
const ezvizzes = ['CS-C3W-A0-3H4WFRL', 'CS-C6N-A0-1C2WFR'] as const;

/** What a site of some age is made of, by weight. */
const mix: readonly Weighted[] = [
  [36, (rng) => ({ model: rng.pick(cameras), cloud: rng.pick(['off', 'on', 'on']), ...answersOf(rng), ...clockOf(rng) })],
  [30, (rng) => ({ model: rng.pick(newCameras), cloud: cloudOf(rng), isDhcp: rng.chance(20), ...answersOf(rng) })],
  [5, (rng) => ({ model: rng.pick(oldCameras), ...clockOf(rng) })],
  [5, (rng) => ({ model: rng.pick(recorders), cloud: cloudOf(rng), hiddenCameras: rng.int(0, 8) })],
  [7, (rng) => ({ model: rng.pick(intercoms) })],
  [6, (rng) => ({ model: rng.pick(oems), cloud: rng.pick(['off', 'on']) })],
  [3, (rng) => ({ model: rng.pick(ezvizzes), cloud: rng.pick(['bound', 'on']), isDhcp: true })],
  [1, () => ({ model: 'DS-PWA96-M-WE', cloud: 'bound' })],
  [3, (rng) => ({ model: rng.pick(newCameras), isActivated: false, cloud: 'off' })],
  [2, (rng) => ({ model: rng.pick(cameras), sadp: 'off' })],
  [1, (rng) => ({ model: rng.pick(['router-web', 'Acme IPC-200']) })],
]; // biome-ignore format: one line a kind
const mixTotal = mix.reduce((sum, [weight]) => sum + weight, 0);

const rareQuirks: readonly [Quirk, ...Quirk[]] = [
  'mixed-case', 'crlf', 'no-prolog', 'trailing-nul', 'unescaped-ampersand', 'missing-fields', 'oversize',
]; // biome-ignore format: a list
const rareFaults: readonly [Fault, ...Fault[]] = [
  { kind: 'duplicate', percent: 50 },
  { kind: 'late', percent: 50 },
  { kind: 'garbled', percent: 30 },
  { kind: 'truncated', percent: 30 },
  { kind: 'deaf', percent: 40 },
];

function oddities(rng: Rng): Pick<DeviceSpec, 'quirks' | 'faults'> {
  if (rng.chance(4)) return { quirks: ['flase', rng.pick(rareQuirks)] };
  return rng.chance(3) ? { faults: [rng.pick(rareFaults)] } : {};
}

/** One ordinary device of the mix, without an address; now and then with a quirk or a fault. */
export function ordinaryDevice(rng: Rng): DeviceSpec {
  let point = rng.next() * mixTotal;
  const chosen = mix.find(([weight]) => {
    point -= weight;
    return point < 0;
  });
  const spec = chosen?.[1](rng) ?? { model: 'DS-2CD2385G1-I' };
  return { ...spec, ...oddities(rng) };
}
