import { HeartPulse, KeyRound, ListVideo } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected, useQuery } from '../../state/app-context.tsx';
import detailStyles from '../detail/Detail.module.css';
import { useDevices } from '../devices/devices-state.tsx';
import styles from './access.module.css';
import { doorOf } from './actions.ts';
import { HealthCard } from './HealthCard.tsx';
import { newest } from './model.ts';
import { ReachSection } from './ReachSection.tsx';
import { useRead } from './read-store.ts';
import { useReadPress } from './use-read.ts';

function RecorderSection({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { dialog } = useDevices();
  return (
    <section className={styles['section']} aria-label={text('ui/access/recorder/section')}>
      <h3>{text('ui/access/recorder/section')}</h3>
      <p className={styles['dim']}>{text('ui/access/recorder/intro')}</p>
      <div className={styles['line']}>
        <Button
          isSmall
          icon={<ListVideo aria-hidden />}
          onPress={() => dialog.set({ kind: 'channels', id: row.id })}
        >
          {text('ui/access/recorder/open')}
        </Button>
      </div>
    </section>
  );
}

/** What a login shows: how the device is reached, whether it lets us in, and how it does. */
export function AccessTab({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { dialog } = useDevices();
  const isLive = useIsConnected();
  const query = useQuery('health.get', { id: row.id }, { invalidateOn: ['devices.changed'] });
  const own = useRead((store) => store.health, row.id);
  const health = newest(query.data?.health, own);
  const { press, isBusy, error } = useReadPress('health', row.id);
  const why = !isLive
    ? text('ui/acts/whyNot/notLive')
    : doorOf(row)
      ? undefined
      : text('ui/access/whyNot/noDoor');
  return (
    <div className={detailStyles['withFoot']}>
      <div className={detailStyles['body']}>
        <ReachSection key={row.id} row={row} />
        {query.error === undefined ? null : (
          <ErrorNotice error={query.error} onRetry={query.reload} />
        )}
        <HealthCard
          row={row}
          health={health}
          isOn={query.data?.isOn ?? null}
          nextAt={query.data?.nextAt ?? null}
          onChanged={query.reload}
        />
        {row.kind === 'recorder' || health?.channels != null ? <RecorderSection row={row} /> : null}
        {error === null ? null : <ErrorNotice error={error} />}
      </div>
      <div className={detailStyles['foot']}>
        <Button
          variant="primary"
          icon={<HeartPulse aria-hidden />}
          isBusy={isBusy}
          whyDisabled={why}
          onPress={press}
        >
          {text('ui/access/health/check')}
        </Button>
        <Button
          icon={<KeyRound aria-hidden />}
          whyDisabled={why}
          onPress={() => dialog.set({ kind: 'set-password', ids: [row.id] })}
        >
          {text('ui/access/actions/password')}
        </Button>
      </div>
    </div>
  );
}
