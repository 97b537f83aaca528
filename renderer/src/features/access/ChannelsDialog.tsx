import { RefreshCw } from 'lucide-react';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useRow } from '../../state/app-context.tsx';
import { refLabel, rowAsRef } from '../jobs/model/names.ts';
import styles from './access.module.css';
import { ChannelRow } from './ChannelRow.tsx';
import { OneName } from './OneName.tsx';
import { type ChannelList, useRead } from './read-store.ts';
import { useReadPress } from './use-read.ts';

const heads = ['number', 'name', 'address', 'model', 'state', 'camera', 'bound'] as const;

function List({ id, list }: { readonly id: DeviceId; readonly list: ChannelList }) {
  const text = useText();
  if (list.channels.length === 0) return <p>{text('ui/access/recorder/none')}</p>;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={text('ui/access/recorder/list')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {text(`ui/access/recorder/${head}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {list.channels.map((channel) => (
            <ChannelRow key={channel.id} recorder={id} channel={channel} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Body({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const list = useRead((store) => store.channels, row.id);
  const { press, isBusy, error } = useReadPress('channels', row.id);
  return (
    <div className={styles['stack']}>
      <OneName device={rowAsRef(row)} />
      <p className={styles['dim']}>{text('ui/access/recorder/intro')}</p>
      <div className={styles['line']}>
        <Button
          variant={list === undefined ? 'primary' : 'plain'}
          icon={<RefreshCw aria-hidden />}
          isBusy={isBusy}
          autoFocus
          onPress={press}
        >
          {text(`ui/access/recorder/${list === undefined ? 'read' : 'again'}`)}
        </Button>
        {list === undefined ? null : (
          <span className={styles['dim']}>
            <TimeAgo at={list.at} />
          </span>
        )}
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {list === undefined ? null : <List id={row.id} list={list} />}
      {list?.analog == null || list.analog === 0 ? null : (
        <p>{text('ui/access/recorder/analog', { count: list.analog })}</p>
      )}
    </div>
  );
}

interface ChannelsDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

/** The cameras of a recorder beside the devices of the list that they are. */
export function ChannelsDialog({ id, onClose }: ChannelsDialogProps) {
  const text = useText();
  const row = useRow(id);
  const device = row === undefined ? '' : refLabel({ ...rowAsRef(row), address: null });
  return (
    <Dialog
      title={text('ui/access/recorder/title', { device })}
      isOpen
      onClose={onClose}
      width="widest"
    >
      {row === undefined ? <p>{text('ui/detail/gone')}</p> : <Body row={row} />}
    </Dialog>
  );
}
