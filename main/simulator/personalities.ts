import type { PersonalityName } from './models.ts';
import { bootTimeText, type DeviceView, isBound } from './state.ts';
import type { Quirk } from './types.ts';

/** One element of a reply, in wire order. */
export type Field = readonly [name: string, value: string];

export interface Personality {
  /** What the device tells in an inquiry answer and in its Hello, behind `Types`. */
  readonly fields: (view: DeviceView) => readonly Field[];
  /** Text habits of the whole line; a device's own quirks are added to them. */
  readonly quirks: readonly Quirk[];
  /** The prolog as this line writes it. */
  readonly prolog: string;
  /** Whether the first elements stand on the root's line, as in several captures. */
  readonly isHeadInline: boolean;
  /** Newer firmware is silent to an inquiry whose Uuid is not real hexadecimal. */
  readonly needsRealUuid: boolean;
  readonly isInquiryV32Known: boolean;
}

const bool = (value: boolean): string => (value ? 'true' : 'false');

function wireMac(mac: string): string {
  return mac.replaceAll(':', '-');
}

function identity({ identity: is, state }: DeviceView): Field[] {
  return [
    ['DeviceType', String(is.model.deviceType)],
    ['DeviceDescription', is.model.name],
    ['DeviceSN', is.serial],
    ['CommandPort', String(state.ports.command)],
    ['HttpPort', String(state.ports.http)],
    ['MAC', wireMac(is.mac)],
    ['IPv4Address', state.net.address],
    ['IPv4SubnetMask', state.net.mask],
    ['IPv4Gateway', state.net.gateway],
  ];
}

function ipv6({ state }: DeviceView): Field[] {
  return [
    ['IPv6Address', state.net.ipv6Address],
    ['IPv6Gateway', state.net.ipv6Gateway],
    ['IPv6MaskLen', String(state.net.ipv6Prefix)],
  ];
}

function dhcpAndChannels({ identity: is, state }: DeviceView): Field[] {
  return [
    ['DHCP', bool(state.net.isDhcp)],
    ['AnalogChannelNum', String(is.model.analogChannels)],
    ['DigitalChannelNum', String(is.model.digitalChannels)],
  ];
}

function versions(view: DeviceView): Field[] {
  return [
    ['SoftwareVersion', view.identity.firmware],
    ['DSPVersion', view.identity.model.dsp],
    ['BootTime', bootTimeText(view)],
  ];
}

const basics = (view: DeviceView): Field[] => [
  ...identity(view),
  ...ipv6(view),
  ...dhcpAndChannels(view),
  ...versions(view),
];

const encrypt = ({ identity: is }: DeviceView): Field[] =>
  is.encrypt === null ? [] : [['Encrypt', bool(is.encrypt)]];

const plain = (view: DeviceView): Field[] => [...basics(view), ...encrypt(view), ...salt(view)];

/** Until somebody sets a password there is no hash and so no salt. */
function salt({ state: { account } }: DeviceView): Field[] {
  const salts: readonly Field[] = [
    ['Salt', account?.salt ?? ''],
    ['Salt2', account?.salt2 ?? ''],
  ];
  return salts.filter(([, value]) => value !== '');
}

function cloud({ state }: DeviceView): Field[] {
  if (state.cloud === 'unsupported') return [];
  return [
    ['SupportHCPlatform', 'true'],
    ['HCPlatformEnable', bool(state.cloud !== 'off')],
    ['IsModifyVerificationCode', 'true'],
  ];
}

/** Numbers, not words: 1 bound, 2 not bound; left out where the firmware cannot tell. */
function binding({ state }: DeviceView): Field[] {
  if (state.cloud === 'unsupported') return [];
  const status: Field[] = state.isBindUntold
    ? []
    : [['EZVIZBindStatus', isBound(state) ? '1' : '2']];
  return [['supportEzvizUnbind', 'true'], ...status];
}

function tls({ identity: is, state }: DeviceView): Field[] {
  if (is.model.hasTls !== true) return [];
  return [
    ['SDKOverTLSPort', String(state.ports.tls)],
    ['SDKServerStatus', 'true'],
    ['SDKOverTLSServerStatus', 'true'],
  ];
}

function activation30(view: DeviceView): Field[] {
  return [
    ...encrypt(view),
    ['ResetAbility', 'false'],
    ['DiskNumber', String(view.identity.model.disks ?? 0)],
    ['Activated', bool(view.state.isActivated)],
    ['PasswordResetAbility', 'true'],
    ['PasswordResetModeSecond', 'true'],
  ];
}

const camera30 = (view: DeviceView): Field[] => [
  ...basics(view),
  ...activation30(view),
  ...(view.identity.model.hasTls === true ? ([['DetailOEMCode', '1']] as Field[]) : []),
  ['SupportSecurityQuestion', 'true'],
  ...cloud(view),
  ...salt(view),
  ['DeviceLock', bool(view.identity.model.batch === 'AACH')],
  ...tls(view),
  ...(view.identity.model.hasTls === true ? ([['SupportMailBox', 'true']] as Field[]) : []),
];

