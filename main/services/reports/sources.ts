import type { DeviceId, DeviceRow } from '../../contract/device.ts';
import type { AuditLine, Job } from '../../contract/job.ts';
import type { exportFormats, MethodOutput } from '../../contract/methods.ts';
import type { ChooserState, RecoveryCase } from '../../contract/recovery.ts';
import type { Locale } from '../../contract/settings.ts';
import type { KnownFacts } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AuditChain } from '../../store/transfer-types.ts';
import type { Operator } from '../audit/audit.ts';

export interface SavedAccess {
  readonly userName: string;
  readonly password: string;
  readonly scope: 'device' | 'site' | 'group';
  readonly provenAt: number | null;
}

/** What reports are made from: the current site as it is known at this moment. */
export interface ReportSources {
  readonly clock: Clock;
  readonly version: string;
  readonly operator: Operator;
  readonly site: () => { readonly id: string; readonly name: string };
  /** Without the removed ones. */
  readonly rows: () => readonly DeviceRow[];
  readonly facts: (id: DeviceId) => KnownFacts;
  /** Ours and those that came with site files, newest first. */
  readonly jobs: (siteId: string) => readonly Job[];
  readonly cases: (siteId: string) => readonly RecoveryCase[];
  /** Oldest first. */
  readonly auditLines: (ids: ReadonlySet<DeviceId> | null) => readonly AuditLine[];
  readonly auditCheck: () => {
    readonly isIntact: boolean;
    readonly lines: number;
    readonly brokenAt: number | null;
    readonly lastHash: string | null;
  };
  readonly chains: (siteId: string) => readonly AuditChain[];
  readonly chooser: (id: DeviceId) => Pick<ChooserState, 'answers' | 'question'>;
  readonly vaultState: () => 'none' | 'locked' | 'open';
  /** Asked only for the sealed report of the office. */
  readonly access: (id: DeviceId) => SavedAccess | null;
  /** Every password that is known now, so that none of them stands in a paper by mistake. */
  readonly knownSecrets: () => readonly string[];
  readonly exportList: (request: {
    readonly format: (typeof exportFormats)[number];
    readonly locale: Locale;
    readonly ids: DeviceId[];
  }) => Promise<MethodOutput<'devices.export'>>;
}
