import type { DeviceId } from '../../../../main/contract/device.ts';
import { useSession } from '../../state/app-context.tsx';
import type { SecretTarget } from '../acts/SecretsForm.tsx';
import { rowAsRef } from '../jobs/model/names.ts';

const few = 2;

export interface Targets {
  readonly targets: readonly SecretTarget[];
  /** Devices that may lock with one more wrong password. */
  readonly guarded: number;
}

/** Devices as a form for passwords takes them; for what has no lights before it. */
export function useTargets(ids: readonly DeviceId[]): Targets {
  const { fleet } = useSession();
  const rows = ids.flatMap((id) => fleet.row(id) ?? []);
  return {
    targets: rows.map((row) => ({ device: rowAsRef(row), attemptsLeft: row.attemptsLeft })),
    guarded: rows.filter(({ attemptsLeft }) => attemptsLeft !== null && attemptsLeft <= few).length,
  };
}
