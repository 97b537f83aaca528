import { ChevronDown, ChevronUp, Layers, X } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Job, JobSummary } from '../../../../main/contract/job.ts';
import { IconButton } from '../../components/Button.tsx';
import { MenuButton } from '../../components/Menu.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { JobView } from './JobView.tsx';
import styles from './jobs.module.css';
import { tallyWords } from './model/announce.ts';
import { tallyOfSummary } from './model/counts.ts';
import { useJobCommands } from './use-job-commands.ts';
import { type Drawer, useDrawer, useJob } from './use-jobs.ts';

const lowest = 118;
const step = 32;

/** The table above keeps at least this much. */
function highest(): number {
  return Math.max(lowest, window.innerHeight - 300);
}

/** A run of one device takes little, a long one as much as leaves the table its place. */
function fitting(devices: number): number {
  return Math.min(Math.max(228, window.innerHeight * 0.36), 84 + devices * 34);
}

const clamp = (height: number) => Math.min(highest(), Math.max(lowest, height));

/** The upper edge: drag it, or move it with the arrow keys. */
function Edge(props: { readonly height: number; readonly onHeight: (height: number) => void }) {
  const { height, onHeight } = props;
  const text = useText();
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const bottom = event.currentTarget.parentElement?.getBoundingClientRect().bottom;
    if (bottom !== undefined) onHeight(clamp(bottom - event.clientY));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    onHeight(clamp(height + by));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged or focused
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={text('ui/jobs/edge')}
      aria-valuenow={Math.round(height)}
      aria-valuemin={lowest}
      aria-valuemax={highest()}
      tabIndex={0}
      className={styles['edge']}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

/** The other runs that nobody has put away. */
function OtherRuns({ open, shownId }: Pick<Drawer, 'open' | 'shownId'>) {
  const { jobs } = useSession();
  const text = useText();
  const format = useFormat();
  if (open.length < 2) return null;
  const entry = (job: JobSummary) => ({
    id: job.id,
    label: `${text(`jobKinds/${job.kind}/title`)} · ${format.time(job.startedAt)}`,
    detail: tallyWords(text, tallyOfSummary(job)),
    isChosen: job.id === shownId,
    onAction: () => jobs.drawer.set({ jobId: job.id, isOpen: true }),
  });
  return (
    <MenuButton
      isSmall
      label={text('ui/jobs/runs', { count: open.length })}
      icon={<Layers aria-hidden />}
      items={open.map(entry)}
    />
  );
}

function Close({ job }: { readonly job: Job }) {
  const text = useText();
  const { dismiss } = useJobCommands(job);
  if (job.state === 'running') return null;
  return (
    <IconButton
      isSmall
      icon={<X aria-hidden />}
      label={text('ui/jobs/dismiss')}
      onPress={() => {
        // The drawer may go away with its buttons; the list is where the operator came from.
        void dismiss().then(() => document.getElementById('device-grid')?.focus());
      }}
    />
  );
}

function OpenDrawer({ job, drawer }: { readonly job: Job; readonly drawer: Drawer }) {
  const { jobs } = useSession();
  const text = useText();
  const [height, setHeight] = useState(() => clamp(fitting(job.items.length)));
  const { isOpen } = drawer;
  return (
    <section
      className={styles['drawer']}
      data-zone="run"
      data-open={isOpen || undefined}
      aria-label={text('ui/jobs/drawer')}
      style={isOpen ? { height } : {}}
    >
      {isOpen ? <Edge height={height} onHeight={setHeight} /> : null}
      <JobView
        job={job}
        isOpen={isOpen}
        trail={
          <>
            <OtherRuns open={drawer.open} shownId={drawer.shownId} />
            <IconButton
              isSmall
              icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
              label={text(isOpen ? 'ui/jobs/fold' : 'ui/jobs/unfold')}
              aria-expanded={isOpen}
              onPress={() => jobs.drawer.set({ jobId: job.id, isOpen: !isOpen })}
            />
            <Close job={job} />
          </>
        }
      />
    </section>
  );
}

/** The run from the bottom: it never covers the table, and its results stay until put away. */
export function JobDrawer() {
  const drawer = useDrawer();
  const job = useJob(drawer.shownId);
  if (job === undefined) return null;
  return <OpenDrawer key={job.id} job={job} drawer={drawer} />;
}
