import { BookMinus, BookOpenCheck, BookPlus, FileInput, PenLine, Shapes } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { judgedBy, targetRules } from '../acts/actions.ts';
import { type Action, idsOf, one } from '../devices/action.ts';

const { some, single, listed } = targetRules;
const outside = {
  holds: (rows: readonly DeviceRow[]) => rows.some(({ bookHost }) => bookHost === null),
  why: 'ui/book/whyNot/allIn',
} as const;
const inside = {
  holds: (rows: readonly DeviceRow[]) => rows.some(({ bookHost }) => bookHost !== null),
  why: 'ui/book/whyNot/noneIn',
} as const;

/** What this feature adds to the one table of actions. */
export const bookActions: readonly Action[] = [
  {
    id: 'add-device',
    label: 'ui/book/actions/add',
    icon: BookPlus,
    shortcut: 'Ctrl+D',
    places: ['more'],
    isEnabled: (context) => context.isLive,
    run: (_, effects) => effects.open({ kind: 'add-device' }),
  },
  {
    id: 'import-devices',
    label: 'ui/book/actions/import',
    icon: FileInput,
    places: ['more'],
    isEnabled: (context) => context.isLive,
    run: (_, effects) => effects.open({ kind: 'import-devices' }),
  },
  {
    id: 'add-found',
    label: 'ui/book/actions/addFound',
    icon: BookPlus,
    places: ['context'],
    isFirstOfGroup: true,
    isVisible: ({ targets }) => outside.holds(targets) || targets.length === 0,
    ...judgedBy(some, listed, outside),
    run: (context, effects) => effects.addToBook(idsOf(context)),
  },
  {
    id: 'edit-entry',
    label: 'ui/book/actions/edit',
    icon: PenLine,
    places: ['context'],
    isVisible: ({ targets }) => inside.holds(targets),
    ...judgedBy(some, single, listed, inside),
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.open({ kind: 'edit-entry', id: row.id });
    },
  },
  {
    id: 'test-entry',
    label: 'ui/book/actions/test',
    icon: BookOpenCheck,
    places: ['context'],
    isVisible: ({ targets }) => inside.holds(targets),
    ...judgedBy(some, single, listed, inside),
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.open({ kind: 'edit-entry', id: row.id, isTested: true });
    },
  },
  {
    id: 'forget-entry',
    label: 'ui/book/actions/forget',
    icon: BookMinus,
    places: ['context'],
    isVisible: ({ targets }) => inside.holds(targets),
    ...judgedBy(some, listed, inside),
    run: (context, effects) => effects.forgetEntries(idsOf(context)),
  },
  {
    id: 'set-type',
    label: 'ui/book/actions/setType',
    icon: Shapes,
    places: ['context'],
    ...judgedBy(some, listed),
    run: (context, effects) => effects.open({ kind: 'set-type', ids: idsOf(context) }),
  },
];
