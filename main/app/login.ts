import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { CredentialVault } from '../ports/vault.ts';
import type { LockoutGuard } from '../services/lockout/guard.ts';
import { type BookDoor, createLoginMemory, Logins } from '../services/login/logins.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';

export interface LoginsParts {
  readonly config: AppConfig;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly guard: LockoutGuard;
  readonly vault: CredentialVault;
}

/** What logs in to devices over HTTP; jobs and everything else share it, and its one guard. */
export function createLogins({ config, registry, pump, guard, vault }: LoginsParts): Logins {
  return new Logins({
    ...{ guard, vault, clock: config.clock },
    client: config.http ?? null,
    memory: createLoginMemory(),
    bookOf,
    onState: (id, login) => {
      registry.setOverlay(id, { login });
      pump.request();
    },
  });
}

/** How the device book reaches a device. */
function bookOf(device: DeviceRecord): BookDoor | null {
  return 'book' in device ? ((device.book as BookDoor | null | undefined) ?? null) : null;
}

/** What only a login over HTTP tells. */
export interface CoreLogin {
  readonly logins: Logins;
}
