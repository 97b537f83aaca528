import { fromHex, isSame } from '../base64.ts';
import { aesClose, aesOpen, sha256 } from '../device-crypto.ts';
import type { Rng } from '../rng.ts';
import type { DeviceTime, NetSettings, Ports } from '../state.ts';
import type { UserLevel } from '../types.ts';

/** What a backup of a simulated device holds. The form is an invention: a device's own is a secret of the vendor. */
export interface ConfigContent {
  readonly model: string;
  readonly firmware: string;
  readonly deviceName: string;
  readonly net: NetSettings;
  readonly ports: Ports;
  readonly dns: readonly [string, string];
  readonly time: DeviceTime;
  readonly isCloudOn: boolean;
  readonly userName: string;
  readonly password: string;
  readonly users: readonly {
    readonly level: UserLevel;
    readonly userName: string;
    readonly password: string;
  }[];
  readonly channels: readonly {
    readonly id: number;
    readonly name: string;
    readonly address: string | null;
    readonly hostName: string | null;
    readonly userName: string;
    readonly password: string | null;
  }[];
}

const magic = new TextEncoder().encode('SIMCFG01');
const sumBytes = 32;

const keyOf = (secretKey: string): Uint8Array => sha256('config', secretKey).subarray(0, 16);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A file nobody reads without the key, not even to see whose it is. */
export function sealConfig(content: ConfigContent, secretKey: string, rng: Rng): Uint8Array {
  const iv = fromHex(rng.hex(32), 16) ?? new Uint8Array(16);
  const json = new TextEncoder().encode(JSON.stringify(content));
  // Blanks mean nothing to JSON, so they may fill the last block.
  const filler = new Uint8Array((16 - (json.length % 16)) % 16).fill(32);
  const text = joined(json, filler);
  return joined(magic, iv, aesClose({ key: keyOf(secretKey), iv }, joined(sha256(text), text)));
}

/** `null`: another key, or no such file. */
export function openConfig(file: Uint8Array, secretKey: string): ConfigContent | null {
  if (!isSame(file.subarray(0, magic.length), magic)) return null;
  const iv = file.subarray(magic.length, magic.length + 16);
  if (iv.length !== 16) return null;
  const open = aesOpen({ key: keyOf(secretKey), iv }, file.subarray(magic.length + 16));
  if (open === null || open.length <= sumBytes) return null;
  const text = open.subarray(sumBytes);
  // Whatever carries this sum was written above, so its form needs no second look.
  if (!isSame(open.subarray(0, sumBytes), sha256(text))) return null;
  return JSON.parse(new TextDecoder().decode(text)) as ConfigContent;
}
