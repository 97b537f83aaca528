import type { VaultBoxes } from '../../ports/vault-boxes.ts';
import { createPassphraseBox } from './passphrase-box.ts';

/** Web host and command line: Node has no keystore, so a passphrase is the one way. */
export const passphraseBoxes: VaultBoxes = {
  passphrase: (passphrase) => createPassphraseBox({ passphrase }),
  os: () => null,
  osState: () => Promise.resolve('none'),
};
