import { parseIpv4 } from '../../contract/ip.ts';
import { isPassword } from '../account.ts';
import { channelName, channelOf, freeChannel } from '../channels.ts';
import type { DeviceView, RecorderChannel } from '../state.ts';
import type { Node, ReadDocument } from './dialect.ts';
import {
  badContent,
  done,
  isOutcome,
  type ResourceCall,
  type ResourceOutcome,
  readGiven,
  said,
  shown,
  textsOf,
} from './said.ts';

/** A camera on a port of the recorder's own is found again after this. An invention. */
const foundAgainMs = 20_000;

/** Words that devices were seen to use. */
type Detected = 'connect' | 'notExist' | 'offline' | 'errorUserNameOrPasswd' | 'notActivated';

function cameraOf(channel: RecorderChannel, { site }: ResourceCall): DeviceView | undefined {
  const { address, hostName } = channel;
  const at = hostName === null ? address : site.addressOf(hostName);
  return at === null ? undefined : site.ownersAt(at)[0];
}

/** Reaches for the camera now, as a recorder does all the time, and learns what it is. */
function detect(channel: RecorderChannel, call: ResourceCall): Detected {
  if (channel.isPlugAndPlay) return 'connect';
  const camera = cameraOf(channel, call);
  if (camera === undefined) return 'notExist';
  const { state, identity } = camera;
  if (state.power !== 'up') return 'offline';
  if (identity.model.kind === 'foreign') return 'errorUserNameOrPasswd';
  if (state.account === null) return 'notActivated';
  const { password, userName } = channel;
  const isRight =
    password !== null &&
    userName === state.account.userName &&
    isPassword(state.account, new TextEncoder().encode(password));
  if (!isRight) return 'errorUserNameOrPasswd';
  const { model, serial, firmware } = identity;
  channel.learned = { model: model.name, serial, firmware };
  return 'connect';
}

/** Older recorders leave out model, serial and firmware. */
function isTelling({ view }: ResourceCall): boolean {
  const { personality, web } = view.identity.model;
  return (
    personality === 'recorder-3.1' || web === 'dvr' || view.identity.firmware.startsWith('V4.')
  );
}

function addressNodes({ address, hostName }: RecorderChannel): readonly Node[] {
  if (hostName === null) {
    return [
      ['addressingFormatType', 'ipaddress'],
      ['ipAddress', address ?? ''],
    ];
  }
  return [
    ['addressingFormatType', 'hostname'],
    ['hostName', hostName],
  ];
}

function learnedNodes(channel: RecorderChannel): readonly Node[] {
  const { learned, toldSerial } = channel;
  return [
    ['model', learned?.model ?? ''],
    ['serialNumber', toldSerial ?? learned?.serial ?? ''],
    ['firmwareVersion', (learned?.firmware ?? '').replace(/build.*/, '').trim()],
  ];
}

function channelNode(channel: RecorderChannel, call: ResourceCall): Node {
  detect(channel, call);
  return [
    'InputProxyChannel',
    [
      ['id', channel.id],
      ['name', channel.name],
      [
        'sourceInputPortDescriptor',
        [
          ['proxyProtocol', channel.protocol],
          ...addressNodes(channel),
          ['managePortNo', channel.port],
          ['srcInputPort', channel.sourceInput],
          ['userName', channel.userName],
          ...(channel.isPlugAndPlay ? [['connMode', 'plugplay'] as const] : []),
          ['streamType', 'auto'],
          ...(isTelling(call) ? learnedNodes(channel) : []),
          ['deviceID', ''],
        ],
      ],
      ['enableAnr', false],
    ],
  ];
}

function statusNode(channel: RecorderChannel, call: ResourceCall): Node {
  const found = detect(channel, call);
  const { learned } = channel;
  return [
    'InputProxyChannelStatus',
    [
      ['id', channel.id],
      ['sourceInputPortDescriptor', addressNodes(channel)],
      ['online', found === 'connect'],
      ...(found === 'connect' && learned !== null
        ? [
            [
              'streamingProxyChannelIdList',
              [
                ['streamingProxyChannelId', channel.id * 100 + 1],
                ['streamingProxyChannelId', channel.id * 100 + 2],
              ],
            ] as const,
          ]
        : []),
      ['chanDetectResult', found],
    ],
  ];
}

const sorted = ({ view }: ResourceCall): readonly RecorderChannel[] =>
  [...view.state.channels].sort((left, right) => left.id - right.id);

const find = (call: ResourceCall): RecorderChannel | undefined =>
  call.view.state.channels.find(({ id }) => String(id) === call.path[0]);

const noSuch = said(404, 4, 'invalidID');

export function readChannels(call: ResourceCall): ResourceOutcome {
  return shown(['InputProxyChannelList', sorted(call).map((each) => channelNode(each, call))]);
}

export function readStatuses(call: ResourceCall): ResourceOutcome {
  const nodes = sorted(call).map((each) => statusNode(each, call));
  return shown(['InputProxyChannelStatusList', nodes]);
}

export function readChannel(call: ResourceCall): ResourceOutcome {
  const channel = find(call);
  return channel === undefined ? noSuch : shown(channelNode(channel, call));
}

export function readStatus(call: ResourceCall): ResourceOutcome {
  const channel = find(call);
  return channel === undefined ? noSuch : shown(statusNode(channel, call));
}

type Wanted = Pick<
  RecorderChannel,
  'name' | 'protocol' | 'address' | 'hostName' | 'port' | 'sourceInput' | 'userName' | 'password'
> & { readonly isPlugAndPlay: boolean };

type Source = (name: string) => string | undefined;

