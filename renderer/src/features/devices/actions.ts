import type { LucideIcon } from 'lucide-react';
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
import type { ColumnSpec } from '../../../../main/contract/columns.ts';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { TextKey } from '../../i18n/resources.ts';
import type { OpenDialog } from './devices-state.tsx';

/** What an action works on at the moment it is shown or run. */
export interface ActionContext {
  /** The selected rows, else the row under the keyboard's cursor. */
  readonly targets: readonly DeviceRow[];
  readonly cell: { readonly row: DeviceRow; readonly spec: ColumnSpec } | null;
  readonly isLive: boolean;
}

/** What actions can do; the page supplies it. */
export interface ActionEffects {
  readonly refresh: () => void;
  readonly open: (dialog: OpenDialog) => void;
  readonly copyRows: (rows: readonly DeviceRow[]) => void;
  readonly copyCell: (row: DeviceRow, spec: ColumnSpec) => void;
  readonly copySupport: (rows: readonly DeviceRow[]) => void;
  readonly openWebPage: (url: string) => void;
  readonly restore: (ids: readonly DeviceId[]) => void;
  readonly showGroup: (row: DeviceRow) => void;
}

export type ActionPlace = 'toolbar' | 'context';

/**
 * One thing the operator can do. The toolbar, the context menu and the keyboard all read this table,
 * so they have the same words in the same order.
 */
export interface Action {
  readonly id: string;
  readonly label: TextKey;
  readonly icon: LucideIcon;
  /** As it is printed, with Ctrl; a Mac shows its own sign. */
  readonly shortcut?: string;
  readonly places: readonly ActionPlace[];
  /** Starts a group of its own in the menu. */
  readonly isFirstOfGroup?: true;
  readonly isDanger?: true;
  readonly isVisible?: (context: ActionContext) => boolean;
  readonly isEnabled: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext, effects: ActionEffects) => void;
}

const hasTargets = (context: ActionContext) => context.targets.length > 0;
const one = (context: ActionContext) =>
  context.targets.length === 1 ? (context.targets[0] ?? null) : null;
const isRemoved = (context: ActionContext) =>
  hasTargets(context) && context.targets.every((row) => row.removedAt !== null);
const idsOf = (context: ActionContext) => context.targets.map((row) => row.id);

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
