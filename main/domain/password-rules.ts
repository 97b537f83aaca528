/**
 * What is wrong with a password, or only unwise. Two lines are shown: what devices will take (8 to 16
 * printable characters of at least two kinds, not built around the user name) and what is recommended
 * (three kinds, nothing that newer recorders refuse). Source: the vendor's manuals; they disagree on two or
 * three kinds, so both are shown.
 */
export const passwordProblems = [
  'too-short',
  'too-long',
  'not-ascii',
  'one-kind',
  'contains-user-name',
  'two-kinds-only',
  'repeated',
  'ascending',
  'common',
] as const;
export type PasswordProblem = (typeof passwordProblems)[number];

/** With one of these a device refuses the password; the others are advice. */
const hardProblems: ReadonlySet<PasswordProblem> = new Set([
  'too-short',
  'too-long',
  'not-ascii',
  'one-kind',
  'contains-user-name',
]);

export interface PasswordCheck {
  readonly willAccept: boolean;
  readonly isRecommended: boolean;
  readonly problems: readonly PasswordProblem[];
  /** Of digits, small letters, capital letters and signs: how many are in it. */
  readonly kinds: number;
}

const minLength = 8;
const maxLength = 16;
const kindPatterns = [/\d/, /[a-z]/, /[A-Z]/, /[^0-9a-zA-Z]/];

export function checkPassword(password: string, userName = 'admin'): PasswordCheck {
  const kinds = kindPatterns.filter((kind) => kind.test(password)).length;
  const lower = password.toLowerCase();
  const isFound: Readonly<Record<PasswordProblem, boolean>> = {
    'too-short': password.length < minLength,
    'too-long': password.length > maxLength,
    'not-ascii': !/^[\x20-\x7e]*$/.test(password),
    'one-kind': kinds < 2,
    'contains-user-name': isAboutName(lower, userName.toLowerCase()),
    'two-kinds-only': kinds === 2,
    repeated: /(.)\1{3}/.test(password),
    ascending: hasStaircase(password),
    common: /123|admin|nimda|passw|qwert/.test(lower),
  };
  const problems = passwordProblems.filter((problem) => isFound[problem]);
  const willAccept = !problems.some((problem) => hardProblems.has(problem));
  return { willAccept, isRecommended: problems.length === 0, problems, kinds };
}

/** Contains the user name, or is it, or is it spelt backwards. */
function isAboutName(lower: string, name: string): boolean {
  if (name === '') return false;
  const backwards = [...name].reverse().join('');
  return lower.includes(name) || lower === backwards;
}

/** Four digits that count up or down. */
function hasStaircase(password: string): boolean {
  const rows = ['0123456789', '9876543210'];
  return rows.some((row) =>
    Array.from({ length: row.length - 3 }, (_, at) => row.slice(at, at + 4)).some((four) =>
      password.includes(four),
    ),
  );
}
