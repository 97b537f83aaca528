import { Radar } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { Mono } from '../../components/Mono.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useStatus } from '../../state/app-context.tsx';
import { type AdapterRanges, checkRange, type RangeCheck, suggestRanges } from './ranges.ts';
import styles from './SweepDialog.module.css';

interface RangeFormProps {
  readonly isBusy: boolean;
  readonly onStart: (cidr: string) => void;
}

function OwnRanges({ own, isBusy, onStart }: RangeFormProps & { readonly own: AdapterRanges }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles['adapter']}>
      <span className={styles['name']}>
        {own.adapter} <Mono>{own.address}</Mono>
      </span>
      {own.ranges.map(({ cidr, hosts }) => {
        const count = text('ui/sweep/hosts', { count: hosts, number: format.number(hosts) });
        return (
          <Button
            key={cidr}
            isSmall
            isBusy={isBusy}
            onPress={() => onStart(cidr)}
            aria-label={`${text('ui/sweep/rangeFor', { cidr, adapter: own.adapter })}, ${count}`}
          >
            <Mono>{cidr}</Mono>
          </Button>
        );
      })}
    </div>
  );
}

/** What is wrong with the typed range, once something is typed. */
function problemKey(check: RangeCheck): 'bad' | 'public' | 'large' | null {
  if (check.ok || check.problem === 'empty') return null;
  return check.problem;
}

function ManualRange({ isBusy, onStart }: RangeFormProps) {
  const text = useText();
  const format = useFormat();
  const { adapters } = useStatus();
  const [typed, setTyped] = useState('');
  const check = checkRange(typed, adapters);
  const problem = problemKey(check);
  const hosts = check.ok ? check.hosts : 0;
  const hint =
    check.ok && !check.isOwn
      ? text('ui/sweep/foreign', { cidr: check.cidr })
      : text('ui/sweep/manualHint');
  return (
    <form
      className={styles['manual']}
      onSubmit={(event) => {
        event.preventDefault();
        if (check.ok && !isBusy) onStart(check.cidr);
      }}
    >
      <Field
        label={text('ui/sweep/manual')}
        value={typed}
        onChange={setTyped}
        isMono
        placeholder="192.168.1.0/24"
        maxLength={64}
        description={hint}
        error={problem === null ? undefined : text(`ui/sweep/${problem}`)}
      />
      <div className={styles['go']}>
        <Button
          type="submit"
          variant="primary"
          icon={<Radar aria-hidden />}
          isBusy={isBusy}
          isDisabled={!check.ok}
        >
          {check.ok
            ? text('ui/sweep/start', { count: hosts, number: format.number(hosts) })
            : text('ui/sweep/startNone')}
        </Button>
      </div>
    </form>
  );
}

/** Chooses what to sweep: one press for a subnet of this computer, or any private range typed. */
export function RangeForm(props: RangeFormProps) {
  const text = useText();
  const suggested = suggestRanges(useStatus().adapters);
  return (
    <>
      <section className={styles['own']} aria-label={text('ui/sweep/own')}>
        <h3>{text('ui/sweep/own')}</h3>
        {suggested.length === 0 ? <p>{text('ui/sweep/noOwn')}</p> : null}
        {suggested.map((own) => (
          <OwnRanges key={`${own.adapter} ${own.address}`} own={own} {...props} />
        ))}
      </section>
      <ManualRange {...props} />
    </>
  );
}
