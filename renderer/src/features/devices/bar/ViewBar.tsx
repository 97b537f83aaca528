import { ListChecks, ListFilter, PanelRightClose, PanelRightOpen, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button, IconButton } from '../../../components/Button.tsx';
import { cx } from '../../../components/cx.ts';
import { MenuButton, type MenuEntry } from '../../../components/Menu.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useIsConnected, useLayout, useSession, useStore } from '../../../state/app-context.tsx';
import { actionById } from '../actions.ts';
import { useDevices } from '../devices-state.tsx';
import { builtInFilters } from '../model/built-in-filters.ts';
import { compileFilter, isSameTerms, noFilter } from '../model/filter.ts';
import { shortcutText } from '../platform.ts';
import { useActionEffects } from '../use-actions.ts';
import { usePane } from '../use-pane.ts';
import styles from './bar.module.css';
import { builtInOf, termWords } from './filter-words.ts';

const quickFilters = builtInFilters.filter((filter) => filter.id !== 'needs');

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Chip({ label, count, isOn, onPress }: ChipProps) {
  const format = useFormat();
  return (
    <AriaButton className={cx(styles['chip'])} aria-pressed={isOn} onPress={onPress}>
      {label} <span className={styles['chipCount']}>{format.number(count)}</span>
    </AriaButton>
  );
}

/** What is wrong here, as numbers one can press. Filters that would show nothing stay in the menu. */
function QuickFilters() {
  const { view } = useDevices();
  const text = useText();
  const counts = useStore(view.counts);
  const { terms } = useStore(view.filter);
  const active = builtInOf(terms);
  const use = (next: (typeof quickFilters)[number] | null) => {
    const { search } = view.filter.get();
    view.setFilter({ search, terms: next === null || next === active ? [] : next.terms });
  };
  return (
    <fieldset className={styles['chips']} aria-label={text('ui/devices/filters/quick')}>
      <Chip
        label={text('ui/devices/filters/all')}
        count={counts.all}
        isOn={terms.length === 0}
        onPress={() => use(null)}
      />
      {quickFilters
        .filter((filter) => counts[filter.id] > 0 || filter === active)
        .map((filter) => (
          <Chip
            key={filter.id}
            label={text(`ui/devices/filters/${filter.id}`)}
            count={counts[filter.id]}
            isOn={filter === active}
            onPress={() => use(filter)}
          />
        ))}
      {active === undefined
        ? terms.map((term) => (
            <AriaButton
              key={`${term.column} ${term.op} ${term.value}`}
              className={cx(styles['chip'])}
              aria-pressed
              onPress={() =>
                view.setFilter({
                  search: view.filter.get().search,
                  terms: terms.filter((one) => one !== term),
                })
              }
            >
              {termWords(term, text)} <X aria-hidden />
            </AriaButton>
          ))
        : null}
    </fieldset>
  );
}

/** Beside the quick filter "Same IP": what can be done about it. */
function ResolveSameIp() {
  const { view } = useDevices();
  const text = useText();
  const effects = useActionEffects();
  const isLive = useIsConnected();
  const { terms } = useStore(view.filter);
  const action = actionById('resolve-same-ip');
  if (builtInOf(terms)?.id !== 'sameIp' || action === undefined) return null;
  const context = { targets: [], cell: null, isLive };
  return (
    <Button
      isSmall
      icon={<action.icon aria-hidden />}
      isDisabled={!action.isEnabled(context)}
      onPress={() => action.run(context, effects)}
    >
      {text(action.label)}
    </Button>
  );
}

