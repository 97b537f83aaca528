import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useSweep } from '../../state/app-context.tsx';

/** Says the end of a sweep once; the strip calls it, so the dialog need not be open. */
export function useAnnouncedEnd(): void {
  const sweep = useSweep();
  const text = useText();
  const announce = useAnnounce();
  const runningId = useRef<string | null>(null);
  useEffect(() => {
    if (sweep === null) return;
    if (sweep.state === 'running') {
      runningId.current = sweep.id;
      return;
    }
    if (runningId.current !== sweep.id) return;
    runningId.current = null;
    announce(text('ui/sweep/ended', { cidr: sweep.cidr, found: sweep.found }));
  }, [sweep, text, announce]);
}
