import { AppError } from '../contract/errors.ts';
import { currentFacts } from '../domain/facts.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { CredentialVault } from '../ports/vault.ts';
import { Backup } from '../services/backup/backup.ts';
import { readMarks } from '../services/backup/snapshots.ts';
import type { NoticeBoard } from '../services/discovery/notice-board.ts';
import { deviceRefOf, labelOf } from '../services/jobs/values.ts';
import { createChannelEditRunner } from '../services/provisioning/http/channel-edit-runner.ts';
import { createChannelRemoveRunner } from '../services/provisioning/http/channel-remove-runner.ts';
import { createRestoreConfigRunner } from '../services/provisioning/http/restore-config-runner.ts';
import type { RunnerOptions } from '../services/provisioning/options.ts';
import { enterCode } from '../services/qr/enter-code.ts';
import { Qr } from '../services/qr/qr.ts';
import { offersAfter } from '../services/recorders/follow-up.ts';
import { Recorders } from '../services/recorders/recorders.ts';
import type { Sites } from '../services/sites/sites.ts';
import type { OpenedStore } from '../store/open.ts';
import type { Vault } from '../vault/vault.ts';
import type { Acts } from './acts.ts';
import type { AppConfig } from './config.ts';
import type { EventPump } from './event-pump.ts';
import { namesOf } from './vault.ts';

export interface RecordersParts {
  readonly config: AppConfig;
  readonly opened: OpenedStore;
  readonly registry: Registry;
  readonly pump: EventPump;
  readonly notices: NoticeBoard;
  readonly sites: Sites;
  readonly acts: Acts;
  readonly credentials: Vault;
}

/** Recorders, and what is carried from one laptop to the next: backups and codes. */
export interface CoreRecorders {
  readonly recorders: Recorders;
  readonly backup: Backup;
  readonly qr: Qr;
}

/** Must be made before jobs start: it brings three kinds of them. */
export function createRecorders(parts: RecordersParts): CoreRecorders {
  const { config, opened, registry, acts } = parts;
  const { clock, random, crypto = null, vaultCrypto = null, boxes } = config;
  const { logins, jobs, hooks } = acts;
  const boxOf = boxes === undefined ? null : (text: string) => boxes.passphrase(text);
  const start = jobs.start.bind(jobs);
  const record = (id: DeviceRecord['id']) => registry.record(id);
  const recorders = new Recorders({
    ...{ clock, logins, start, record, store: opened.store.acts.channels },
    records: () => registry.records(),
    keysOf,
  });
  const sha256 = crypto === null ? null : (data: Uint8Array) => crypto.sha256(data);
  const backup = new Backup({
    ...{ clock, random, logins, boxOf, sha256, record, start, crypto: vaultCrypto },
  });
  registerRunners(parts, { recorders, sha256 });
  hooks.recordersUsing = (device) => [
    ...new Set(recorders.using(device).map(({ recorder }) => labelOf(deviceRefOf(recorder)))),
  ];
  offerFollowUps(parts, recorders);
  return { recorders, backup, qr: createQr(parts, boxOf) };
}

function keysOf(device: DeviceRecord): readonly [string, ...string[]] {
  return namesOf(device)?.keys ?? [`id:${device.id}`];
}

function registerRunners(
  { config, acts, credentials }: RecordersParts,
  {
    recorders,
    sha256,
  }: { readonly recorders: Recorders; readonly sha256: ((data: Uint8Array) => Uint8Array) | null },
): void {
  const { jobs, logins } = acts;
  const options: RunnerOptions = {
    ...{ clock: config.clock, logins, subnets: () => [], holder: () => null },
  };
  const vault: CredentialVault = config.vault ?? credentials;
  jobs.register(
    createChannelRemoveRunner({
      ...options,
      onChannelGone: (recorder, channel) => recorders.forgetChannel(recorder, channel),
    }),
  );
  jobs.register(
    createChannelEditRunner({
      ...options,
      channelPassword: async (recorder, channel) => {
        const camera = recorders.cameraOf(recorder, channel);
        return camera === null ? null : await vault.password(camera.id);
      },
    }),
  );
  jobs.register(
    createRestoreConfigRunner({
      ...options,
      readMarks: (http, marks) =>
        sha256 === null ? Promise.resolve({}) : readMarks(http, marks, sha256),
    }),
  );
}

function createQr(
  { config, registry, acts, sites, pump, credentials }: RecordersParts,
  boxOf: ConstructorParameters<typeof Qr>[0]['boxOf'],
): Qr {
  const { clock, random, vaultCrypto: crypto = null } = config;
  const vault: CredentialVault = config.vault ?? credentials;
  const checkVault = (): void => {
    const state = vault.state();
    if (state === 'none') throw new AppError('vault.none', {});
    if (state === 'locked') throw new AppError('vault.locked', {});
  };
  return new Qr({
    ...{ clock, random, crypto, boxOf, checkVault },
    record: (id) => registry.record(id),
    records: () => registry.records(),
    siteName: (id) => sites.nameOf(id),
    door: (device) => acts.logins.target(device),
    userName: (device) => device.book?.userName ?? currentFacts(device.sources).userName ?? null,
    login: async (id) => {
      checkVault();
      if (vault.account !== undefined) return await vault.account(id, false);
      const password = await vault.password(id);
      return password === null ? null : { userName: 'admin', password };
    },
    add: (device, existing) => {
      const sources = { registry, siteId: () => sites.currentId, at: clock.now() };
      const id = enterCode(sources, device, existing);
      pump.request();
      return Promise.resolve(id);
    },
    save: async (device, login) => {
      if (config.vault === undefined) credentials.save({ scope: 'device', device }, login);
      else await config.vault.offer(device, login, 'pending');
    },
  });
}

/** A camera got another address: its recorder is told to a person, never changed by itself. */
function offerFollowUps({ registry, pump, notices }: RecordersParts, recorders: Recorders): void {
  pump.subscribe((event) => {
    if (event.name !== 'jobs.changed') return;
    const using = (camera: DeviceRecord) => recorders.using(camera);
    for (const offer of offersAfter(event.payload, using, (id) => registry.record(id))) {
      const { key, ...params } = offer;
      notices.raise({ code: 'recorder-address', key, level: 'warning', params });
    }
  });
}
