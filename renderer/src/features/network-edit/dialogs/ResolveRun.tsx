import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { Job, JobItem } from '../../../../../main/contract/job.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../../components/ProgressBar.tsx';
import { Mark } from '../../../components/StatusMark.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useApi, useSession, useSettings } from '../../../state/app-context.tsx';
import { useDevices } from '../../devices/devices-state.tsx';
import { refLabel } from '../../jobs/model/names.ts';
import { itemWords } from '../../jobs/model/words.ts';
import { useJob, useShowJob } from '../../jobs/use-jobs.ts';
import { resolveEnd } from '../model/resolve.ts';
import { ItemMark } from '../plan/ItemState.tsx';
import { type PlanGroup, PlanTable } from '../plan/PlanTable.tsx';
import styles from '../plan/plan.module.css';

function Failed({ item, isShared }: { readonly item: JobItem; readonly isShared: boolean }) {
  const text = useText();
  const { isPrivate } = useSettings();
  const words = isShared
    ? text('ui/networkEdit/resolve/sharedAgain')
    : (itemWords(text, item, Date.now())?.what ?? '');
  return (
    <li>
      <strong>{refLabel(item.device, isPrivate)}</strong> <ItemMark item={item} /> {words}
    </li>
  );
}

/** All unique, or who is left: never a bare "done". */
function Ending({ job }: { readonly job: Job }) {
  const { fleet } = useSession();
  const text = useText();
  const end = resolveEnd(job, (id) => fleet.row(id)?.sameAddress ?? 0);
  if (end.isAllUnique) {
    const word = text('ui/networkEdit/resolve/allUnique', { count: end.changed });
    return <Mark shape="tick" tone="verified" word={word} />;
  }
  return (
    <div className={styles['ending']}>
      <p className={styles['endingHead']}>
        {text('ui/networkEdit/resolve/left', {
          count: end.failed.length + end.stillShared.length,
          total: job.items.length,
        })}
      </p>
      <ul>
        {end.failed.map((item) => (
          <Failed key={item.device.id} item={item} isShared={false} />
        ))}
        {end.stillShared.map((item) => (
          <Failed key={item.device.id} item={item} isShared />
        ))}
      </ul>
    </div>
  );
}

function Progress({ job }: { readonly job: Job }) {
  const text = useText();
  const done = job.items.filter(({ state }) => state === 'done').length;
  const total = job.items.length;
  return (
    <ProgressBar
      label={text('ui/networkEdit/resolve/running')}
      value={done}
      max={total}
      valueText={text('ui/networkEdit/resolve/progress', { done, total })}
    />
  );
}

/** Spoken once, when the last device is through. */
function useEndSaid(job: Job | undefined): void {
  const { fleet, announcer } = useSession();
  const text = useText();
  const isEnded = job !== undefined && job.state !== 'running' && job.state !== 'paused';
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the run ends
  useEffect(() => {
    if (!isEnded || job === undefined) return;
    const end = resolveEnd(job, (id) => fleet.row(id)?.sameAddress ?? 0);
    announcer.say(
      end.isAllUnique
        ? text('ui/networkEdit/resolve/allUnique', { count: end.changed })
        : text('ui/networkEdit/resolve/left', {
            count: end.failed.length + end.stillShared.length,
            total: job.items.length,
          }),
    );
  }, [isEnded]);
}

interface ResolveRunProps {
  readonly jobId: string;
  readonly groups: readonly PlanGroup[];
  readonly onClose: () => void;
}

function Footer({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const text = useText();
  const api = useApi();
  const showJob = useShowJob();
  const { dialog } = useDevices();
  const action = useAction();
  const isOpen = job.state === 'running' || job.state === 'paused';
  const onStop = () =>
    void action.run(async () => void (await api.call('jobs.cancel', { id: job.id })));
  if (!isOpen) {
    return (
      <>
        {job.canUndo ? (
          <Button
            icon={<Undo2 aria-hidden />}
            onPress={() => dialog.set({ kind: 'undo-job', jobId: job.id })}
          >
            {text('ui/networkEdit/undo/button')}
          </Button>
        ) : null}
        <Button key="close" variant="primary" onPress={onClose} autoFocus>
          {text('ui/components/close')}
        </Button>
      </>
    );
  }
  return (
    <>
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      <Button onPress={onStop} isBusy={action.isBusy}>
        {text('ui/networkEdit/resolve/stop')}
      </Button>
      <Button
        variant="primary"
        autoFocus
        onPress={() => {
          showJob(job);
          onClose();
        }}
      >
        {text('ui/networkEdit/resolve/hide')}
      </Button>
    </>
  );
}

/** The run in the same table: each device as it stands, and at the end whether all are unique. */
export function ResolveRun({ jobId, groups, onClose }: ResolveRunProps) {
  const text = useText();
  const job = useJob(jobId);
  useEndSaid(job);
  if (job === undefined) return null;
  const items = new Map(job.items.map((item) => [item.device.id, item]));
  const isOpen = job.state === 'running' || job.state === 'paused';
  return (
    <Dialog
      title={text('ui/networkEdit/resolve/title')}
      isOpen
      onClose={onClose}
      width="wide"
      footer={<Footer job={job} onClose={onClose} />}
    >
      <div className={styles['stack']}>
        {isOpen ? <Progress job={job} /> : <Ending job={job} />}
        <PlanTable
          label={text('ui/networkEdit/plan/table')}
          groups={groups}
          picks={new Map()}
          onPick={() => undefined}
          items={items}
        />
      </div>
    </Dialog>
  );
}
