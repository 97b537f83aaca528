import { CopyMinus, FileSpreadsheet, ListOrdered, Network } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { type Action, type ActionContext, idsOf, one } from '../devices/action.ts';

const isMany = (context: ActionContext) => context.targets.length > 1;
const sharesAddress = (row: DeviceRow) => row.sameAddress > 1;
const isListed = (row: DeviceRow) => row.removedAt === null;

/** What has an address that can be counted upwards. */
function changeable(context: ActionContext): readonly DeviceRow[] {
  return context.targets.filter((row) => isListed(row) && row.vendor !== 'other');
}

/**
 * Edit IP and its kin, after Unbind and before Activate. One device is edited in the pane, which also
 * says why it cannot be; several get the dialog that counts addresses upwards.
 */
export const networkActions: readonly Action[] = [
  {
    id: 'edit-ip',
    label: 'ui/networkEdit/actions/edit',
    icon: Network,
    shortcut: 'Ctrl+E',
    places: ['toolbar', 'context'],
    isEnabled: (context) => context.isLive && changeable(context).length > 0,
    whyNot: ({ isLive }) =>
      isLive ? 'ui/networkEdit/whyNot/none' : 'ui/networkEdit/whyNot/notLive',
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.editNetwork(row.id);
      else if (isMany(context)) effects.open({ kind: 'change-addresses', ids: idsOf(context) });
    },
  },
  {
    id: 'change-addresses',
    label: 'ui/networkEdit/actions/change',
    icon: ListOrdered,
    places: ['context', 'more'],
    isVisible: isMany,
    isEnabled: (context) => context.isLive && isMany(context) && changeable(context).length > 0,
    whyNot: ({ isLive }) =>
      isLive ? 'ui/networkEdit/whyNot/several' : 'ui/networkEdit/whyNot/notLive',
    run: (context, effects) =>
      effects.open({ kind: 'change-addresses', ids: changeable(context).map((row) => row.id) }),
  },
  {
    id: 'resolve-same-ip',
    label: 'ui/networkEdit/actions/resolve',
    icon: CopyMinus,
    places: ['context', 'more'],
    isVisible: (context) => context.targets.some(sharesAddress),
    isEnabled: (context) => context.isLive,
    whyNot: () => 'ui/networkEdit/whyNot/notLive',
    run(context, effects) {
      const chosen = context.targets.filter(sharesAddress).map((row) => row.id);
      effects.open({ kind: 'resolve-same-ip', ids: chosen.length === 0 ? null : chosen });
    },
  },
  {
    id: 'ip-plan',
    label: 'ui/networkEdit/actions/plan',
    icon: FileSpreadsheet,
    places: ['more'],
    isEnabled: (context) => context.isLive,
    whyNot: () => 'ui/networkEdit/whyNot/notLive',
    run: (_, effects) => effects.open({ kind: 'ip-plan' }),
  },
];
