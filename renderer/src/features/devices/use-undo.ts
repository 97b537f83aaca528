import { useCallback } from 'react';
import { dismissToast, showToast } from '../../components/toast-store.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { tellError } from './tell-error.ts';

/** Takes back one list edit, the newest when none is named, and says what was taken back. */
export function useUndo(): (id?: number) => void {
  const session = useSession();
  const text = useText();
  return useCallback(
    (id) => {
      session.undo.run(id).then(
        (entry) => {
          const what = entry === null ? null : entry.text;
          showToast({
            text: what === null ? text('ui/app/nothingToUndo') : text('ui/app/undone', { what }),
            durationMs: 3000,
          });
        },
        (thrown: unknown) => tellError(text, thrown),
      );
    },
    [session, text],
  );
}

/** Says what was done with a button that takes it back; Ctrl+Z takes it back and the button with it. */
export function useTellDone(): (done: string, takeBack: () => Promise<void>) => void {
  const session = useSession();
  const text = useText();
  const undo = useUndo();
  return useCallback(
    (done, takeBack) => {
      let toast: number | null = null;
      const entry = session.undo.push(done, async () => {
        if (toast !== null) dismissToast(toast);
        await takeBack();
      });
      toast = showToast({
        text: done,
        action: { label: text('ui/components/undo'), onAction: () => undo(entry.id) },
      });
    },
    [session, text, undo],
  );
}
