import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { AuditLine, JobKind, Verdict } from '../../../../main/contract/job.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQuery } from '../../state/app-context.tsx';
import { verdictLooks } from '../jobs/model/looks.ts';
import { auditOf, valuesInAudit } from './audit.ts';
import styles from './Detail.module.css';

function Line({ line }: { readonly line: AuditLine }) {
  const text = useText();
  const format = useFormat();
  // The audit's words are made from the kind of the run.
  const kind = line.what.replace(/^item\.| finished$/g, '') as JobKind;
  const verdict = line.params['verdict'] as Verdict | null | undefined;
  return (
    <li className={styles['event']}>
      <div className={styles['between']}>
        <span>{text(`jobKinds/${kind}/title`)}</span>
        <span className={styles['note']}>
          <TimeAgo at={line.at} />
        </span>
      </div>
      {verdict == null || !(verdict in verdictLooks) ? null : (
        <Mark {...verdictLooks[verdict]} word={text(`verdicts/${verdict}`)} />
      )}
      {valuesInAudit(line).map(({ field, to }) => (
        <div key={field} className={styles['value']}>
          <span>
            {text(`networkFields/${field}`)} <Mono>{to}</Mono>
          </span>
        </div>
      ))}
      <div className={styles['note']}>
        {format.dateTime(line.at)} ·{' '}
        {text('ui/acts/history/by', {
          user: line.user,
          machine: line.machine,
          host: line.host,
        })}
      </div>
    </li>
  );
}

/** What was done to this device from here: who, when, on which computer, with which result. */
export function AuditSection({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { data, error, reload } = useQuery(
    'audit.list',
    { limit: 2000 },
    { invalidateOn: ['jobs.changed'] },
  );
  if (error !== undefined) return <ErrorNotice error={error} onRetry={reload} />;
  const lines = auditOf(data?.lines ?? [], row);
  return (
    <section className={styles['section']} aria-label={text('ui/acts/history/audit')}>
      <h3>{text('ui/acts/history/audit')}</h3>
      {data !== undefined && lines.length === 0 ? (
        <p className={styles['dim']}>{text('ui/acts/history/none')}</p>
      ) : null}
      <ol className={styles['audit']}>
        {lines.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ol>
    </section>
  );
}
