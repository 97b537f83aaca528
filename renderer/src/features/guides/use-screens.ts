import { useCallback } from 'react';
import type { GuideScreen } from '../../../../main/contract/guide.ts';
import { guideReader } from '../../components/guide-reader.ts';
import { showToast } from '../../components/toast-store.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import type { PageName } from '../../state/place-store.ts';
import { actionById } from '../devices/actions.ts';
import { useDevices } from '../devices/devices-state.tsx';
import { readContext, useActionEffects } from '../devices/use-actions.ts';

type Lead =
  | { readonly page: PageName }
  /** Opens the pane beside the table. */
  | { readonly pane: true }
  /** An action of the table; without devices to work on it says why. */
  | { readonly action: string }
  /** A control of the frame gets the keyboard. */
  | { readonly zone: string };

const leads: Readonly<Record<GuideScreen, Lead>> = {
  devices: { page: 'devices' },
  detail: { pane: true },
  'network-edit': { action: 'edit-ip' },
  activate: { action: 'activate' },
  unbind: { action: 'unbind' },
  jobs: { page: 'jobs' },
  cases: { page: 'cases' },
  doctor: { page: 'doctor' },
  sweep: { action: 'sweep' },
  adapters: { zone: 'status' },
  sites: { zone: 'bar' },
  settings: { page: 'settings' },
  export: { action: 'export' },
  reports: { page: 'reports' },
  guides: { page: 'guides' },
};

export function isScreen(name: string): name is GuideScreen {
  return Object.hasOwn(leads, name);
}

/** After the page that was asked for has been drawn. */
function focusZone(zone: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-zone="${zone}"] button`)?.focus(),
  );
}

/** Leads to a screen of ours that a guide names. */
export function useScreens(): (name: GuideScreen) => void {
  const session = useSession();
  const devices = useDevices();
  const effects = useActionEffects();
  const text = useText();
  return useCallback(
    (name) => {
      const lead = leads[name];
      guideReader.set(null);
      if ('page' in lead) {
        session.place.set({ page: lead.page });
        return;
      }
      if ('zone' in lead) {
        focusZone(lead.zone);
        return;
      }
      session.place.set({ page: 'devices' });
      if ('pane' in lead) {
        if (!session.settings.get().isPaneOpen) void session.changeSettings({ isPaneOpen: true });
        return;
      }
      const action = actionById(lead.action);
      const context = readContext(session, devices);
      if (action?.isEnabled(context)) action.run(context, effects);
      else if (action?.whyNot !== undefined) showToast({ text: text(action.whyNot(context)) });
    },
    [session, devices, effects, text],
  );
}
