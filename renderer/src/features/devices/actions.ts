import {
  ClipboardList,
  Copy,
  Download,
  Globe,
  Layers,
  ListX,
  Pencil,
  RefreshCw,
  ScanSearch,
  Undo2,
} from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { TextKey } from '../../i18n/words.ts';
import { accessActions } from '../access/actions.ts';
import { actActions, unbindAction } from '../acts/actions.ts';
import { bookActions } from '../book/actions.ts';
import { caseActions } from '../cases/actions.ts';
import { networkActions } from '../network-edit/actions.ts';
import { reportActions } from '../reports/actions.ts';
import { vaultActions } from '../vault/actions.ts';
import { type Action, type ActionMenu, hasTargets, idsOf, isRemoved, one } from './action.ts';

export type { Action, ActionContext, ActionEffects, ActionPlace } from './action.ts';

function webAction(scheme: 'http' | 'https', label: TextKey): Action {
  const portOf = (row: DeviceRow) => (scheme === 'http' ? row.httpPort : row.httpsPort);
  const usual = scheme === 'http' ? 80 : 443;
  return {
    id: `open-${scheme}`,
    label,
    icon: Globe,
    places: ['context'],
    ...(scheme === 'http' ? { isFirstOfGroup: true as const } : {}),
    isEnabled: (context) => (one(context)?.ipv4Address ?? null) !== null,
    run(context, effects) {
      const row = one(context);
      if (row?.ipv4Address == null) return;
      const port = portOf(row) ?? usual;
      const suffix = port === usual ? '' : `:${port}`;
      effects.openWebPage(`${scheme}://${row.ipv4Address}${suffix}/`);
    },
  };
}

/** What is chosen now and then goes into a menu of the context menu. */
function within(menu: ActionMenu, some: readonly Action[]): readonly Action[] {
  return some.map(({ isFirstOfGroup: _, ...action }) => ({ menu, ...action }));
}

const restoreInactive = actActions.filter(({ id }) => id === 'restore-inactive');

export const actions: readonly Action[] = [
  {
    id: 'refresh',
    label: 'ui/devices/actions/refresh',
    icon: RefreshCw,
    shortcut: 'F5',
    places: ['toolbar', 'context'],
    isEnabled: (context) => context.isLive,
    run: (_, effects) => effects.refresh(),
  },
  unbindAction,
  ...networkActions,
  ...actActions.filter((action) => !restoreInactive.includes(action)),
  ...within('login', bookActions),
  ...accessActions,
  ...within('login', vaultActions),
  ...within('care', restoreInactive),
  ...within('recovery', caseActions),
  ...reportActions,
  {
    id: 'sweep',
    label: 'ui/devices/actions/sweep',
    icon: ScanSearch,
    places: ['toolbar'],
    isEnabled: (context) => context.isLive,
    run: (_, effects) => effects.open({ kind: 'sweep' }),
  },
  {
    id: 'copy-rows',
    label: 'ui/devices/actions/copyRows',
    icon: Copy,
    shortcut: 'Ctrl+C',
    places: ['context'],
    isFirstOfGroup: true,
    isEnabled: hasTargets,
    run: (context, effects) => effects.copyRows(context.targets),
  },
  {
    id: 'copy-cell',
    label: 'ui/devices/actions/copyCell',
    icon: Copy,
    places: ['context'],
    isEnabled: (context) => context.cell !== null,
    run: ({ cell }, effects) => {
      if (cell !== null) effects.copyCell(cell.row, cell.spec);
    },
  },
  {
    id: 'copy-support',
    label: 'ui/devices/actions/copySupport',
    icon: ClipboardList,
    places: ['context'],
    isEnabled: hasTargets,
    run: (context, effects) => effects.copySupport(context.targets),
  },
  webAction('http', 'ui/devices/actions/openHttp'),
  webAction('https', 'ui/devices/actions/openHttps'),
  {
    id: 'show-group',
    label: 'ui/devices/actions/showGroup',
    icon: Layers,
    places: ['context'],
    isVisible: (context) => (one(context)?.sameAddress ?? 0) > 1,
    isEnabled: () => true,
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.showGroup(row);
    },
  },
  {
    id: 'rename',
    label: 'ui/devices/actions/rename',
    icon: Pencil,
    shortcut: 'F2',
    places: ['context'],
    isFirstOfGroup: true,
    isEnabled: (context) => context.isLive && one(context) !== null,
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.open({ kind: 'rename', id: row.id });
    },
  },
  {
    id: 'remove',
    label: 'ui/devices/actions/remove',
    icon: ListX,
    shortcut: 'Del',
    places: ['context'],
    isDanger: true,
    isVisible: (context) => !isRemoved(context),
    isEnabled: (context) => context.isLive && hasTargets(context),
    run: (context, effects) => effects.open({ kind: 'remove', ids: idsOf(context) }),
  },
  {
    id: 'restore',
    label: 'ui/devices/actions/restore',
    icon: Undo2,
    places: ['context'],
    isVisible: isRemoved,
    isEnabled: (context) => context.isLive,
    run: (context, effects) => effects.restore(idsOf(context)),
  },
  {
    id: 'export',
    label: 'ui/devices/actions/export',
    icon: Download,
    shortcut: 'Ctrl+S',
    places: ['toolbar', 'context'],
    isFirstOfGroup: true,
    isEnabled: (context) => context.isLive,
    run: (_, effects) => effects.open({ kind: 'export' }),
  },
];

export function actionById(id: string): Action | undefined {
  return actions.find((action) => action.id === id);
}
