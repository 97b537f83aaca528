/**
 * Whether a person typed the end of one of these serials: the consent to what cannot be taken back. Recorders
 * end in letters; both the end as printed and the digits before them are read out.
 */
export function isSerialEnd(
  typed: string,
  serials: readonly (string | null | undefined)[],
): boolean {
  const end = typed.trim().toUpperCase();
  if (end.length < 4) return false;
  return serials.some((serial) => serial?.toUpperCase().endsWith(end) === true);
}
