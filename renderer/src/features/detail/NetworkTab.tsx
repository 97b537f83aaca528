import type { ReactNode } from 'react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Mono, Serial } from '../../components/Mono.tsx';
import { TriValue } from '../../components/StatusMark.tsx';
import type { TextKey } from '../../i18n/resources.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import styles from './Detail.module.css';
import { FactLine, NotTold } from './FactLine.tsx';
import { OwnSection } from './OwnSection.tsx';

type NetworkField = Extract<keyof DeviceRow, string>;

/** In the order of SADP's own pane, so that a SADP user finds each value where it was. */
const lines = [
  ['dhcp', 'dhcpEnabled'],
  ['cloud', 'cloudEnabled'],
  ['serial', 'serial'],
  ['address', 'ipv4Address'],
  ['port', 'commandPort'],
  ['sdkPort', 'sdkOverTlsPort'],
  ['mask', 'ipv4Mask'],
  ['gateway', 'ipv4Gateway'],
  ['ipv6', 'ipv6Address'],
  ['ipv6Gateway', 'ipv6Gateway'],
  ['ipv6Prefix', 'ipv6Prefix'],
  ['httpPort', 'httpPort'],
] as const satisfies readonly (readonly [string, NetworkField])[];

type Value = string | number | boolean | null;

function shown(field: NetworkField, value: Value, text: TextLookup): ReactNode {
  if (value === null) {
    // A switch that is not known is a question; a value that was not told is only missing.
    const isSwitch = field === 'dhcpEnabled' || field === 'cloudEnabled';
    return isSwitch ? <TriValue value={null} /> : <NotTold />;
  }
  if (typeof value === 'boolean') return text(onOff(value));
  if (field === 'serial') return <Serial serial={String(value)} />;
  return <Mono>{value}</Mono>;
}

function onOff(value: boolean): TextKey {
  return value ? 'ui/detail/network/on' : 'ui/detail/network/off';
}

function copied(value: Value, text: TextLookup): string | null {
  if (value === null) return null;
  return typeof value === 'boolean' ? text(onOff(value)) : String(value);
}

export function NetworkTab({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  return (
    <div className={styles['body']}>
      <dl>
        {lines.map(([label, field]) => (
          <FactLine
            key={label}
            label={text(`ui/detail/network/${label}`)}
            copy={copied(row[field], text)}
          >
            {shown(field, row[field], text)}
          </FactLine>
        ))}
      </dl>
      <OwnSection key={row.id} row={row} />
    </div>
  );
}
