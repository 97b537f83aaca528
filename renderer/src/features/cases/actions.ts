import { Compass, LifeBuoy, MessageSquareText, Power } from 'lucide-react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { TextKey } from '../../i18n/words.ts';
import { judgedBy, targetRules } from '../acts/actions.ts';
import { type Action, one } from '../devices/action.ts';
import type { CaseDialog } from './case-dialog.ts';

const { some, single } = targetRules;

interface CaseAction {
  readonly id: string;
  readonly label: TextKey;
  readonly icon: Action['icon'];
  readonly dialog: (id: DeviceId) => CaseDialog;
}

const specs: readonly CaseAction[] = [
  {
    id: 'find-way',
    label: 'ui/cases/actions/chooser',
    icon: Compass,
    dialog: (id) => ({ kind: 'chooser', id }),
  },
  {
    id: 'reset-card',
    label: 'ui/cases/actions/card',
    icon: Power,
    dialog: (id) => ({ kind: 'reset-card', id }),
  },
  {
    id: 'open-case',
    label: 'ui/cases/actions/open',
    icon: LifeBuoy,
    dialog: (id) => ({ kind: 'open-case', id }),
  },
  {
    id: 'owner-message',
    label: 'ui/cases/actions/message',
    icon: MessageSquareText,
    dialog: (id) => ({ kind: 'owner-message', id }),
  },
];

/** What this feature adds to the one table of actions. */
export const caseActions: readonly Action[] = specs.map(({ id, label, icon, dialog }) => ({
  ...{ id, label, icon, places: ['context'] as const },
  ...judgedBy(some, single),
  run(context, effects) {
    const row = one(context);
    if (row !== null) effects.open(dialog(row.id));
  },
}));
