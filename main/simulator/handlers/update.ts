import { parseIpv4, prefixOfMask } from '../../contract/ip.ts';
import type { SadpRequest } from '../requests.ts';
import type { NetSettings, Ports } from '../state.ts';
import type { Command, CommandCall } from './handler.ts';
import { checkAdmin, checkUpdater, failed, isThird } from './proof.ts';

/** All of these come every time, whatever was edited; without one of them the device refuses. */
const wanted = [
  'IPv4Address', 'CommandPort', 'IPv4SubnetMask', 'IPv4Gateway', 'IPv6Address', 'IPv6Gateway', 'IPv6MaskLen', 'DHCP',
] as const; // biome-ignore format: a list

function readPort(request: SadpRequest, name: string): number | null | undefined {
  const text = request.elements.get(name);
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

function readNet({ elements }: SadpRequest): NetSettings | null {
  const read = (name: string): string => elements.get(name) ?? '';
  const addresses = [read('IPv4Address'), read('IPv4SubnetMask'), read('IPv4Gateway')] as const;
  const [address, mask, gateway] = addresses;
  const prefix = Number(read('IPv6MaskLen'));
  const isReadable =
    addresses.every((text) => parseIpv4(text) !== null) &&
    prefixOfMask(mask) !== null &&
    ['true', 'false'].includes(read('DHCP')) &&
    /^[0-9a-f:.]+$/i.test(read('IPv6Address')) &&
    /^[0-9a-f:.]+$/i.test(read('IPv6Gateway')) &&
    prefix >= 0 &&
    prefix <= 128;
  if (!isReadable) return null;
  return {
    ...{ address, mask, gateway },
    isDhcp: read('DHCP') === 'true',
    ipv6Address: read('IPv6Address'),
    ipv6Gateway: read('IPv6Gateway'),
    ipv6Prefix: prefix,
  };
}

interface Settings {
  readonly net: NetSettings;
  readonly ports: Partial<Ports>;
}

/** What the device shall take; `null` when something is missing or no value of its kind. */
function readSettings(request: SadpRequest): Settings | null {
  const command = readPort(request, 'CommandPort');
  const http = readPort(request, 'HttpPort');
  const tls = readPort(request, 'SDKOverTLSPort');
  const isWhole = wanted.every((name) => request.elements.has(name));
  const net = isWhole ? readNet(request) : null;
  if (net === null || command === null || http === null || tls === null) return null;
  return {
    net,
    ports: {
      ...(command === undefined ? {} : { command }),
      ...(http === undefined ? {} : { http }),
      ...(tls === undefined ? {} : { tls }),
    },
  };
}

function take(call: CommandCall, { net, ports }: Settings): void {
  const { state } = call.view;
  const isDhcp = net.isDhcp || call.isDhcpForced;
  Object.assign(state.net, net, { isDhcp });
  if (isDhcp) state.net.address = call.site.lease() ?? net.address;
  Object.assign(state.ports, ports);
}

/** New network settings; the device answers from the old address and greets from the new one. */
export const update: Command = {
  base: 'update',
  isChange: true,
  run: (call) => {
    const refused = isThird(call) ? checkAdmin(call) : checkUpdater(call);
    if (refused !== null) return refused;
    const settings = readSettings(call.request);
    if (settings === null) return failed;
    return {
      result: 'success',
      change: { apply: () => take(call, settings), isAnnounced: true },
    };
  },
};
