import { type FieldKind, type KindValues, maxFieldLength, type ValueSpec } from './values.ts';

/**
 * Every element of an inquiry reply that this version understands: wire name, key, kind. Adding a
 * row here is all it takes to read a new element; `README.md` says where each name comes from.
 * The first rows stand in the order cameras send them, which spares the reader a look-up each.
 */
const table = [
  ['DeviceType', 'deviceType', 'int'],
  ['DeviceDescription', 'model', 'text'],
  ['DeviceSN', 'serial', 'text'],
  ['CommandPort', 'commandPort', 'port'],
  ['HttpPort', 'httpPort', 'port'],
  ['MAC', 'mac', 'mac'],
  ['IPv4Address', 'ipv4Address', 'ipv4'],
  ['IPv4SubnetMask', 'ipv4Mask', 'ipv4'],
  ['IPv4Gateway', 'ipv4Gateway', 'ipv4'],
  ['IPv6Address', 'ipv6Address', 'ipv6'],
  ['IPv6Gateway', 'ipv6Gateway', 'ipv6'],
  ['IPv6MaskLen', 'ipv6Prefix', 'prefix'],
  ['DHCP', 'dhcpEnabled', 'tri'],
  ['AnalogChannelNum', 'analogChannels', 'int'],
  ['DigitalChannelNum', 'digitalChannels', 'int'],
  ['SoftwareVersion', 'firmware', 'text'],
  ['DSPVersion', 'dsp', 'text'],
  ['BootTime', 'bootTime', 'bootTime'],
  ['Encrypt', 'encrypt', 'tri'],
  ['ResetAbility', 'resetAbility', 'tri'],
  ['DiskNumber', 'disks', 'int'],
  ['Activated', 'activated', 'tri'],
  ['PasswordResetAbility', 'passwordReset', 'tri'],
  ['PasswordResetModeSecond', 'passwordResetSecondMode', 'tri'],
  ['DetailOEMCode', 'detailOemCode', 'int'],
  ['SupportSecurityQuestion', 'securityQuestions', 'tri'],
  ['SupportHCPlatform', 'cloudSupported', 'tri'],
  ['HCPlatformEnable', 'cloudEnabled', 'tri'],
  ['IsModifyVerificationCode', 'verificationCodeModifiable', 'tri'],
  ['Salt', 'salt', 'text'],
  ['DeviceLock', 'lockReporting', 'tri'],
  ['SDKOverTLSPort', 'sdkOverTlsPort', 'port'],
  ['SDKServerStatus', 'sdkServerOn', 'tri'],
  ['SDKOverTLSServerStatus', 'sdkOverTlsServerOn', 'tri'],
  ['SupportMailBox', 'mailbox', 'tri'],
  ['supportIPv6', 'ipv6Supported', 'tri'],
  ['supportModifyIPv6', 'ipv6Modifiable', 'tri'],
  ['DHCPAbility', 'dhcpSupported', 'tri'],
  ['HttpsPort', 'httpsPort', 'port'],
  ['SyncIPCPassword', 'syncIpcPassword', 'tri'],
  ['SupportGUID', 'guid', 'tri'],
  ['SupportBind', 'bindList', 'tri'],
  ['MaxBindNum', 'maxBind', 'int'],
  ['SupportRestoreInactive', 'restoreInactive', 'tri'],
  ['SupportChannelDefaultPassword', 'channelDefaultPassword', 'tri'],
  ['supportWifiEnhancement', 'wifiEnhancement', 'tri'],
  ['enableWifiEnhancement', 'wifiEnhancementEnabled', 'tri'],
  ['supportwifiRegion', 'wifiRegionSupported', 'tri'],
  ['currentwifiRegion', 'wifiRegion', 'text'],
  ['supportSSIDAndPasswordCfg', 'ssidAndPassword', 'tri'],
  ['supportEzvizUnbind', 'unbindSupported', 'tri'],
  ['EZVIZBindStatus', 'cloudBound', 'bindStatus'],
  ['supportEzvizUserToken', 'userToken', 'tri'],
  ['physicalAccessVerification', 'physicalAccessVerification', 'text'],
  ['Salt2', 'salt2', 'text'],
  ['UserName', 'userName', 'text'],
  ['SADPVersion', 'sadpVersion', 'text'],
  ['codeEncrypt', 'codeEncrypt', 'tri'],
  ['SupportPasswordResetType', 'passwordResetTypes', 'tri'],
  ['SupportResetPwByPhoneNo', 'resetByPhone', 'tri'],
  ['OEMCode', 'isOem', 'tri'],
  ['OEMInfo', 'oemInfo', 'text'],
  ['EZVIZCode', 'isEzviz', 'tri'],
  ['SoftwareVersionEncrypt', 'softwareVersionEncrypt', 'text'],
  ['DSPVersionEncrypt', 'dspVersionEncrypt', 'text'],
  ['OEMInfoEncrypt', 'oemInfoEncrypt', 'text'],
  ['Licensed', 'licensed', 'tri'],
  ['SystemMode', 'systemMode', 'text'],
  ['ControllerType', 'controllerType', 'text'],
  ['SpecificDeviceType', 'specificDeviceType', 'text'],
  ['SecurityMode', 'securityMode', 'text'],
  ['EHomeVer', 'ehomeVersion', 'text'],
  ['WifiMAC', 'wifiMac', 'mac'],
  ['manufacturer', 'manufacturer', 'text'],
] as const satisfies readonly (readonly [wire: string, key: string, kind: FieldKind])[];