/** No public capture of generation 3.1 exists; order and extent follow the vendor client's element names. */
function tail31(view: DeviceView): Field[] {
  return [
    ['DetailOEMCode', '1'],
    ['SupportGUID', 'true'],
    ['SupportSecurityQuestion', 'true'],
    ...cloud(view),
    ...salt(view),
    ['DeviceLock', 'true'],
    ...tls(view),
    ['SupportMailBox', 'true'],
    ...binding(view),
    ['supportEzvizUserToken', 'true'],
    ['SADPVersion', '3.0,3.1'],
    ['codeEncrypt', 'true'],
    ['SupportPasswordResetType', 'true'],
    ['SupportRestoreInactive', 'true'],
    ['DHCPAbility', 'true'],
    ['HttpsPort', String(view.state.ports.https)],
    ['OEMCode', 'false'],
    ['OEMInfo', 'N/A'],
    ['EZVIZCode', 'false'],
  ];
}

const camera31 = (view: DeviceView): Field[] => [
  ...basics(view),
  ...activation30(view),
  ...tail31(view),
];

const recorderTail = (view: DeviceView): Field[] => [
  ['SyncIPCPassword', 'true'],
  ['SupportGUID', 'true'],
  ['SupportSecurityQuestion', 'true'],
  ...cloud(view),
  ...salt(view),
  ['DeviceLock', 'true'],
  ...tls(view),
  ...binding(view),
  ['SupportChannelDefaultPassword', 'true'],
  ['OEMInfo', 'N/A'],
];

const recorder = (view: DeviceView): Field[] => [
  ...basics(view),
  ...activation30(view),
  ...recorderTail(view),
];

const recorder31 = (view: DeviceView): Field[] => [
  ...basics(view),
  ...activation30(view),
  ['SyncIPCPassword', 'true'],
  ['SupportChannelDefaultPassword', 'true'],
  ...tail31(view),
];

const intercom = (view: DeviceView): Field[] => [
  ...identity(view),
  ...dhcpAndChannels(view),
  ...versions(view),
  ...encrypt(view),
  ...salt(view),
  ['OEMInfo', 'N/A'],
  ['Activated', bool(view.state.isActivated)],
  ['PasswordResetAbility', 'true'],
  ['DeviceLock', 'true'],
];

const ezviz = (view: DeviceView): Field[] => [
  ...identity(view),
  ...dhcpAndChannels(view),
  ...versions(view),
  ...encrypt(view),
  ...salt(view),
  ['Activated', 'true'],
  ['EZVIZCode', 'true'],
  ['OEMInfo', 'EZVIZ'],
  ...binding(view),
];

const oem = (view: DeviceView): Field[] => [
  ...basics(view),
  ...activation30(view),
  ['DetailOEMCode', '27'],
  ['OEMCode', 'true'],
  ['OEMInfo', view.identity.model.oemInfo ?? 'N/A'],
  ['SupportSecurityQuestion', 'true'],
  ...cloud(view),
  ...salt(view),
  ['DeviceLock', 'true'],
];

const panel = (view: DeviceView): Field[] => [
  ...identity(view),
  ['DHCP', bool(view.state.net.isDhcp)],
  ...versions(view),
  ...encrypt(view),
  ['Activated', bool(view.state.isActivated)],
  ['SADPVersion', '3.1'],
  ...salt(view),
  ...cloud(view),
  ...binding(view),
  ['physicalAccessVerification', '1,2'],
  ['supportEzvizUserToken', 'true'],
  ['SupportBind', 'true'],
  ['MaxBindNum', '8'],
  ['EHomeVer', '5.0'],
  ['WifiMAC', wireMac(view.identity.mac.replace(/..$/, 'fe'))],
];

const plainProlog = '<?xml version="1.0" encoding="UTF-8"?>';
const spacedProlog = '<?xml version="1.0" encoding="UTF-8" ?>';

const base: Omit<Personality, 'fields'> = {
  quirks: [],
  prolog: plainProlog,
  isHeadInline: false,
  needsRealUuid: false,
  isInquiryV32Known: false,
};
const newer: Omit<Personality, 'fields'> = {
  ...base,
  needsRealUuid: true,
  isInquiryV32Known: true,
};

/** What a device tells: its line's elements, with what its spec replaces, leaves out or adds. */
export function toldFields(view: DeviceView, personality: Personality): readonly Field[] {
  const { told } = view.identity;
  const { account } = view.state;
  const renamed = account !== null && account.userName !== 'admin';
  const own: Field[] = renamed ? [['UserName', account.userName]] : [];
  const fields = [...personality.fields(view), ...own];
  const changed = fields.flatMap(([name, value]): Field[] => {
    const other = told[name];
    if (other === null) return [];
    return [[name, other ?? value]];
  });
  const names = new Set(fields.map(([name]) => name));
  const added = Object.entries(told).flatMap(([name, value]): Field[] =>
    names.has(name) || value === null ? [] : [[name, value]],
  );
  return [...changed, ...added];
}

export const personalities: Readonly<Record<PersonalityName, Personality>> = {
  'camera-plain': { ...base, fields: plain, isHeadInline: true },
  'camera-3.0': { ...base, fields: camera30, quirks: ['flase'] },
  'camera-3.1': { ...newer, fields: camera31 },
  recorder: { ...base, fields: recorder },
  'recorder-3.1': { ...newer, fields: recorder31 },
  intercom: { ...base, fields: intercom, prolog: spacedProlog, quirks: ['upper-mac'] },
  ezviz: { ...base, fields: ezviz },
  oem: { ...base, fields: oem, quirks: ['colon-mac', 'flase'], isHeadInline: true },
  panel: { ...newer, fields: panel },
  foreign: { ...base, fields: () => [] },
};
