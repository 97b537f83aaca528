/**
 * A MAC address in any spelling (`58-50-ed-1f-e3-85`, `58:50:ED:1F:E3:85`, `5850.ed1f.e385`,
 * `5850ED1FE385`, single-digit groups) as `58:50:ed:1f:e3:85`. `null` when it is not one, and for
 * the two addresses that name no device: all zeros and broadcast.
 */
export function normalizeMac(text: string): string | null {
  const plain = text.trim().toLowerCase();
  const mac = isCanonical(plain) ? plain.replaceAll('-', ':') : regroup(plain);
  return mac === '00:00:00:00:00:00' || mac === 'ff:ff:ff:ff:ff:ff' ? null : mac;
}

/** Six two-digit groups between `-` or `:`. By character code: this runs once for every datagram. */
function isCanonical(text: string): boolean {
  if (text.length !== 17) return false;
  for (let at = 0; at < 17; at += 1) {
    const code = text.charCodeAt(at);
    const isRight = at % 3 === 2 ? code === 45 || code === 58 : isHexDigit(code);
    if (!isRight) return false;
  }
  return true;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

function regroup(text: string): string | null {
  if (text.length > 32) return null;
  const groups = text.split(/[-: ]/);
  if (groups.length === 6) {
    const isGrouped = groups.every((group) => /^[0-9a-f]{1,2}$/.test(group));
    return isGrouped ? groups.map((group) => group.padStart(2, '0')).join(':') : null;
  }
  const digits = text.replaceAll(/[-:. ]/g, '');
  if (!/^[0-9a-f]{12}$/.test(digits)) return null;
  return digits.replaceAll(/(..)(?=.)/g, '$1:');
}
