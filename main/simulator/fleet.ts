import type { AdapterAddress } from '../ports/network.ts';
import type { Random } from '../ports/random.ts';
import { trainingPassword } from './account.ts';
import { SimDevice } from './device.ts';
import { resetSettings } from './reset.ts';
import { createRng } from './rng.ts';
import { Rogue } from './rogue.ts';
import { buildScenario, type ScenarioName } from './scenarios/scenarios.ts';
import type { NetSettings } from './state.ts';
import type { CloudState, DeviceSpec, RogueSpec, SadpMode } from './types.ts';

export { type ScenarioName, scenarioNames } from './scenarios/scenarios.ts';

export interface FleetOptions {
  readonly scenario: ScenarioName | readonly DeviceSpec[];
  /** How many devices; the scenario's own number when absent. Ignored for a list of specs. */
  readonly devices?: number;
  /** The same seed gives the same fleet. Drawn from `random` when absent, and 1 when that is absent too. */
  readonly seed?: number;
  readonly random?: Random;
  /** Epoch ms; devices booted before it. 2026-01-01T00:00:00Z when absent, so that tests repeat. */
  readonly startedAt?: number;
  /** Whether a device that falls back to DHCP gets a lease; yes when absent. */
  readonly hasDhcpServer?: boolean;
}

export type FleetEvent =
  | { readonly kind: 'booting'; readonly device: SimDevice; readonly dueAt: number }
  | { readonly kind: 'up'; readonly device: SimDevice; readonly at: number }
  | { readonly kind: 'off'; readonly device: SimDevice }
  /** It will change by itself: call `settle` then. */
  | { readonly kind: 'later'; readonly device: SimDevice; readonly at: number }
  /** It changed and says Hello. */
  | { readonly kind: 'greets'; readonly device: SimDevice; readonly at: number }
  | { readonly kind: 'changed'; readonly device: SimDevice };

/**
 * All devices of one made-up site and the hands that work on them. It holds no clock: a network that carries
 * it listens to `onEvent` and calls `settle` when a boot is due.
 */
export interface Fleet {
  readonly devices: readonly SimDevice[];
  /** What a technician's laptop has as its adapter at this site. */
  readonly adapterAddresses: readonly AdapterAddress[];
  readonly startedAt: number;
  /** Devices that claim the address and are up, the one that wins the ARP race first. */
  addressOwners(address: string): readonly SimDevice[];
  /** By serial, MAC in any spelling, or model when only one has it. @throws {RangeError} when there is none. */
  find(wanted: string): SimDevice;
  /** Present addresses of a name that a device of the site has in its DNS; none for any other name. */
  resolve(name: string): Promise<readonly string[]>;
  onEvent(listener: (event: FleetEvent) => void): () => void;
  /** Ends the boots that are due, and does what devices do by themselves. */
  settle(now: number): void;
  add(spec: DeviceSpec): SimDevice;
  remove(device: SimDevice): void;
  /** In `bootMs`; in the device's own time when absent. Same for the two below. */
  reboot(device: SimDevice, now: number, bootMs?: number): void;
  powerOff(device: SimDevice): void;
  powerOn(device: SimDevice, now: number, bootMs?: number): void;
  /**
   * Inactive, factory address (or a lease), discovery on, cloud access off; then it boots. The account that
   * held it still does: the binding lives on the cloud's servers.
   */
  factoryReset(device: SimDevice, now: number, bootMs?: number): void;
  readdress(device: SimDevice, settings: Partial<NetSettings>): void;
  /** Another free address of its subnet, as from the site's DHCP server. */
  renewLease(device: SimDevice): void;
  setActivated(device: SimDevice, isActivated: boolean): void;
  setCloud(device: SimDevice, cloud: CloudState): void;
  setSadp(device: SimDevice, mode: SadpMode): void;
  /** Whether the site's devices reach the cloud; the laptop's own Internet is nobody's business here. */
  setInternet(isUp: boolean): void;
  readonly isInternetUp: boolean;
  setCloudOnline(device: SimDevice, isOnline: boolean): void;
  readonly rogues: readonly Rogue[];
  /** Puts a host on the wire that answers for a device's MAC. */
  addRogue(spec: RogueSpec): Rogue;
  removeRogue(rogue: Rogue): void;
}

