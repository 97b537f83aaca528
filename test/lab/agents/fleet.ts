/**
 * The product's own simulated devices on real sockets of a lab host. The argument is JSON:
 * `{on, groups: [{model, first, count, answers, ...}]}` or `{on, scenario}`; ends when its input closes. A line
 * `{id, verb, ...}` is answered with `{id, result}`; see `obey`.
 */
import { execFileSync } from 'node:child_process';
import { formatIpv4, parseIpv4 } from '../../../main/contract/ip.ts';
import { silentLog } from '../../../main/ports/log.ts';
import { createFleet, type ScenarioName } from '../../../main/simulator/fleet.ts';
import { startTrainingSite } from '../../../main/simulator/sockets.ts';
import type { Act, ActName, DeviceSpec, RogueSpec } from '../../../main/simulator/types.ts';
import { onLine, say } from './lines.ts';

interface Group extends DeviceSpec {
  readonly first: string;
  readonly count: number;
  /** All of them at `first`. */
  readonly isCrowd?: boolean;
}

interface Settings {
  readonly on: string;
  readonly seed?: number;
  readonly groups?: readonly Group[];
  readonly scenario?: ScenarioName;
  /**
   * This host takes each address that a device has, and gives it back when the device leaves it: so an
   * address nobody has is free on the wire too.
   */
  readonly isHolding?: boolean;
}

interface Command {
  readonly id: number;
  readonly verb: string;
  /** Serial or MAC. */
  readonly device?: string;
  readonly isOn?: boolean;
  readonly acts?: readonly (ActName | Act)[];
  readonly rogue?: RogueSpec;
}

const {
  on,
  seed,
  groups = [],
  scenario,
  isHolding,
} = JSON.parse(process.argv[2] ?? '{}') as Settings;

const specs = groups.flatMap(({ first, count, isCrowd, ...spec }) => {
  const start = parseIpv4(first) ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    ...spec,
    address: formatIpv4(start + (isCrowd === true ? 0 : index)),
  }));
});
const fleet = createFleet({
  scenario: scenario ?? specs,
  startedAt: Date.now(),
  ...(seed === undefined ? {} : { seed }),
});

const held = new Set<string>();

/** Any address can be bound, and answers ARP, as soon as the host routes it to itself. */
function hold(): void {
  const wanted = new Set([...fleet.devices, ...fleet.rogues].map(({ address }) => address));
  const route = (verb: string, address: string): string =>
    `route ${verb} local ${address}/32 dev lo\n`;
  const added = [...wanted].filter((address) => !held.has(address));
  const left = [...held].filter((address) => !wanted.has(address));
  const lines = [
    ...added.map((address) => route('replace', address)),
    ...left.map((address) => route('del', address)),
  ];
  if (lines.length > 0) execFileSync('ip', ['-batch', '-'], { input: lines.join('') });
  for (const address of added) held.add(address);
  for (const address of left) held.delete(address);
}

if (isHolding === true) {
  hold();
  // Before the site hears of it: it binds the new address at once.
  fleet.onEvent(hold);
}
const site = await startTrainingSite({ fleet, bindAddress: on, log: silentLog });

/** What is true, whatever the devices tell. */
function truth() {
  return fleet.devices.map((device) => ({
    serial: device.serial,
    mac: device.mac,
    model: device.model,
    address: device.address,
    isActivated: device.state.isActivated,
    isBound: device.isBound,
    isLocked: device.isLocked(Date.now()),
    attemptsLeft: device.attemptsLeft,
    isLampOn: device.state.isLampOn,
    heard: device.commandsHeard,
  }));
}

function obey({ verb, device, isOn = true, acts = [], rogue }: Command): unknown {
  const found = device === undefined ? null : fleet.find(device);
  if (verb === 'truth') return truth();
  if (verb === 'internet') return fleet.setInternet(isOn);
  if (verb === 'online' && found !== null) return fleet.setCloudOnline(found, isOn);
  if (verb === 'acts' && found !== null) return found.setActs(acts);
  if (verb === 'power' && found !== null) {
    return isOn ? fleet.powerOn(found, Date.now()) : fleet.powerOff(found);
  }
  if (verb === 'rogue' && rogue !== undefined) {
    const { address } = fleet.addRogue(rogue);
    if (isHolding === true) hold();
    return address;
  }
  if (verb === 'rogues') {
    return fleet.rogues.map(({ passwordsHeard, blocksHeard, exchangesAnswered }) => ({
      ...{ passwordsHeard, blocksHeard, exchangesAnswered },
    }));
  }
  throw new Error(`cannot do ${verb}`);
}

say('ready');
onLine(
  (value) => {
    const command = value as Command;
    try {
      say({ id: command.id, result: obey(command) ?? null });
    } catch (error) {
      say({ id: command.id, error: String(error) });
    }
  },
  () => void site.close().then(() => process.exit(0)),
);
