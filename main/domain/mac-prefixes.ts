import type { Vendor } from '../contract/device.ts';

/**
 * MAC prefixes registered to the vendor, from the IEEE register as Wireshark printed it in August 2024
 * (two of them belong to Prama Hikvision India), and two more seen on devices in public captures. Not
 * complete, and OEM brands share them: a hint, never a proof.
 */
const hikvision = `
040312 085411 08a189 08cc81 0c75d2 1012fb 1868cb 188025 240f9b 2428fd 2432ae 244845 24b105 2857be
2ca59c 340962 3c1bf8 40acbf 4419b6 4447cc 44a642 4c62df 4cbd8f 4cf5dc 50e538 548c81 54c415 5803fb
5850ed 5c345b 64db8b 686dbc 743fc2 80489f 807c62 80beaf 80f5ae 849a40 8ce748 94e1ac 988b0a 989de5
98df82 98f112 a0ff0c a41437 a42902 a4a459 a4d5c2 acb92f accb51 b4a382 bc2978 bc5e33 bc9b5e bcad28
bcbac2 c0517e c056e3 c06ded c42f90 d4e853 dc07f8 dcd26a e0baad e0ca3c e0df13 e8a0ed eca971 ecc89c
f84dfc fc9ffd 4024b2 083bc1`;

const ezviz = '20bbbc 34c6dd 54d60d 588fcf 64f2fb 78a6a0 78c1ae ec97e0';

const vendorByPrefix = new Map<string, Vendor>([
  ...split(hikvision).map((prefix): [string, Vendor] => [prefix, 'hikvision']),
  ...split(ezviz).map((prefix): [string, Vendor] => [prefix, 'ezviz']),
]);

function split(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Whom the prefix of a normalised MAC is registered to; `null` when it is not in the table. */
export function macPrefixHint(mac: string | null): Vendor | null {
  return vendorByPrefix.get((mac ?? '').slice(0, 8).replaceAll(':', '')) ?? null;
}

export const macPrefixCount = vendorByPrefix.size;
