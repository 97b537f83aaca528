import { PanelRightClose, Pencil } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DeviceDetail, DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mono, Serial } from '../../components/Mono.tsx';
import { StatusMark, sortFlags } from '../../components/StatusMark.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { Later } from '../../later/Later.tsx';
import { dialogs } from '../../later/parts.ts';
import { useQuery } from '../../state/app-context.tsx';
import { tabGuides } from '../guides/model/places.ts';
import { NetworkForm } from '../network-edit/NetworkForm.tsx';
import { CloudTab } from './CloudTab.tsx';
import styles from './Detail.module.css';
import { FieldsTab } from './FieldsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';

export type DetailTab = 'network' | 'cloud' | 'access' | 'recovery' | 'fields' | 'history';

export interface OneDeviceProps {
  readonly row: DeviceRow;
  readonly tab: DetailTab;
  readonly onTab: (tab: DetailTab) => void;
  readonly onClose: () => void;
  readonly onRename: (id: DeviceId) => void;
}

function States({ row }: { readonly row: DeviceRow }) {
  const flags = row.presence === 'offline' ? [] : sortFlags(row.flags);
  if (flags.length === 0) return <StatusMark row={row} />;
  return flags.map((flag) => (
    <StatusMark
      key={flag}
      flag={flag}
      sameAddress={row.sameAddress}
      lockedUntil={row.lockedUntil}
    />
  ));
}

function Head({ row, onClose, onRename }: OneDeviceProps) {
  const text = useText();
  const model = row.model ?? text('ui/detail/noModel');
  return (
    <div className={styles['head']}>
      <div className={styles['titleLine']}>
        <h2 className={styles['title']} title={row.name ?? model}>
          {row.name ?? model}
        </h2>
        <Button
          isSmall
          variant="quiet"
          icon={<Pencil aria-hidden />}
          onPress={() => onRename(row.id)}
        >
          {text('ui/detail/rename')}
        </Button>
        <IconButton
          isSmall
          icon={<PanelRightClose aria-hidden />}
          label={text('ui/detail/close')}
          onPress={onClose}
        />
      </div>
      <div className={styles['line']}>
        {row.name === null ? null : <span>{model}</span>}
        <span className={styles['dim']}>
          {text(`kinds/${row.kind}`)} · {text(`vendors/${row.vendor}`)}
        </span>
      </div>
      <div className={styles['serial']}>
        {row.serial === null ? text('ui/detail/noSerial') : <Serial serial={row.serial} />}
        {row.serial === null ? null : (
          <CopyButton
            label={text('ui/detail/copyField', { name: text('columns/serial') })}
            textToCopy={() => row.serial ?? ''}
          />
        )}
      </div>
      <div className={styles['line']}>
        <Mono>{row.ipv4Address ?? row.bookHost ?? text('ui/detail/noAddress')}</Mono>
        <States row={row} />
        <span className={styles['dim']}>
          {text('ui/detail/lastSeen')} <TimeAgo at={row.lastSeenAt} />
        </span>
      </div>
    </div>
  );
}

/** The device as the core knows it; asked again when its row changes. */
function useDetail(row: DeviceRow) {
  const query = useQuery('devices.get', { id: row.id });
  const { reload } = query;
  const lastRow = useRef(row);
  useEffect(() => {
    if (lastRow.current === row) return;
    const isOther = lastRow.current.id !== row.id;
    lastRow.current = row;
    // Another device makes another query, which asks by itself.
    if (!isOther) reload();
  }, [row, reload]);
  return query;
}

function withLiveRow(detail: DeviceDetail, row: DeviceRow): DeviceDetail {
  return { ...detail, row };
}

export function OneDevice(props: OneDeviceProps) {
  const { row, tab, onTab } = props;
  const text = useText();
  const { data, error, reload } = useDetail(row);
  const detail = data === undefined ? null : withLiveRow(data, row);
  const problem = error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />;
  return (
    <>
      <Head {...props} />
      <Tabs<DetailTab>
        aria-label={text('ui/detail/tabsLabel', { name: row.name ?? row.model ?? '' })}
        selectedId={tab}
        onSelect={onTab}
        items={[
          {
            id: 'network',
            label: text('ui/detail/tabs/network'),
            guide: tabGuides.network,
            content: <NetworkForm key={row.id} row={row} />,
          },
          {
            id: 'cloud',
            label: text('ui/detail/tabs/cloud'),
            guide: tabGuides.cloud,
            content: <CloudTab row={row} />,
          },
          {
            id: 'access',
            label: text('ui/detail/tabs/access'),
            guide: tabGuides.access,
            content: <Later part={dialogs}>{({ AccessTab }) => <AccessTab row={row} />}</Later>,
          },
          {
            id: 'recovery',
            label: text('ui/detail/tabs/recovery'),
            guide: tabGuides.recovery,
            content: <Later part={dialogs}>{({ RecoveryTab }) => <RecoveryTab row={row} />}</Later>,
          },
          {
            id: 'fields',
            label: text('ui/detail/tabs/fields'),
            content: problem ?? (detail === null ? null : <FieldsTab detail={detail} />),
          },
          {
            id: 'history',
            label: text('ui/detail/tabs/history'),
            content: problem ?? (detail === null ? null : <HistoryTab detail={detail} />),
          },
        ]}
      />
    </>
  );
}
