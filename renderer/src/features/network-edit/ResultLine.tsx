import { ListChecks, Undo2, X } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useNow, useSession } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { changesOf } from '../jobs/model/job-text.ts';
import { itemWords } from '../jobs/model/words.ts';
import { useShowJob } from '../jobs/use-jobs.ts';
import { editStoreOf } from './edit-store.ts';
import { undoState } from './model/result.ts';
import styles from './network-edit.module.css';
import { ItemMark } from './plan/ItemState.tsx';
import type { DeviceResult } from './use-device-result.ts';

interface ResultProps {
  readonly row: DeviceRow;
  readonly result: DeviceResult;
}

function Undo({ row, result }: ResultProps) {
  const text = useText();
  const { dialog } = useDevices();
  const state = undoState(result.job, result.item, row);
  if (state === 'nothing') return null;
  if (state !== 'possible') {
    return <p className={styles['dim']}>{text(`ui/networkEdit/undo/${state}`)}</p>;
  }
  return (
    <Button
      isSmall
      icon={<Undo2 aria-hidden />}
      onPress={() => dialog.set({ kind: 'undo-job', jobId: result.job.id })}
    >
      {text('ui/networkEdit/undo/button')}
    </Button>
  );
}

/** How the last change of this device ended, where it was asked for; it stays until it is put away. */
export function ResultLine({ row, result }: ResultProps) {
  const text = useText();
  const session = useSession();
  const showJob = useShowJob();
  const now = useNow();
  const { job, item } = result;
  const words = itemWords(text, item, now);
  const isDone = item.state === 'done';
  const isGood = item.verdict === 'verified' || item.verdict === 'already';
  return (
    <section className={styles['result']} aria-label={text('ui/networkEdit/result')}>
      <div className={styles['resultHead']}>
        <ItemMark item={item} />
        {item.endedAt === null ? null : (
          <span className={styles['dim']}>
            <TimeAgo at={item.endedAt} />
          </span>
        )}
        {isDone ? (
          <IconButton
            isSmall
            icon={<X aria-hidden />}
            label={text('ui/components/dismiss')}
            onPress={() => editStoreOf(session).hide(job.id, row.id)}
          />
        ) : null}
      </div>
      {changesOf(item).map(({ field, from, to }) => (
        <p key={field} className={styles['resultChange']}>
          {text(`networkFields/${field}`)}: <span>{from}</span> → <span>{to}</span>
        </p>
      ))}
      {words === null || isGood ? null : (
        <p>
          {words.what} {words.next}
        </p>
      )}
      <div className={styles['resultButtons']}>
        {isDone ? <Undo row={row} result={result} /> : null}
        <Button
          isSmall
          variant="quiet"
          icon={<ListChecks aria-hidden />}
          onPress={() => showJob(job)}
        >
          {text('ui/networkEdit/showRun')}
        </Button>
      </div>
    </section>
  );
}
