import { shortSerialOf } from '../../../../main/contract/columns.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine, Verdict } from '../../../../main/contract/job.ts';
import { overrideWords } from '../../../../main/contract/lists.ts';

/** Reasons that say more than the verdict they come with. */
const tellingReasons = ['cloud-off', 'not-activated', 'attempts-low', 'panel'] as const;
type TellingReason = (typeof tellingReasons)[number];

/** What a device counts as before a run. */
export type LightKey = 'ready' | 'caution' | 'stop' | Verdict | TellingReason;

export interface LightCount {
  readonly key: LightKey;
  readonly lines: readonly PreflightLine[];
}

export function lightKeyOf(line: PreflightLine): LightKey {
  if (line.light === 'ready') return 'ready';
  if (isGuarded(line)) return 'attempts-low';
  return tellingReasons.find((reason) => reason === line.reason) ?? line.verdict ?? line.light;
}

/** The order of the sentence: "20 ready, 4 already so, 3 need Internet, 2 only by another way, 1 locked". */
const spoken: readonly LightKey[] = [
  'ready',
  'caution',
  'already',
  'needs-internet',
  'unknown',
  'cloud-off',
  'not-activated',
  'panel',
  'not-supported',
  'needs-owner',
  'different-area',
  'attempts-low',
  'locked',
];

/** The order of the list: what a person can mend or has to decide first, what needs no reading last. */
const read: readonly LightKey[] = [
  'locked',
  'attempts-low',
  'unknown',
  'caution',
  'needs-internet',
  'cloud-off',
  'not-activated',
  'panel',
  'different-area',
  'needs-owner',
  'no-answer',
  'refused',
  'failed',
  'not-supported',
  'skipped',
  'stop',
  'already',
  'ready',
];

/** Lines by what they count as. */
export function lightCounts(lines: readonly PreflightLine[]): readonly LightCount[] {
  const groups = new Map<LightKey, PreflightLine[]>(spoken.map((key) => [key, []]));
  for (const line of lines) {
    const key = lightKeyOf(line);
    const group = groups.get(key) ?? [];
    group.push(line);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, own]) => (own.length === 0 ? [] : [{ key, lines: own }]));
}

export function linesToRead(lines: readonly PreflightLine[]): readonly PreflightLine[] {
  const places = new Map(read.map((key, place) => [key, place]));
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

/** A browser holds six connections to one host; the rest of the page needs some of them too. */
const partsAtOnce = 2;

/**
 * The devices in a few parts that are asked at the same time. Those that will answer quickly do not share
 * one with those that may be silent for ten seconds, so that their lights show first.
 */
export function inParts<T>(
  all: readonly T[],
  isQuick: (one: T) => boolean,
): readonly (readonly T[])[] {
  const cut = (some: readonly T[]) => {
    const size = Math.max(1, Math.ceil(some.length / partsAtOnce));
    return [some.slice(0, size), some.slice(size)].filter((part) => part.length > 0);
  };
  return [...cut(all.filter(isQuick)), ...cut(all.filter((one) => !isQuick(one)))];
}

/** What the operator types to overrule the lockout guard; the contract takes nothing else. */
export const overrideWord = overrideWords[0];

export function isOverrideWord(typed: string): boolean {
  return typed.trim().toUpperCase() === overrideWord;
}

/** What a call gets along when the word was typed. */
export function overrideInput(typed: string): { readonly override?: typeof overrideWord } {
  return isOverrideWord(typed) ? { override: overrideWord } : {};
}

/** Typed at the end of a serial, so that a dangerous act means one device. */
export function isTail(typed: string, serial: string | null): boolean {
  const wanted = serial === null ? '' : shortSerialOf(serial).slice(-4);
  return wanted !== '' && typed.trim().toUpperCase() === wanted.toUpperCase();
}

/** What Hikvision devices take as a verification code. */
export function isVerificationCode(code: string): boolean {
  return /^[0-9A-Za-z]{6,12}$/.test(code);
}
