import type { vaultMethods } from '../contract/methods-vault.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type VaultHandlers = Pick<Handlers, keyof typeof vaultMethods>;

export function createVaultHandlers(_core: Core): VaultHandlers {
  return {
    'vault.status': notYet,
    'vault.init': notYet,
    'vault.startOver': notYet,
    'vault.unlock': notYet,
    'vault.lock': notYet,
    'vault.changePassphrase': notYet,
    'vault.addBox': notYet,
    'vault.removeBox': notYet,
    'vault.configure': notYet,
    'vault.list': notYet,
    'vault.save': notYet,
    'vault.setGroup': notYet,
    'vault.forget': notYet,
    'vault.knows': notYet,
    'vault.export': notYet,
    'vault.import': notYet,
  };
}
