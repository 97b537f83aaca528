import { CircleHelp, Columns3, Ellipsis, Info, Layers, ListFilter } from 'lucide-react';
import { Button } from '../../../components/Button.tsx';
import { MenuButton, type MenuEntry } from '../../../components/Menu.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useIsConnected, useSession, useStore } from '../../../state/app-context.tsx';
import { useMediaQuery } from '../../../state/use-media-query.ts';
import { type Action, actions } from '../actions.ts';
import { useDevices } from '../devices-state.tsx';
import { shortcutText } from '../platform.ts';
import { readContext, useActionEffects } from '../use-actions.ts';

function useMoreItems(hidden: readonly Action[]): MenuEntry[] {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const effects = useActionEffects();
  const isGrouped = useStore(devices.view.isGrouped);
  const isLive = useIsConnected();
  return [
    ...hidden.map((action) => ({
      id: action.id,
      label: text(action.label),
      icon: <action.icon aria-hidden />,
      ...(action.shortcut === undefined ? {} : { shortcut: shortcutText(action.shortcut) }),
      isDisabled: !action.isEnabled({ targets: [], cell: null, isLive }),
      onAction: () => action.run(readContext(session, devices), effects),
    })),
    ...(hidden.length === 0 ? [] : [null]),
    {
      id: 'columns',
      label: text('ui/devices/actions/columns'),
      icon: <Columns3 aria-hidden />,
      onAction: () => effects.open({ kind: 'columns' }),
    },
    {
      id: 'filter',
      label: text('ui/devices/actions/filter'),
      icon: <ListFilter aria-hidden />,
      onAction: () => effects.open({ kind: 'filter' }),
    },
    {
      id: 'group',
      label: text('ui/devices/actions/group'),
      icon: <Layers aria-hidden />,
      isChosen: isGrouped,
      onAction: () => devices.view.setGrouped(!isGrouped),
    },
    null,
    {
      id: 'help',
      label: text('ui/devices/actions/help'),
      icon: <CircleHelp aria-hidden />,
      shortcut: 'F1',
      onAction: () => effects.open({ kind: 'help' }),
    },
    {
      id: 'about',
      label: text('ui/devices/actions/about'),
      icon: <Info aria-hidden />,
      onAction: () => effects.open({ kind: 'about' }),
    },
  ];
}

/** The buttons of the top bar, from the action table; what does not fit goes under More. */
export function Toolbar() {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const effects = useActionEffects();
  const isLive = useIsConnected();
  const isNarrow = useMediaQuery('(max-width: 860px)');
  const all = actions.filter((action) => action.places.includes('toolbar'));
  const shown = isNarrow ? all.slice(0, 1) : all;
  const moreItems = useMoreItems(isNarrow ? all.slice(1) : []);
  return (
    <>
      {shown.map((action) => (
        <Button
          key={action.id}
          icon={<action.icon aria-hidden />}
          isDisabled={!action.isEnabled({ targets: [], cell: null, isLive })}
          onPress={() => action.run(readContext(session, devices), effects)}
        >
          {text(action.label)}
        </Button>
      ))}
      <MenuButton
        label={text('ui/devices/actions/more')}
        icon={<Ellipsis aria-hidden />}
        items={moreItems}
      />
    </>
  );
}
