import { useState } from 'react';
import type { BookAnswer } from '../../../../main/contract/book.ts';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../state/app-context.tsx';
import { refLabel } from '../jobs/model/names.ts';
import { UnlockHere } from '../vault/UnlockDialog.tsx';
import { useVault } from '../vault/use-vault.ts';
import styles from './book.module.css';
import type { EntryState } from './use-entry.ts';

interface QuestionProps {
  readonly entry: EntryState;
  readonly answer: BookAnswer;
}

/** Nothing is merged and nothing is renamed before a person says so. */
export function Question({ entry, answer }: QuestionProps) {
  const text = useText();
  const { isPrivate } = useSettings();
  const { mode } = useVault();
  const [isLeft, setLeft] = useState(false);
  const { question } = answer;
  if (question === null) return null;
  const { kind, other } = question;
  if (isLeft) return <p className={styles['dim']}>{text(`ui/book/questions/${kind}/left`)}</p>;
  const isMerge = kind === 'same-serial';
  return (
    <div className={styles['fix']} role="alert">
      <p>{text(`book/questions/${kind}`, { device: refLabel(other, isPrivate) })}</p>
      <p className={styles['dim']}>{text(`ui/book/questions/${kind}/changes`)}</p>
      {isMerge && mode === 'locked' ? <UnlockHere /> : null}
      <div className={styles['line']}>
        <Button
          variant="primary"
          isBusy={entry.isBusy}
          onPress={() => (isMerge ? entry.merge(other.id) : entry.accept())}
        >
          {text(`ui/book/questions/${kind}/yes`)}
        </Button>
        <Button onPress={() => setLeft(true)}>{text(`ui/book/questions/${kind}/no`)}</Button>
      </div>
    </div>
  );
}
