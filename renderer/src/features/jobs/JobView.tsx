import { type ReactNode, useState } from 'react';
import type { Job } from '../../../../main/contract/job.ts';
import { type EarlyStop, earlyStopOf } from '../../../../main/contract/text/stop-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { Shape } from '../../components/shapes.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ItemList } from './ItemList.tsx';
import { JobButtons } from './JobButtons.tsx';
import styles from './jobs.module.css';
import { tallyWord } from './model/announce.ts';
import { progressOf, type Tally, type TallyKey, tallyKeyOf, tallyOf } from './model/counts.ts';
import { itemLooks, jobLooks, stoppedLook, verdictLooks } from './model/looks.ts';
import { useJobCommands } from './use-job-commands.ts';

function lookOf(key: TallyKey) {
  if (key === 'running' || key === 'waiting' || key === 'waiting-internet') return itemLooks[key];
  return verdictLooks[key];
}

/** How many stand where; a press shows only those. */
function TallyFilter(props: {
  readonly tally: readonly Tally[];
  readonly chosen: TallyKey | null;
  readonly onChoose: (key: TallyKey | null) => void;
}) {
  const text = useText();
  const format = useFormat();
  const { tally, chosen, onChoose } = props;
  return (
    <fieldset className={styles['tally']}>
      <legend className="visually-hidden">{text('ui/jobs/show')}</legend>
      {tally.map(({ key, count }) => {
        const { shape, tone } = lookOf(key);
        return (
          <button
            key={key}
            type="button"
            className={styles['chip']}
            aria-pressed={chosen === key}
            onClick={() => onChoose(chosen === key ? null : key)}
          >
            <span className={styles['chipMark']} data-tone={tone}>
              <Shape name={shape} />
            </span>
            <strong>{format.number(count)}</strong> {tallyWord(text, key)}
          </button>
        );
      })}
    </fieldset>
  );
}

interface ProgressProps {
  readonly job: Job;
  readonly tally: readonly Tally[];
  readonly stop: EarlyStop | null;
}

function Progress({ job, tally, stop }: ProgressProps) {
  const text = useText();
  const format = useFormat();
  const { done: ended, total } = progressOf(tally);
  // What was never begun is no part of what was done.
  const done = ended - (stop?.untried ?? 0);
  const count = text('ui/jobs/progress', {
    done: format.number(done),
    total: format.number(total),
  });
  const isStopped = stop !== null && job.state === 'done';
  return (
    <span className={styles['progress']}>
      <Mark
        {...(isStopped ? stoppedLook : jobLooks[job.state])}
        word={isStopped ? stop.title : text(`jobStates/${job.state}`)}
      />
      <span>{count}</span>
      {job.state === 'done' ? null : (
        <progress
          className={styles['bar']}
          value={done}
          max={Math.max(1, total)}
          aria-label={count}
        />
      )}
    </span>
  );
}

export interface JobViewProps {
  readonly job: Job;
  /** Shows the devices; without them there is only the head. */
  readonly isOpen: boolean;
  /** With when it began and who began it; the drawer has no room for what is the same all day. */
  readonly isFull?: boolean;
  /** Stands before the title. */
  readonly lead?: ReactNode;
  /** Stands behind the buttons. */
  readonly trail?: ReactNode;
}

/** One run: what it is, how far it is, what can be done with it, and every device of it. */
export function JobView({ job, isOpen, isFull = false, lead, trail }: JobViewProps) {
  const text = useText();
  const format = useFormat();
  const commands = useJobCommands(job);
  // In full it is a page of its own.
  const Title = isFull ? 'h1' : 'h2';
  const [chosen, setChosen] = useState<TallyKey | null>(null);
  const tally = tallyOf(job.items);
  const stop = earlyStopOf(text.shared, job.items);
  // What was filtered for may have no device left, for example "At work" when the run has ended.
  const filter = tally.some(({ key }) => key === chosen) ? chosen : null;
  const items =
    filter === null ? job.items : job.items.filter((item) => tallyKeyOf(item) === filter);
  return (
    <>
      <div className={styles['head']}>
        {lead}
        <Title className={styles['title']}>
          {text(`jobKinds/${job.kind}/title`)}
          {job.undoOf === null ? null : ` (${text('ui/jobs/isUndo')})`}
        </Title>
        <Progress job={job} tally={tally} stop={stop} />
        <span className={styles['filler']} />
        <JobButtons job={job} commands={commands} />
        {trail}
      </div>
      {commands.error === null ? null : (
        <div className={styles['error']}>
          <ErrorNotice error={commands.error} />
        </div>
      )}
      {isOpen ? (
        <>
          <div className={styles['sub']}>
            <TallyFilter tally={tally} chosen={filter} onChoose={setChosen} />
            {isFull ? (
              <span className={styles['dim']}>
                {text('ui/jobs/by', {
                  time: format.dateTime(job.startedAt),
                  user: job.by.user,
                  machine: job.by.machine,
                })}
              </span>
            ) : null}
          </div>
          {stop === null ? null : (
            <p className={styles['stop']}>
              {stop.what} {stop.next}
            </p>
          )}
          <ItemList items={items} />
        </>
      ) : null}
    </>
  );
}
