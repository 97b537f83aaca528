import {
  FileDown,
  FileUp,
  HeartPulse,
  KeyRound,
  ListVideo,
  Power,
  QrCode,
  RotateCcw,
  ScanLine,
} from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { judgedBy, targetRules } from '../acts/actions.ts';
import { type Action, type ActionContext, idsOf, one } from '../devices/action.ts';
import type { AccessDialog } from './access-dialog.ts';

const { some, single, listed, ofFamily, active } = targetRules;

/** Whether an address is known at which its web server could be asked. */
export function doorOf({ bookHost, ipv4Address }: DeviceRow): boolean {
  return bookHost !== null || ipv4Address !== null;
}

const reachable = {
  holds: (rows: readonly DeviceRow[]) => rows.some(doorOf),
  why: 'ui/access/whyNot/noDoor',
} as const;
const many = [some, listed, ofFamily, reachable, active] as const;
const alone = [some, single, listed, ofFamily, reachable, active] as const;

function isRecorder(context: ActionContext): boolean {
  return one(context)?.kind === 'recorder';
}

type ForOne = Extract<AccessDialog, { readonly id: unknown }>['kind'] &
  ('reset-device' | 'backup' | 'restore-backup' | 'channels');

function openFor(kind: ForOne): Action['run'] {
  return (context, effects) => {
    const row = one(context);
    if (row !== null) effects.open({ kind, id: row.id });
  };
}

/** What this feature adds to the one table of actions. */
export const accessActions: readonly Action[] = [
  {
    id: 'channels',
    label: 'ui/access/actions/channels',
    icon: ListVideo,
    places: ['context'],
    isVisible: isRecorder,
    ...judgedBy(...alone),
    run: openFor('channels'),
  },
  {
    id: 'check-health',
    label: 'ui/access/actions/check',
    icon: HeartPulse,
    places: ['context'],
    menu: 'login',
    ...judgedBy(...many),
    run: (context, effects) =>
      effects.open({ kind: 'read-login', ids: idsOf(context), what: 'health' }),
  },
  {
    id: 'set-password',
    label: 'ui/access/actions/password',
    icon: KeyRound,
    places: ['context'],
    menu: 'login',
    ...judgedBy(...many),
    run: (context, effects) => effects.open({ kind: 'set-password', ids: idsOf(context) }),
  },
  {
    id: 'reboot',
    label: 'ui/access/actions/reboot',
    icon: Power,
    places: ['context'],
    menu: 'care',
    ...judgedBy(...many),
    run: (context, effects) => effects.open({ kind: 'reboot', ids: idsOf(context) }),
  },
  {
    id: 'backup',
    label: 'ui/access/actions/backup',
    icon: FileDown,
    places: ['context'],
    menu: 'care',
    ...judgedBy(...alone),
    run: openFor('backup'),
  },
  {
    id: 'restore-backup',
    label: 'ui/access/actions/restoreBackup',
    icon: FileUp,
    places: ['context'],
    menu: 'care',
    ...judgedBy(...alone),
    run: openFor('restore-backup'),
  },
  {
    id: 'reset-device',
    label: 'ui/access/actions/reset',
    icon: RotateCcw,
    places: ['context'],
    menu: 'care',
    isDanger: true,
    ...judgedBy(...alone),
    run: openFor('reset-device'),
  },
  {
    id: 'qr',
    label: 'ui/access/actions/qr',
    icon: QrCode,
    places: ['context'],
    ...judgedBy(some, listed),
    run: (context, effects) => effects.open({ kind: 'qr', ids: idsOf(context) }),
  },
  {
    id: 'qr-read',
    label: 'ui/access/actions/qrRead',
    icon: ScanLine,
    places: ['more'],
    isEnabled: (context) => context.isLive,
    run: (_, effects) => effects.open({ kind: 'qr-read' }),
  },
];
