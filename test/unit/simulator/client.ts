import {
  constants,
  createCipheriv,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';
import type { SimDevice } from '../../../main/simulator/device.ts';
import { createFleet, type Fleet } from '../../../main/simulator/fleet.ts';
import { spellMac } from '../../../main/simulator/quirks.ts';
import type { DeviceSpec, SimReply } from '../../../main/simulator/types.ts';
import { bytes, element, multicast, text } from './helpers.ts';

/** Values of the vectors that the vendor's client was seen to produce. */
export const vector = {
  password: 'Abcd1234!',
  salt: 'd8eebc414effc857bed4c3cc203c8b4413f60b00a9f4acc410084358d5fd3f91',
  exchange: '0123456789abcdef',
  mac: 'bc-ad-28-00-00-01',
} as const;

export interface Bench {
  readonly fleet: Fleet;
  readonly device: SimDevice;
  /** The fleet's time; tests move it. */
  now: number;
}

export function bench(spec: DeviceSpec): Bench {
  const fleet = createFleet({ scenario: [{ replyDelayMs: 10, ...spec }] });
  const [device] = fleet.devices;
  if (device === undefined) throw new Error('no device was made');
  return { fleet, device, now: fleet.startedAt };
}

export function macOf({ identity }: SimDevice): string {
  return spellMac(identity.mac, identity.quirks);
}

let made = 0;
export function newUuid(): string {
  made += 1;
  return `13A2C5C8-1F5F-4E26-8B1C-${made.toString(16).toUpperCase().padStart(12, '0')}`;
}

export interface Sent {
  readonly uuid?: string;
  /** Inside the root, behind `Uuid`, `MAC` and `Types`. */
  readonly body?: string;
  readonly mac?: string;
}

/** One command; what the device sends back. */
export function replies(at: Bench, types: string, sent: Sent = {}): readonly SimReply[] {
  const { uuid = newUuid(), body = '', mac = macOf(at.device) } = sent;
  const xml = `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>${uuid}</Uuid><MAC>${mac}</MAC><Types>${types}</Types>${body}</Probe>`;
  return at.device.receive(bytes(xml), { ...multicast, now: at.now });
}

/** The text of its one answer; empty for silence. */
export function ask(at: Bench, types: string, sent: Sent = {}): string {
  return text(replies(at, types, sent)[0]?.data);
}

export function result(at: Bench, types: string, sent: Sent = {}): string | undefined {
  return element(ask(at, types, sent), 'Result');
}

export const keys: Readonly<
  Record<1024 | 2048, { readonly der: string; readonly secret: KeyObject }>
> = { 1024: makeKey(1024), 2048: makeKey(2048) };

function makeKey(modulusLength: number): { der: string; secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const der = publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64');
  return { der, secret: privateKey };
}

export const bitsOf = (types: string): 1024 | 2048 => (types.endsWith('_v31') ? 2048 : 1024);

/** What the device encrypted, with its padding cut off. */
export function openCode(code: string, bits: 1024 | 2048): Buffer {
  const key = { key: keys[bits].secret, padding: constants.RSA_NO_PADDING };
  const block = privateDecrypt(key, Buffer.from(code, 'base64'));
  return block.subarray(block.indexOf(0, 2) + 1);
}

/** Exchanges a string as the command of this name needs it. */
export function exchange(at: Bench, forTypes: string): Buffer {
  const bits = bitsOf(forTypes);
  const types = bits === 2048 ? 'exchangecode_v31' : 'exchangecode';
  const answer = ask(at, types, { body: `<Code>${keys[bits].der}</Code>` });
  const sent = openCode(element(answer, 'Code') ?? '', bits);
  const end = sent.indexOf(0);
  return end < 0 ? sent : sent.subarray(0, end);
}

function padded(...parts: readonly (Buffer | string)[]): Buffer {
  const all = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([all, Buffer.alloc((16 - (all.length % 16)) % 16)]);
}

const sha = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const iv = 'c36623aad0611570ea0e58083d0006b6';

function encrypt(data: Buffer, key: Buffer, ivHex?: string): string {
  const mode = ivHex === undefined ? 'aes-128-ecb' : 'aes-128-cbc';
  const iv16 = ivHex === undefined ? null : Buffer.from(ivHex, 'hex');
  const cipher = createCipheriv(mode, key, iv16).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]).toString('base64');
}

