import type { ImportReport } from '../../contract/credential.ts';
import type { DeviceId } from '../../contract/device.ts';
import type { Job, JobSummary } from '../../contract/job.ts';
import type { Site } from '../../contract/site.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import type { ActStores } from '../../store/act-types.ts';
import type { Operator } from '../audit/audit.ts';

/** The vault, as far as a site file needs it. */
export interface SitePasswords {
  state(): 'none' | 'locked' | 'open';
  exportTo(
    box: SecretBox,
    part: { readonly subjects: ReadonlySet<string>; readonly siteId: string },
  ): Promise<{ readonly file: Uint8Array; readonly entries: number }>;
  readFile(
    box: SecretBox,
    file: Uint8Array,
  ): Promise<(rename: (scope: string, subject: string) => string) => ImportReport>;
}

export interface SiteFilesOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** `null`: this host cannot seal. */
  readonly crypto: VaultCrypto | null;
  readonly boxOf: ((passphrase: string) => SecretBox) | null;
  readonly sha256: ((data: Uint8Array) => Uint8Array) | null;
  readonly version: string;
  readonly operator: Operator;
  readonly stores: Pick<ActStores, 'transfers' | 'cases' | 'chooser' | 'durably'>;
  readonly site: () => Site;
  readonly records: () => readonly Readonly<DeviceRecord>[];
  /** Every name a device's password may be kept under. */
  readonly keysOf: (device: Readonly<DeviceRecord>) => readonly string[];
  readonly jobs: (limit: number) => readonly JobSummary[];
  readonly job: (id: string) => Job;
  readonly passwords: SitePasswords;
  /** What is only in memory goes to the disk: an import compares with what is there. */
  readonly flush: () => void;
  /** The store has these now. */
  readonly adopt: (records: readonly DeviceRecord[]) => void;
  readonly onImported: (change: {
    readonly siteId: string;
    readonly devices: readonly DeviceId[];
    readonly cases: readonly string[];
  }) => void;
}
