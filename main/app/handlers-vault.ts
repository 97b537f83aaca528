import type { vaultMethods } from '../contract/methods-vault.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type VaultHandlers = Pick<Handlers, keyof typeof vaultMethods>;

/** Saved logins. No method gives a password out. */
export function createVaultHandlers({ vault }: Core): VaultHandlers {
  const { desk, rows } = vault;
  const done = {};
  return {
    'vault.status': () => desk.state(),
    'vault.init': (input) => desk.init(input),
    'vault.startOver': (input) => desk.startOver(input),
    'vault.unlock': ({ passphrase }) => desk.unlock(passphrase),
    'vault.lock': () => desk.lock(),
    'vault.changePassphrase': ({ passphrase, newPassphrase }) =>
      desk.changePassphrase(passphrase, newPassphrase),
    'vault.addBox': ({ kind, ...rest }) => desk.addBox(kind, rest),
    'vault.removeBox': ({ id }) => desk.removeBox(id),
    'vault.configure': (input) => desk.configure(input),
    'vault.list': () => rows.list(),
    'vault.save': ({ target, ...login }) => {
      rows.save(target, login);
      return done;
    },
    'vault.setGroup': ({ ids, group }) => {
      rows.setGroup(ids, group);
      return done;
    },
    'vault.forget': ({ id }) => {
      rows.forget(id);
      return done;
    },
    'vault.knows': ({ ids }) => rows.knows(ids),
    'vault.export': ({ passphrase }) => rows.export(passphrase),
    'vault.import': ({ base64, passphrase }) => rows.import(base64, passphrase),
  };
}
