import { useEffect } from 'react';
import { guideReader } from './components/guide-reader.ts';
import { showToast } from './components/toast-store.ts';
import { actionById } from './features/devices/actions.ts';
import { type DevicesState, useDevices } from './features/devices/devices-state.tsx';
import { type PageCommand, pageCommand } from './features/devices/model/keymap.ts';
import { isMac } from './features/devices/platform.ts';
import { readContext, useActionEffects } from './features/devices/use-actions.ts';
import { useUndo } from './features/devices/use-undo.ts';
import { guideFor } from './features/guides/model/places.ts';
import { useText } from './i18n/use-text.ts';
import type { TextKey } from './i18n/words.ts';
import { useSession } from './state/app-context.tsx';
import type { Session } from './state/session.ts';
import { focusNextZone } from './zones.ts';

/** Commands that are actions of the table; the same rows of the same table as buttons and menu. */
const actionOf: Partial<Record<PageCommand, string>> = {
  refresh: 'refresh',
  rename: 'rename',
  editNetwork: 'edit-ip',
  remove: 'remove',
  copy: 'copy-rows',
  export: 'export',
  unbind: 'unbind',
  addDevice: 'add-device',
};

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type="checkbox"]), textarea') || target.isContentEditable)
  );
}

/** Text the operator marked is what Ctrl+C should copy. */
function hasMarkedText(): boolean {
  const marked = document.getSelection();
  return marked !== null && !marked.isCollapsed;
}

function isModalOpen(devices: DevicesState): boolean {
  const overlay = document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]');
  return devices.dialog.get() !== null || overlay !== null;
}

/** Whether the field was there to take the focus. */
function selectSearch(): boolean {
  const field = document.getElementById('device-search');
  if (!(field instanceof HTMLInputElement)) return false;
  field.select();
  return true;
}

/** F1: the guide of what has the focus, over it, so that nothing typed is lost; else the list of guides. */
function openHelp(session: Session, devices: DevicesState): void {
  if (guideReader.get() !== null) return;
  const around = document.activeElement?.closest<HTMLElement>('[data-guide]');
  const near = around?.dataset['guide'] ?? null;
  const dialog = devices.dialog.get()?.kind ?? null;
  const id = guideFor({ near, dialog, page: session.place.get().page });
  if (id !== null) guideReader.set(id);
  else if (!isModalOpen(devices)) session.place.set({ page: 'guides' });
}

/** The keys that work everywhere on the page. */
export function usePageKeys(onDevices: () => void): void {
  const session = useSession();
  const devices = useDevices();
  const effects = useActionEffects();
  const undo = useUndo();
  const text = useText();
  useEffect(() => {
    const own: Partial<Record<PageCommand, () => void>> = {
      nextZone: () => focusNextZone(1),
      previousZone: () => focusNextZone(-1),
      undo: () => undo(),
      find: () => {
        onDevices();
        // At once where it can be: a frame later it would take the focus back from the next key.
        if (!selectSearch()) requestAnimationFrame(selectSearch);
      },
    };
    const sayWhy = (key: TextKey) => showToast({ text: text(key), durationMs: 4000 });
    const run = (command: PageCommand) => {
      const action = actionById(actionOf[command] ?? '');
      const context = readContext(session, devices);
      if (action?.isEnabled(context)) action.run(context, effects);
      else if (action?.whyNot !== undefined) sayWhy(action.whyNot(context));
      else own[command]?.();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const command = pageCommand(event, { isMac, isInField: isField(event.target) });
      if (command === null || (command === 'copy' && hasMarkedText())) return;
      // Also under a dialog: F5 must never reload the page, Ctrl+S never save it.
      event.preventDefault();
      if (command === 'help') openHelp(session, devices);
      else if (!isModalOpen(devices)) run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session, devices, effects, undo, text, onDevices]);
}
