import { parseIpv4 } from '../contract/ip.ts';

/**
 * The eight groups of an IPv6 address in any spelling, or `null` when the text is not one. Zones
 * (`%eth0`) are refused: a device has no use for the name of our adapter.
 */
export function parseIpv6(text: string): readonly number[] | null {
  const halves = text.trim().toLowerCase().split('::');
  const [head = '', tail] = halves;
  if (halves.length > 2) return null;
  const front = groupsOf(head, tail === undefined);
  const back = tail === undefined ? [] : groupsOf(tail, true);
  if (front === null || back === null) return null;
  const missing = 8 - front.length - back.length;
  if (tail === undefined) return missing === 0 ? front : null;
  return missing < 1 ? null : [...front, ...Array.from({ length: missing }, () => 0), ...back];
}

/** Whether two texts are one address; a text that is none is only equal to itself. */
export function isSameIpv6(a: string, b: string): boolean {
  const [left, right] = [parseIpv6(a), parseIpv6(b)];
  if (left === null || right === null) return a === b;
  return left.every((group, index) => group === right[index]);
}

/** Groups between the colons of one side; at the end of the address the last one may be IPv4. */
function groupsOf(side: string, isEnd: boolean): number[] | null {
  if (side === '') return [];
  const groups: number[] = [];
  const parts = side.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const value = isEnd && index === parts.length - 1 ? parseIpv4(part) : null;
    if (value === null) return null;
    groups.push(value >>> 16, value & 0xffff);
  }
  return groups;
}
