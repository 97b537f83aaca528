import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { countdown } from '../../../components/countdown.ts';
import { Mark } from '../../../components/StatusMark.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useNow } from '../../../state/app-context.tsx';

type Deadline = RecoveryCase['deadlines'][number];

/** "27:14 left", ticking, or since when it is over. */
export function DeadlineMark({ deadline }: { readonly deadline: Deadline }) {
  const text = useText();
  const format = useFormat();
  const left = countdown(deadline.at, useNow());
  return left === null ? (
    <Mark
      shape="triangle"
      tone="duplicate"
      word={text('cases/timeLeft/over', { time: format.dateTime(deadline.at) })}
    />
  ) : (
    <Mark shape="hourglass" tone="waiting" word={text('cases/timeLeft/left', { time: left })} />
  );
}
