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
      ['deviceName', model.kind === 'recorder' ? 'Network Video Recorder' : 'IP CAMERA'],
      ['deviceID', `00000000-0000-11b4-8267-${mac.replaceAll(':', '')}`],
      ['model', model.name],
      ['serialNumber', serial],
      ['macAddress', mac],
      ['firmwareVersion', version],
      ['firmwareReleasedDate', build],
      ['deviceType', model.web === 'dvr' ? 'DVR' : (deviceTypes[model.kind] ?? 'IPCamera')],
      ['telecontrolID', 88],
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
    ['isRiskPassword', false],
    ['isActivated', view.state.isActivated],
    ['lockStatus', 'unlock'],
    ['unlockTime', 0],
    ['retryLoginTime', view.state.lock.maxAttempts],
  ],
];

/** On the device's own clock, with its zone. */
function localTime({ view, now }: DocumentCall): string {
  const { clock } = view.identity;
  const offsetMs = clock === 'lost' ? 0 : clock;
  const text = new Date(now + offsetMs).toISOString().slice(0, 19);
  const hours = String(Math.floor(offsetMs / 3_600_000)).padStart(2, '0');
  return `${text}+${hours}:00`;
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
  const { clock } = call.view.identity;
  const hours = clock === 'lost' ? 0 : clock / 3_600_000;
  return [
    'Time',
    [
      ['timeMode', 'NTP'],
      ['localTime', localTime(call)],
      ['timeZone', `CST-${hours}:00:00`],
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
      ['PrimaryDNS', dns(net.gateway)],
      ['SecondaryDNS', dns('0.0.0.0')],
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

/** Only newer firmware tells the bind state; the code is masked when it is read. */
export const ezviz: Document = ({ view }) => {
  const { state, identity } = view;
  const isOn = state.cloud !== 'off' && state.cloud !== 'unsupported';
  const isTold = identity.model.web !== 'camera' && !state.isBindUntold;
  return [
    'EZVIZ',
    [
      ['enabled', isOn],
      ['registerStatus', isOn && state.isCloudOnline],
      ...(isOn && !state.isCloudOnline ? [['offlineStatus', 'netUnreachable'] as const] : []),
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

export const capabilities: Document = (call) => {
  const { model } = call.view.identity;
  return [
    'DeviceCap',
    [
      ['SysCap', [['NetworkCap', networkCap(call)]]],
      ['isSupportReboot', true],
      ['isSupportFactoryReset', true],
      ['SecurityCap', [['isSupportUserCheck', model.web !== 'camera-old']]],
      ...(model.kind === 'recorder'
        ? [['RacmCap', [['inputProxyNums', model.digitalChannels]]] as const]
        : []),
    ],
  ];
};

export const storage: Document = ({ view }) => {
  const disk = (id: number): Node => [
    'hdd',
    [
      ['id', id],
      ['hddName', `hdd${id}`],
      ['hddType', 'SATA'],
      ['status', 'ok'],
      ['capacity', 5_723_166],
      ['freeSpace', 0],
      ['property', 'RW'],
    ],
  ];
  const count = view.identity.model.disks ?? 0;
  return [
    'storage',
    [
      ['hddList', Array.from({ length: count }, (_, index) => disk(index + 1))],
      ['nasList', []],
      ['workMode', 'quota'],
    ],
  ];
};
