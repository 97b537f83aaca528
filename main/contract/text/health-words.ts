import type { DeviceHealth } from '../login.ts';
import type { Text } from './en.ts';
import { fillKnown } from './fill.ts';

/** What a finding says and what to do next, with the device's own values in it. */
export function findingWords(
  text: Text,
  { code, params }: DeviceHealth['findings'][number],
): { readonly what: string; readonly next: string } {
  const words = text.health.findings[code];
  const reasons: Readonly<Record<string, string>> = text.health.cloudReasons;
  const { why } = { why: null, ...params };
  const all = { ...params, why: typeof why === 'string' ? (reasons[why] ?? why) : null };
  return { what: fillKnown(words.what, all), next: fillKnown(words.next, all) };
}
