import { Button } from 'react-aria-components';
import { cx } from '../../../components/cx.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useStore } from '../../../state/app-context.tsx';
import { useDevices } from '../devices-state.tsx';
import { builtInFilters } from '../model/built-in-filters.ts';
import { isSameTerms, noFilter } from '../model/filter.ts';
import styles from './bar.module.css';

const needsTerms = builtInFilters[0].terms;

/** "42 devices, 3 need you": the second half shows those, and all of them again. */
export function DeviceCount({ onShow }: { readonly onShow: () => void }) {
  const { view } = useDevices();
  const text = useText();
  const format = useFormat();
  const counts = useStore(view.counts);
  const filter = useStore(view.filter);
  const isOn = isSameTerms(filter.terms, needsTerms);
  return (
    <p className={styles['count']}>
      <span className={styles['total']}>
        {text('ui/devices/total', { count: counts.all, number: format.number(counts.all) })}
      </span>
      {counts.needs === 0 && !isOn ? null : (
        <Button
          className={cx(styles['needs'])}
          aria-pressed={isOn}
          onPress={() => {
            view.setFilter(isOn ? noFilter : { search: '', terms: needsTerms });
            onShow();
          }}
        >
          {text('ui/devices/needYou', {
            count: counts.needs,
            number: format.number(counts.needs),
          })}
        </Button>
      )}
    </p>
  );
}
