import { useSyncExternalStore } from 'react';
import type { ColumnSpec } from '../../../../../main/contract/columns.ts';
import type { DeviceRow, SeenVia } from '../../../../../main/contract/device.ts';
import { Mac, Mono, Serial } from '../../../components/Mono.tsx';
import { Mark, type MarkProps, StatusMark, TriValue } from '../../../components/StatusMark.tsx';
import { TimeAgo } from '../../../components/TimeAgo.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useSession } from '../../../state/app-context.tsx';
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
    const names = new Map(status.get().adapters.map((adapter) => [adapter.id, adapter.name]));
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

const loginLooks: Readonly<
  Record<NonNullable<DeviceRow['login']>, Pick<MarkProps, 'shape' | 'tone'>>
> = {
  proven: { shape: 'tick', tone: 'verified' },
  refused: { shape: 'cross', tone: 'failed' },
  untested: { shape: 'question', tone: 'unknown' },
};

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
  if (spec.id === 'bootTime') return <Mono>{row.bootTime?.replace('T', ' ')}</Mono>;
  return plainOf(row, spec);
}

interface CellProps {
  readonly row: DeviceRow;
  readonly spec: ColumnSpec;
}

/** One value as its column shows it. */
export function Cell({ row, spec }: CellProps) {
  const value = row[spec.field];
  if (spec.format === 'status') return <StatusMark row={row} />;
  if (spec.format === 'tri') return <TriValue value={typeof value === 'boolean' ? value : null} />;
  if (spec.format === 'list') return row.via.length === 0 ? <Nothing /> : <Via via={row.via} />;
  if (value === null || value === undefined || value === '') {
    return ownFields.has(spec.id) ? null : <Nothing />;
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
