import type { XmlElement } from '../xml.ts';
import {
  at,
  type Decoded,
  type FieldRange,
  openDocument,
  rangeOf,
  textAt,
  toFlag,
  toInt,
} from './read.ts';

/** What the device says it can do. `null`: not told, as most of it is on cameras of 2014. */
export interface SystemCapabilities {
  readonly canReboot: boolean | null;
  readonly canFactoryReset: boolean | null;
  readonly network: NetworkCapabilities;
  readonly security: SecurityCapabilities;
  /** Cameras a recorder takes; above 0 it is a recorder. */
  readonly inputProxyChannels: number | null;
}

export interface NetworkCapabilities {
  readonly hasEzviz: boolean | null;
  /** An unbind call exists. What it looks like is not published, so it is shown and never made. */
  readonly hasEzvizUnbind: boolean | null;
  readonly hasWireless: boolean | null;
  readonly hasHttps: boolean | null;
  readonly verificationCode: FieldRange | null;
}

export interface SecurityCapabilities {
  /** Versions of encrypted nodes, for example `['1']`; empty when not told. */
  readonly securityVersions: readonly string[];
  readonly keyIterations: number | null;
  readonly isIrreversible: boolean | null;
  readonly salt: string | null;
  readonly hasUserCheck: boolean | null;
  readonly canExportConfig: boolean | null;
  readonly canImportConfig: boolean | null;
  /** Length of the key that a configuration export is sealed with. */
  readonly configKey: FieldRange | null;
  readonly canExportGuid: boolean | null;
  readonly hasSecurityQuestions: boolean | null;
  readonly passwordLength: FieldRange | null;
}

/** `GET /ISAPI/System/capabilities`, 30 to 60 kB. Never throws. Source: public dumps of five devices. */
export function decodeSystemCapabilities(body: Uint8Array | string): Decoded<SystemCapabilities> {
  const opened = openDocument(body, 'DeviceCap');
  if (!opened.ok) return opened;
  const { root } = opened.value;
  const flag = (...path: readonly string[]) => toFlag(textAt(root, ...path));
  return {
    ok: true,
    value: {
      canReboot: flag('SysCap', 'isSupportReboot') ?? flag('isSupportReboot'),
      canFactoryReset: flag('isSupportFactoryReset') ?? flag('SysCap', 'isSupportFactoryReset'),
      network: readNetwork(at(root, 'SysCap', 'NetworkCap')),
      security: readSecurity(at(root, 'SecurityCap')),
      inputProxyChannels: toInt(textAt(root, 'RacmCap', 'inputProxyNums'), { max: 4096 }),
    },
  };
}

/** `GET /ISAPI/System/Network/capabilities`: tells the cloud's unbind where the big document does not. */
export function decodeNetworkCapabilities(body: Uint8Array | string): Decoded<NetworkCapabilities> {
  const opened = openDocument(body, 'NetworkCap');
  return opened.ok ? { ok: true, value: readNetwork(opened.value.root) } : opened;
}

/** `GET /ISAPI/Security/capabilities?username=<u>`: the salt is that user's own. */
export function decodeSecurityCapabilities(
  body: Uint8Array | string,
): Decoded<SecurityCapabilities> {
  const opened = openDocument(body, 'SecurityCap');
  return opened.ok ? { ok: true, value: readSecurity(opened.value.root) } : opened;
}

function readNetwork(element: XmlElement | undefined): NetworkCapabilities {
  const flag = (name: string) => (element === undefined ? null : toFlag(textAt(element, name)));
  return {
    hasEzviz: flag('isSupportEZVIZ'),
    hasEzvizUnbind: flag('isSupportEZVIZUnbind'),
    hasWireless: flag('isSupportWireless'),
    hasHttps: flag('isSupportHttps'),
    verificationCode: rangeOf(element && at(element, 'verificationCode')),
  };
}

function readSecurity(element: XmlElement | undefined): SecurityCapabilities {
  const text = (name: string) => (element === undefined ? null : textAt(element, name));
  const range = (...path: readonly string[]) => rangeOf(element && at(element, ...path));
  return {
    securityVersions: range('securityVersion')?.options ?? [],
    keyIterations: toInt(text('keyIterateNum'), { max: 1_000_000 }),
    isIrreversible: toFlag(text('isIrreversible')),
    salt: text('salt'),
    hasUserCheck: toFlag(text('isSupportUserCheck')),
    canExportConfig: toFlag(text('isSupportConfigFileExport')),
    canImportConfig: toFlag(text('isSupportConfigFileImport')),
    configKey: range('cfgFileSecretKeyLenLimit'),
    canExportGuid: toFlag(text('isSupportGUIDFileDataExport')),
    hasSecurityQuestions: toFlag(text('isSupportSecurityQuestionConfig')),
    passwordLength: range('SecurityLimits', 'LoginPasswordLenLimit'),
  };
}
