import { FileText, PackageOpen } from 'lucide-react';
import { type Action, hasTargets, idsOf } from '../devices/action.ts';

/** What this feature adds to the one table of actions. */
export const reportActions: readonly Action[] = [
  {
    id: 'report',
    label: 'ui/reports/actions/report',
    icon: FileText,
    places: ['context'],
    isFirstOfGroup: true,
    isEnabled: hasTargets,
    run: (context, effects) => effects.open({ kind: 'report', ids: idsOf(context) }),
  },
  {
    id: 'support-package',
    label: 'ui/reports/actions/support',
    icon: PackageOpen,
    places: ['context'],
    isEnabled: hasTargets,
    run: (context, effects) => effects.open({ kind: 'support-package', ids: idsOf(context) }),
  },
];
