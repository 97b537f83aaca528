import type { SadpFields } from './fields.ts';

export type SadpGeneration = '2.x' | '3.0' | '3.1';

/**
 * Which generation of commands a device understands.
 *
 * `SADPVersion` decides when it lists a generation we know (a list such as `3.0,3.1` means the device
 * speaks both; the newer is used). `Encrypt` never proves 3.1: cameras of 2018 that encrypt speak 3.0.
 * Source: what the vendor's client was seen to compare, and public captures.
 */
export function sadpGeneration(
  fields: Pick<SadpFields, 'sadpVersion' | 'encrypt' | 'salt'>,
): SadpGeneration {
  const tokens = (fields.sadpVersion ?? '').split(',').map((token) => token.trim());
  if (tokens.includes('3.1')) return '3.1';
  if (tokens.includes('3.0')) return '3.0';
  return fields.encrypt === true || fields.salt !== undefined ? '3.0' : '2.x';
}
