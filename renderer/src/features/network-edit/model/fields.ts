import type { DeviceRow } from '../../../../../main/contract/device.ts';
import type { NetworkValues, PlanProblem } from '../../../../../main/contract/job.ts';

export type NetworkField = keyof NetworkValues;
/** Everything but the DHCP switch is typed as text. */
export type TextField = Exclude<NetworkField, 'dhcpEnabled'>;

export type FieldKind = 'ipv4' | 'port' | 'ipv6' | 'prefix';

export interface FieldSpec {
  readonly field: TextField;
  readonly kind: FieldKind;
}

/** In the order of SADP's "Modify Network Parameters". */
export const textFields: readonly FieldSpec[] = [
  { field: 'ipv4Address', kind: 'ipv4' },
  { field: 'commandPort', kind: 'port' },
  { field: 'sdkOverTlsPort', kind: 'port' },
  { field: 'ipv4Mask', kind: 'ipv4' },
  { field: 'ipv4Gateway', kind: 'ipv4' },
  { field: 'ipv6Address', kind: 'ipv6' },
  { field: 'ipv6Gateway', kind: 'ipv6' },
  { field: 'ipv6Prefix', kind: 'prefix' },
  { field: 'httpPort', kind: 'port' },
];

export const ipv4Fields: readonly TextField[] = ['ipv4Address', 'ipv4Mask', 'ipv4Gateway'];
export const ipv6Fields: readonly TextField[] = ['ipv6Address', 'ipv6Gateway', 'ipv6Prefix'];
const allFields: readonly NetworkField[] = ['dhcpEnabled', ...textFields.map(({ field }) => field)];

export function isNetworkField(name: unknown): name is NetworkField {
  return allFields.some((field) => field === name);
}

/** What the device told last. */
export function valuesOf(row: DeviceRow): NetworkValues {
  return {
    ipv4Address: row.ipv4Address,
    ipv4Mask: row.ipv4Mask,
    ipv4Gateway: row.ipv4Gateway,
    dhcpEnabled: row.dhcpEnabled,
    commandPort: row.commandPort,
    httpPort: row.httpPort,
    sdkOverTlsPort: row.sdkOverTlsPort,
    ipv6Address: row.ipv6Address,
    ipv6Gateway: row.ipv6Gateway,
    ipv6Prefix: row.ipv6Prefix,
  };
}

const fieldOfCode: Partial<Record<PlanProblem['code'], NetworkField>> = {
  'bad-address': 'ipv4Address',
  'network-address': 'ipv4Address',
  'broadcast-address': 'ipv4Address',
  'doubled-in-plan': 'ipv4Address',
  'used-by-device': 'ipv4Address',
  'used-on-wire': 'ipv4Address',
  'unreachable-after': 'ipv4Address',
  'bad-mask': 'ipv4Mask',
  'gateway-outside': 'ipv4Gateway',
  'gateway-is-address': 'ipv4Gateway',
  'bad-ipv6': 'ipv6Address',
  'ipv6-unsupported': 'ipv6Address',
};

/** The field beside which a problem is shown; `null` when it is about the whole device. */
export function fieldOf(problem: Pick<PlanProblem, 'code' | 'params'>): NetworkField | null {
  const named = problem.params['field'];
  if (isNetworkField(named)) return named;
  return fieldOfCode[problem.code] ?? null;
}
