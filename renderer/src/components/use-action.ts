import { useCallback, useRef, useState } from 'react';
import type { AppErrorShape } from '../../../main/contract/errors.ts';
import { errorShapeOf } from '../transport/client.ts';

export interface Action {
  /** Runs it unless one is still running; tells whether it worked. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly error: AppErrorShape | null;
  readonly clearError: () => void;
}

/** A call that a press starts: one at a time, with its error kept to be shown. */
export function useAction(): Action {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppErrorShape | null>(null);
  const isRunning = useRef(false);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setIsBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(errorShapeOf(thrown));
      return false;
    } finally {
      isRunning.current = false;
      setIsBusy(false);
    }
  }, []);
  const clearError = useCallback(() => setError(null), []);
  return { run, isBusy, error, clearError };
}
