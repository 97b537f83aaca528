import { useMemo } from 'react';
import type { Job, JobKind } from '../../../../main/contract/job.ts';
import { useAction } from '../../components/use-action.ts';
import { useLocale } from '../../i18n/use-text.ts';
import { useApi, useSession } from '../../state/app-context.tsx';
import { ClientError } from '../../transport/client.ts';
import type { OpenDialog } from '../devices/devices-state.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { idsToRunAgain } from './model/counts.ts';
import { printPage } from './print-page.ts';
import { showJob } from './use-jobs.ts';

type Again = Extract<JobKind, 'unbind' | 'activate' | 'cloud' | 'network' | 'password' | 'reboot'>;

/** The dialog that begins a run of that kind anew for these devices; `null` where it needs none. */
function dialogAgain(job: Job): OpenDialog | null {
  const ids = idsToRunAgain(job);
  const [id] = ids;
  if (id === undefined) return null;
  const many: Record<Again, OpenDialog> = {
    unbind: { kind: 'unbind', ids },
    activate: { kind: 'activate', ids },
    cloud: { kind: 'cloud', ids },
    network: { kind: 'change-addresses', ids },
    password: { kind: 'set-password', ids },
    reboot: { kind: 'reboot', ids },
  };
  switch (job.kind) {
    case 'unbind-panel':
    case 'verification-code':
    case 'restore-inactive':
      return { kind: job.kind, id };
    case 'reset':
      return { kind: 'reset-device', id };
    case 'restore-config':
      return { kind: 'restore-backup', id };
    // Which channel it was is not kept with the run, so it begins in the list of channels.
    case 'channel-remove':
    case 'channel-edit':
      return { kind: 'channels', id };
    // The lamp needs no dialog.
    case 'locate':
      return null;
    default:
      return many[job.kind];
  }
}

/** A button that would do nothing is not there. */
export function canRunAgain(job: Job): boolean {
  return job.kind === 'locate' || dialogAgain(job) !== null;
}

export interface JobCommands {
  readonly isBusy: boolean;
  readonly error: ReturnType<typeof useAction>['error'];
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly recheck: () => void;
  readonly dismiss: () => Promise<boolean>;
  readonly runAgain: () => void;
  readonly undo: () => void;
  readonly lampOff: () => void;
  readonly print: () => void;
}

/** Everything that can be done with a run. */
export function useJobCommands(job: Job): JobCommands {
  const api = useApi();
  const { jobs } = useSession();
  const { dialog } = useDevices();
  const locale = useLocale();
  const { run, isBusy, error } = useAction();
  return useMemo(() => {
    const { id } = job;
    const act = (method: 'jobs.pause' | 'jobs.cancel' | 'jobs.recheck') => () =>
      void run(async () => jobs.put(await api.call(method, { id })));
    const askForPasswords = () => dialog.set({ kind: 'resume-job', jobId: id });
    const goOn = async () => {
      try {
        jobs.put(await api.call('jobs.resume', { id }));
      } catch (thrown) {
        if (!(thrown instanceof ClientError) || thrown.error.code !== 'job.needs-password') {
          throw thrown;
        }
        askForPasswords();
      }
    };
    const locate = async (isOn: boolean) => {
      const ids = job.items.map(({ device }) => device.id);
      showJob(jobs, await api.call('devices.locate', { ids, isOn }));
    };
    return {
      isBusy,
      error,
      pause: act('jobs.pause'),
      cancel: act('jobs.cancel'),
      recheck: act('jobs.recheck'),
      resume: () => void run(goOn),
      dismiss: () =>
        run(async () => {
          await api.call('jobs.dismiss', { id });
          jobs.put({ ...job, isDismissed: true });
        }),
      runAgain() {
        const again = dialogAgain(job);
        if (again !== null) dialog.set(again);
        else if (job.kind === 'locate') void run(() => locate(true));
      },
      undo: () => dialog.set({ kind: 'undo-job', jobId: id }),
      lampOff: () => void run(() => locate(false)),
      print: () =>
        void run(async () => {
          const { html } = await api.call('jobs.print', { id, locale });
          // The dialog of the system is open as long as the operator likes; nothing waits for it.
          void printPage(html);
        }),
    };
  }, [api, jobs, dialog, locale, run, isBusy, error, job]);
}
