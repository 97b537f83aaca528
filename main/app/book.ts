import type { Registry } from '../domain/registry.ts';
import { Book } from '../services/book/book.ts';
import type { Logins } from '../services/login/logins.ts';
import type { Sites } from '../services/sites/sites.ts';
import type { Vault } from '../vault/vault.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';

export interface BookParts {
  readonly config: AppConfig;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly sites: Sites;
  readonly logins: Logins;
  readonly credentials: Vault;
}

/** The device book over the vault of the data file, or over the one that a host brought in its place. */
export function createDeviceBook(parts: BookParts): Book {
  const { config, registry, pump, sites, logins, credentials } = parts;
  const brought = config.vault;
  return new Book({
    ...{ registry, logins, clock: config.clock, vault: brought ?? credentials },
    async savePassword(device, account) {
      if (brought === undefined) credentials.save({ scope: 'device', device }, account);
      else await brought.offer(device, account, 'pending');
    },
    siteId: () => sites.currentId,
    onChange: () => pump.request(),
  });
}
