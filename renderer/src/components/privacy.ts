/**
 * A serial or MAC with its middle hidden, for screenshots. Enough stays at both ends to tell the
 * rows of one picture apart, not enough to use the number elsewhere.
 */
export function maskMiddle(value: string): string {
  if (value.length < 8) return '•'.repeat(value.length);
  return `${value.slice(0, 4)}••••••${value.slice(-3)}`;
}
