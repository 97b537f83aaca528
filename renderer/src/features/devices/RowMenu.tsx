import { ContextMenu, type MenuEntry } from '../../components/Menu.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { type ActionContext, type ActionEffects, actions } from './actions.ts';
import { useDevices } from './devices-state.tsx';
import { shortcutText } from './platform.ts';
import { readContext, useActionEffects } from './use-actions.ts';

type Words = ReturnType<typeof useText>;

function entriesFor(context: ActionContext, effects: ActionEffects, text: Words): MenuEntry[] {
  const entries: MenuEntry[] = [];
  for (const action of actions) {
    const isHere = action.places.includes('context') && (action.isVisible?.(context) ?? true);
    if (!isHere) continue;
    if (action.isFirstOfGroup && entries.length > 0) entries.push(null);
    const isDisabled = !action.isEnabled(context);
    const why = isDisabled ? action.whyNot?.(context) : undefined;
    entries.push({
      id: action.id,
      label: text(action.label, { count: context.targets.length }),
      icon: <action.icon aria-hidden />,
      ...(action.shortcut === undefined ? {} : { shortcut: shortcutText(action.shortcut) }),
      isDisabled,
      ...(why === undefined ? {} : { detail: text(why) }),
      isDanger: action.isDanger === true,
      onAction: () => action.run(context, effects),
    });
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
  const items = at === null ? [] : entriesFor(readContext(session, devices), effects, text);
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
