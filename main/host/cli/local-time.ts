const two = (value: number): string => String(value).padStart(2, '0');

/** Local day, the same shape in every language, because 11/12 is two days to two readers: 2026-11-20. */
export function localDay(at: number): string {
  const time = new Date(at);
  return [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
}

/** Local time of the day: 13:05:09. */
export function localClock(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}

/** Both: 2026-11-20 13:05:09. */
export function localTime(at: number): string {
  return `${localDay(at)} ${localClock(at)}`;
}
