import { Cloud, Lightbulb, LockKeyholeOpen, RotateCcw, Unlink } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { TextKey } from '../../i18n/words.ts';
import { type Action, type ActionContext, idsOf, one } from '../devices/action.ts';

/** A rule about the targets, and what to say when it does not hold; the first that fails speaks. */
interface Rule {
  readonly holds: (rows: readonly DeviceRow[]) => boolean;
  readonly why: TextKey;
}

const some: Rule = { holds: (rows) => rows.length > 0, why: 'ui/acts/whyNot/none' };
const single: Rule = { holds: (rows) => rows.length === 1, why: 'ui/acts/whyNot/single' };
const listed: Rule = {
  holds: (rows) => rows.some((row) => row.removedAt === null),
  why: 'ui/acts/whyNot/removed',
};
const ofFamily: Rule = {
  holds: (rows) => rows.some((row) => row.vendor !== 'other'),
  why: 'ui/acts/whyNot/otherVendor',
};
const heard: Rule = {
  holds: (rows) => rows.some((row) => row.via.some(({ source }) => source === 'sadp')),
  why: 'ui/acts/whyNot/noSadp',
};
const inactive: Rule = {
  holds: (rows) => rows.some((row) => row.activated !== true),
  why: 'ui/acts/whyNot/allActive',
};
const active: Rule = {
  holds: (rows) => rows.some((row) => row.activated !== false),
  why: 'ui/acts/whyNot/allInactive',
};
const withCloud: Rule = {
  holds: (rows) => rows.some((row) => row.cloudSupported !== false),
  why: 'ui/acts/whyNot/noCloud',
};

type Judged = Pick<Action, 'isEnabled' | 'whyNot'>;

/** Enabled while every rule holds; unknown never forbids, the pre-flight tells more. */
export function judgedBy(...rules: readonly Rule[]): Judged {
  const failing = ({ targets }: ActionContext) => rules.find(({ holds }) => !holds(targets));
  return {
    isEnabled: (context) => context.isLive && failing(context) === undefined,
    whyNot: (context) =>
      context.isLive ? (failing(context)?.why ?? some.why) : 'ui/acts/whyNot/notLive',
  };
}

export const targetRules = { some, single, listed, ofFamily, heard, inactive, active, withCloud };

export const unbindAction: Action = {
  id: 'unbind',
  label: 'ui/acts/actions/unbind',
  icon: Unlink,
  shortcut: 'Ctrl+U',
  places: ['toolbar', 'context'],
  isFirstOfGroup: true,
  ...judgedBy(some, listed, ofFamily),
  run: (context, effects) => effects.open({ kind: 'unbind', ids: idsOf(context) }),
};

/** After Edit IP. */
export const actActions: readonly Action[] = [
  {
    id: 'activate',
    label: 'ui/acts/actions/activate',
    icon: LockKeyholeOpen,
    places: ['context'],
    ...judgedBy(some, listed, ofFamily, heard, inactive),
    run: (context, effects) => effects.open({ kind: 'activate', ids: idsOf(context) }),
  },
  {
    id: 'cloud',
    label: 'ui/acts/actions/cloud',
    icon: Cloud,
    places: ['context'],
    ...judgedBy(some, listed, ofFamily, heard, active, withCloud),
    run: (context, effects) => effects.open({ kind: 'cloud', ids: idsOf(context) }),
  },
  {
    id: 'locate',
    label: 'ui/acts/actions/locate',
    icon: Lightbulb,
    places: ['context'],
    ...judgedBy(some, listed, ofFamily, heard),
    run: (context, effects) => effects.locate(idsOf(context)),
  },
  {
    id: 'restore-inactive',
    label: 'ui/acts/actions/restoreInactive',
    icon: RotateCcw,
    places: ['context'],
    isDanger: true,
    ...judgedBy(some, single, listed, ofFamily, active),
    run(context, effects) {
      const row = one(context);
      if (row !== null) effects.open({ kind: 'restore-inactive', id: row.id });
    },
  },
];
