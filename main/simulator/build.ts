import { abilitiesOf } from './abilities.ts';
import { makeAccount, trainingPassword, trainingVendorCode } from './account.ts';
import { buildChannels } from './channels.ts';
import { buildLock } from './lock.ts';
import { type Model, modelNamed } from './models.ts';
import { isRisky } from './password-policy.ts';
import { personalities } from './personalities.ts';
import type { Rng } from './rng.ts';
import {
  type DeviceIdentity,
  type DeviceState,
  type DeviceUser,
  factoryPorts,
  type NetSettings,
} from './state.ts';
import type { DeviceSpec } from './types.ts';

function canonicalMac(text: string): string {
  const hex = text.replace(/[^0-9a-f]/gi, '').toLowerCase();
  if (hex.length !== 12) throw new RangeError(`"${text}" is not a MAC`);
  return hex.replace(/(..)(?!$)/g, '$1:');
}

function makeMac(model: Model, rng: Rng): string {
  return canonicalMac(rng.pick(model.ouis) + rng.hex(6));
}

/** Six digits after "build" are a date; a device is made some months after its firmware. */
function madeOn(firmware: string, rng: Rng): string {
  const build = /build (\d{2})(\d{2})/.exec(firmware);
  const month =
    (2000 + Number(build?.[1] ?? '18')) * 12 + Number(build?.[2] ?? '6') + rng.int(0, 4);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor((month - 1) / 12)}${pad(((month - 1) % 12) + 1)}${pad(rng.int(1, 28))}`;
}

/** Model, date, four letters, nine characters of its own: digits in old lines, a letter and eight digits since. */
function makeSerial(model: Model, firmware: string, rng: Rng): string {
  const isOld = model.personality === 'camera-plain';
  const own = isOld ? rng.digits(9) : rng.pick(['C', 'D', 'E', 'F', 'G', 'J']) + rng.digits(8);
  const parts = [model.name, model.serialCode, madeOn(firmware, rng), model.batch, own];
  return parts.join('') + (model.serialSuffix ?? '');
}

function isLockTold({ batch, personality }: Model): boolean {
  return personality !== 'camera-3.0' || batch === 'AACH';
}

/** A spec with its model and seeded defaults filled in: what never changes about the device. */
export function buildIdentity(spec: DeviceSpec, rng: Rng): DeviceIdentity {
  const model = modelNamed(spec.model);
  const own = rng.fork('identity');
  const firmware = spec.firmware ?? own.pick(model.firmware);
  const serial = spec.serial ?? makeSerial(model, firmware, own);
  const mac = spec.mac === undefined ? makeMac(model, own) : canonicalMac(spec.mac);
  const clock = own.pick([0, 0, 3_600_000, 3_600_000, 28_800_000]);
  const abilities = abilitiesOf[model.personality];
  return {
    model,
    serial,
    mac,
    firmware,
    quirks: new Set(spec.quirks ?? personalities[model.personality].quirks),
    abilities: {
      ...abilities,
      commands: new Set([...abilities.commands].filter((name) => !spec.lacks?.includes(name))),
      replays: spec.replays ?? abilities.replays,
    },
    encrypt: spec.encrypt === undefined ? abilities.encrypt : spec.encrypt,
    // A camera that tells it cannot report a lock names the reason of a refusal and no numbers.
    refusals: spec.refusals ?? (isLockTold(model) ? abilities.refusals : 'result'),
    exchange: spec.exchange ?? abilities.exchange,
    vendorCode: spec.vendorCode ?? trainingVendorCode,
    told: spec.told ?? {},
    clock: spec.deviceClock ?? clock,
    hiddenCameras: spec.hiddenCameras ?? 0,
    disks: spec.disks ?? null,
  };
}

function buildNet(spec: DeviceSpec, model: Model): NetSettings {
  const factory = model.factoryAddress === 'dhcp' ? '192.168.1.64' : model.factoryAddress;
  const address = spec.address ?? factory;
  return {
    address,
    mask: spec.mask ?? '255.255.255.0',
    gateway: spec.gateway ?? address.replace(/\.\d+$/, '.1'),
    isDhcp: spec.isDhcp ?? false,
    ipv6Address: spec.ipv6Address ?? '::',
    ipv6Gateway: '::',
    ipv6Prefix: 64,
  };
}

/** Salts of a newly set password: as many as the line has, or the spec's own. */
export function newSalts(
  spec: DeviceSpec,
  model: Model,
  rng: Rng,
): { readonly salt: string; readonly salt2: string } {
  const { salts } = abilitiesOf[model.personality];
  const [salt, salt2] = [rng.hex(64), rng.hex(64)];
  return {
    salt: spec.salt ?? (salts > 0 ? salt : ''),
    salt2: spec.salt2 ?? (salts > 1 && spec.salt !== '' ? salt2 : ''),
  };
}

function buildAccount(spec: DeviceSpec, model: Model, rng: Rng): DeviceState['account'] {
  const salts = newSalts(spec, model, rng);
  if (spec.isActivated === false) return null;
  const { password = trainingPassword, userName = 'admin' } = spec;
  return makeAccount(password, { userName, ...salts });
}

function buildCloud(
  spec: DeviceSpec,
  model: Model,
): Pick<
  DeviceState,
  'cloud' | 'isCloudOnline' | 'cloudOnlineAt' | 'isSecretlyBound' | 'isBindUntold'
> {
  const cloud = spec.cloud ?? (model.hasCloud === true ? 'on' : 'unsupported');
  const isBindUntold = cloud === 'unknown';
  return {
    cloud,
    isCloudOnline: spec.isCloudOnline ?? spec.cloudOnlineAfterMs === undefined,
    cloudOnlineAt: null,
    isSecretlyBound: isBindUntold,
    isBindUntold,
  };
}

export function usualName({ kind }: Model): string {
  return kind === 'recorder' ? 'Network Video Recorder' : 'IP CAMERA';
}

/** As the boot time is told: the clock's offset is the zone somebody set; a lost clock has none. */
export function zoneOf(clock: 'lost' | number): string {
  const hours = clock === 'lost' ? 0 : clock / 3_600_000;
  return `CST${hours < 0 ? '+' : '-'}${Math.abs(hours)}:00:00`;
}

function isWeak({ password = trainingPassword, userName = 'admin' }: DeviceSpec, model: Model) {
  return isRisky(password, userName, abilitiesOf[model.personality].policy);
}

function buildUsers(spec: DeviceSpec, model: Model, rng: Rng): readonly DeviceUser[] {
  if (spec.isActivated === false) return [];
  return (spec.users ?? []).map(({ name: userName, password, level }, index) => ({
    ...{ id: index + 2, level },
    account: makeAccount(password, { userName, ...newSalts(spec, model, rng) }),
  }));
}

interface StateOptions {
  readonly clock: 'lost' | number;
  readonly rng: Rng;
  readonly startedAt: number;
}

/** The state it has when the fleet starts: already running, unless the spec says it has no power. */
export function buildState(spec: DeviceSpec, model: Model, options: StateOptions): DeviceState {
  const rng = options.rng.fork('state');
  const uptimeMs = spec.uptimeMs ?? rng.int(3_600, 90 * 86_400) * 1000;
  const net = buildNet(spec, model);
  const { httpPort: http = 80, httpsPort: https = 443, commandPort: command = 8000 } = spec;
  const { isActivated = true, sadp = 'on' } = spec;
  return {
    power: spec.isPowered === false ? 'off' : 'up',
    dueAt: 0,
    bootedAt: Math.floor((options.startedAt - uptimeMs) / 1000) * 1000,
    bootCount: 0,
    net,
    ports: { ...factoryPorts, http, https, command },
    isActivated,
    ...buildCloud(spec, model),
    // Other makers' boxes never learn SADP, not even by a reset.
    sadp: model.kind === 'foreign' ? 'link-layer' : sadp,
    isOnvifOn: spec.isOnvifOn ?? model.isOnvifOn ?? false,
    account: buildAccount(spec, model, rng),
    lock: buildLock(spec, abilitiesOf[model.personality].maxAttempts),
    exchange: null,
    resetRequest: null,
    verificationCode: spec.verificationCode ?? '',
    isLampOn: false,
    certificate: spec.certificate ?? 'usual',
    deviceName: spec.deviceName ?? usualName(model),
    telecontrolId: '88',
    time: { mode: 'NTP', zone: zoneOf(options.clock), skewMs: spec.clockSkewMs ?? 0 },
    dns: [net.gateway, '0.0.0.0'],
    isHttpsOn: true,
    isBonjourOn: true,
    isRiskPassword: spec.isRiskPassword ?? isWeak(spec, model),
    users: buildUsers(spec, model, rng.fork('users')),
    channels: buildChannels(spec, model, rng.fork('channels')),
  };
}
