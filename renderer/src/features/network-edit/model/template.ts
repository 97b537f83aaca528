import type { DeviceRow } from '../../../../../main/contract/device.ts';
import { rowAsRef } from '../../jobs/model/names.ts';
import { valuesOf } from './fields.ts';
import type { PlanLine } from './plan.ts';

/** The devices of the list as a plan that changes nothing yet, in the order of their addresses. */
export function templateLines(rows: readonly DeviceRow[]): readonly PlanLine[] {
  const collator = new Intl.Collator('en', { numeric: true });
  return rows
    .filter((row) => row.removedAt === null && row.vendor !== 'other')
    .sort((a, b) => collator.compare(a.ipv4Address ?? '', b.ipv4Address ?? ''))
    .map((row) => ({
      key: row.id,
      state: 'same' as const,
      row: {
        line: null,
        wanted: null,
        device: rowAsRef(row),
        name: row.name,
        from: valuesOf(row),
        to: {},
        problems: [],
      },
    }));
}
