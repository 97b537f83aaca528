import type { Job } from '../../../../main/contract/job.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import { type Action, useAction } from '../../components/use-action.ts';
import { useApi } from '../../state/app-context.tsx';
import { useShowJob } from '../jobs/use-jobs.ts';

/** The calls that begin a run. */
type Starting =
  | 'devices.unbind'
  | 'devices.unbindPanel'
  | 'devices.activate'
  | 'devices.setCloud'
  | 'devices.setVerificationCode'
  | 'devices.restoreInactive'
  | 'devices.locate'
  | 'devices.setPassword'
  | 'devices.reboot'
  | 'devices.reset'
  | 'recorder.remove'
  | 'recorder.edit'
  | 'backup.restore'
  | 'network.set'
  | 'jobs.undo'
  | 'jobs.resume';

export interface Start extends Pick<Action, 'isBusy' | 'error'> {
  readonly start: <M extends Starting>(method: M, input: () => MethodInput<M>) => void;
}

/**
 * Begins a run, closes the dialog and shows the run. The input is made at the moment of the call, so
 * that passwords are read from their fields then and not before.
 */
export function useStart(onClose: () => void): Start {
  const api = useApi();
  const showJob = useShowJob();
  const { run, isBusy, error } = useAction();
  return {
    isBusy,
    error,
    start(method, input) {
      void run(async () => {
        const job: Job = await api.call(method, input());
        showJob(job);
        onClose();
      });
    },
  };
}