function FilterMenu() {
  const { view, dialog, removedRows } = useDevices();
  const text = useText();
  const format = useFormat();
  const counts = useStore(view.counts);
  const filter = useStore(view.filter);
  const { savedFilters } = useLayout();
  const builtIn: MenuEntry[] = builtInFilters.map(({ id, terms }) => ({
    id,
    label: text(`ui/devices/filters/${id}`),
    shortcut: format.number(counts[id]),
    isChosen: isSameTerms(terms, filter.terms),
    onAction: () => view.setFilter({ search: view.filter.get().search, terms }),
  }));
  const saved: MenuEntry[] = savedFilters.map(({ id, name, search, terms }) => ({
    id: `saved-${id}`,
    label: name,
    isChosen: filter.search === search && isSameTerms(terms, filter.terms),
    onAction: () => view.setFilter({ search, terms }),
  }));
  const items: MenuEntry[] = [
    ...builtIn,
    ...(saved.length === 0 ? [] : [null, ...saved]),
    null,
    {
      id: 'edit',
      label: text('ui/devices/filters/edit'),
      onAction: () => dialog.set({ kind: 'filter' }),
    },
    {
      id: 'clear',
      label: text('ui/devices/filters/clear'),
      isDisabled: filter.search === '' && filter.terms.length === 0,
      onAction: () => view.setFilter(noFilter),
    },
  ];
  return (
    <MenuButton
      label={text('ui/devices/filters/menu')}
      icon={<ListFilter aria-hidden />}
      items={items}
      onOpen={removedRows.load}
      variant="quiet"
      isSmall
    />
  );
}

const selectable = [
  { id: 'inactive', filter: 'inactive' },
  { id: 'bound', filter: 'bound' },
  { id: 'conflict', filter: 'sameIp' },
] as const;

/** Selects among the rows that are shown, never behind the filter. */
function SelectMenu() {
  const { fleet } = useSession();
  const { view, selection } = useDevices();
  const text = useText();
  const { ids } = useStore(view.order);
  const groups = selectable.map(({ id, filter }) => {
    const terms = builtInFilters.find((one) => one.id === filter)?.terms ?? [];
    const test = compileFilter({ search: '', terms }, { textOf: () => '' });
    const find = () =>
      ids.filter((one) => {
        const row = fleet.row(one);
        return row !== undefined && test(row);
      });
    return { id, filter, find };
  });
  const counts = useStore(view.counts);
  const items: MenuEntry[] = [
    {
      id: 'all',
      label: text('ui/devices/selects/all', { count: ids.length }),
      shortcut: shortcutText('Ctrl+A'),
      isDisabled: ids.length === 0,
      onAction: () => selection.add(ids),
    },
    ...groups.map(({ id, filter, find }) => ({
      id,
      label: text(`ui/devices/filters/${filter}`),
      isDisabled: counts[filter] === 0,
      onAction: () => selection.set(find()),
    })),
    null,
    { id: 'none', label: text('ui/devices/selects/none'), onAction: () => selection.clear() },
  ];
  return (
    <MenuButton
      label={text('ui/devices/select')}
      icon={<ListChecks aria-hidden />}
      items={items}
      variant="quiet"
      isSmall
    />
  );
}

function SelectionCount() {
  const { selection, view } = useDevices();
  const text = useText();
  const chosen = useStore(selection);
  const order = useStore(view.order);
  if (chosen.size === 0) return null;
  const hidden = [...chosen].filter((id) => !order.entries.has(id)).length;
  return (
    <span className={styles['selected']}>
      {hidden === 0
        ? text('ui/devices/selected', { count: chosen.size })
        : text('ui/devices/selectedHidden', { count: chosen.size, hidden })}
      <IconButton
        icon={<X aria-hidden />}
        label={text('ui/devices/clearSelection')}
        isSmall
        onPress={() => selection.clear()}
      />
    </span>
  );
}

function HeldOrder() {
  const { view } = useDevices();
  const text = useText();
  if (!useStore(view.order).isHeld) return null;
  return (
    <Button variant="quiet" isSmall onPress={() => view.settle()}>
      {text('ui/devices/sortNow')}
    </Button>
  );
}

function PaneToggle() {
  const { isOpen, setOpen } = usePane();
  const text = useText();
  return (
    <IconButton
      icon={isOpen ? <PanelRightClose aria-hidden /> : <PanelRightOpen aria-hidden />}
      label={text(isOpen ? 'ui/devices/actions/hidePane' : 'ui/devices/actions/showPane')}
      aria-expanded={isOpen}
      isSmall
      onPress={() => setOpen(!isOpen)}
    />
  );
}

/** The line above the table: what is shown, what is selected. */
export function ViewBar() {
  return (
    <div className={styles['viewBar']}>
      <FilterMenu />
      <QuickFilters />
      <ResolveSameIp />
      <HeldOrder />
      <SelectionCount />
      <SelectMenu />
      <PaneToggle />
    </div>
  );
}
