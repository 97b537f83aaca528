/**
 * Whether a person typed the end of one of these serials: the consent to what cannot be taken back. The letters
 * that every recorder's serial ends with are no consent to this one, so a digit has to be among them.
 */
export function isSerialEnd(
  typed: string,
  serials: readonly (string | null | undefined)[],
): boolean {
  const end = typed.trim().toUpperCase();
  if (end.length < 4 || !/\d/.test(end)) return false;
  return serials.some((serial) => serial?.toUpperCase().endsWith(end) === true);
}
