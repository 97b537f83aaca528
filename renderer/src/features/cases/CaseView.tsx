import { ArrowLeft } from 'lucide-react';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { GuideLink } from '../../components/GuideLink.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { CaseButtons } from './CaseButtons.tsx';
import styles from './cases.module.css';
import { caseLook } from './model/looks.ts';
import { About } from './parts/About.tsx';
import { Attachments } from './parts/Attachments.tsx';
import { Compare } from './parts/Compare.tsx';
import { Deadlines } from './parts/Deadlines.tsx';
import { Notes } from './parts/Notes.tsx';
import { Steps } from './parts/Steps.tsx';
import { Warnings } from './parts/Warnings.tsx';
import { Watch } from './parts/Watch.tsx';
import { useCase, useCaseCommands } from './use-cases.ts';

function Head({ one }: { readonly one: RecoveryCase }) {
  const text = useText();
  const format = useFormat();
  const opened = { time: format.dateTime(one.openedAt), ...one.by };
  return (
    <div>
      <h1>{text(`cases/kinds/${one.kind}`)}</h1>
      <p className={styles['headLine']}>
        <Mark {...caseLook(one)} word={text(`cases/states/${one.state}`)} />
        {one.outcome === null ? null : <strong>{text(`cases/outcomes/${one.outcome}`)}</strong>}
        <DeviceName device={one.device} />
      </p>
      <p className={styles['dim']}>
        {text('ui/cases/openedBy', opened)}
        {one.closedAt === null
          ? null
          : `. ${text('ui/cases/closedAt', { time: format.dateTime(one.closedAt) })}`}
      </p>
      <GuideLink code={one.kind} />
    </div>
  );
}

interface CaseViewProps {
  readonly id: string;
  readonly onBack: () => void;
}

/** One case in full: what to do now on the left, what is known of it on the right. */
export function CaseView({ id, onBack }: CaseViewProps) {
  const text = useText();
  const { data: one, error, reload, take } = useCase(id);
  const commands = useCaseCommands(take);
  const back = (
    <Button isSmall autoFocus variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={onBack}>
      {text('ui/cases/back')}
    </Button>
  );
  if (one === undefined) {
    return (
      <div className={styles['page']}>
        <div>{back}</div>
        {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      </div>
    );
  }
  const props = { one, commands };
  return (
    <div className={styles['page']} data-guide={one.guideId}>
      <div className={styles['top']}>
        {back}
        <CaseButtons {...props} />
      </div>
      <Head one={one} />
      {commands.error === null ? null : <ErrorNotice error={commands.error} />}
      <Warnings one={one} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Steps {...props} />
        </div>
        <div className={styles['column']}>
          <Watch {...props} />
          <Deadlines {...props} />
          <Compare one={one} />
          <Attachments {...props} />
          <About {...props} />
          <Notes {...props} />
        </div>
      </div>
    </div>
  );
}
