import { parseIpv4, prefixOfMask } from '../../contract/ip.ts';
import type { NetSettings } from '../state.ts';
import { isBound } from '../state.ts';
import type { AddressEdit, SimHttpRequest } from '../types.ts';
import { type Dialect, type Node, type ReadDocument, readDocument, render } from './dialect.ts';
import * as documents from './documents.ts';

/** What a request that was let in does. */
export interface ResourceOutcome {
  readonly status: number;
  readonly body: Node;
  /** The device changes so, a moment after it answered. */
  readonly apply?: () => void;
  readonly isReboot?: boolean;
  /** The answer never arrives: the connection dies with the old address. */
  readonly isSilent?: boolean;
}

export interface ResourceCall extends documents.DocumentCall {
  readonly request: SimHttpRequest;
  readonly dialect: Dialect;
  readonly addressEdit: AddressEdit;
}

const words: Readonly<Record<number, string>> = {
  1: 'OK',
  3: 'Device Error',
  4: 'Invalid Operation',
  6: 'Invalid XML Content',
  7: 'Reboot Required',
};

function said(status: number, code: number, subCode: string): ResourceOutcome {
  return {
    status,
    body: [
      'ResponseStatus',
      [
        ['statusCode', code],
        ['statusString', words[code] ?? 'Device Error'],
        ['subStatusCode', subCode],
      ],
    ],
  };
}

const readable: ReadonlyMap<string, (call: documents.DocumentCall) => Node> = new Map([
  ['/ISAPI/Security/userCheck', documents.userCheck],
  ['/ISAPI/System/deviceInfo', documents.deviceInfo],
  ['/ISAPI/System/status', documents.status],
  ['/ISAPI/System/time', documents.time],
  ['/ISAPI/System/capabilities', documents.capabilities],
  ['/ISAPI/System/Network/capabilities', documents.networkCapabilities],
  ['/ISAPI/System/Network/interfaces', documents.networkInterfaces],
  ['/ISAPI/System/Network/interfaces/1', documents.networkInterface],
  ['/ISAPI/System/Network/interfaces/1/ipAddress', documents.ipAddress],
]);

/** A path that this device has not; cameras say so to a recorder's. */
const absent = said(403, 4, 'notSupport');

export function serveResource(call: ResourceCall): ResourceOutcome {
  const { request, view } = call;
  const path = request.path.split('?')[0] ?? '';
  if (path.startsWith('/ISAPI/System/Network/EZVIZ')) return serveEzviz(call, path);
  if (path === '/ISAPI/ContentMgmt/Storage') {
    return view.identity.model.kind === 'recorder' ? read(call, documents.storage) : absent;
  }
  if (path === '/ISAPI/System/reboot') {
    return request.method === 'PUT' ? { ...said(200, 1, 'ok'), isReboot: true } : wrongMethod;
  }
  const document = readable.get(path);
  if (document === undefined) return absent;
  if (request.method === 'GET') return read(call, document);
  if (request.method !== 'PUT' || document !== documents.ipAddress) return wrongMethod;
  return writeAddress(call);
}

const wrongMethod = said(403, 4, 'methodNotAllowed');

function read(
  call: ResourceCall,
  document: (call: documents.DocumentCall) => Node,
): ResourceOutcome {
  return call.request.method === 'GET' ? { status: 200, body: document(call) } : wrongMethod;
}

/** A device takes back only what it gave out: every element, in its order, under its namespace. */
function readBack(call: ResourceCall, own: Node): ReadDocument | ResourceOutcome {
  const given = readDocument(call.request.body);
  const mine = readDocument(render(own, call.dialect));
  if (given === null) return said(400, 5, 'badXmlFormat');
  const shape = (document: ReadDocument | null) => document?.leaves.map(([path]) => path).join(' ');
  const isWhole = given.namespace === mine?.namespace && shape(given) === shape(mine);
  return isWhole ? given : said(400, 6, 'badXmlContent');
}

function writeAddress(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.ipAddress(call));
  if ('status' in given) return given;
  const values = new Map(given.leaves);
  const text = (path: string): string => values.get(`IPAddress/${path}`) ?? '';
  const net: Partial<NetSettings> = {
    address: text('ipAddress'),
    mask: text('subnetMask'),
    gateway: text('DefaultGateway/ipAddress'),
    isDhcp: text('addressingType') === 'dynamic',
  };
  if (parseIpv4(net.address ?? '') === null) return said(400, 6, 'badIPv4Address');
  if (prefixOfMask(net.mask ?? '') === null) return said(400, 6, 'badNetMask');
  if (parseIpv4(net.gateway ?? '') === null) return said(400, 6, 'badGateway');
  // A real one switches its IPv6 off; here it is a mistake of the client's.
  if (text('ipVersion') !== 'dual') return said(400, 6, 'badXmlContent');
  const apply = (): void => {
    Object.assign(call.view.state.net, net);
  };
  switch (call.addressEdit) {
    case 'at-once':
      return { ...said(200, 1, 'ok'), apply };
    case 'silent':
      return { ...said(200, 1, 'ok'), apply, isSilent: true };
    case 'reboot':
      return { ...said(200, 7, 'rebootRequired'), apply };
    case 'oem-reboot': {
      const { status, body } = said(200, 7, 'ok');
      // An OEM camera says 1 and the words of 7.
      const fields = (body[1] as readonly Node[]).map(
        (field): Node => (field[0] === 'statusCode' ? ['statusCode', 1] : field),
      );
      return { status, body: [body[0], fields], apply };
    }
  }
}

function serveEzviz(call: ResourceCall, path: string): ResourceOutcome {
  const { state } = call.view;
  if (state.cloud === 'unsupported') return absent;
  if (path.endsWith('/capabilities')) return read(call, documents.ezvizCapabilities);
  if (path !== '/ISAPI/System/Network/EZVIZ') return absent;
  if (call.request.method !== 'PUT') return read(call, documents.ezviz);
  const given = readBack(call, documents.ezviz(call));
  if ('status' in given) return given;
  const wanted = new Map(given.leaves).get('EZVIZ/enabled');
  if (wanted !== 'true' && wanted !== 'false') return said(400, 6, 'badXmlContent');
  const apply = (): void => {
    const wasBound = isBound(state);
    if (wanted === 'false') state.cloud = 'off';
    else if (state.isBindUntold) state.cloud = 'unknown';
    else state.cloud = wasBound ? 'bound' : 'on';
    state.isSecretlyBound = wasBound && state.cloud !== 'bound';
  };
  return { ...said(200, 1, 'ok'), apply };
}
