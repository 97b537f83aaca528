import { readFile } from 'node:fs/promises';
import { normalizeMac } from '../../contract/ip.ts';
import { type RunCommand, windowsTool } from './run-command.ts';

const commandMs = 2_000;

function usable(text: string | undefined): string | null {
  // macOS leaves out leading zeros: 0:1a:2b:3:4:5
  const mac = normalizeMac((text ?? '').replace(/(?<![0-9a-f])([0-9a-f])(?![0-9a-f])/gi, '0$1'));
  return mac === '00:00:00:00:00:00' || mac === 'ff:ff:ff:ff:ff:ff' ? null : mac;
}

/** MAC of an address in the text of `/proc/net/arp`; an entry that is not complete has none. */
export function parseProcArp(text: string, address: string): string | null {
  for (const line of text.split('\n')) {
    const [ip, , flags, mac] = line.trim().split(/\s+/);
    const isComplete = (Number.parseInt(flags ?? '0', 16) & 0x2) !== 0;
    if (ip === address && isComplete) return usable(mac);
  }
  return null;
}

/** MAC of an address in what `arp -n` (macOS) or `arp -a` (Windows) prints. */
export function parseArpCommand(text: string, address: string): string | null {
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (!words.includes(address) && !words.includes(`(${address})`)) continue;
    const mac = words.find((word) => /^[0-9a-f]{1,2}([:-][0-9a-f]{1,2}){5}$/i.test(word));
    if (mac !== undefined) return usable(mac);
  }
  return null;
}

/** What the system's neighbour table says of an address. Never rejects. */
export async function readNeighbourMac(
  address: string,
  run: RunCommand,
  platform: string = process.platform,
): Promise<string | null> {
  if (platform === 'linux') {
    const text = await readFile('/proc/net/arp', 'utf8').catch(() => '');
    return parseProcArp(text, address);
  }
  const text =
    platform === 'win32'
      ? await run(windowsTool('arp.exe'), ['-a', address], commandMs)
      : await run('/usr/sbin/arp', ['-n', address], commandMs);
  return text === null ? null : parseArpCommand(text, address);
}
