import type { NetworkKey } from '../../../contract/ip.ts';
import type { NetworkEdit, NetworkValues } from '../../../contract/job.ts';
import { serialKeyOf } from '../../../domain/identity.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import {
  type AdminAccessDocument,
  decodeAdminAccesses,
  editAdminPort,
} from '../../../protocol/isapi/admin-accesses.ts';
import { type DeviceInfo, decodeDeviceInfo } from '../../../protocol/isapi/device-info.ts';
import {
  decodeIpAddress,
  editIpAddress,
  type IpChange,
  type IpSettings,
} from '../../../protocol/isapi/ip-address.ts';
import {
  chooseInterface,
  decodeNetworkInterfaces,
  type NetworkInterface,
} from '../../../protocol/isapi/network-interfaces.ts';
import { interfacePath, ipAddressPath, paths } from '../../../protocol/isapi/paths.ts';
import type { Decoded } from '../../../protocol/isapi/read.ts';
import { type Done, done } from '../outcomes.ts';
import type { ItemHttp, Read } from './item-http.ts';

/** What a login read of the device's network settings, with the documents that an edit starts from. */
export interface NetworkState {
  readonly info: DeviceInfo;
  readonly values: NetworkValues;
  readonly interfaceId: string;
  /** Text of `.../ipAddress`; `null` where the device only has the whole interface. */
  readonly ipText: string | null;
  /** `null`: old firmware without this page. */
  readonly doors: AdminAccessDocument | null;
}

const portProtocols = {
  commandPort: 'DEV_MANAGE',
  httpPort: 'HTTP',
  sdkOverTlsPort: 'SDK_OVER_TLS',
} as const satisfies Partial<Record<NetworkKey, string>>;

/** @param address the one it is talked to at, since it may have several interfaces */
export async function readNetwork(
  http: ItemHttp,
  { address, device }: { readonly address: string; readonly device: DeviceRecord },
): Promise<Read<NetworkState>> {
  const info = await http.read(paths.deviceInfo, decodeDeviceInfo);
  if (!info.ok) return info;
  const listed = await http.read(paths.networkInterfaces, decodeNetworkInterfaces);
  if (!listed.ok) return listed;
  const mac = info.value.mac ?? device.nics[0]?.mac ?? null;
  const chosen = chooseInterface(listed.value, { address, mac });
  if (chosen === null) return noInterface;
  const own = await http.read(ipAddressPath(chosen.id), decodeIpAddress);
  if (!own.ok && !own.isMissing) return own;
  const doors = await http.read(paths.adminAccesses, decodeAdminAccesses);
  if (!doors.ok && !doors.isMissing) return doors;
  const access = doors.ok ? doors.value : null;
  const settings = own.ok ? own.value.settings : chosen.ip;
  return {
    ok: true,
    value: {
      info: info.value,
      values: valuesOf(settings, access),
      interfaceId: chosen.id,
      ipText: own.ok ? own.value.text : null,
      doors: access,
    },
  };
}

/** None shows the address or the MAC: which one to edit would be a guess. */
const noInterface = {
  ok: false,
  outcome: done('not-supported', 'function-unsupported'),
  isMissing: false,
} as const;

function valuesOf(settings: IpSettings, doors: AdminAccessDocument | null): NetworkValues {
  const { addressing, address, mask, gateway, ipv6Address, ipv6Gateway, ipv6Prefix } = settings;
  return {
    ...{ ipv4Address: address, ipv4Mask: mask, ipv4Gateway: gateway },
    dhcpEnabled: addressing === 'dynamic' ? true : addressing === 'static' ? false : null,
    commandPort: portOf(doors, portProtocols.commandPort),
    httpPort: portOf(doors, portProtocols.httpPort),
    sdkOverTlsPort: portOf(doors, portProtocols.sdkOverTlsPort),
    ...{ ipv6Address, ipv6Gateway, ipv6Prefix },
  };
}

function portOf(doors: AdminAccessDocument | null, protocol: string): number | null {
  const wanted = protocol.toLowerCase();
  const found = doors?.accesses.find((each) => each.protocol.toLowerCase() === wanted);
  return found?.port ?? null;
}

export type Identity = Pick<DeviceInfo, 'serial' | 'mac'>;

/** `null`: the two have nothing in common that could be compared. */
export function isSameDevice(one: Identity, other: Identity): boolean | null {
  const [left, right] = [serialKeyOf(one.serial), serialKeyOf(other.serial)];
  if (left !== null && right !== null) return left === right;
  return one.mac === null || other.mac === null ? null : one.mac === other.mac;
}