/** A Password that carries the secret itself. */
export function wrapped(secret: string, string: Buffer, ivHex?: string): string {
  const key = string.subarray(0, 16);
  return encrypt(padded(key, secret), key, ivHex);
}

/** A Password that proves the knowledge of the present one. */
export function proof(
  at: Bench,
  { types, password, string }: { types: string; password: string; string: Buffer },
): string {
  const { userName = 'admin', salt = '', salt2 = '' } = at.device.state.account ?? {};
  const first = sha(userName, salt, password);
  const digest = salt2 === '' ? first : sha(userName, salt2, first);
  const key = sha(string, types, digest).subarray(0, 16);
  return encrypt(string.subarray(0, 16), key, iv);
}

/** Exchange and command with a password, as its generation wants it. */
export function command(
  at: Bench,
  types: string,
  { password, body = '', uuid = newUuid() }: { password: string; body?: string; uuid?: string },
): string {
  const string = exchange(at, types);
  const isThird = types.endsWith('_v31');
  const isNew = types.startsWith('activate');
  const plain = isNew ? wrapped(password, string, iv) : proof(at, { types, password, string });
  const block = isThird
    ? `<Password>${plain}</Password><Iv>${iv}</Iv>`
    : `<Password>${wrapped(password, string)}</Password>`;
  return ask(at, types, { uuid, body: `${body}${block}` });
}

export const net = {
  IPv4Address: '192.168.1.77',
  CommandPort: '8000',
  IPv4SubnetMask: '255.255.255.0',
  IPv4Gateway: '192.168.1.1',
  IPv6Address: '::',
  IPv6Gateway: '::',
  IPv6MaskLen: '64',
  DHCP: 'false',
  HttpPort: '80',
} as const;

export function netBody(changes: Partial<Record<keyof typeof net, string>> = {}): string {
  const all = Object.entries({ ...net, ...changes });
  return all.map(([name, value]) => `<${name}>${value}</${name}>`).join('');
}

/** Key and block of an `update` without an exchange. */
export function updateBlock(at: Bench, password: string, uuid: string): string {
  const { userName = 'admin', salt = '', salt2 = '' } = at.device.state.account ?? {};
  const md5 = (data: string): Buffer => createHash('md5').update(data).digest();
  const first = sha(userName, salt, password).toString('hex');
  const second = salt2 === '' ? first : sha(userName, salt2, first).toString('hex');
  const key = md5(salt === '' ? password : second);
  const isPlain = at.device.identity.encrypt !== true;
  const long = Buffer.concat([key, Buffer.from(`;${uuid}`), Buffer.alloc(11)]);
  const value = isPlain ? key.toString('base64') : encrypt(long, key);
  return `<Password${salt === '' ? '' : ' bSalt="true"'}>${value}</Password>`;
}

/** An `update` of the older generations; `Types` stands before `MAC`, which a device does not mind. */
export function update(
  at: Bench,
  password: string,
  options: { body?: string; uuid?: string; isWordy?: boolean } = {},
): string {
  const { uuid = newUuid(), body = netBody(), isWordy = true } = options;
  const wordy = isWordy ? '<PWErrorParse>true</PWErrorParse>' : '';
  const block = updateBlock(at, password, uuid);
  return ask(at, 'update', { uuid, body: `${wordy}${block}${body}` });
}

/** Lets what is due by itself happen. */
export function later(at: Bench, ms: number): void {
  at.now += ms;
  at.fleet.settle(at.now);
}
