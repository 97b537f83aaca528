import type { ErrorCode } from '../errors.ts';

interface Message {
  readonly what: string;
  readonly next: string;
}

/** Errors of the vault; `en.ts` puts them beside the others. */
export const vaultErrorsEn = {
  'vault.none': {
    what: 'There is no vault yet, so no password is kept.',
    next: 'Set one up first; until then every run asks for the password.',
  },
  'vault.exists': {
    what: 'A vault is already set up here.',
    next: 'Unlock it. Start over only when no way to open it is left; its passwords stay sealed.',
  },
  'vault.locked': {
    what: 'The vault is locked.',
    next: 'Unlock it with its passphrase, or type the password for this one run.',
  },
  'vault.changed': {
    what: 'Another window or command replaced the vault while this one was open.',
    next: 'Unlock it again and repeat the last step.',
  },
  'vault.wait': {
    what: 'Several wrong passphrases were typed. The next one is taken in {{seconds}} s.',
    next: 'Wait, then type it once more; check Caps Lock and the keyboard language.',
  },
  'vault.not-opened': {
    what: 'The vault did not open with "{{box}}": the passphrase is wrong, or its stored key was changed.',
    next: 'Type the passphrase again and check Caps Lock and the keyboard language. If it is right, open the vault in another way; nothing was deleted.',
  },
  'vault.box-damaged': {
    what: 'The stored key of "{{box}}" cannot be read: its bytes are damaged.',
    next: 'Open the vault in another way and add this one again, or restore a copy of the data folder. Nothing was deleted.',
  },
  'vault.box-unavailable': {
    what: 'The keystore of the system does not answer ("{{box}}").',
    next: 'Log in to the system’s keyring, or open the vault with its passphrase.',
  },
  'vault.box-not-found': {
    what: 'The vault has no way to open it named "{{box}}".',
    next: 'Use one of those that the vault’s status lists.',
  },
  'vault.box-exists': {
    what: 'The vault can already be opened with "{{box}}".',
    next: 'Change that one, or choose another name.',
  },
  'vault.box-weak': {
    what: 'This system keeps secrets with {{method}}, which protects them from nobody who can read the files.',
    next: 'Use a passphrase, or agree to the weak protection knowingly.',
  },
  'vault.last-box': {
    what: '"{{box}}" is the only way to open the vault and cannot be removed.',
    next: 'Add another way first.',
  },
  'vault.passphrase-short': {
    what: 'The passphrase is shorter than {{limit}} characters.',
    next: 'Choose a longer one; several unrelated words are easy to remember.',
  },
  'vault.credential-not-found': {
    what: 'This saved password is not in the vault.',
    next: 'It may have been removed in another window. Reload the list.',
  },
  'vault.credential-damaged': {
    what: 'The saved password of {{subject}} cannot be opened: its stored bytes were changed.',
    next: 'Type the password once more; the damaged entry is kept. Other passwords are not affected.',
  },
  'vault.file-damaged': {
    what: 'This file is not an export of the vault, or it was changed on the way.',
    next: 'Copy it again from where it was made. Nothing was imported.',
  },
  'vault.file-newer': {
    what: 'The file was written by a newer Untether (format {{found}}; this version knows {{known}}).',
    next: 'Install the newer version here, or export again with this one.',
  },
  'vault.file-not-opened': {
    what: 'The file did not open: the passphrase is wrong, or the file was changed.',
    next: 'Type the passphrase that was chosen at export, not that of the vault. Nothing was imported.',
  },
} satisfies Partial<Record<ErrorCode, Message>>;

export type VaultErrors = Readonly<Record<keyof typeof vaultErrorsEn, Message>>;

/** What opens the vault, by the ids of its boxes. */
export const vaultBoxesEn = { os: 'keystore of the system', passphrase: 'passphrase' };
