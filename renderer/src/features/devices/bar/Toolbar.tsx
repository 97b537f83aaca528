import { CircleHelp, Columns3, Ellipsis, Info, Layers, ListFilter } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { keysGuide, readGuide } from '../../../components/guide-reader.ts';
import { MenuButton, type MenuEntry } from '../../../components/Menu.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useIsConnected, useSession, useStore } from '../../../state/app-context.tsx';
import { useMediaQuery } from '../../../state/use-media-query.ts';
import { type Action, type ActionContext, actions } from '../actions.ts';
import { useDevices } from '../devices-state.tsx';
import { shortcutText } from '../platform.ts';
import { readContext, useActionEffects } from '../use-actions.ts';

/** What is selected, followed: a button that needs devices comes and goes with them. */
function useContextNow(): ActionContext {
  const session = useSession();
  const devices = useDevices();
  useStore(devices.selection);
  useStore(devices.cursor);
  useIsConnected();
  return readContext(session, devices);
}

function useMoreItems(hidden: readonly Action[], context: ActionContext): MenuEntry[] {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const effects = useActionEffects();
  const isGrouped = useStore(devices.view.isGrouped);
  return [
    ...hidden.map((action) => ({
      id: action.id,
      label: text(action.label),
      icon: <action.icon aria-hidden />,
      ...(action.shortcut === undefined ? {} : { shortcut: shortcutText(action.shortcut) }),
      isDisabled: !action.isEnabled(context),
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
      onAction: () => readGuide(keysGuide),
    },
    {
      id: 'about',
      label: text('ui/devices/actions/about'),
      icon: <Info aria-hidden />,
      onAction: () => effects.open({ kind: 'about' }),
    },
  ];
}

/** A button of the bar; one that cannot be pressed now says why. */
function ActionButton({ action, context }: { action: Action; context: ActionContext }) {
  const session = useSession();
  const devices = useDevices();
  const text = useText();
  const effects = useActionEffects();
  const isEnabled = action.isEnabled(context);
  const why = isEnabled ? undefined : action.whyNot?.(context);
  return (
    <Button
      icon={<action.icon aria-hidden />}
      isDisabled={!isEnabled && why === undefined}
      whyDisabled={why === undefined ? undefined : text(why)}
      {...(action.shortcut === undefined
        ? {}
        : { 'aria-keyshortcuts': action.shortcut.replace('Ctrl', 'Control') })}
      onPress={() => action.run(readContext(session, devices), effects)}
    >
      {text(action.label)}
    </Button>
  );
}

/** How many buttons the bar has room for: words differ in length from language to language. */
function useFitting(most: number): number {
  const text = useText();
  const [fitting, setFitting] = useState(most);
  // A number set to what it was draws nothing, and then nothing would be measured.
  const [, setMeasured] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words need other room
  useLayoutEffect(() => {
    const bar = document.querySelector('[data-zone="bar"]');
    if (bar === null) return;
    const observer = new ResizeObserver(() => {
      setFitting(most);
      setMeasured((times) => times + 1);
    });
    observer.observe(bar);
    return () => observer.disconnect();
  }, [most, text]);
  // After every render: the count of devices beside the buttons takes room as well.
  useLayoutEffect(() => {
    const bar = document.querySelector('[data-zone="bar"]');
    if (bar !== null && bar.scrollWidth > bar.clientWidth && fitting > 1) setFitting(fitting - 1);
  });
  return fitting;
}

/** The buttons of the top bar, from the action table; what does not fit goes under More. */
export function Toolbar() {
  const text = useText();
  const context = useContextNow();
  const isNarrow = useMediaQuery('(max-width: 860px)');
  const all = actions.filter((action) => action.places.includes('toolbar'));
  const fitting = useFitting(isNarrow ? 1 : all.length);
  const shown = all.slice(0, fitting);
  const rare = actions.filter((action) => action.places.includes('more'));
  const moreItems = useMoreItems([...all.slice(fitting), ...rare], context);
  return (
    <>
      {shown.map((action) => (
        <ActionButton key={action.id} action={action} context={context} />
      ))}
      <MenuButton
        label={text('ui/devices/actions/more')}
        icon={<Ellipsis aria-hidden />}
        items={moreItems}
      />
    </>
  );
}