type Row = (typeof table)[number];
export type SadpFieldKey = Row[1];

/**
 * What a device said about itself. A key that is absent was not told or could not be understood;
 * it never means "no".
 */
export type SadpFields = {
  readonly [R in Row as R[1]]?: KindValues[R[2]];
};

/** The elements every message has beside the facts. */
export type HeaderKey = 'uuid' | 'types' | 'result';

export interface ElementSpec extends ValueSpec {
  /** Position among all known elements; used to notice one that comes twice. */
  readonly index: number;
  readonly role: 'header' | 'field';
  readonly openTag: string;
  readonly closeTag: string;
  readonly key: HeaderKey | SadpFieldKey;
}

/** The table as data, for documentation and tests. */
export const sadpFieldTable: readonly (readonly [
  wire: string,
  key: SadpFieldKey,
  kind: FieldKind,
])[] = table;

const headers: readonly (readonly [wire: string, key: HeaderKey])[] = [
  ['Uuid', 'uuid'],
  ['Types', 'types'],
  ['Result', 'result'],
];

/** Longest Uuid, Types and Result that is kept, in UTF-16 units. */
const maxHeaderLength = 128;

/** Headers, then the table's rows; every spec stands at its own index. */
export const specs: readonly ElementSpec[] = [
  ...headers.map(([wire, key], index): ElementSpec => {
    return { role: 'header', index, key, kind: 'text', ...named(wire, maxHeaderLength) };
  }),
  ...table.map(([wire, key, kind], row): ElementSpec => {
    const index = headers.length + row;
    return { role: 'field', index, key, kind, ...named(wire, maxFieldLength) };
  }),
];

function named(wire: string, maxLength: number) {
  return { wire, openTag: `<${wire}>`, closeTag: `</${wire}>`, maxLength };
}

export const specCount = specs.length;

const byExactName = new Map(specs.map((spec) => [spec.wire, spec]));
const byLowerName = new Map(specs.map((spec) => [spec.wire.toLowerCase(), spec]));

/**
 * The table's row for an element name in any letter case (devices mix styles, and so does the
 * vendor's own list), or `undefined` for an element this version does not know.
 */
export function findSpec(name: string): ElementSpec | undefined {
  return byExactName.get(name) ?? byLowerName.get(name.toLowerCase());
}
