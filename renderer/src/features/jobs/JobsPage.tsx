import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { JobSummary } from '../../../../main/contract/job.ts';
import { Button } from '../../components/Button.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { JobView } from './JobView.tsx';
import styles from './jobs.module.css';
import { tallyWords } from './model/announce.ts';
import { progressOf, tallyOfSummary } from './model/counts.ts';
import { jobLooks } from './model/looks.ts';
import { useJob, useJobList } from './use-jobs.ts';

function JobLine({ job, onOpen }: { readonly job: JobSummary; readonly onOpen: () => void }) {
  const text = useText();
  const tally = tallyOfSummary(job);
  return (
    <li>
      <button type="button" className={styles['jobLine']} onClick={onOpen}>
        <span className={styles['verdict']}>
          <Mark {...jobLooks[job.state]} word={text(`jobStates/${job.state}`)} />
        </span>
        <strong className={styles['jobKind']}>
          {text(`jobKinds/${job.kind}/title`)}
          {job.undoOf === null ? null : ` (${text('ui/jobs/isUndo')})`}
        </strong>
        <span>{text('ui/jobs/devices', { count: progressOf(tally).total })}</span>
        <span className={styles['why']}>{tallyWords(text, tally)}</span>
        <span className={styles['when']}>
          <TimeAgo at={job.startedAt} />
          <span className={styles['dim']}>
            {job.by.user}@{job.by.machine}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Every run of this computer's book; one of them in full. */
export function JobsPage() {
  const text = useText();
  const list = useJobList();
  const [openId, setOpenId] = useState<string | null>(null);
  const job = useJob(openId);
  if (job !== undefined) {
    return (
      <div className={styles['page']}>
        <JobView
          key={job.id}
          job={job}
          isOpen
          isFull
          lead={
            <Button
              isSmall
              autoFocus
              variant="quiet"
              icon={<ArrowLeft aria-hidden />}
              onPress={() => setOpenId(null)}
            >
              {text('ui/jobs/back')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <div className={styles['page']}>
      <div className={styles['pageHead']}>
        <h1>{text('ui/jobs/page')}</h1>
        <p className={styles['dim']}>{text('ui/jobs/pageDetail')}</p>
      </div>
      {list.length === 0 ? <p className={styles['empty']}>{text('ui/jobs/none')}</p> : null}
      <ul className={styles['jobList']} aria-label={text('ui/jobs/page')}>
        {list.map((one) => (
          <JobLine key={one.id} job={one} onOpen={() => setOpenId(one.id)} />
        ))}
      </ul>
    </div>
  );
}
