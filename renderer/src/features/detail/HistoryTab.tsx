import type { DeviceDetail, DeviceEvent } from '../../../../main/contract/device.ts';
import { Mono } from '../../components/Mono.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './Detail.module.css';
import { FactLine, NotTold } from './FactLine.tsx';

/** Old and new value where the event has them, else its other facts. */
function Change({ event }: { readonly event: DeviceEvent }) {
  const text = useText();
  const { from, to, ...rest } = event.params;
  if (from !== undefined || to !== undefined) {
    const nothing = text('ui/detail/history/nothing');
    const words = { from: from ?? nothing, to: to ?? nothing };
    return <Mono>{text('ui/detail/history/change', words)}</Mono>;
  }
  const values = Object.values(rest).filter((value) => value !== null);
  return values.length === 0 ? null : <Mono>{values.join(' · ')}</Mono>;
}

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
              <Change event={event} />
              <div className={styles['note']}>{format.dateTime(event.at)}</div>
            </li>
          ))}
        </ol>
      )}
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
