import { useEffect, useState } from 'react';

/** `asking` until the system has answered. */
export type Awake = 'asking' | 'yes' | 'no';

/** Keeps the screen on while the component is there; a page that was hidden asks again. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState<Awake>('asking');
  useEffect(() => {
    // Missing outside of secure pages, for example from another computer over plain HTTP.
    const lock: WakeLock | undefined = navigator.wakeLock;
    if (lock === undefined) {
      setAwake('no');
      return;
    }
    let held: WakeLockSentinel | null = null;
    let isGone = false;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      lock.request('screen').then(
        (sentinel) => {
          if (isGone) void sentinel.release();
          held = sentinel;
          if (!isGone) setAwake('yes');
        },
        () => setAwake('no'),
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', ask);
      void held?.release();
    };
  }, []);
  return awake;
}
