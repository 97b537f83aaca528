import { useState } from 'react';
import type { Job } from '../../../../main/contract/job.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Mono } from '../../components/Mono.tsx';
import { useText } from '../../i18n/use-text.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { idsToResume } from '../jobs/model/counts.ts';
import { changesOf } from '../jobs/model/job-text.ts';
import { useJob } from '../jobs/use-jobs.ts';
import { ActForm } from './ActForm.tsx';
import styles from './acts.module.css';
import { overrideInput } from './model.ts';
import { Override } from './Override.tsx';
import { SecretsForm } from './SecretsForm.tsx';
import { useSecrets } from './use-secrets.ts';
import { useStart } from './use-start.ts';

interface BodyProps {
  readonly job: Job;
  readonly onClose: () => void;
}

const few = 2;

function ResumeBody({ job, onClose }: BodyProps) {
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [typed, setTyped] = useState('');
  const left = job.items.filter(({ state }) => state !== 'done');
  const ids = idsToResume(job);
  const guarded = left.filter(({ attemptsLeft }) => attemptsLeft !== null && attemptsLeft <= few);
  return (
    <ActForm
      verb={text('ui/acts/resume/confirm', { count: ids.length })}
      whyNot={draft.countFor(ids) === 0 ? text('ui/acts/secrets/missing') : null}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('jobs.resume', () => ({
          id: job.id,
          secrets: draft.read(ids),
          ...overrideInput(typed),
        }))
      }
    >
      <p>{text('ui/acts/resume/why', { count: ids.length })}</p>
      <Override count={guarded.length} value={typed} onChange={setTyped} />
      <SecretsForm draft={draft} targets={left} autoFocus />
    </ActForm>
  );
}

function UndoBody({ job, onClose }: BodyProps) {
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const changed = job.items.filter((item) => changesOf(item).length > 0);
  const ids = changed.map(({ device }) => device.id);
  return (
    <ActForm
      verb={text('ui/acts/undo/confirm', { count: ids.length })}
      whyNot={draft.countFor(ids) === 0 ? text('ui/acts/secrets/missing') : null}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() => start('jobs.undo', () => ({ id: job.id, secrets: draft.read(ids) }))}
    >
      <p>{text('ui/acts/undo/why')}</p>
      <ul className={styles['lights']}>
        {changed.map((item) => (
          <li key={item.device.id} className={styles['undoLine']}>
            <DeviceName device={item.device} isInList />
            {changesOf(item).map(({ field, from, to }) => (
              <span key={field}>
                {text(`networkFields/${field}`)}{' '}
                <Mono>
                  {to} → {from}
                </Mono>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <SecretsForm draft={draft} targets={changed} autoFocus />
    </ActForm>
  );
}

interface JobDialogProps {
  readonly jobId: string;
  readonly onClose: () => void;
}

/** Passwords are not kept on disk, so a run that was broken off asks for them again. */
export function ResumeDialog({ jobId, onClose }: JobDialogProps) {
  const text = useText();
  const job = useJob(jobId);
  const kind = job === undefined ? '' : text(`jobKinds/${job.kind}/title`);
  return (
    <Dialog title={text('ui/acts/resume/title', { kind })} isOpen onClose={onClose} width="wide">
      {job === undefined ? null : <ResumeBody job={job} onClose={onClose} />}
    </Dialog>
  );
}

/** Puts the network values back that a run changed. */
export function UndoDialog({ jobId, onClose }: JobDialogProps) {
  const text = useText();
  const job = useJob(jobId);
  return (
    <Dialog title={text('ui/acts/undo/title')} isOpen onClose={onClose} width="wide">
      {job === undefined ? null : <UndoBody job={job} onClose={onClose} />}
    </Dialog>
  );
}
