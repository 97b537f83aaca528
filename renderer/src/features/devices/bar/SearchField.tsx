import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../../components/Button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useSession, useStore } from '../../../state/app-context.tsx';
import { useDevices } from '../devices-state.tsx';
import styles from './bar.module.css';

/** Says how many rows are left, once the typing has stopped. */
function useSayShown(search: string): void {
  const { announcer } = useSession();
  const { view } = useDevices();
  const text = useText();
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed is what starts it
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const say = () =>
      announcer.say(text('ui/devices/shownSaid', { count: view.order.get().ids.length }));
    const timer = window.setTimeout(say, 800);
    return () => window.clearTimeout(timer);
  }, [search, announcer, text, view]);
}

/** The filter field: any word, any field. Ctrl+F comes here, Esc empties it. */
export function SearchField() {
  const { view, cursor } = useDevices();
  const text = useText();
  const filter = useStore(view.filter);
  const [typed, setTyped] = useState(filter.search);
  const lastTyped = useRef(filter.search);
  useSayShown(filter.search);
  // A saved filter brings its own words along.
  if (filter.search !== lastTyped.current) {
    lastTyped.current = filter.search;
    setTyped(filter.search);
  }
  const change = (search: string) => {
    lastTyped.current = search;
    setTyped(search);
    view.setFilter({ ...view.filter.get(), search });
  };
  const toRows = () => {
    const place = cursor.get();
    if (place.id === null) cursor.set({ ...place, id: view.order.get().ids[0] ?? null });
    document.getElementById('device-grid')?.focus();
  };
  return (
    <search className={styles['search']}>
      <Search aria-hidden />
      <input
        id="device-search"
        type="text"
        className={styles['searchInput']}
        aria-label={text('ui/devices/search')}
        placeholder={text('ui/devices/search')}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.stopPropagation();
            change('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            toRows();
          }
        }}
      />
      {typed === '' ? null : (
        <IconButton
          icon={<X aria-hidden />}
          label={text('ui/devices/clearSearch')}
          isSmall
          onPress={() => {
            change('');
            document.getElementById('device-search')?.focus();
          }}
        />
      )}
    </search>
  );
}
