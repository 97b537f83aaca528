import { KeyRound, Users } from 'lucide-react';
import { judgedBy, targetRules } from '../acts/actions.ts';
import { type Action, idsOf, one } from '../devices/action.ts';

const { some, single } = targetRules;

/** What this feature adds to the one table of actions. */
export const vaultActions: readonly Action[] = [
  {
    id: 'save-login',
    label: 'ui/vault/actions/save',
    icon: KeyRound,
    places: ['context'],
    ...judgedBy(some, single),
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.open({ kind: 'vault-save', id: row.id });
    },
  },
  {
    id: 'password-group',
    label: 'ui/vault/actions/group',
    icon: Users,
    places: ['context'],
    ...judgedBy(some),
    run: (context, effects) => effects.open({ kind: 'vault-group', ids: idsOf(context) }),
  },
];
