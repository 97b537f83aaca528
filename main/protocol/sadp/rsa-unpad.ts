export type UnpadResult =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly reason: 'padding' };

/**
 * Takes PKCS#1 v1.5 encryption padding (RFC 8017 section 7.2.2) off a raw RSA result:
 * `00 02`, at least eight non-zero bytes, `00`, then the message.
 *
 * Done here and not by the runtime's library, because that either refuses this padding or, on a bad
 * one, returns made-up bytes without a word, which would then become the key for a password. Every
 * byte is looked at whatever comes before it, and all that is wrong has one name.
 *
 * @param block as long as the key's modulus
 */
export function unpadPkcs1(block: Uint8Array): UnpadResult {
  let wrong = (block[0] ?? 1) | ((block[1] ?? 0) ^ 2);
  let separatorAt = 0;
  let isFound = 0;
  for (let at = 2; at < block.length; at += 1) {
    const isZero = isZeroByte(block[at] ?? 1);
    separatorAt |= at & -(isZero & ~isFound & 1);
    isFound |= isZero;
  }
  // Fewer than eight padding bytes, which is also how "no separator" (position 0) shows.
  wrong |= (separatorAt - 10) >>> 31;
  if (wrong !== 0) return { ok: false, reason: 'padding' };
  return { ok: true, value: block.slice(separatorAt + 1) };
}

/** 1 for 0, 0 for 1 to 255, without a branch. */
function isZeroByte(byte: number): number {
  return ((byte - 1) >>> 31) & 1;
}
