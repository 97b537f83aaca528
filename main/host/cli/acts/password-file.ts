import { normalizeMac } from '../../../contract/ip.ts';
import type { DeviceRef, Secrets } from '../../../contract/job.ts';

/** One line of a password file that is for one device. */
export interface OwnLine {
  readonly line: number;
  readonly who: string;
  readonly password: string;
}

/** What a password file or standard input brought. */
export interface Passwords {
  readonly all: string | null;
  readonly own: readonly OwnLine[];
}

/** What is wrong with a line; never with its content, which may be a password. */
export type PasswordProblem = {
  readonly kind:
    | 'fileEmpty'
    | 'twoForAll'
    | 'noWho'
    | 'noPassword'
    | 'tooLong'
    | 'twoForOne'
    | 'manyDevices'
    | 'shortWho';
  readonly line: number;
};

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: PasswordProblem };

export const longestPassword = 128;
const shortestTail = 4;

function bad(kind: PasswordProblem['kind'], line: number): Read<never> {
  return { ok: false, problem: { kind, line } };
}

/** Lines with their numbers, without the empty ones. Blanks stay: they may belong to a password. */
export function linesOf(text: string): readonly (readonly [line: number, text: string])[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => [index + 1, line] as const)
    .filter(([, line]) => line !== '');
}

/** One line: with a tab it is for one device. */
function parseLine(line: number, content: string): Read<OwnLine | { readonly password: string }> {
  const tab = content.indexOf('\t');
  const password = content.slice(tab + 1);
  if (password === '') return bad('noPassword', line);
  if (password.length > longestPassword) return bad('tooLong', line);
  if (tab < 0) return { ok: true, value: { password } };
  const who = content.slice(0, tab).trim();
  if (who === '') return bad('noWho', line);
  if (who.length < shortestTail) return bad('shortWho', line);
  return { ok: true, value: { line, who, password } };
}

/** `serial-or-mac<TAB>password` for one device, a lone line for all. */
export function parsePasswordFile(text: string): Read<Passwords> {
  const own: OwnLine[] = [];
  let all: string | null = null;
  const lines = linesOf(text);
  for (const [line, content] of lines) {
    const read = parseLine(line, content);
    if (!read.ok) return read;
    if ('who' in read.value) own.push(read.value);
    else if (all === null) all = read.value.password;
    else return bad('twoForAll', line);
  }
  return lines.length === 0 ? bad('fileEmpty', 0) : { ok: true, value: { all, own } };
}

/** By serial, by the end of it, or by MAC in any spelling; never by name or address. */
function isFor(who: string, { serial, shortSerial, mac }: DeviceRef): boolean {
  const text = who.toUpperCase();
  if (mac !== null && normalizeMac(who) === mac) return true;
  return [serial, shortSerial].some((each) => each?.toUpperCase().endsWith(text) === true);
}

export interface Matched {
  readonly secrets: Secrets;
  /** Lines for devices that the command does not name. */
  readonly unused: readonly number[];
}

/** Gives each device its own line. A line that fits two devices is refused, never guessed. */
export function matchPasswords(
  { all, own }: Passwords,
  devices: readonly DeviceRef[],
): Read<Matched> {
  const byDevice: Record<string, string> = {};
  const unused: number[] = [];
  for (const { line, who, password } of own) {
    const exact = devices.filter(({ serial }) => serial?.toUpperCase() === who.toUpperCase());
    const fits = exact.length > 0 ? exact : devices.filter((device) => isFor(who, device));
    const [device, second] = fits;
    if (second !== undefined) return bad('manyDevices', line);
    if (device === undefined) unused.push(line);
    else if (Object.hasOwn(byDevice, device.id)) return bad('twoForOne', line);
    else byDevice[device.id] = password;
  }
  const secrets: Secrets = {
    ...(all === null ? {} : { all }),
    ...(Object.keys(byDevice).length === 0 ? {} : { byDevice }),
  };
  return { ok: true, value: { secrets, unused } };
}

/** Whether a password begins or ends with a blank, which is more often a slip than meant. */
export function hasBlankEnds({ all, own }: Passwords): boolean {
  return [all, ...own.map(({ password }) => password)].some(
    (password) => password !== null && password !== password.trim(),
  );
}
