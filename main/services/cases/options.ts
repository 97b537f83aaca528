import type { DeviceId, DeviceRow } from '../../contract/device.ts';
import type { RecoveryCase, Reminder } from '../../contract/recovery.ts';
import type { DeadlineDefaults } from '../../domain/cases/types.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Random } from '../../ports/random.ts';
import type { CaseStore } from '../../store/case-types.ts';
import type { Audit, Operator } from '../audit/audit.ts';

export interface CasesOptions {
  readonly store: CaseStore;
  /** Several writes as one, on the disk when it returns. */
  readonly durably: <T>(run: () => T) => T;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly audit: Pick<Audit, 'write'>;
  readonly operator: Operator;
  readonly record: (id: DeviceId) => Readonly<DeviceRecord> | undefined;
  readonly row: (id: DeviceId) => DeviceRow | undefined;
  /** By serial or MAC; `null` when none or several fit. */
  readonly find: (wanted: string) => DeviceId | null;
  /** Devices whose login proved right after this time, and was not refused since; with when it did. Epoch ms. */
  readonly provenSince: (at: number) => ReadonlyMap<DeviceId, number>;
  readonly defaults: () => DeadlineDefaults;
  /** Asks the whole wire once. */
  readonly probe: () => Promise<unknown>;
  /** Cases that were armed by an earlier run are asked for too. */
  readonly isContinuous: boolean;
  readonly setOpenCase: (id: DeviceId, kind: string | null) => void;
  readonly onChange: (changed: RecoveryCase) => void;
  readonly onReminders: (reminders: readonly Reminder[]) => void;
}
