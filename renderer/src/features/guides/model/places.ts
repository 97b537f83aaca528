import type { PageName } from '../../../state/place-store.ts';
import type { OpenDialog } from '../../devices/devices-state.tsx';

/** Guide of each page, for F1; `null` opens the list. */
export const pageGuides: Readonly<Record<PageName, string | null>> = {
  devices: 'device-missing',
  jobs: 'verdicts',
  cases: 'reset-cases',
  guides: null,
  reports: 'handover',
  doctor: 'device-missing',
  settings: 'saved-passwords',
};

/** Guide of each dialog; what is not named here has none, and the page's is opened. */
export const dialogGuides: Readonly<Partial<Record<OpenDialog['kind'], string>>> = {
  unbind: 'unbind-by-lan',
  'unbind-panel': 'ax-pro-accounts',
  activate: 'activate',
  cloud: 'hik-connect-switch',
  'verification-code': 'hik-connect-switch',
  'restore-inactive': 'restore-default-reset',
  sweep: 'wrong-subnet',
  remove: 'delete-or-unbind',
  export: 'handover',
  'open-case': 'reset-cases',
  'close-case': 'reset-cases',
  chooser: 'unbind-overview',
  ladder: 'reset-button',
  'owner-message': 'owner-account',
  'reset-card': 'reset-button-families',
  'apply-answer': 'reset-file',
  'read-login': 'sign-in',
  'set-password': 'device-password',
  'reset-device': 'restore-default-reset',
  backup: 'backup-restore',
  'restore-backup': 'backup-restore',
  qr: 'qr-codes',
  'qr-read': 'qr-codes',
  channels: 'recorder-remove-camera',
  'channel-map': 'recorder-remove-camera',
  'channel-edit': 'recorder-remove-camera',
  'channel-remove': 'recorder-remove-camera',
  'add-device': 'device-book',
  'edit-entry': 'device-book',
  'import-devices': 'device-book',
  'change-addresses': 'wrong-subnet',
  'resolve-same-ip': 'wrong-subnet',
  report: 'handover',
  'site-export': 'handover',
  'support-package': 'contact-support',
  'vault-unlock': 'saved-passwords',
  'vault-make': 'saved-passwords',
  'vault-save': 'saved-passwords',
  'vault-group': 'saved-passwords',
};

/** Guide of each tab of the pane. */
export const tabGuides = {
  network: 'wrong-subnet',
  cloud: 'unbind-overview',
  access: 'sign-in',
  recovery: 'password-ways',
} as const;

interface Asked {
  /** `data-guide` of the nearest part around the focus. */
  readonly near: string | null;
  readonly dialog: OpenDialog['kind'] | null;
  readonly page: PageName;
}

/** What F1 opens: the nearest part, else the dialog, else the page; `null` is the list. */
export function guideFor({ near, dialog, page }: Asked): string | null {
  return near ?? (dialog === null ? null : dialogGuides[dialog]) ?? pageGuides[page];
}
