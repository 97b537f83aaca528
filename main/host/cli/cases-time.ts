import type { Locale } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';

const minuteMs = 60_000;

/** `23 h 30 min left`, or how long it is over. */
export function timeLeftOf(locale: Locale, at: number, now: number): string {
  const { timeLeft } = texts[locale].cases;
  const minutes = Math.ceil(Math.abs(at - now) / minuteMs);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const time = hours === 0 ? `${rest} min` : `${hours} h ${rest} min`;
  return interpolate(at > now ? timeLeft.left : timeLeft.overFor, { time });
}
