import { BookPlus, ScanSearch, Stethoscope } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import type { TextKey } from '../../i18n/words.ts';
import { useQuery, useStatus, useStore } from '../../state/app-context.tsx';
import { adviceOf, findingOf, firstToMend } from '../doctor/summary.ts';
import { useDevices } from './devices-state.tsx';
import { noFilter } from './model/filter.ts';
import styles from './page.module.css';

/** How long silence may last before the doctor is asked. */
const patienceMs = 5000;

function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsLate(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, []);
  return isLate;
}

function Listening() {
  const text = useText();
  const status = useStatus();
  const listening = status.adapters.filter(({ state }) => state === 'listening');
  if (listening.length === 0) {
    return <Mark shape="cross" tone="failed" word={text('ui/devices/empty/noAdapter')} />;
  }
  return (
    <div className={styles['listening']}>
      <h3>{text('ui/devices/empty/listening')}</h3>
      <ul>
        {listening.map((adapter) => (
          <li key={adapter.id}>
            <span>{adapter.name}</span>
            <Mono>
              {adapter.addresses.map(({ address, prefix }) => `${address}/${prefix}`).join(', ')}
            </Mono>
            <span>{text('ui/devices/empty/replies', { count: adapter.replies })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The doctor's most serious finding, with its one piece of advice. */
function FirstFinding({ onDoctor }: { readonly onDoctor: () => void }) {
  const text = useText();
  const { data } = useQuery('doctor.run', {});
  const worst = firstToMend(data?.checks ?? []);
  return (
    <section className={styles['finding']} aria-live="polite">
      {worst === undefined ? null : (
        <>
          <h3>{text('ui/devices/empty/firstFinding')}</h3>
          <p>{findingOf(worst, text)}</p>
          <p>{adviceOf(worst, text)}</p>
        </>
      )}
      <Button icon={<Stethoscope aria-hidden />} onPress={onDoctor}>
        {text('ui/devices/empty/toDoctor')}
      </Button>
    </section>
  );
}

/** Nothing found yet: where we listen, what was heard, and after a while what may be wrong. */
export function EmptyState({ onDoctor }: { readonly onDoctor: () => void }) {
  const text = useText();
  const format = useFormat();
  const { dialog } = useDevices();
  const { counters } = useStatus();
  const isLate = useIsLate();
  const counted = (key: TextKey, count: number) =>
    text(key, { count, number: format.number(count) });
  return (
    <section className={styles['empty']} data-zone-focus tabIndex={-1}>
      <h1>{text('ui/devices/empty/title')}</h1>
      <p className={styles['heard']}>
        <strong>{counted('ui/devices/empty/datagrams', counters.datagrams)}</strong>
        {' · '}
        {counted('ui/devices/empty/probes', counters.probes)}
      </p>
      <Listening />
      {isLate ? <FirstFinding onDoctor={onDoctor} /> : null}
      <Button icon={<ScanSearch aria-hidden />} onPress={() => dialog.set({ kind: 'sweep' })}>
        {text('ui/devices/empty/sweep')}
      </Button>
      <Button icon={<BookPlus aria-hidden />} onPress={() => dialog.set({ kind: 'add-device' })}>
        {text('ui/book/actions/add')}
      </Button>
    </section>
  );
}

/** There are devices, but the filter hides them all. */
export function NoMatch() {
  const text = useText();
  const { view } = useDevices();
  const counts = useStore(view.counts);
  return (
    <section className={styles['noMatch']} aria-live="polite">
      <h2>{text('ui/devices/empty/filteredTitle')}</h2>
      <p>{text('ui/devices/empty/filteredDetail', { count: counts.all })}</p>
      <Button onPress={() => view.setFilter(noFilter)}>{text('ui/devices/empty/showAll')}</Button>
    </section>
  );
}
