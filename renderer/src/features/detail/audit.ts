import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { AuditLine } from '../../../../main/contract/job.ts';

type Named = Pick<DeviceRow, 'serial' | 'mac'>;

/** The ends of what was done to this device, newest first; the audit names a device by serial, else MAC. */
export function auditOf(lines: readonly AuditLine[], { serial, mac }: Named): AuditLine[] {
  const name = serial ?? mac;
  return lines.filter(
    ({ device, what }) => device !== null && device === name && /^item\..* finished$/.test(what),
  );
}

const told = ['ipv4Address', 'ipv4Mask', 'ipv4Gateway'] as const;

/** The address values that the device showed afterwards. */
export function valuesInAudit({
  params,
}: AuditLine): { field: (typeof told)[number]; to: string }[] {
  return told.flatMap((field) => {
    const value = params[`after.${field}`];
    return value === undefined || value === null ? [] : [{ field, to: String(value) }];
  });
}
