import { parseIpv4, prefixOfMask } from '../../contract/ip.ts';
import type { NetSettings, Ports } from '../state.ts';
import type { Node } from './dialect.ts';
import * as documents from './documents.ts';
import {
  badContent,
  done,
  groupsOf,
  isOutcome,
  type ResourceCall,
  type ResourceOutcome,
  readBack,
  said,
  textsOf,
} from './said.ts';

type Texts = (path: string) => string | undefined;

interface AddressChange {
  readonly net: Partial<NetSettings>;
  readonly dns: readonly [string, string];
}

/** What is wanted, or which field is refused. */
function readAddress(texts: Texts): AddressChange | ResourceOutcome {
  const text = (path: string): string => texts(path) ?? '';
  const net: Partial<NetSettings> = {
    address: text('ipAddress'),
    mask: text('subnetMask'),
    gateway: text('DefaultGateway/ipAddress'),
    isDhcp: text('addressingType') === 'dynamic',
  };
  const dns = [text('PrimaryDNS/ipAddress'), text('SecondaryDNS/ipAddress')] as const;
  if (!['static', 'dynamic'].includes(text('addressingType'))) return badContent;
  if (parseIpv4(net.address ?? '') === null) return said(400, 6, 'badIPv4Address');
  if (prefixOfMask(net.mask ?? '') === null) return said(400, 6, 'badNetMask');
  if (parseIpv4(net.gateway ?? '') === null) return said(400, 6, 'badGateway');
  if (dns.some((each) => parseIpv4(each) === null)) return said(400, 6, 'badDns');
  // A real one switches its IPv6 off; here it is a mistake of the client's.
  return text('ipVersion') === 'dual' ? { net, dns } : badContent;
}

function take(call: ResourceCall, { net, dns }: AddressChange): void {
  const { state } = call.view;
  Object.assign(state.net, net);
  if (state.net.isDhcp) state.net.address = call.site.lease() ?? state.net.address;
  state.dns = dns;
}

function acceptAddress(call: ResourceCall, change: AddressChange): ResourceOutcome {
  const apply = (): void => take(call, change);
  switch (call.addressEdit) {
    case 'at-once':
      return { ...done, apply, when: 'after-answer' };
    case 'silent':
      return { ...done, apply, when: 'after-answer', isSilent: true };
    case 'reboot':
      return { ...said(200, 7, 'rebootRequired'), apply, when: 'at-boot' };
    case 'oem-reboot': {
      const { status, body } = said(200, 7, 'ok');
      // An OEM camera says 1 and the words of 7.
      const fields = (body[1] as readonly Node[]).map(
        (field): Node => (field[0] === 'statusCode' ? ['statusCode', 1] : field),
      );
      return { status, body: [body[0], fields], apply, when: 'at-boot' };
    }
  }
}

export function writeAddress(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.ipAddress(call));
  if (isOutcome(given)) return given;
  const change = readAddress(textsOf(given));
  return 'status' in change ? change : acceptAddress(call, change);
}

/** The whole interface, for firmware and clients that know no smaller part. */
export function writeInterface(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.networkInterface(call));
  if (isOutcome(given)) return given;
  const texts = textsOf(given);
  const change = readAddress((path) => texts(`IPAddress/${path}`));
  return 'status' in change ? change : acceptAddress(call, change);
}

const portOf: ReadonlyMap<string, keyof Ports> = new Map([
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['DEV_MANAGE', 'command'],
  ['RTSP', 'rtsp'],
  ['SDK_OVER_TLS', 'tls'],
]);

/** Lowest port a door may have, as recorders' capabilities tell it. */
const lowest: ReadonlyMap<string, number> = new Map([
  ['RTSP', 1024],
  ['DEV_MANAGE', 2000],
]);

interface Doors {
  readonly ports: Partial<Ports>;
  readonly isHttpsOn: boolean;
}

/** `null`: this row has none. */
function readPort(
  row: ReadonlyMap<string, string>,
  before: Readonly<Ports>,
): number | null | 'bad' {
  const text = row.get('portNo');
  if (text === undefined) return null;
  const protocol = row.get('protocol') ?? '';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  const name = portOf.get(protocol);
  // What it has it may keep, be it below the limit.
  const isOld = name !== undefined && before[name] === port;
  const least = isOld ? 1 : (lowest.get(protocol) ?? 1);
  return port >= least && port <= 65_535 ? port : 'bad';
}

function readDoors(
  rows: readonly ReadonlyMap<string, string>[],
  before: Readonly<Ports>,
): Doors | ResourceOutcome {
  if (rows.some((row) => !/^(?:true|false)$/.test(row.get('enabled') ?? ''))) return badContent;
  const ports: Partial<Ports> = {};
  const taken = new Set<number>();
  for (const row of rows) {
    const port = readPort(row, before);
    if (port === 'bad') return said(400, 6, 'portError');
    if (port === null) continue;
    if (taken.has(port)) return said(400, 6, 'badPort');
    taken.add(port);
    const name = portOf.get(row.get('protocol') ?? '');
    if (name !== undefined) ports[name] = port;
  }
  const https = rows.find((row) => row.get('protocol') === 'HTTPS');
  return { ports, isHttpsOn: https?.get('enabled') !== 'false' };
}

/** Cameras take new doors at the next boot, recorders at once. */
export function writeAdminAccesses(call: ResourceCall): ResourceOutcome {
  const own = documents.adminAccesses(call);
  const given = readBack(call, own);
  if (isOutcome(given)) return given;
  const rows = groupsOf(given, 'AdminAccessProtocol', 'id');
  const doors = readDoors(rows, call.view.state.ports);
  if ('status' in doors) return doors;
  const apply = (): void => {
    Object.assign(call.view.state.ports, doors.ports);
    call.view.state.isHttpsOn = doors.isHttpsOn;
  };
  if (call.view.identity.model.kind === 'recorder') {
    return { ...done, apply, when: 'after-answer' };
  }
  return { ...said(200, 7, 'rebootRequired'), apply, when: 'at-boot' };
}
