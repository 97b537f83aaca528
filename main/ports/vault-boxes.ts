import type { SecretBox } from './secret-box.ts';

/**
 * What the system's keystore is worth here. `none`: this host has none. `weak`: it answers but hides
 * nothing from who can read the files (Chromium's `basic_text`). `unavailable`: it does not answer now.
 */
export type OsBoxState = 'none' | 'strong' | 'weak' | 'unavailable';

/** What a host can lock the vault with. */
export interface VaultBoxes {
  passphrase(text: string): SecretBox;
  /** `null` where the state is `none`. `isConsented`: a person was told that it is weak and agreed. */
  os(isConsented: boolean): SecretBox | null;
  osState(): Promise<OsBoxState>;
}
