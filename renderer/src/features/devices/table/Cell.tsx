import { useSyncExternalStore } from 'react';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import type { DeviceRow, SeenVia } from '../../../../../main/contract/device.ts';
import { shownAdapterName } from '../../../../../main/contract/text/given-names.ts';
import { Mac, Mono, Serial } from '../../../components/Mono.tsx';
import { Mark, StatusMark, TriValue } from '../../../components/StatusMark.tsx';
import { TimeAgo } from '../../../components/TimeAgo.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useSession } from '../../../state/app-context.tsx';
import { HealthMark } from '../../access/HealthMark.tsx';
import { loginLooks } from '../../access/login-looks.ts';
import styles from './table.module.css';

/** Fields the operator fills; empty means empty there, not unknown. */
const ownFields = new Set(['name', 'note']);

function Nothing() {
  const text = useText();
  return (
    <>
      <span className={styles['nothing']} aria-hidden>
        –
      </span>
      <span className="visually-hidden">{text('tri/unknown')}</span>
    </>
  );
}

/** The adapters by which a device was seen; the source only where it is not the usual one. */
function Via({ via }: { readonly via: readonly SeenVia[] }) {
  const { status } = useSession();
  const text = useText();
  const nameOf = () => {
    const names = new Map(
      status.get().adapters.map(({ id, name }) => [id, shownAdapterName(name, text.locale)]),
    );
    const parts = via.map(({ adapter, source }) => {
      const name = adapter === null ? null : (names.get(adapter) ?? adapter);
      const word = source === 'sadp' ? null : text(`sources/${source}`);
      return [name, word].filter((part) => part !== null).join(' ');
    });
    return [...new Set(parts.map((part) => part || text('sources/sadp')))].join(', ');
  };
  return useSyncExternalStore(status.subscribe, nameOf);
}

function plainOf(row: DeviceRow, spec: ColumnSpec): string {
  const value = row[spec.field];
  return value === null || value === undefined ? '' : String(value);
}

function BookHost({ host }: { readonly host: string }) {
  const text = useText();
  return (
    <span className={styles['nothing']} title={text('columns/bookHost')}>
      <span className="visually-hidden">{text('columns/bookHost')}: </span>
      <Mono>{host}</Mono>
    </span>
  );
}

/** What became of the last login. */
function LoginMark({ login }: { readonly login: NonNullable<DeviceRow['login']> }) {
  const text = useText();
  return <Mark {...loginLooks[login]} word={text(`ui/book/login/${login}`)} />;
}

function TextCell({ row, spec }: CellProps) {
  const text = useText();
  if (spec.id === 'kind') return text(`kinds/${row.kind}`);
  if (spec.id === 'vendor') return text(`vendors/${row.vendor}`);
  if (spec.id === 'bookHost') return <Mono>{row.bookHost}</Mono>;
  if (spec.id === 'login' && row.login !== null) return <LoginMark login={row.login} />;
  if (spec.id === 'health' && row.health !== null) return <HealthMark level={row.health} />;
  if (spec.id === 'bootTime') return <Mono>{row.bootTime?.replace('T', ' ')}</Mono>;
  return plainOf(row, spec);
}

interface CellProps {
  readonly row: DeviceRow;
  readonly spec: ColumnSpec;
}

function Empty({ row, spec }: CellProps) {
  // One that was only entered is known by where it should be.
  const isEntered = spec.id === 'ipv4Address' && row.bookHost !== null;
  if (isEntered) return <BookHost host={row.bookHost ?? ''} />;
  return ownFields.has(spec.id) ? null : <Nothing />;
}

/** One value as its column shows it. */
export function Cell({ row, spec }: CellProps) {
  const value = row[spec.field];
  if (spec.format === 'status') return <StatusMark row={row} />;
  if (spec.format === 'tri') return <TriValue value={typeof value === 'boolean' ? value : null} />;
  if (spec.format === 'list') return row.via.length === 0 ? <Nothing /> : <Via via={row.via} />;
  if (value === null || value === undefined || value === '') {
    return <Empty row={row} spec={spec} />;
  }
  switch (spec.format) {
    case 'time':
      return <TimeAgo at={Number(value)} />;
    case 'serial':
      return (
        <bdi dir="ltr">
          <Serial serial={String(value)} />
        </bdi>
      );
    case 'mono':
      return spec.id === 'mac' ? <Mac mac={String(value)} /> : <Mono>{String(value)}</Mono>;
    case 'address':
    case 'number':
      return <Mono>{String(value)}</Mono>;
    case 'text':
      return <TextCell row={row} spec={spec} />;
  }
}
