import type { DeviceView } from '../state.ts';
import { isBound } from '../state.ts';
import type { Node } from './dialect.ts';

/** What the documents are made from; `now` is epoch ms. */
export interface DocumentCall {
  readonly view: DeviceView;
  readonly now: number;
}

type Document = (call: DocumentCall) => Node;

/** `V5.6.3build 190923` as two elements. */
function firmware(text: string): readonly [string, string] {
  const [version = text, build = ''] = text.split(/(?=build )/);
  return [version.trim(), build.trim()];
}

const deviceTypes: Readonly<Record<string, string>> = {
  camera: 'IPCamera',
  recorder: 'NVR',
  intercom: 'VIS',
  panel: 'AlarmHost',
};

export const deviceInfo: Document = ({ view }) => {
  const { model, serial, mac, firmware: text } = view.identity;
  const [version, build] = firmware(text);
  const isNew = model.web === 'camera-new' || model.web === 'terminal';
  const own = serial.replace(/WCVU$/, '').slice(-9);
  return [
    'DeviceInfo',
    [
      ['deviceName', view.state.deviceName],
      ['deviceID', `00000000-0000-11b4-8267-${mac.replaceAll(':', '')}`],
      ['model', model.name],
      ['serialNumber', serial],
      ['macAddress', mac],
      ['firmwareVersion', version],
      ['firmwareReleasedDate', build],
      ['deviceType', model.web === 'dvr' ? 'DVR' : (deviceTypes[model.kind] ?? 'IPCamera')],
      ['telecontrolID', view.state.telecontrolId],
      ...(isNew
        ? ([
            ['firmwareVersionInfo', 'B-R-G5-0'],
            ['manufacturer', 'hikvision'],
            ['subSerialNumber', own],
          ] as const)
        : []),
    ],
  ];
};

export const userCheck: Document = ({ view }) => [
  'userCheck',
  [
    ['statusValue', 200],
    ['statusString', 'OK'],
    ['isDefaultPassword', false],
    ['isRiskPassword', view.state.isRiskPassword],
    ['isActivated', view.state.isActivated],
    ['lockStatus', 'unlock'],
    ['unlockTime', 0],
    ['retryLoginTime', view.state.lock.maxAttempts],
  ],
];

/** On the device's own clock, with its zone. */
function localTime({ view, now }: DocumentCall): string {
  const offsetMs = zoneMs(view);
  const text = new Date(now + view.state.time.skewMs + offsetMs).toISOString().slice(0, 19);
  const sign = offsetMs < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMs) / 60_000;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${text}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** `CST-8:00:00` is eight hours east: the sign is POSIX's. */
export function zoneMs({ state }: DocumentCall['view']): number {
  const [, sign, hours = '0', minutes = '0'] =
    /^[A-Z]{3,5}([+-]?)(\d{1,2}):(\d{2})/.exec(state.time.zone) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? ms : -ms;
}

export const status: Document = (call) => [
  'DeviceStatus',
  [
    ['currentDeviceTime', localTime(call)],
    ['deviceUpTime', Math.max(0, Math.floor((call.now - call.view.state.bootedAt) / 1000))],
    ['CPUList', [['CPU', [['cpuUtilization', 12]]]]],
    [
      'MemoryList',
      [
        [
          'Memory',
          [
            ['memoryUsage', ' 244.175781'],
            ['memoryAvailable', ' 255.894531'],
          ],
        ],
      ],
    ],
  ],
];

export const time: Document = (call) => {
  const { mode, zone } = call.view.state.time;
  return [
    'Time',
    [
      ['timeMode', mode],
      ['localTime', localTime(call)],
      ['timeZone', zone],
    ],
  ];
};

export const ipAddress: Document = ({ view }) => {
  const { net } = view.state;
  const dns = (address: string): readonly Node[] => [['ipAddress', address]];
  return [
    'IPAddress',
    [
      ['ipVersion', 'dual'],
      ['addressingType', net.isDhcp ? 'dynamic' : 'static'],
      ['ipAddress', net.address],
      ['subnetMask', net.mask],
      ['ipv6Address', net.ipv6Address],
      ['bitMask', net.ipv6Prefix],
      [
        'DefaultGateway',
        [
          ['ipAddress', net.gateway],
          ['ipv6Address', net.ipv6Gateway],
        ],
      ],
      ['PrimaryDNS', dns(view.state.dns[0])],
      ['SecondaryDNS', dns(view.state.dns[1])],
      ['Ipv6Mode', [['ipV6AddressingType', 'ra']]],
    ],
  ];
};

export const networkInterface: Document = (call) => [
  'NetworkInterface',
  [
    ['id', 1],
    ipAddress(call),
    [
      'Link',
      [
        ['MACAddress', call.view.identity.mac],
        ['MTU', 1500],
      ],
    ],
  ],
];

export const networkInterfaces: Document = (call) => [
  'NetworkInterfaceList',
  [networkInterface(call)],
];

type Door = readonly [id: number, protocol: string, port: number | null, isOn: boolean];

