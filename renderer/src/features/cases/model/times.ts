/** "2026-11-20T14:05" in the clock of this computer, as a date and time field wants it. */
export function toFieldTime(at: number): string {
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** `null` while the field is empty or not whole. */
export function fromFieldTime(value: string): number | null {
  // `Date` would take half a date and fill it up.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return null;
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
