import { expect, test } from 'vitest';
import { decodeSecret } from '../../../main/host/cli/acts/decode-secret.ts';

const password = 'Señal-2026!';
const swapped = Buffer.from(`\ufeff${password}`, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(password)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${password}`)],
  ['UTF-16, as an old PowerShell writes it', Buffer.from(`\ufeff${password}`, 'utf16le')],
  ['UTF-16 the other way round', swapped],
])('%s is the password that was meant', (_what, bytes) => {
  expect(decodeSecret(bytes)).toBe(password);
});

test.each([
  ['Latin-1', Buffer.from(password, 'latin1')],
  ['UTF-16 without a mark', Buffer.from('Gate2026', 'utf16le')],
  ['half a character', Buffer.from([0xff, 0xfe, 0x41])],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff])],
])('%s is no text, and never a guess', (_what, bytes) => {
  expect(decodeSecret(bytes)).toBeNull();
});
