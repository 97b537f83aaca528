import { RefreshCw } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { CloudState } from '../../../../main/contract/login.ts';
import { Button } from '../../components/Button.tsx';
import { cx } from '../../components/cx.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mono } from '../../components/Mono.tsx';
import { TriValue } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected, useQuery } from '../../state/app-context.tsx';
import { FactLine } from '../detail/FactLine.tsx';
import styles from './access.module.css';
import { doorOf } from './actions.ts';
import { cloudDiffers, newest } from './model.ts';
import { useRead } from './read-store.ts';
import { useReadPress } from './use-read.ts';

const questions = [
  ['enabled', 'isEnabled'],
  ['registered', 'isRegistered'],
  ['bound', 'isBound'],
  ['code', 'hasVerificationCode'],
  ['announces', 'announcesUnbind'],
] as const;

function Facts({ cloud }: { readonly cloud: CloudState }) {
  const text = useText();
  return (
    <dl>
      {questions.map(([question, field]) => (
        <FactLine
          key={question}
          label={text(`ui/access/cloud/${question}`)}
          copy={null}
          note={question === 'announces' ? text('ui/access/cloud/announcesNote') : undefined}
        >
          <TriValue value={cloud[field]} />
        </FactLine>
      ))}
      {cloud.offlineReason === null ? null : (
        <FactLine label={text('ui/access/cloud/reason')} copy={null}>
          {text(`health/cloudReasons/${cloud.offlineReason}`)}
        </FactLine>
      )}
      {cloud.server === null ? null : (
        <FactLine label={text('ui/access/cloud/server')} copy={cloud.server}>
          <Mono>{cloud.server}</Mono>
        </FactLine>
      )}
    </dl>
  );
}

/** What a login tells of the cloud, beside what SADP tells without one. */
export function CloudRead({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const isLive = useIsConnected();
  const { data } = useQuery('health.get', { id: row.id }, { invalidateOn: ['devices.changed'] });
  const health = useRead((store) => store.health, row.id);
  const own = useRead((store) => store.cloud, row.id);
  const cloud = newest(data?.health?.cloud, health?.cloud, own);
  const { press, isBusy, error } = useReadPress('cloud', row.id);
  const why = !isLive
    ? text('ui/acts/whyNot/notLive')
    : doorOf(row)
      ? undefined
      : text('ui/access/whyNot/noDoor');
  return (
    <section
      className={cx(styles['section'], styles['below'])}
      aria-label={text('ui/access/cloud/title')}
    >
      <div className={styles['between']}>
        <h3>{text('ui/access/cloud/title')}</h3>
        <Button
          isSmall
          icon={<RefreshCw aria-hidden />}
          isBusy={isBusy}
          whyDisabled={why}
          onPress={press}
        >
          {text('ui/access/cloud/read')}
        </Button>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {cloud === null ? (
        <p className={styles['dim']}>{text('ui/access/cloud/none')}</p>
      ) : (
        <>
          <p className={styles['dim']}>
            {text('ui/access/health/readAt')} <TimeAgo at={cloud.at} />
          </p>
          {cloudDiffers(row, cloud) ? <p>{text('ui/access/cloud/differs')}</p> : null}
          <Facts cloud={cloud} />
        </>
      )}
    </section>
  );
}
