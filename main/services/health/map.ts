import type { DeviceHealth } from '../../contract/login.ts';
import type { DeviceInfo } from '../../protocol/isapi/device-info.ts';
import type { Disk } from '../../protocol/isapi/storage.ts';
import type { LoginFailure } from '../login/logins.ts';
import { cloudStateOf } from './cloud.ts';
import type { Examination } from './examine.ts';
import { findingOfFailure, findingsOf, levelOf, notActivated, otherDevice } from './findings.ts';
import { valueIn } from './read.ts';

const clip = (text: string | null): string | null => text?.slice(0, 512) ?? null;

const nothing: Omit<DeviceHealth, 'at'> = {
  level: null,
  findings: [],
  identity: null,
  clock: null,
  upSeconds: null,
  disks: null,
  channels: null,
  cloud: null,
  capabilities: {},
};

/** A device that could not be asked at all. */
export function healthOfFailure(failure: LoginFailure, at: number): DeviceHealth {
  const { level, finding } = findingOfFailure(failure);
  return { ...nothing, at, level, findings: [finding] };
}

/** Another device stands at the address: nothing of it belongs to this one. */
export function healthOfStranger(serial: string | null, at: number): DeviceHealth {
  return { ...nothing, at, level: 'problem', findings: [otherDevice(serial)] };
}

export function healthOfInactive(at: number): DeviceHealth {
  return { ...nothing, at, level: 'attention', findings: [notActivated()] };
}

/** Everything a reading told. What the device does not have is `null`, never a "no". */
export function healthOf(seen: Examination, at: number): DeviceHealth {
  const { reading, failure } = seen;
  if (Object.values(reading).some(({ kind }) => kind === 'not-activated')) {
    return healthOfInactive(at);
  }
  const hasRead = Object.values(reading).some(({ kind }) => kind === 'told');
  if (failure !== null && !hasRead) return healthOfFailure(failure, at);
  const facts = {
    at,
    identity: identityOf(valueIn(reading.deviceInfo)),
    clock: clockOf(seen),
    upSeconds: valueIn(reading.status)?.upSeconds ?? null,
    disks: disksOf(seen),
    channels: channelsOf(seen),
    cloud: cloudOf(seen, at),
    capabilities: capabilitiesOf(seen),
  };
  const findings = findingsOf(facts, seen);
  return { ...facts, findings, level: hasRead ? levelOf(findings) : null };
}

function identityOf(info: DeviceInfo | null): DeviceHealth['identity'] {
  if (info === null) return null;
  return {
    name: clip(info.name),
    model: clip(info.model),
    serial: clip(info.serial),
    mac: info.mac,
    firmware: clip(info.firmware),
    firmwareDate: clip(info.firmwareBuild),
    type: clip(info.deviceType),
    hardware: clip(info.hardwareVersion),
  };
}

function clockOf({ reading, timeReadAt }: Examination): DeviceHealth['clock'] {
  const time = valueIn(reading.time)?.time ?? null;
  const statusAt = valueIn(reading.status)?.deviceTimeAt ?? null;
  if (time === null && statusAt === null) return null;
  const deviceAt = time === null ? statusAt : time.at;
  return {
    deviceTime: clip(time?.localTime ?? null),
    offsetMs: deviceAt === null ? null : deviceAt - timeReadAt,
    mode: clip(time?.mode ?? null),
    timeZone: clip(time?.timeZone ?? null),
  };
}

type DiskView = NonNullable<DeviceHealth['disks']>[number];

function disksOf({ reading }: Examination): DeviceHealth['disks'] {
  const disks = valueIn(reading.storage)?.disks ?? valueIn(reading.disks);
  return disks?.slice(0, 256).map(diskOf) ?? null;
}

function diskOf({ id, name, state, text, capacityMb, freeMb }: Disk): DiskView {
  return {
    id: id.slice(0, 80),
    name: clip(name),
    status: (text ?? '').slice(0, 80),
    state: state === 'error' ? errorStateOf(text) : state === 'idle' ? 'ok' : state,
    capacityMb,
    freeMb,
  };
}

/** A disk that is not there any more is another errand than one that fails. */
function errorStateOf(text: string | null): DiskView['state'] {
  return /^(?:not ?exist|offline)$/i.test(text ?? '') ? 'missing' : 'broken';
}

function channelsOf({ reading, isRecorder }: Examination): DeviceHealth['channels'] {
  const cameras = valueIn(reading.cameras);
  const inputs = valueIn(reading.inputs);
  if (!isRecorder || (cameras === null && inputs === null)) return null;
  return {
    total: cameras?.length ?? 0,
    offline: cameras?.filter(({ isOnline }) => isOnline === false).length ?? 0,
    analog: inputs?.length ?? null,
  };
}

function cloudOf({ reading }: Examination, at: number): DeviceHealth['cloud'] {
  const state = valueIn(reading.cloud)?.state ?? null;
  const announces = announcesUnbind(reading);
  return state === null && announces === null ? null : cloudStateOf(state, announces, at);
}

function announcesUnbind(reading: Examination['reading']): boolean | null {
  const own = valueIn(reading.network)?.hasEzvizUnbind ?? null;
  return own ?? valueIn(reading.capabilities)?.network.hasEzvizUnbind ?? null;
}

function capabilitiesOf({ reading }: Examination): DeviceHealth['capabilities'] {
  const all = valueIn(reading.capabilities);
  const network = valueIn(reading.network) ?? all?.network ?? null;
  if (all === null && network === null) return {};
  return {
    reboot: all?.canReboot ?? null,
    factoryReset: all?.canFactoryReset ?? null,
    configExport: all?.security.canExportConfig ?? null,
    configImport: all?.security.canImportConfig ?? null,
    guidExport: all?.security.canExportGuid ?? null,
    securityQuestions: all?.security.hasSecurityQuestions ?? null,
    https: network?.hasHttps ?? null,
    cloud: network?.hasEzviz ?? null,
    cloudUnbind: announcesUnbind(reading),
    wireless: network?.hasWireless ?? null,
  };
}
