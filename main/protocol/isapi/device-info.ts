import { normalizeMac } from '../mac.ts';
import { type Decoded, openDocument, textAt } from './read.ts';

/** `null`: the device does not tell; recorders and old firmware leave much out. */
export interface DeviceInfo {
  readonly name: string | null;
  readonly deviceId: string | null;
  readonly model: string | null;
  /** The full form: model, date, batch, own part, on recorders with `WCVU` at the end. */
  readonly serial: string | null;
  /** What the label and the cloud call the device: told, or cut out of the full form. */
  readonly shortSerial: string | null;
  /** `aa:bb:cc:dd:ee:ff` */
  readonly mac: string | null;
  /** Without date: `V5.7.17`. */
  readonly firmware: string | null;
  /** Six digits, for example `240606`. */
  readonly firmwareBuild: string | null;
  readonly encoderVersion: string | null;
  readonly bootVersion: string | null;
  readonly hardwareVersion: string | null;
  /** `IPCamera`, `IPDome`, `NVR`, `DVR`, ... as spelled. */
  readonly deviceType: string | null;
  /** `B-R-G5-0`; firmware only fits devices with the same. */
  readonly platform: string | null;
  readonly manufacturer: string | null;
  readonly oemCode: string | null;
}

/** `GET /ISAPI/System/deviceInfo`. Never throws. Source: public dumps of cameras, recorders and DVRs. */
export function decodeDeviceInfo(body: Uint8Array | string): Decoded<DeviceInfo> {
  const opened = openDocument(body, 'DeviceInfo');
  if (!opened.ok) return opened;
  const read = (name: string): string | null => textAt(opened.value.root, name);
  const serial = read('serialNumber');
  return {
    ok: true,
    value: {
      name: read('deviceName'),
      deviceId: read('deviceID'),
      model: read('model'),
      serial,
      shortSerial: read('subSerialNumber') ?? shortSerialOf(serial),
      mac: normalizeMac(read('macAddress') ?? ''),
      firmware: read('firmwareVersion'),
      firmwareBuild: /(\d{6})\s*$/.exec(read('firmwareReleasedDate') ?? '')?.[1] ?? null,
      encoderVersion: read('encoderVersion'),
      bootVersion: read('bootVersion'),
      hardwareVersion: read('hardwareVersion'),
      deviceType: read('deviceType'),
      platform: read('firmwareVersionInfo'),
      manufacturer: read('manufacturer'),
      oemCode: read('OEMCode'),
    },
  };
}

/** The last nine characters in front of a recorder's `WCVU`; `null` when they cannot be a serial. */
export function shortSerialOf(serial: string | null): string | null {
  const own = serial?.replace(/WCVU$/, '').slice(-9) ?? '';
  return /^[A-Z0-9]{9}$/.test(own) ? own : null;
}

/** Numbers of a firmware version; `null` when there are none. Leading zeros mean nothing. */
export function firmwareNumbers(version: string | null): readonly [number, number, number] | null {
  const match = /V(\d{1,4})\.(\d{1,4})\.(\d{1,4})/i.exec(version ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
}
