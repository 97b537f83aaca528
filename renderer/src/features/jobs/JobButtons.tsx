import {
  Ban,
  Copy,
  Ellipsis,
  LightbulbOff,
  Pause,
  Play,
  Printer,
  RefreshCw,
  Repeat,
  Undo2,
} from 'lucide-react';
import type { Job } from '../../../../main/contract/job.ts';
import { Button } from '../../components/Button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { MenuButton } from '../../components/Menu.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../state/app-context.tsx';
import { canRecheck, idsToRunAgain } from './model/counts.ts';
import { jobAsText } from './model/job-text.ts';
import { canRunAgain, type JobCommands } from './use-job-commands.ts';

interface JobButtonsProps {
  readonly job: Job;
  readonly commands: JobCommands;
}

function RunButtons({ job, commands }: JobButtonsProps) {
  const text = useText();
  const { isBusy } = commands;
  const isRunning = job.state === 'running';
  const isHeld = job.state === 'paused' || job.state === 'interrupted';
  return (
    <>
      {isRunning ? (
        <Button isSmall isBusy={isBusy} icon={<Pause aria-hidden />} onPress={commands.pause}>
          {text('ui/jobs/pause')}
        </Button>
      ) : null}
      {isHeld ? (
        <Button
          isSmall
          variant="primary"
          isBusy={isBusy}
          icon={<Play aria-hidden />}
          onPress={commands.resume}
        >
          {text('ui/jobs/resume')}
        </Button>
      ) : null}
      {isRunning || isHeld ? (
        <Button isSmall isBusy={isBusy} icon={<Ban aria-hidden />} onPress={commands.cancel}>
          {text('ui/jobs/cancel')}
        </Button>
      ) : null}
    </>
  );
}

function AfterButtons({ job, commands }: JobButtonsProps) {
  const text = useText();
  const again = idsToRunAgain(job).length;
  const { isBusy } = commands;
  return (
    <>
      {canRecheck(job) ? (
        <Button isSmall isBusy={isBusy} icon={<RefreshCw aria-hidden />} onPress={commands.recheck}>
          {text('ui/jobs/recheck')}
        </Button>
      ) : null}
      {again === 0 || !canRunAgain(job) ? null : (
        <Button isSmall icon={<Repeat aria-hidden />} onPress={commands.runAgain}>
          {text('ui/jobs/runAgain', { count: again })}
        </Button>
      )}
      {job.canUndo ? (
        <Button isSmall icon={<Undo2 aria-hidden />} onPress={commands.undo}>
          {text('ui/jobs/undo')}
        </Button>
      ) : null}
      {job.kind === 'locate' ? (
        <Button isSmall icon={<LightbulbOff aria-hidden />} onPress={commands.lampOff}>
          {text('ui/jobs/lampOff')}
        </Button>
      ) : null}
    </>
  );
}

/** What can be done with the run now; a button that does not apply is not there. */
export function JobButtons(props: JobButtonsProps) {
  const { job, commands } = props;
  const text = useText();
  const format = useFormat();
  const { isPrivate } = useSettings();
  const copy = async () => {
    const isCopied = await copyText(jobAsText(job, text, { format, now: Date.now(), isPrivate }));
    const done = text(isCopied ? 'ui/jobs/copied' : 'ui/components/copyFailed');
    showToast({ text: done, durationMs: 3000 });
  };
  return (
    <>
      <RunButtons {...props} />
      <AfterButtons {...props} />
      <MenuButton
        isSmall
        label={text('ui/jobs/more')}
        icon={<Ellipsis aria-hidden />}
        items={[
          {
            id: 'copy',
            label: text('ui/jobs/copy'),
            icon: <Copy aria-hidden />,
            onAction: () => void copy(),
          },
          {
            id: 'print',
            label: text('ui/jobs/print'),
            icon: <Printer aria-hidden />,
            onAction: commands.print,
          },
        ]}
      />
    </>
  );
}
