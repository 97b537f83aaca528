import type { DoctorCheck } from '../../../../main/contract/network.ts';
import { Mark, type MarkProps } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './DoctorPage.module.css';
import { adviceOf, findingOf } from './summary.ts';

const looks: Readonly<Record<DoctorCheck['verdict'], Pick<MarkProps, 'shape' | 'tone'>>> = {
  ok: { shape: 'tick', tone: 'verified' },
  warning: { shape: 'triangle', tone: 'waiting' },
  problem: { shape: 'cross', tone: 'failed' },
  unknown: { shape: 'question', tone: 'unknown' },
  'not-applicable': { shape: 'minus', tone: 'offline' },
};

/** One check: verdict, what was found, what to do, and what was read to say so. */
export function DoctorCheckItem({ check }: { readonly check: DoctorCheck }) {
  const text = useText();
  const advice = adviceOf(check, text);
  const isBad = check.verdict === 'problem' || check.verdict === 'warning';
  return (
    <li className={styles['check']}>
      <Mark {...looks[check.verdict]} word={text(`doctor/verdicts/${check.verdict}`)} />
      <div className={styles['body']}>
        <h2 className={styles['name']}>{text(`doctor/checks/${check.id}`)}</h2>
        <p>{findingOf(check, text)}</p>
        {advice === null ? null : (
          <p>
            <span className={styles['advice']}>{text('ui/doctor/advice')}</span> {advice}
          </p>
        )}
        {check.evidence.length === 0 ? null : (
          <details className={styles['evidence']} open={isBad}>
            <summary>{text('ui/doctor/evidence', { count: check.evidence.length })}</summary>
            <pre>{check.evidence.join('\n')}</pre>
          </details>
        )}
      </div>
    </li>
  );
}
