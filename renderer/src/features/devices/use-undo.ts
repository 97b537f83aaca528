import { useCallback } from 'react';
import { showToast } from '../../components/toast-store.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { tellError } from './use-actions.ts';

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
