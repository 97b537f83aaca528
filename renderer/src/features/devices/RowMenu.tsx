import { KeyRound, LifeBuoy, Wrench } from 'lucide-react';
import { ContextMenu, type MenuAction, type MenuEntry } from '../../components/Menu.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { useTrainingEntries } from '../training/use-training.tsx';
import type { ActionMenu } from './action.ts';
import { type Action, type ActionContext, type ActionEffects, actions } from './actions.ts';
import { useDevices } from './devices-state.tsx';
import { shortcutText } from './platform.ts';
import { readContext, useActionEffects } from './use-actions.ts';

type Words = ReturnType<typeof useText>;

const folderIcons = { login: KeyRound, care: Wrench, recovery: LifeBuoy } as const;

function entryOf(action: Action, { context, effects, text }: Parts): MenuAction {
  const isDisabled = !action.isEnabled(context);
  const why = isDisabled ? action.whyNot?.(context) : undefined;
  return {
    id: action.id,
    label: text(action.label, { count: context.targets.length }),
    icon: <action.icon aria-hidden />,
    ...(action.shortcut === undefined ? {} : { shortcut: shortcutText(action.shortcut) }),
    isDisabled,
    ...(why === undefined ? {} : { detail: text(why) }),
    isDanger: action.isDanger === true,
    onAction: () => action.run(context, effects),
  };
}

interface Parts {
  readonly context: ActionContext;
  readonly effects: ActionEffects;
  readonly text: Words;
}

/** The table in its order; what belongs into a menu of its own stands where the first of it would. */
function entriesFor(parts: Parts): MenuEntry[] {
  const { context, text } = parts;
  const entries: MenuEntry[] = [];
  const folders = new Map<ActionMenu, MenuEntry[]>();
  for (const action of actions) {
    const isHere = action.places.includes('context') && (action.isVisible?.(context) ?? true);
    if (!isHere) continue;
    if (action.menu === undefined) {
      if (action.isFirstOfGroup && entries.length > 0) entries.push(null);
      entries.push(entryOf(action, parts));
      continue;
    }
    let items = folders.get(action.menu);
    if (items === undefined) {
      items = [];
      folders.set(action.menu, items);
      const Icon = folderIcons[action.menu];
      const label = text(`ui/access/actions/menus/${action.menu}`);
      entries.push({ id: action.menu, label, icon: <Icon aria-hidden />, items });
    }
    items.push(entryOf(action, parts));
  }
  return entries;
}

/** Right click, Shift+F10 or the menu key: the buttons' actions with their words in their order. */
export function RowMenu() {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const effects = useActionEffects();
  const at = useStore(devices.menuAt);
  const context = at === null ? null : readContext(session, devices);
  const training = useTrainingEntries(context?.targets ?? []);
  const items = context === null ? [] : [...entriesFor({ context, effects, text }), ...training];
  return (
    <ContextMenu
      at={at}
      label={text('ui/devices/actions/context')}
      items={items}
      onClose={() => {
        devices.menuAt.set(null);
        document.getElementById('device-grid')?.focus();
      }}
    />
  );
}
