import type { vaultMethods } from '../contract/methods-vault.ts';
import { audited } from './audited.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type VaultHandlers = Pick<Handlers, keyof typeof vaultMethods>;

/** Saved logins. No method gives a password out. */
export function createVaultHandlers(core: Core): VaultHandlers {
  const { desk, rows } = core.vault;
  const done = {};
  // What gives passwords away, brings some in or changes who can open them is written down, and by whom.
  const note = audited(core);
  return {
    'vault.status': () => desk.state(),
    'vault.init': (input) => note('vault.init', () => desk.init(input)),
    'vault.startOver': (input) => note('vault.startOver', () => desk.startOver(input)),
    'vault.unlock': ({ passphrase }) => desk.unlock(passphrase),
    'vault.lock': () => desk.lock(),
    'vault.changePassphrase': ({ passphrase, newPassphrase }) =>
      note('vault.changePassphrase', () => desk.changePassphrase(passphrase, newPassphrase)),
    'vault.addBox': ({ kind, ...rest }) =>
      note('vault.addBox', () => desk.addBox(kind, rest), { kind }),
    'vault.removeBox': ({ id }) => note('vault.removeBox', () => desk.removeBox(id), { id }),
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
    'vault.forget': ({ id }) =>
      note(
        'vault.forget',
        async () => {
          rows.forget(id);
          return done;
        },
        { id },
      ),
    'vault.knows': ({ ids }) => rows.knows(ids),
    'vault.export': ({ passphrase }) => note('vault.export', () => rows.export(passphrase)),
    'vault.import': ({ base64, passphrase }) =>
      note('vault.import', () => rows.import(base64, passphrase)),
  };
}
