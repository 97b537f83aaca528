import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { DeviceHealth } from '../../../../main/contract/login.ts';
import { findingWords } from '../../../../main/contract/text/health-words.ts';
import { Switch } from '../../components/Checkbox.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useAction } from '../../components/use-action.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import styles from './access.module.css';
import { HealthFacts } from './HealthFacts.tsx';
import { HealthMark } from './HealthMark.tsx';
import { healthLooks, sortFindings } from './model.ts';

/** Each finding with what it says and what to do, the worst first. */
function Findings({ health }: { readonly health: DeviceHealth }) {
  const text = useText();
  if (health.findings.length === 0) return <p>{text('ui/access/health/noFindings')}</p>;
  return (
    <ul>
      {sortFindings(health.findings).map((finding) => {
        const { what, next } = findingWords(text.shared, finding);
        return (
          <li key={`${finding.code} ${what}`} className={styles['finding']}>
            <Mark {...healthLooks[finding.level]} word={text(`health/levels/${finding.level}`)} />
            <p>{what}</p>
            {finding.level === 'ok' ? null : (
              <p className={styles['dim']}>
                <strong>{text('ui/access/health/next')}</strong> {next}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ScheduleProps {
  readonly row: DeviceRow;
  /** `null` until the host has told. */
  readonly isOn: boolean | null;
  readonly nextAt: number | null;
  readonly onChanged: () => void;
}

/** The quiet checks of this device, and when the next one is. */
function Schedule({ row, isOn, nextAt, onChanged }: ScheduleProps) {
  const text = useText();
  const format = useFormat();
  const api = useApi();
  const { run, error } = useAction();
  if (isOn === null) return null;
  const set = (wanted: boolean) =>
    void run(async () => {
      await api.call('health.setOn', { ids: [row.id], isOn: wanted });
      onChanged();
    });
  return (
    <div className={styles['section']}>
      <Switch isSelected={isOn} onChange={set}>
        {text('ui/access/health/schedule')}
      </Switch>
      <p className={styles['dim']}>
        {text('ui/access/health/scheduleHint')}{' '}
        {!isOn
          ? null
          : nextAt === null
            ? text('ui/access/health/noNext')
            : text('ui/access/health/nextAt', { time: format.dateTime(nextAt) })}
      </p>
      {error === null ? null : <ErrorNotice error={error} />}
    </div>
  );
}

interface HealthCardProps extends ScheduleProps {
  readonly health: DeviceHealth | null;
}

/** What the last login read: a level, what to see to, and the facts behind it. */
export function HealthCard({ health, ...schedule }: HealthCardProps) {
  const text = useText();
  return (
    <section className={styles['section']} aria-label={text('ui/access/health/title')}>
      <div className={styles['between']}>
        <h3>{text('ui/access/health/title')}</h3>
        {health === null ? null : <HealthMark level={health.level} />}
      </div>
      {health === null ? (
        <p className={styles['dim']}>{text('ui/access/health/none')}</p>
      ) : (
        <>
          <p className={styles['dim']}>
            {text('ui/access/health/readAt')} <TimeAgo at={health.at} />
          </p>
          <Findings health={health} />
          <HealthFacts health={health} />
        </>
      )}
      <Schedule {...schedule} />
    </section>
  );
}
