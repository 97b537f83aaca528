import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine, Verdict } from '../../../../main/contract/job.ts';
import { verdictOrder } from '../jobs/model/looks.ts';

/** What a device counts as before a run. */
export type LightKey = 'ready' | 'caution' | 'stop' | Verdict;

export interface LightCount {
  readonly key: LightKey;
  readonly lines: readonly PreflightLine[];
}

export function lightKeyOf(line: PreflightLine): LightKey {
  if (line.light === 'ready') return 'ready';
  return line.verdict ?? line.light;
}

const order: readonly LightKey[] = ['ready', 'caution', ...verdictOrder, 'stop'];

/** Lines by what they count as, ready first: the sentence reads "20 ready, 4 already unbound, …". */
export function lightCounts(lines: readonly PreflightLine[]): readonly LightCount[] {
  return order.flatMap((key) => {
    const own = lines.filter((line) => lightKeyOf(line) === key);
    return own.length === 0 ? [] : [{ key, lines: own }];
  });
}

/** The list below the sentence: what is not ready comes first, that is what has to be read. */
export function linesToRead(lines: readonly PreflightLine[]): readonly PreflightLine[] {
  const places = new Map(order.map((key, place) => [key, key === 'ready' ? order.length : place]));
  const placeOf = (line: PreflightLine) => places.get(lightKeyOf(line)) ?? 0;
  return [...lines].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The cloud state is not known; such a device runs only with consent. */
export function isUnknown(line: PreflightLine): boolean {
  return line.light !== 'ready' && (line.verdict === 'unknown' || line.reason === 'status-unknown');
}

export function needsInternet(line: PreflightLine): boolean {
  return line.light !== 'ready' && line.verdict === 'needs-internet';
}

/** The lockout guard advises against a try; an explicit word overrules it. */
export function isGuarded(line: PreflightLine): boolean {
  return (
    line.light !== 'ready' && (line.reason === 'attempts-low' || line.reason === 'same-password')
  );
}

export interface RunChoices {
  readonly includeUnknown: boolean;
  readonly waitForInternet: boolean;
  readonly isOverride: boolean;
}

/** Devices to which something will be sent, now or when the Internet comes. */
export function runnable(
  lines: readonly PreflightLine[],
  choices: RunChoices,
): readonly PreflightLine[] {
  return lines.filter((line) => {
    if (line.light === 'ready') return true;
    if (isUnknown(line)) return choices.includeUnknown;
    if (needsInternet(line)) return choices.waitForInternet;
    if (isGuarded(line)) return choices.isOverride;
    return line.light === 'caution';
  });
}

export function idsOfLines(lines: readonly PreflightLine[]): DeviceId[] {
  return lines.map(({ device }) => device.id);
}

/** What the operator types to overrule the lockout guard; the contract takes nothing else. */
export const overrideWord = 'TRY ANYWAY';

export function isOverrideWord(typed: string): boolean {
  return typed.trim().toUpperCase() === overrideWord;
}

/** What Hikvision devices take as a verification code. */
export function isVerificationCode(code: string): boolean {
  return /^[0-9A-Za-z]{6,12}$/.test(code);
}
