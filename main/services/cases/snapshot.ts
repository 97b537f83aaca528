import type { DeviceRow } from '../../contract/device.ts';
import type { RecoveryCase } from '../../contract/recovery.ts';
import type { CaseOwn, CaseSnapshot, Seen } from '../../domain/cases/types.ts';
import { claimOf, serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Sighting } from '../../domain/sighting.ts';

/** The device as it is now, as far as the list knows it. */
export function snapshotOf(row: DeviceRow, at: number): CaseSnapshot {
  return {
    at,
    bootTime: row.bootTime,
    activated: row.activated,
    address: row.ipv4Address,
    dhcpEnabled: row.dhcpEnabled,
    firmware: row.firmware,
    cloudEnabled: row.cloudEnabled,
    cloudBound: row.cloudBound,
    presence: row.presence,
  };
}

export function identityOf(record: Readonly<DeviceRecord>): CaseOwn['identity'] {
  return { serialKey: serialKeyOf(record.serial), macs: record.nics.map(({ mac }) => mac) };
}

/** What one answer says. Activation, start and address count only from the device's own full answer (SADP). */
export function seenOf(sighting: Sighting, order: number): Seen {
  const { facts, at } = sighting;
  const { serialKey, mac, address } = claimOf(sighting);
  const isAsked = sighting.source === 'book';
  const common = { at, order, serialKey, mac, isAsked, cloudBound: facts.cloudBound ?? null };
  if (isAsked) {
    return { ...common, address: null, bootTime: null, activated: null, dhcpEnabled: null };
  }
  return {
    ...{ ...common, address },
    bootTime: facts.bootTime ?? null,
    activated: facts.activated ?? null,
    dhcpEnabled: facts.dhcpEnabled ?? null,
  };
}

const urgency: Readonly<Record<string, number>> = { expired: 0, open: 1, waiting: 2 };

/** The case that a row shows: the one that needs somebody first. */
export function mostUrgent(cases: readonly RecoveryCase[]): RecoveryCase | null {
  const first = (view: RecoveryCase): number =>
    Math.min(Infinity, ...view.deadlines.map(({ at }) => at));
  const sorted = [...cases].sort(
    (a, b) =>
      (urgency[a.state] ?? 3) - (urgency[b.state] ?? 3) ||
      first(a) - first(b) ||
      a.openedAt - b.openedAt,
  );
  return sorted[0] ?? null;
}
