import type { LucideIcon } from 'lucide-react';
import type { ColumnSpec } from '../../../../main/contract/columns.ts';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { TextKey } from '../../i18n/words.ts';
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
  readonly locate: (ids: readonly DeviceId[]) => void;
  readonly addToBook: (ids: readonly DeviceId[]) => void;
  readonly forgetEntries: (ids: readonly DeviceId[]) => void;
  /** Opens the pane on this device's form and puts the keyboard into it. */
  readonly editNetwork: (id: DeviceId) => void;
}

/** `more`: the menu at the end of the bar, at every width. */
export type ActionPlace = 'toolbar' | 'context' | 'more';

/** Menus inside the context menu, so that it does not become a wall; `ui/access/actions/menus/<id>`. */
export type ActionMenu = 'login' | 'care' | 'recovery';

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
  /** Stands in that menu of the context menu; in its other places it stands by itself. */
  readonly menu?: ActionMenu;
  /** Starts a group of its own in the menu. */
  readonly isFirstOfGroup?: true;
  readonly isDanger?: true;
  readonly isVisible?: (context: ActionContext) => boolean;
  readonly isEnabled: (context: ActionContext) => boolean;
  /** Why it cannot be done now, for the tooltip; asked only while it is not enabled. */
  readonly whyNot?: (context: ActionContext) => TextKey;
  readonly run: (context: ActionContext, effects: ActionEffects) => void;
}

export const hasTargets = (context: ActionContext) => context.targets.length > 0;
export const one = (context: ActionContext) =>
  context.targets.length === 1 ? (context.targets[0] ?? null) : null;
export const isRemoved = (context: ActionContext) =>
  hasTargets(context) && context.targets.every((row) => row.removedAt !== null);
export const idsOf = (context: ActionContext) => context.targets.map((row) => row.id);
