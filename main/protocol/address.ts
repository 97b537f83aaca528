/**
 * IPv4 text as four plain decimal numbers, or `null`. Leading zeros are read as decimal
 * (`192.168.001.064`): a device that pads its own address does not mean octal.
 */
export function normalizeIpv4(text: string): string | null {
  if (plainIpv4.test(text)) return text;
  const parts = text.length > 15 ? [] : text.split('.');
  const isDotted = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part));
  const octets = parts.map(Number);
  return isDotted && octets.every((octet) => octet < 256) ? octets.join('.') : null;
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const plainIpv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/**
 * IPv6 text in lower case as sent (not compressed further), or `null`. A zone (`%eth0`) is cut off:
 * it names an interface of the device, which means nothing here. `::` is how devices say "not set"
 * and is kept, because it has to be sent back unchanged when an address is edited.
 */
export function normalizeIpv6(text: string): string | null {
  if (text === '::') return text;
  if (text.length > 64) return null;
  const bare = text.toLowerCase().replace(/%.*$/, '');
  const halves = bare.split('::');
  if (halves.length > 2) return null;
  const [head = '', tail] = halves;
  const before = countGroups(head);
  if (tail === undefined) return before === 8 ? bare : null;
  if (head.includes('.')) return null;
  const after = countGroups(tail);
  return before !== null && after !== null && before + after < 8 ? bare : null;
}

/** 16-bit groups in one half; a dotted IPv4 at its end counts for two. `null` when one is wrong. */
function countGroups(half: string): number | null {
  if (half === '') return 0;
  const groups = half.split(':');
  const last = half.slice(half.lastIndexOf(':') + 1);
  const isDotted = last.includes('.');
  if (isDotted && normalizeIpv4(last) === null) return null;
  const hex = isDotted ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return hex.length + (isDotted ? 2 : 0);
}
