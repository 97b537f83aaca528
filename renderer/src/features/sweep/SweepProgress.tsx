import type { SweepStatus } from '../../../../main/contract/network.ts';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { Mark, type MarkProps } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useNow } from '../../state/app-context.tsx';
import styles from './SweepDialog.module.css';

function Results({ sweep }: { readonly sweep: SweepStatus }) {
  const text = useText();
  const format = useFormat();
  const { found, others } = sweep;
  return (
    <div className={styles['facts']}>
      <strong>{text('ui/sweep/found', { count: found, number: format.number(found) })}</strong>
      <span>{text('ui/sweep/others', { count: others, number: format.number(others) })}</span>
    </div>
  );
}

/** Count, rate and rest of the running sweep. */
export function RunningSweep({ sweep }: { readonly sweep: SweepStatus }) {
  const text = useText();
  const format = useFormat();
  const passedMs = Math.max(1, useNow() - sweep.startedAt);
  const perSecond = (sweep.done * 1000) / passedMs;
  const rest = perSecond > 0 ? Math.ceil((sweep.total - sweep.done) / perSecond) : null;
  const [done, total] = [format.number(sweep.done), format.number(sweep.total)];
  return (
    <div className={styles['own']}>
      <ProgressBar
        label={text('ui/sweep/progress', { cidr: sweep.cidr })}
        value={sweep.done}
        max={sweep.total}
        valueText={text('ui/sweep/count', { done, total })}
      />
      <div className={styles['facts']}>
        <span>{text('ui/sweep/rate', { number: format.number(Math.round(perSecond)) })}</span>
        {rest === null ? null : (
          <span>{text('ui/sweep/rest', { number: format.number(rest) })}</span>
        )}
      </div>
      <Results sweep={sweep} />
    </div>
  );
}

const endLooks: Readonly<Record<SweepStatus['state'], Pick<MarkProps, 'shape' | 'tone'>>> = {
  running: { shape: 'hourglass', tone: 'accepted' },
  done: { shape: 'tick', tone: 'verified' },
  cancelled: { shape: 'minus', tone: 'offline' },
  failed: { shape: 'cross', tone: 'failed' },
};

/** What the last sweep of this session brought. */
export function LastSweep({ sweep }: { readonly sweep: SweepStatus }) {
  const text = useText();
  const format = useFormat();
  const seconds = ((sweep.endedAt ?? sweep.startedAt) - sweep.startedAt) / 1000;
  return (
    <section className={styles['own']}>
      <div className={styles['facts']}>
        <h3>{text('ui/sweep/last', { cidr: sweep.cidr })}</h3>
        <Mark {...endLooks[sweep.state]} word={text(`sweepStates/${sweep.state}`)} />
      </div>
      <Results sweep={sweep} />
      <p className={styles['dim']}>
        {text('ui/sweep/checked', {
          done: format.number(sweep.done),
          total: format.number(sweep.total),
          seconds: format.number(Math.round(seconds)),
        })}
      </p>
    </section>
  );
}
