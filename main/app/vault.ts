import type { DeviceId } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import { macKeyOf, serialKeyOf } from '../domain/identity.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';
import type { NoticeBoard } from '../services/discovery/notice-board.ts';
import type { SettingsService } from '../services/settings/settings-service.ts';
import type { OpenedStore } from '../store/open.ts';
import type { DeviceNames } from '../vault/device-logins.ts';
import { Vault } from '../vault/vault.ts';
import type { Sealer } from '../vault/waiting.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';
import { VaultDesk } from './vault-desk.ts';
import { VaultRows } from './vault-rows.ts';

export interface VaultParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly settings: SettingsService;
  readonly notices: NoticeBoard;
}

export interface CoreVault {
  /** Saved logins, for whatever uses or proves one. */
  readonly credentials: Vault;
  /** What a person does with the vault. */
  readonly desk: VaultDesk;
  readonly rows: VaultRows;
  /** Opens it where that needs nobody. Never rejects: what goes wrong is a notice. */
  start(): Promise<void>;
  stop(): void;
}

export function createVault(parts: VaultParts): CoreVault {
  const { config, opened, registry, pump, settings, notices } = parts;
  const { clock, random, boxes = null } = config;
  const log = config.log.child('vault');
  const credentials = new Vault({
    ...{ clock, random, log },
    store: opened.store.acts.credentials,
    // Without the two no box can be made, so the vault is never opened and neither is reached.
    crypto: config.vaultCrypto ?? noCrypto,
    sealer: config.crypto ?? noSealer,
    names: (device) => namesOf(registry.record(device)),
    idleMinutes: settings.get().vaultIdleMinutes || null,
    onChange: () => {
      if (credentials.isOpen()) notices.clear('vault-not-opened');
      showLogins(registry, credentials);
      pump.request();
      desk.tell();
    },
  });
  const desk = new VaultDesk({
    ...{ vault: credentials, clock, log, settings, tries: opened.store.acts.passphraseTries },
    boxes: config.vaultCrypto === undefined || config.crypto === undefined ? null : boxes,
    onChange: (state) => pump.emit('vault.changed', state),
  });
  const rows = new VaultRows({
    ...{ vault: credentials, desk, clock },
    deviceOf: (subject) => deviceOf(registry, subject),
    deviceExists: (id) => registry.record(id) !== undefined,
    siteExists: (id) => opened.store.sites.list().some((site) => site.id === id),
    remindDays: () => settings.get().vaultRemindDays || null,
    onSaved: (device) => registry.setOverlay(device, { login: 'untested' }),
  });
  return {
    ...{ credentials, desk, rows },
    async start() {
      try {
        await desk.openByItself();
      } catch (error) {
        log.warn(() => 'the vault did not open by itself', { error: String(error) });
        const why = error instanceof AppError ? error.code : 'internal.unexpected';
        notices.raise({ code: 'vault-not-opened', level: 'warning', params: { why } });
      }
    },
    stop() {
      desk.close();
      credentials.close();
    },
  };
}

/** Best first, as the lockout guard names a device too. */
export function namesOf(record: Readonly<DeviceRecord> | undefined): DeviceNames | null {
  if (record === undefined) return null;
  const serial = serialKeyOf(record.serial);
  const macs = record.nics.map(({ mac }) => macKeyOf(mac)).filter((mac) => mac !== null);
  const better = [...(serial === null ? [] : [`sn:${serial}`]), ...macs.map((mac) => `mac:${mac}`)];
  // What was united with it may have had a password, kept while nothing else was known of it.
  const ids = [record.id, ...record.formerIds].map((id) => `id:${id}`);
  const [first = `id:${record.id}`, ...others] = [...better, ...ids];
  return { keys: [first, ...others], siteId: record.siteId };
}

/** Rows of devices show a saved login that nothing was said about yet. */
function showLogins(registry: Registry, vault: Vault): void {
  if (!vault.isOpen()) return;
  for (const { scope, state, subject, provenAt } of vault.views()) {
    const id = scope === 'device' && state === 'current' ? deviceOf(registry, subject) : null;
    if (id === null || registry.row(id)?.login !== null) continue;
    registry.setOverlay(id, { login: provenAt === null ? 'untested' : 'proven' });
  }
}

/** The device of the list that a row of the vault belongs to. */
function deviceOf(registry: Registry, subject: string): DeviceId | null {
  const value = subject.slice(subject.indexOf(':') + 1);
  if (subject.startsWith('id:')) return registry.record(value as DeviceId)?.id ?? null;
  const found = registry.find(value);
  return found.kind === 'one' ? found.id : null;
}

const absent = (): never => {
  throw new Error('this host brought no cryptography for a vault');
};
const noCrypto: VaultCrypto = { seal: absent, open: absent, hmacSha256: absent, isEqual: absent };
const noSealer: Sealer = { seal: absent, unseal: absent };
