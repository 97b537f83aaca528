import { useEffect, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { AppErrorShape } from '../../../../main/contract/errors.ts';
import type { NetworkEdit, PlanProblem } from '../../../../main/contract/job.ts';
import { useApi } from '../../state/app-context.tsx';
import { errorShapeOf } from '../../transport/client.ts';

const quietMs = 350;

export interface NetworkCheck {
  /** Somebody is being asked who has the address. */
  readonly isChecking: boolean;
  readonly problems: readonly PlanProblem[];
  readonly error: AppErrorShape | null;
}

interface Answer {
  readonly key: string;
  readonly problems: readonly PlanProblem[];
  readonly error: AppErrorShape | null;
}

/** Asks the core about the edit once the typing rests; `null` asks nothing. */
export function useNetworkCheck(id: DeviceId, edit: NetworkEdit | null): NetworkCheck {
  const api = useApi();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = edit === null ? null : `${id} ${JSON.stringify(edit)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for id and edit
  useEffect(() => {
    if (key === null || edit === null) return;
    let isStale = false;
    const ask = async () => {
      try {
        const { row } = await api.call('network.check', { id, edit });
        if (!isStale) setAnswer({ key, problems: row.problems, error: null });
      } catch (thrown) {
        if (!isStale) setAnswer({ key, problems: [], error: errorShapeOf(thrown) });
      }
    };
    const timer = window.setTimeout(() => void ask(), quietMs);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [api, key]);
  if (key === null) return { isChecking: false, problems: [], error: null };
  if (answer === null || answer.key !== key) return { isChecking: true, problems: [], error: null };
  return { isChecking: false, problems: answer.problems, error: answer.error };
}
