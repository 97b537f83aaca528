import type { DeviceDetail } from '../../../../main/contract/device.ts';
import { Mono } from '../../components/Mono.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { AuditSection } from './AuditSection.tsx';
import styles from './Detail.module.css';
import { eventLines } from './event-words.ts';
import { FactLine, NotTold } from './FactLine.tsx';

export function HistoryTab({ detail }: { readonly detail: DeviceDetail }) {
  const text = useText();
  const format = useFormat();
  const { row } = detail;
  const events = [...detail.events].sort((a, b) => b.at - a.at);
  return (
    <div className={styles['body']}>
      {events.length === 0 ? (
        <p className={styles['dim']}>{text('ui/detail/history/none')}</p>
      ) : (
        <ol>
          {events.map((event) => (
            <li key={`${event.at} ${event.kind}`} className={styles['event']}>
              <div className={styles['between']}>
                <span>{text(`events/${event.kind}`)}</span>
                <span className={styles['note']}>
                  <TimeAgo at={event.at} />
                </span>
              </div>
              {eventLines(event, text).map((line) => (
                <div key={line} className={styles['value']}>
                  {line}
                </div>
              ))}
              <div className={styles['note']}>{format.dateTime(event.at)}</div>
            </li>
          ))}
        </ol>
      )}
      <AuditSection row={row} />
      <dl className={styles['section']}>
        <FactLine
          label={text('ui/detail/history/firstSeen')}
          copy={new Date(row.firstSeenAt).toISOString()}
        >
          {format.dateTime(row.firstSeenAt)}
        </FactLine>
        <FactLine label={text('ui/detail/history/bootTime')} copy={row.bootTime}>
          {row.bootTime === null ? <NotTold /> : <Mono>{row.bootTime.replace('T', ' ')}</Mono>}
        </FactLine>
      </dl>
    </div>
  );
}
