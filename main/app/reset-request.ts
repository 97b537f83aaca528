import type { Registry } from '../domain/registry.ts';
import { ResetRequest } from '../services/reset-request/reset-request.ts';
import type { Acts } from './acts.ts';
import type { AppConfig } from './config.ts';
import type { CoreRecovery } from './recovery.ts';
import type { CoreVault } from './vault.ts';

export interface ResetRequestParts {
  readonly config: AppConfig;
  readonly registry: Registry;
  readonly acts: Pick<Acts, 'audit' | 'commands' | 'logins'>;
  readonly vault: Pick<CoreVault, 'credentials'>;
  readonly recovery: Pick<CoreRecovery, 'cases'>;
}

export function createResetRequest(parts: ResetRequestParts): ResetRequest {
  const { config, registry, acts, vault, recovery } = parts;
  const { audit, commands, logins } = acts;
  return new ResetRequest({
    ...{ cases: recovery.cases, commands, logins, audit, clock: config.clock },
    crypto: config.crypto ?? null,
    vault: config.vault ?? vault.credentials,
    // Another process may have opened the case under an id of its own.
    deviceOf: ({ device }) => {
      const found = registry.find(device.serial ?? device.mac ?? device.id);
      return (
        registry.record(device.id) ?? (found.kind === 'one' ? registry.record(found.id) : undefined)
      );
    },
  });
}
