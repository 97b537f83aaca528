import { shortSerialOf } from '../../contract/columns.ts';
import type { DeviceRef, NetworkValues } from '../../contract/job.ts';
import { currentFacts } from '../../domain/facts.ts';
import type { DeviceRecord } from '../../domain/record.ts';

/** How a job names a device for good: the record may move on, the report must not. */
export function deviceRefOf(record: Readonly<DeviceRecord>): DeviceRef {
  const facts = currentFacts(record.sources);
  const serial = record.serial ?? facts.serial ?? null;
  return {
    id: record.id,
    serial,
    shortSerial: serial === null ? null : shortSerialOf(serial),
    model: facts.model ?? null,
    name: record.name,
    mac: record.nics[0]?.mac ?? facts.mac ?? null,
    address: facts.ipv4Address ?? record.address,
  };
}

/** What the device last said of its network settings. */
export function networkValuesOf(record: Readonly<DeviceRecord>): NetworkValues {
  const facts = currentFacts(record.sources);
  return {
    ipv4Address: facts.ipv4Address ?? null,
    ipv4Mask: facts.ipv4Mask ?? null,
    ipv4Gateway: facts.ipv4Gateway ?? null,
    dhcpEnabled: facts.dhcpEnabled ?? null,
    commandPort: facts.commandPort ?? null,
    httpPort: facts.httpPort ?? null,
    sdkOverTlsPort: facts.sdkOverTlsPort ?? null,
    ipv6Address: facts.ipv6Address ?? null,
    ipv6Gateway: facts.ipv6Gateway ?? null,
    ipv6Prefix: facts.ipv6Prefix ?? null,
  };
}

/** The shortest name a person knows the device by. */
export function labelOf(ref: DeviceRef): string {
  return ref.name ?? ref.shortSerial ?? ref.mac ?? ref.address ?? ref.id;
}
