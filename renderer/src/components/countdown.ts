/** "27:14", or "1:05:00" from an hour on; `null` when the time is over. */
export function countdown(untilAt: number, now: number): string | null {
  const seconds = Math.ceil((untilAt - now) / 1000);
  if (seconds <= 0) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
