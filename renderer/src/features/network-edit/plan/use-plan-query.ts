import { useEffect, useRef, useState } from 'react';
import type { AppErrorShape } from '../../../../../main/contract/errors.ts';
import { errorShapeOf } from '../../../transport/client.ts';

const quietMs = 400;

export interface PlanQuery<T> {
  readonly data: T | null;
  readonly error: AppErrorShape | null;
  readonly isAsking: boolean;
}

interface Answer<T> {
  readonly key: string;
  readonly data: T | null;
  readonly error: AppErrorShape | null;
}

/**
 * Asks once the typing rests, because each question goes out on the wire. The last answer stays in
 * sight while the next one is on its way; `key` is `null` while there is nothing to ask.
 */
export function usePlanQuery<T>(key: string | null, ask: () => Promise<T>): PlanQuery<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) return;
    let isStale = false;
    const run = async () => {
      try {
        const data = await latest.current();
        if (!isStale) setAnswer({ key, data, error: null });
      } catch (thrown) {
        if (!isStale) setAnswer({ key, data: null, error: errorShapeOf(thrown) });
      }
    };
    const timer = window.setTimeout(() => void run(), quietMs);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [key]);
  if (key === null) return { data: null, error: null, isAsking: false };
  return {
    data: answer?.data ?? null,
    error: answer?.error ?? null,
    isAsking: answer?.key !== key,
  };
}
