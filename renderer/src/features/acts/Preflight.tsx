import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { PreflightLine, Verdict } from '../../../../main/contract/job.ts';
import { cx } from '../../components/cx.ts';
import { LockedMark } from '../../components/StatusMark.tsx';
import { Shape } from '../../components/shapes.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import jobStyles from '../jobs/jobs.module.css';
import { type Look, lightLooks, verdictLooks } from '../jobs/model/looks.ts';
import { itemWords } from '../jobs/model/words.ts';
import { RouteList } from '../jobs/RouteList.tsx';
import { LightMark } from '../jobs/VerdictMark.tsx';
import styles from './acts.module.css';
import { type LightCount, type LightKey, lightCounts, linesToRead } from './model.ts';

/** Not every reason has a verdict whose look would fit. */
const reasonLooks: Readonly<Record<string, Look>> = {
  'cloud-off': { shape: 'minus', tone: 'offline' },
  'not-activated': { shape: 'square', tone: 'waiting' },
  'attempts-low': { shape: 'padlock', tone: 'locked' },
  panel: { shape: 'triangle', tone: 'waiting' },
};

function lookOf(key: LightKey): Look {
  return (
    reasonLooks[key] ?? lightLooks[key as keyof typeof lightLooks] ?? verdictLooks[key as Verdict]
  );
}

/** "1 locked 27 min": the longest wait of them. */
function minutesOf({ lines }: LightCount): number | null {
  const until = lines.flatMap(({ lockedUntil }) => (lockedUntil === null ? [] : [lockedUntil]));
  if (until.length === 0) return null;
  return Math.max(1, Math.ceil((Math.max(...until) - Date.now()) / 60_000));
}

/** "20 ready, 4 already unbound, 3 need Internet": what the run would meet, counted. */
export function LightSummary({ lines }: { readonly lines: readonly PreflightLine[] }) {
  const text = useText();
  return (
    <ul className={jobStyles['tally']} aria-label={text('ui/acts/lights')}>
      {lightCounts(lines).map((count) => {
        const { shape, tone } = lookOf(count.key);
        const minutes = count.key === 'locked' ? minutesOf(count) : null;
        return (
          <li key={count.key} className={styles['count']}>
            <span className={jobStyles['chipMark']} data-tone={tone}>
              <Shape name={shape} />
            </span>
            <span>
              {text(`ui/acts/tally/${count.key}`, { count: count.lines.length })}
              {minutes === null ? '' : ` ${text('ui/acts/minutes', { minutes })}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function More({ line }: { readonly line: PreflightLine }) {
  const text = useText();
  const format = useFormat();
  const words = itemWords(text, line, Date.now());
  // A panel that may go on stands in the very dialog that its advice would send it to.
  const isGoing = line.light === 'ready' || (line.light === 'caution' && line.reason === 'panel');
  return (
    <div className={jobStyles['more']}>
      <p>{words?.what}</p>
      {isGoing ? null : (
        <p>
          <strong>{text('ui/jobs/next')}</strong> {words?.next}
        </p>
      )}
      {line.lockedUntil === null ? null : <LockedMark until={line.lockedUntil} />}
      {line.attemptsLeft === null ? null : (
        <p>{text('ui/components/password/attempts', { count: line.attemptsLeft })}</p>
      )}
      {line.light === 'ready' ? null : <RouteList routes={line.routes} />}
      {line.evidence.length === 0 ? null : (
        <ol className={jobStyles['evidence']}>
          {line.evidence.map(({ at, text: words }) => (
            <li key={`${at} ${words}`}>
              <span className={jobStyles['dim']}>{format.time(at)}</span> {words}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Line({ line, isAlone }: { readonly line: PreflightLine; readonly isAlone: boolean }) {
  const text = useText();
  // One device that is not ready was chosen to learn why.
  const [isOpen, setOpen] = useState(isAlone && line.light !== 'ready');
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={styles['light']}>
      <button
        type="button"
        className={styles['lightLine']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon aria-hidden />
        <span className={jobStyles['verdict']}>
          <LightMark line={line} />
        </span>
        <DeviceName device={line.device} isInList />
        {/* Said whole below as soon as it is open. */}
        <span className={jobStyles['why']}>
          {isOpen ? null : itemWords(text, line, Date.now())?.what}
        </span>
      </button>
      {isOpen ? <More line={line} /> : null}
    </li>
  );
}

interface LightListProps {
  readonly lines: readonly PreflightLine[];
  /** Devices asked, those that have not answered with them. */
  readonly total: number;
}

/** One traffic light a device, what is not ready first; more of each on a press. */
export function LightList({ lines, total }: LightListProps) {
  const text = useText();
  return (
    <ul
      className={cx(styles['lights'], total === 1 && styles['alone'])}
      aria-label={text('ui/acts/lights')}
    >
      {linesToRead(lines).map((line) => (
        <Line key={line.device.id} line={line} isAlone={total === 1} />
      ))}
    </ul>
  );
}
