/** `basic`: cameras and terminals. `strict`: newer recorders also refuse what is easily guessed. */
export type PasswordPolicy = 'basic' | 'strict';

const kinds = [/[0-9]/, /[a-z]/, /[A-Z]/, /[^0-9a-zA-Z]/];
const reversed = (text: string): string => [...text].reverse().join('');

/** Four digits or more that count up or down. */
function hasStaircase(password: string): boolean {
  return (password.match(/[0-9]{4,}/g) ?? []).some((digits) =>
    Array.from({ length: digits.length - 3 }, (_, at) => digits.slice(at, at + 4)).some(
      (four) => '0123456789'.includes(four) || '9876543210'.includes(four),
    ),
  );
}

function isGuessable(password: string): boolean {
  const lower = password.toLowerCase();
  return (
    lower.includes('123') ||
    lower.includes('admin') ||
    lower.includes('nimda') ||
    /(.)\1{3}/.test(password) ||
    hasStaircase(password)
  );
}

/** What newer recorders also look for: staircases, runs, well-known words, the user's name. */
export function hasStaircaseOrName(password: string, userName: string): boolean {
  return isGuessable(password) || password.toLowerCase().includes(userName.toLowerCase());
}

/** Whether the device refuses it as a risk: 8 to 16 printable characters of two kinds, and not the name. */
export function isRisky(password: string, userName: string, policy: PasswordPolicy): boolean {
  const lower = password.toLowerCase();
  const name = userName.toLowerCase();
  if (!/^[\x20-\x7e]{8,16}$/.test(password)) return true;
  if (kinds.filter((kind) => kind.test(password)).length < 2) return true;
  if (lower === name || lower === reversed(name)) return true;
  return policy === 'strict' && isGuessable(password);
}