/** Where the camera is, or which field of that is refused. */
function readPlace(
  source: Source,
): Pick<Wanted, 'address' | 'hostName' | 'port'> | ResourceOutcome {
  const isNamed = source('addressingFormatType') === 'hostname';
  const address = isNamed ? null : (source('ipAddress') ?? '');
  const hostName = isNamed ? (source('hostName') ?? '') : null;
  const port = Number(source('managePortNo'));
  if (address !== null && parseIpv4(address) === null) return said(400, 6, 'badIPv4Address');
  if (hostName !== null && !/^[\w.-]{1,253}$/.test(hostName)) return said(400, 6, 'badHostAddress');
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535;
  return isPort ? { address, hostName, port } : said(400, 6, 'portError');
}

/** What a client wants a channel to be, or what is wrong with it. */
function readWanted(given: ReadDocument, id: number): Wanted | ResourceOutcome {
  const text = textsOf(given);
  const source: Source = (name) => text(`sourceInputPortDescriptor/${name}`);
  const protocol = source('proxyProtocol') ?? source('adminProtocol') ?? '';
  if (!/^(?:HIKVISION|ONVIF|RTSP)$/.test(protocol)) return badContent;
  const place = readPlace(source);
  if ('status' in place) return place;
  return {
    name: text('name') ?? channelName(id),
    ...{ protocol, ...place },
    sourceInput: Number(source('srcInputPort') ?? 1),
    userName: source('userName') ?? 'admin',
    // Nobody reads it back, so whoever leaves it out takes it away.
    password: source('password') ?? null,
    isPlugAndPlay: source('connMode') === 'plugplay',
  };
}

function isTaken(call: ResourceCall, wanted: Wanted, id: number | null): boolean {
  return call.view.state.channels.some(
    (other) =>
      other.id !== id &&
      other.address !== null &&
      other.address === wanted.address &&
      other.port === wanted.port &&
      other.sourceInput === wanted.sourceInput,
  );
}

function refuseWanted(call: ResourceCall, wanted: Wanted, id: number | null) {
  if (wanted.address === call.view.state.net.address) {
    return said(403, 4, 'channelIpAddrConflictWithDev');
  }
  return isTaken(call, wanted, id) ? said(403, 4, 'IPCIPNotUnique') : null;
}

/** The next free number, whatever number the client brings. */
export function addChannel(call: ResourceCall): ResourceOutcome {
  const given = readGiven(call, 'InputProxyChannel');
  if (isOutcome(given)) return given;
  const { state, identity } = call.view;
  const id = freeChannel(identity.model, state.channels);
  if (id === null) return said(403, 4, 'invalidOperation');
  const wanted = readWanted(given, id);
  if ('status' in wanted) return wanted;
  const refused = refuseWanted(call, wanted, id);
  if (refused !== null) return refused;
  const apply = (): void => {
    const channel = { ...channelOf(id, {}), ...wanted, isPlugAndPlay: false };
    state.channels = [...state.channels, channel];
  };
  return { ...said(200, 1, 'ok', id), apply };
}

export function writeChannel(call: ResourceCall): ResourceOutcome {
  const channel = find(call);
  if (channel === undefined) return noSuch;
  const given = readGiven(call, 'InputProxyChannel');
  if (isOutcome(given)) return given;
  if (textsOf(given)('id') !== String(channel.id)) return badContent;
  const wanted = readWanted(given, channel.id);
  if ('status' in wanted) return wanted;
  const refused = refuseWanted(call, wanted, channel.id);
  if (refused !== null) return refused;
  const hasMoved = wanted.address !== channel.address || wanted.hostName !== channel.hostName;
  const apply = (): void => {
    Object.assign(channel, wanted, hasMoved ? { learned: null } : {});
  };
  return { ...done, apply };
}

/** The slot is empty at once; what sits on a port of the recorder's own is found again by itself. */
export function removeChannel(call: ResourceCall): ResourceOutcome {
  const channel = find(call);
  if (channel === undefined) return noSuch;
  const { state } = call.view;
  state.channels = state.channels.filter(({ id }) => id !== channel.id);
  if (channel.isPlugAndPlay) {
    call.later(foundAgainMs, () => {
      const isFree = !state.channels.some(({ id }) => id === channel.id);
      if (isFree) state.channels = [...state.channels, channel];
    });
  }
  return done;
}

/** Cameras of the LAN that the recorder sees. One model was caught telling their passwords. */
export function searchCameras(call: ResourceCall): ResourceOutcome {
  const { view, spec, site } = call;
  const isLeaking = spec.leaksPasswords ?? view.identity.model.name === 'DS-7732NXI-K4';
  const cameras = site
    .neighbours()
    .filter((each) => each.identity.model.kind === 'camera' && each.identity !== view.identity);
  const source = (camera: DeviceView): Node => {
    const { identity, state } = camera;
    const own = view.state.channels.find((each) => cameraOf(each, call) === camera);
    const isTold = isLeaking && own?.password != null;
    return [
      'VideoSourceDescriptor',
      [
        ['proxyProtocol', 'HIKVISION'],
        ['addressingFormatType', 'ipaddress'],
        ['ipAddress', state.net.address],
        ['managePortNo', state.ports.command],
        ['srcInputPort', 1],
        ...(isTold
          ? ([
              ['userName', own.userName],
              ['password', own.password ?? ''],
            ] as const)
          : []),
        ['subnetMask', state.net.mask],
        ['serialNumber', identity.serial],
        ['MACAddress', identity.mac],
        ['firmwareVersion', identity.firmware.replace(/build.*/, '').trim()],
        ['model', identity.model.name],
        ['activated', state.isActivated],
      ],
    ];
  };
  return shown(['VideoSourceList', cameras.map(source)]);
}