const usualStart = Date.UTC(2026, 0, 1);

function seedOf(options: FleetOptions): number {
  if (options.seed !== undefined) return options.seed;
  const bytes = options.random?.bytes(4);
  return bytes === undefined ? 1 : bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** In the device's own block of 256; starts at a host that follows from its MAC, as DHCP servers do. */
function freeLease(devices: readonly SimDevice[], device: SimDevice): string {
  const net = device.address.replace(/\.\d+$/, '');
  const taken = new Set(devices.map((other) => other.address));
  const first = Number.parseInt(device.mac.slice(-2), 16) % 150;
  const hosts = Array.from({ length: 150 }, (_, step) => 100 + ((first + step) % 150));
  return hosts.map((host) => `${net}.${host}`).find((one) => !taken.has(one)) ?? device.address;
}

class SimFleet implements Fleet {
  readonly devices: SimDevice[];
  readonly adapterAddresses: readonly AdapterAddress[];
  readonly startedAt: number;
  private readonly hasDhcpServer: boolean;
  private readonly seed: number;
  private readonly spreadMs: number;
  readonly rogues: Rogue[] = [];
  isInternetUp = true;
  private made = 0;
  private readonly listeners = new Set<(event: FleetEvent) => void>();

  constructor(options: FleetOptions) {
    this.seed = seedOf(options);
    this.startedAt = options.startedAt ?? usualStart;
    this.hasDhcpServer = options.hasDhcpServer ?? true;
    const scenario = buildScenario(options.scenario, createRng(this.seed), options.devices);
    this.adapterAddresses = scenario.adapterAddresses;
    // Ten devices a millisecond: the most that one Ethernet segment brings without dropping any.
    this.spreadMs = Math.max(180, Math.ceil(scenario.specs.length / 10));
    this.devices = scenario.specs.map((spec) => this.make(spec));
  }

  addressOwners(address: string): readonly SimDevice[] {
    return this.devices.filter((device) => device.isUp && device.address === address);
  }

  find(wanted: string): SimDevice {
    const bare = wanted.replace(/[-:]/g, '').toLowerCase();
    const found = this.devices.find(
      (device) => device.serial === wanted || device.mac.replaceAll(':', '') === bare,
    );
    const ofModel = this.devices.filter((device) => device.model === wanted);
    const device = found ?? (ofModel.length === 1 ? ofModel[0] : undefined);
    if (device === undefined) throw new RangeError(`no single device "${wanted}" in this fleet`);
    return device;
  }

  resolve(name: string): Promise<readonly string[]> {
    return Promise.resolve(this.namedDevices(name).map((device) => device.address));
  }

  onEvent(listener: (event: FleetEvent) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  settle(now: number): void {
    for (const device of this.devices) {
      if (device.settle(now)) this.tell({ kind: 'up', device, at: now });
      const what = device.settleChanges(now);
      if (what === 'greets') this.tell({ kind: 'greets', device, at: now });
      if (what === 'changed') this.tell({ kind: 'changed', device });
    }
  }

  add(spec: DeviceSpec): SimDevice {
    const device = this.make(spec);
    this.devices.push(device);
    this.tell({ kind: 'changed', device });
    return device;
  }

  remove(device: SimDevice): void {
    this.powerOff(device);
    const index = this.devices.indexOf(device);
    if (index >= 0) this.devices.splice(index, 1);
  }

  reboot(device: SimDevice, now: number, bootMs?: number): void {
    device.boot(now, bootMs);
    this.tell({ kind: 'booting', device, dueAt: device.state.dueAt });
  }

  powerOff(device: SimDevice): void {
    device.powerOff();
    this.tell({ kind: 'off', device });
  }

  powerOn(device: SimDevice, now: number, bootMs?: number): void {
    if (device.state.power === 'off') this.reboot(device, now, bootMs);
  }

  factoryReset(device: SimDevice, now: number, bootMs?: number): void {
    const { state } = device;
    state.isSecretlyBound = device.isBound;
    resetSettings(device, 'full', {
      lease: () => this.leaseFor(device),
      setPassword: (password) => device.setPassword(password),
      isUserKept: false,
    });
    if (state.cloud !== 'unsupported') state.cloud = 'off';
    this.reboot(device, now, bootMs);
  }

  readdress(device: SimDevice, settings: Partial<NetSettings>): void {
    device.setNet(settings);
    this.tell({ kind: 'changed', device });
  }

  renewLease(device: SimDevice): void {
    this.readdress(device, { address: freeLease(this.devices, device) });
  }

  setActivated(device: SimDevice, isActivated: boolean): void {
    device.setPassword(isActivated ? (device.spec.password ?? trainingPassword) : null);
    this.tell({ kind: 'changed', device });
  }

  setCloud(device: SimDevice, cloud: CloudState): void {
    device.state.cloud = cloud;
    device.state.isBindUntold = cloud === 'unknown';
    device.state.isSecretlyBound = cloud === 'unknown';
    this.tell({ kind: 'changed', device });
  }

  setSadp(device: SimDevice, mode: SadpMode): void {
    device.state.sadp = mode;
    this.tell({ kind: 'changed', device });
  }

  setInternet(isUp: boolean): void {
    this.isInternetUp = isUp;
  }

  setCloudOnline(device: SimDevice, isOnline: boolean): void {
    device.state.isCloudOnline = isOnline;
    this.tell({ kind: 'changed', device });
  }

  addRogue(spec: RogueSpec): Rogue {
    const seed = this.seed * 1_000_003 + this.rogues.length + 1;
    const rogue = new Rogue(spec, {
      rng: createRng(seed).fork('rogue'),
      victim: this.find(spec.mac),
    });
    this.rogues.push(rogue);
    return rogue;
  }

  removeRogue(rogue: Rogue): void {
    const index = this.rogues.indexOf(rogue);
    if (index >= 0) this.rogues.splice(index, 1);
  }

  private leaseFor(device: SimDevice): string | null {
    return this.hasDhcpServer ? freeLease(this.devices, device) : null;
  }

  private namedDevices(name: string): readonly SimDevice[] {
    const wanted = name.toLowerCase().replace(/\.$/, '');
    return this.devices.filter(({ spec }) => spec.dnsName?.toLowerCase() === wanted);
  }

  /** Whoever has the address, those that are up first. */
  private claimants(address: string): readonly SimDevice[] {
    const all = this.devices.filter((device) => device.address === address);
    return [...all.filter(({ isUp }) => isUp), ...all.filter(({ isUp }) => !isUp)];
  }

  private make(spec: DeviceSpec): SimDevice {
    this.made += 1;
    // A prime step keeps the seeds of neighbours apart without a table of them.
    const seed = this.seed * 1_000_003 + this.made * 7_919;
    const device: SimDevice = new SimDevice(spec, {
      ...{ seed, startedAt: this.startedAt, spreadMs: this.spreadMs },
      site: {
        isInternetUp: () => this.isInternetUp,
        lease: () => this.leaseFor(device),
        ownersAt: (address) => this.claimants(address),
        addressOf: (name) => this.namedDevices(name)[0]?.address ?? null,
        neighbours: () => this.devices.filter((each) => each.isUp && each.state.sadp === 'on'),
        onLater: (at) => this.tell({ kind: 'later', device, at }),
        onChanged: () => this.tell({ kind: 'changed', device }),
      },
    });
    return device;
  }

  private tell(event: FleetEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

/** Builds a site. @throws {RangeError} for an unknown model or a device count outside 1..20,000. */
export function createFleet(options: FleetOptions): Fleet {
  return new SimFleet(options);
}
