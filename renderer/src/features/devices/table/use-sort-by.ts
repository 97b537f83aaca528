import { useCallback } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSession } from '../../../state/app-context.tsx';
import { columnSpec, defaultSort, sortByAlso, sortByOnly } from '../model/sort.ts';
import type { SelectionStore } from '../selection-store.ts';

/** Sorts by a column, alone or (Shift) behind the others, keeps it for the site and says so. */
export function useSortBy(): (column: string, isAdding: boolean) => void {
  const { layout, announcer } = useSession();
  const text = useText();
  return useCallback(
    (column, isAdding) => {
      const stored = layout.get().sort;
      const current = stored.length === 0 ? defaultSort : stored;
      const sort = isAdding ? sortByAlso(current, column) : sortByOnly(current, column);
      layout.change({ sort });
      const term = sort.find((one) => one.column === column);
      const spec = columnSpec(column);
      if (term === undefined || spec === undefined) return;
      const params = { column: text(`columns/${spec.id}`) };
      announcer.say(text(term.desc ? 'ui/devices/sortedDown' : 'ui/devices/sortedUp', params));
    },
    [layout, announcer, text],
  );
}

/** The header's tick: all shown rows, or none of them when all were selected. */
export function toggleShown(selection: SelectionStore, ids: readonly DeviceId[]): void {
  if (ids.length > 0 && ids.every((id) => selection.has(id))) selection.take(ids);
  else selection.add(ids);
}