export function identityOf(device: DeviceRecord): Identity {
  return { serial: device.serial, mac: device.nics[0]?.mac ?? null };
}

export interface NetworkPut {
  readonly path: string;
  readonly body: string;
}

export interface NetworkPuts {
  /** Ports come first: they are usually taken at a restart, while an address ends the connection. */
  readonly ports: NetworkPut | null;
  readonly address: NetworkPut | null;
  /** There is no page for the address alone: the whole interface has to be written. */
  readonly needsInterface: boolean;
}

const addressKeys: ReadonlySet<NetworkKey> = new Set([
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
]);

/** Everything that will be sent, made before anything is sent; or why it cannot be. */
export function putsFor(
  state: NetworkState,
  keys: readonly NetworkKey[],
  edit: NetworkEdit,
): NetworkPuts | Done {
  if (keys.some((key) => key.startsWith('ipv6'))) {
    return done('not-supported', 'function-unsupported');
  }
  const ports = portsFor(state, keys, edit);
  if (ports !== null && !ports.ok) return unwritable(ports);
  const change = changeOf(keys, edit);
  const address = change === null || state.ipText === null ? null : addressFor(state, change);
  if (address !== null && !address.ok) return unwritable(address);
  return {
    ports: ports?.value ?? null,
    address: address?.value ?? null,
    needsInterface: change !== null && state.ipText === null,
  };
}

function unwritable(made: Extract<Decoded<unknown>, { ok: false }>): Done {
  const problem = made.reason === 'unreadable' ? made.detail : made.reason;
  return done('failed', 'invalid-values', { params: { problem } });
}

function portsFor(
  { doors }: NetworkState,
  keys: readonly NetworkKey[],
  edit: NetworkEdit,
): Decoded<NetworkPut> | null {
  const names = (Object.keys(portProtocols) as (keyof typeof portProtocols)[]).filter((name) =>
    keys.includes(name),
  );
  if (names.length === 0) return null;
  if (doors === null) return { ok: false, reason: 'unreadable', detail: 'no page for ports' };
  let body = doors.text;
  for (const name of names) {
    const port = edit[name];
    if (port === undefined) continue;
    const edited = editAdminPort(body, portProtocols[name], port);
    if (!edited.ok) return edited;
    body = edited.value;
  }
  return { ok: true, value: { path: paths.adminAccesses, body } };
}

function changeOf(keys: readonly NetworkKey[], edit: NetworkEdit): IpChange | null {
  if (!keys.some((key) => addressKeys.has(key))) return null;
  const { dhcpEnabled, ipv4Address, ipv4Mask, ipv4Gateway } = edit;
  return {
    ...(dhcpEnabled === undefined ? {} : { isDhcp: dhcpEnabled }),
    // With DHCP the static values stay in place: they take no effect.
    ...(ipv4Address === undefined || dhcpEnabled === true ? {} : { address: ipv4Address }),
    ...(ipv4Mask === undefined || dhcpEnabled === true ? {} : { mask: ipv4Mask }),
    ...(ipv4Gateway === undefined || dhcpEnabled === true ? {} : { gateway: ipv4Gateway }),
  };
}

function addressFor({ ipText, interfaceId }: NetworkState, change: IpChange): Decoded<NetworkPut> {
  const edited = editIpAddress(ipText ?? '', change);
  return edited.ok
    ? { ok: true, value: { path: ipAddressPath(interfaceId), body: edited.value } }
    : edited;
}

/** The same edit in the whole interface, for firmware that has no smaller part to write. */
export async function wholeInterfacePut(
  http: ItemHttp,
  { interfaceId }: NetworkState,
  { keys, edit }: { readonly keys: readonly NetworkKey[]; readonly edit: NetworkEdit },
): Promise<NetworkPut | Done> {
  const path = interfacePath(interfaceId);
  const read = await http.read(path, decodeNetworkInterfaces);
  if (!read.ok) return read.outcome;
  const own: NetworkInterface | undefined = read.value.find(({ id }) => id === interfaceId);
  const change = changeOf(keys, edit);
  if (own === undefined || change === null) return noInterface.outcome;
  const edited = editIpAddress(own.text, change, ['NetworkInterface', 'IPAddress']);
  return edited.ok ? { path, body: edited.value } : unwritable(edited);
}
