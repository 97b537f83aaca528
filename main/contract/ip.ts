import type { NetworkValues } from './job.ts';

/** IPv4 arithmetic and the values of Edit IP, that the screen and the core must agree on. Addresses are dotted decimal text. */

/** 32-bit unsigned value of a dotted address, or `null` when the text is not one (no octal, no blanks). */
export function parseIpv4(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part)) return null;
    const octet = Number(part);
    if (octet > 255) return null;
    value = value * 256 + octet;
  }
  return value;
}

export function formatIpv4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** Prefix length of a netmask, or `null` when its ones are not contiguous. */
export function prefixOfMask(mask: string): number | null {
  const value = parseIpv4(mask);
  if (value === null) return null;
  const inverted = ~value >>> 0;
  if ((inverted & (inverted + 1)) !== 0) return null;
  return 32 - Math.log2(inverted + 1);
}

export function maskOfPrefix(prefix: number): number {
  return prefix === 0 ? 0 : (0xffffffff << (32 - prefix)) >>> 0;
}

export interface Cidr {
  readonly base: number;
  readonly prefix: number;
  /** Addresses in the block, network and broadcast included. */
  readonly size: number;
}

/** Reads `a.b.c.d/n` (or a lone address as /32) and clears the host bits; `null` when it is not one. */
export function parseCidr(text: string): Cidr | null {
  const match = /^([^/]+)(?:\/(0|[1-9]\d?))?$/.exec(text.trim());
  const address = match?.[1] === undefined ? null : parseIpv4(match[1]);
  const prefix = match?.[2] === undefined ? 32 : Number(match[2]);
  if (address === null || prefix > 32) return null;
  return { base: (address & maskOfPrefix(prefix)) >>> 0, prefix, size: 2 ** (32 - prefix) };
}

export function formatCidr(cidr: Cidr): string {
  return `${formatIpv4(cidr.base)}/${cidr.prefix}`;
}

export function isInSubnet(address: number, base: number, prefix: number): boolean {
  const mask = maskOfPrefix(prefix);
  return (address & mask) >>> 0 === (base & mask) >>> 0;
}

const localBlocks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '127.0.0.0/8',
]
  .map(parseCidr)
  .filter((block) => block !== null);

/** 192.0.0.0/24 is no private range, but old devices ship with 192.0.0.64. */
const factoryBlock = parseCidr('192.0.0.0/24');

/** Whether every address of the block is private, link-local, loopback or the vendor's old default net. */
export function isLocalBlock(cidr: Cidr): boolean {
  return [...localBlocks, ...(factoryBlock === null ? [] : [factoryBlock])].some(
    (block) => cidr.prefix >= block.prefix && isInSubnet(cidr.base, block.base, block.prefix),
  );
}

/** Whether a packet to this address stays on the LAN: local blocks, multicast and broadcast. */
export function isLanAddress(address: string): boolean {
  const value = parseIpv4(address);
  if (value === null) return false;
  const isMulticast = value >>> 28 === 0xe;
  return isMulticast || value === 0xffffffff || isLocalBlock({ base: value, prefix: 32, size: 1 });
}

/** Whether it is the address of one host of the LAN: no group, not everybody, not "this network". */
export function isLanHost(address: string): boolean {
  const value = parseIpv4(address);
  return value !== null && value >>> 24 !== 0 && value >>> 28 < 0xe && isLanAddress(address);
}

/** MAC in any spelling (`-`, `:`, `.` or none, any case) as `aa:bb:cc:dd:ee:ff`; `null` when it is not one. */
export function normalizeMac(text: string): string | null {
  const hex = text
    .trim()
    .replace(/[-:. ]/g, '')
    .toLowerCase();
  if (!/^[0-9a-f]{12}$/.test(hex)) return null;
  return hex.replace(/(..)(?!$)/g, '$1:');
}

/** Addresses devices have when they leave the factory (isapi.md 7.2). */
export const defaultAddresses: readonly string[] = ['192.168.1.64', '192.0.0.64'];

const editedKeys = [
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
  'commandPort',
  'httpPort',
  'sdkOverTlsPort',
  'ipv6Address',
  'ipv6Gateway',
  'ipv6Prefix',
] as const satisfies readonly (keyof NetworkValues)[];
export type NetworkKey = (typeof editedKeys)[number];

/** What Edit IP can change, in the order it is told. Here and not beside the schemas: the screen loads no zod. */
export const networkKeys: readonly NetworkKey[] = editedKeys;
