import { useMemo } from 'react';
import { useSession, useSettings, useStore } from '../../state/app-context.tsx';
import { useMediaQuery } from '../../state/use-media-query.ts';
import { useDevices } from './devices-state.tsx';

export interface Pane {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/**
 * The pane beside the table, as the settings say. Where the window is narrow or zoomed in it would
 * cover the table, so it opens only when asked for and that is not kept.
 */
export function usePane(): Pane {
  const { changeSettings, settings } = useSession();
  const { isPaneOpen } = useSettings();
  const { overlayPane } = useDevices();
  const isNarrow = useMediaQuery('(max-width: 860px)');
  const isOverlayOpen = useStore(overlayPane);
  return useMemo(
    () =>
      isNarrow
        ? { isOpen: isOverlayOpen, setOpen: overlayPane.set }
        : {
            isOpen: isPaneOpen,
            setOpen(isOpen) {
              settings.set({ ...settings.get(), isPaneOpen: isOpen });
              // Not kept while the host is lost, which a line above the table says already.
              changeSettings({ isPaneOpen: isOpen }).catch(() => undefined);
            },
          },
    [isNarrow, isOverlayOpen, overlayPane, isPaneOpen, changeSettings, settings],
  );
}