function doorsOf({ view }: DocumentCall): readonly Door[] {
  const { ports, isHttpsOn, isBonjourOn } = view.state;
  const { model } = view.identity;
  const tls = model.hasTls === true;
  if (model.kind === 'recorder') {
    return [
      [1, 'HTTP', ports.http, true],
      [2, 'RTSP', ports.rtsp, true],
      [3, 'HTTPS', ports.https, isHttpsOn],
      [4, 'DEV_MANAGE', ports.command, true],
    ];
  }
  return [
    [1, 'HTTP', ports.http, true],
    ...(tls ? ([[2, 'HTTPS', ports.https, isHttpsOn]] as const) : []),
    [3, 'DEV_MANAGE', ports.command, true],
    [4, 'RTSP', ports.rtsp, true],
    ...(tls ? ([[5, 'SDK_OVER_TLS', ports.tls, true]] as const) : []),
    [6, 'WebSocket', 7681, true],
    [10, 'Bonjour', null, isBonjourOn],
  ];
}

/** Ids differ by line, as captures show: a camera's second door is HTTPS, a recorder's RTSP. */
export const adminAccesses: Document = (call) => [
  'AdminAccessProtocolList',
  doorsOf(call).map(
    ([id, protocol, port, isOn]): Node => [
      'AdminAccessProtocol',
      [
        ['id', id],
        ['enabled', isOn],
        ['protocol', protocol],
        ...(protocol === 'HTTPS' ? [['redirectToHttps', false] as const] : []),
        ...(port === null ? [] : [['portNo', port] as const]),
      ],
    ],
  ),
];

export const adminAccessesCapabilities: Document = (call) => [
  'AdminAccessProtocolList',
  doorsOf(call).map(
    ([id, protocol, port]): Node => [
      'AdminAccessProtocol',
      [
        ['id', id],
        ['protocol', protocol],
        ...(port === null ? [] : [['portNo', port, rangeOf(protocol)] as const]),
      ],
    ],
  ),
];

const rangeOf = (protocol: string): string =>
  protocol === 'DEV_MANAGE'
    ? ' min="2000" max="65535"'
    : ` min="${protocol === 'RTSP' ? 1024 : 1}" max="65535"`;

/** Only newer firmware tells the bind state; the code is masked when it is read. */
export const ezviz = ({ view }: DocumentCall, isInternetUp = true): Node => {
  const { state, identity } = view;
  const isOn = state.cloud !== 'off' && state.cloud !== 'unsupported';
  const isOnline = state.isCloudOnline && isInternetUp;
  const isTold = identity.model.web !== 'camera' && !state.isBindUntold;
  return [
    'EZVIZ',
    [
      ['enabled', isOn],
      ['registerStatus', isOn && isOnline],
      ...(isOn && !isOnline ? [['offlineStatus', 'netUnreachable'] as const] : []),
      ['redirect', false],
      [
        'serverAddress',
        [
          ['addressingFormatType', 'hostname'],
          ['hostName', 'litedev.hik-connect.com'],
        ],
      ],
      ['verificationCode', state.verificationCode === '' ? '' : '******'],
      ...(isTold ? [['bindStatus', isBound(state) ? 'bind' : 'unbind'] as const] : []),
    ],
  ];
};

export const ezvizCapabilities: Document = () => [
  'EZVIZ',
  [
    ['enabled', false, ' opt="true,false"'],
    ['verificationCode', 'null', ' min="6" max="12"'],
    ['bindStatus', 'bind', ' opt="bind,unbind"'],
  ],
];

const networkCap = ({ view }: DocumentCall): readonly Node[] => [
  ['isSupportHttps', view.identity.model.hasTls === true],
  ['isSupportEZVIZ', view.state.cloud !== 'unsupported'],
  ...(view.identity.model.web === 'terminal' ? [['isSupportEZVIZUnbind', true] as const] : []),
];

export const networkCapabilities: Document = (call) => ['NetworkCap', networkCap(call)];

const securityCap = ({ view }: DocumentCall): readonly Node[] => {
  const { web, kind } = view.identity.model;
  const isOld = web === 'camera-old';
  return [
    ['isSupportUserCheck', !isOld],
    ['isSupportConfigFileExport', true],
    ['isSupportConfigFileImport', true],
    ['cfgFileSecretKeyLenLimit', '', ' min="0" max="32"'],
    ['isSupportSecurityQuestionConfig', !isOld && kind !== 'intercom'],
    ['LoginPasswordLenLimit', '', ' min="8" max="16"'],
  ];
};

export const capabilities: Document = (call) => {
  const { model } = call.view.identity;
  return [
    'DeviceCap',
    [
      ['SysCap', [['NetworkCap', networkCap(call)]]],
      ['isSupportReboot', true],
      ['isSupportFactoryReset', true],
      ['SecurityCap', securityCap(call)],
      ...(model.kind === 'recorder'
        ? [['RacmCap', [['inputProxyNums', model.digitalChannels]]] as const]
        : []),
    ],
  ];
};

export const securityCapabilities: Document = (call) => ['SecurityCap', securityCap(call)];

export const illegalLoginLock: Document = ({ view }) => {
  const { maxAttempts, lockMs, isOn } = view.state.lock;
  const isOld = view.identity.model.web === 'camera-old';
  return [
    'IllegalLoginLock',
    [
      ['enabled', isOn],
      ...(isOld
        ? []
        : ([
            ['maxIllegalLoginTimes', maxAttempts],
            ['maxIllegalLoginLockTime', Math.round(lockMs / 60_000)],
          ] as const)),
    ],
  ];
};

export const discoveryMode: Document = ({ view }) => [
  'DiscoveryMode',
  [
    ['PcapMode', 'nonDiscoverable'],
    ['SADP', view.state.sadp === 'on' ? 'discoverable' : 'nonDiscoverable'],
  ],
];
