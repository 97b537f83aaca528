import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { cx } from '../../../components/cx.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Mono } from '../../../components/Mono.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useSession, useSettings } from '../../../state/app-context.tsx';
import { refLabel } from '../../jobs/model/names.ts';
import { canPick, type PlanLine } from '../model/plan.ts';
import { targetText } from '../model/resolve.ts';
import { InactiveHint } from '../plan/InactiveHint.tsx';
import { PasswordsPart, RowPassword } from '../plan/PasswordsPart.tsx';
import { PlanFooter } from '../plan/PlanFooter.tsx';
import { type PlanGroup, PlanTable } from '../plan/PlanTable.tsx';
import styles from '../plan/plan.module.css';
import { Skipped } from '../plan/Skipped.tsx';
import { usePlanRun } from '../plan/use-plan-run.ts';
import { ResolveRun } from './ResolveRun.tsx';
import { type Resolve, useResolve } from './use-resolve.ts';

/** The proposed address, which may be typed over. */
function Target({ line, resolve }: { readonly line: PlanLine; readonly resolve: Resolve }) {
  const text = useText();
  const { isPrivate } = useSettings();
  const { device } = line.row;
  const value = targetText(line, resolve.targets);
  const hasAddressProblem = line.row.problems.some(({ code }) =>
    ['bad-address', 'doubled-in-plan', 'used-by-device', 'used-on-wire'].includes(code),
  );
  if (device === null || (value === '' && !canPick(line))) return null;
  return (
    <TextField
      aria-label={text('ui/networkEdit/resolve/target', { name: refLabel(device, isPrivate) })}
      value={value}
      onChange={(address) => resolve.setTarget(line.key, address)}
      isInvalid={hasAddressProblem}
    >
      <Input className={cx(styles['target'])} spellCheck={false} maxLength={15} />
    </TextField>
  );
}

function Status({ resolve }: { readonly resolve: Resolve }) {
  const text = useText();
  const { query, lines } = resolve;
  const words = query.isAsking
    ? text('ui/networkEdit/resolve/asking')
    : lines.length === 0
      ? text('ui/networkEdit/resolve/none')
      : text('ui/networkEdit/resolve/intro');
  if (query.error !== null) return <ErrorNotice error={query.error} />;
  return (
    <p className={styles['status']} role="status">
      {words}
    </p>
  );
}

interface ResolveDialogProps {
  /** Members of the groups to resolve; `null`: every group of the site. */
  readonly ids: readonly DeviceId[] | null;
  readonly onClose: () => void;
}

/** Devices that share an address get one each, one after the other, told apart by their MAC. */
export function ResolveDialog({ ids, onClose }: ResolveDialogProps) {
  const text = useText();
  const { jobs } = useSession();
  const resolve = useResolve(ids);
  const [started, setStarted] = useState<{
    readonly jobId: string;
    readonly groups: readonly PlanGroup[];
  } | null>(null);
  const run = usePlanRun(resolve.lines, true);
  const groups = resolve.groups.map(({ address, lines }) => ({
    heading: text('ui/networkEdit/resolve/group', { address, count: lines.length }),
    lines,
  }));
  if (started !== null) return <ResolveRun {...started} onClose={onClose} />;
  const onStart = () => {
    if (resolve.isChecking) return;
    run.start((job) => {
      if (jobs.job(job.id) === undefined) jobs.put(job);
      setStarted({ jobId: job.id, groups });
    });
  };
  const renderPassword = (line: PlanLine) => (
    <RowPassword line={line} passwords={run.passwords} onChange={run.setPasswords} />
  );
  return (
    <Dialog
      title={text('ui/networkEdit/resolve/title')}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <PlanFooter
          run={run}
          onClose={onClose}
          onStart={onStart}
          isStale={resolve.query.isAsking || resolve.isChecking}
        />
      }
    >
      <div className={styles['stack']}>
        {run.action.error === null ? null : <ErrorNotice error={run.action.error} />}
        <Status resolve={resolve} />
        <Skipped skipped={resolve.query.data?.skipped ?? []} />
        <InactiveHint lines={resolve.lines} />
        {resolve.lines.length === 0 ? null : (
          <>
            <PlanTable
              label={text('ui/networkEdit/plan/table')}
              groups={groups}
              picks={run.picks}
              onPick={run.setPicks}
              renderTarget={(line) =>
                canPick(line) || resolve.targets.has(line.key) ? (
                  <Target line={line} resolve={resolve} />
                ) : line.row.to.ipv4Address === undefined ? undefined : (
                  <Mono>{line.row.to.ipv4Address}</Mono>
                )
              }
              {...(run.hasRowPasswords ? { renderPassword } : {})}
            />
            <PasswordsPart
              passwords={run.passwords}
              saved={run.saved}
              onChange={run.setPasswords}
              onEnter={onStart}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
