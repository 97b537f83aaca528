import type { BookAnswer, BookTest } from '../../../../main/contract/book.ts';
import { Mark, type MarkProps } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useNow } from '../../state/app-context.tsx';
import styles from './book.module.css';
import { Fixes } from './Fixes.tsx';
import { type StepState, stepsOf, type TestStep } from './model.ts';
import { Question } from './Question.tsx';
import type { EntryState } from './use-entry.ts';

const looks: Readonly<Record<StepState, Pick<MarkProps, 'shape' | 'tone'>>> = {
  good: { shape: 'tick', tone: 'verified' },
  caution: { shape: 'triangle', tone: 'waiting' },
  stop: { shape: 'cross', tone: 'failed' },
  open: { shape: 'question', tone: 'unknown' },
};

const minuteMs = 60_000;

/** Tries left and how long it is locked, as the device told. */
function LoginMore({ test }: { readonly test: BookTest }) {
  const text = useText();
  const now = useNow();
  const { attemptsLeft, lockedUntil } = test;
  const isLocked = lockedUntil !== null && lockedUntil > now;
  return (
    <>
      {attemptsLeft === null ? null : ` ${text('book/attemptsLeft', { attempts: attemptsLeft })}`}
      {isLocked
        ? ` ${text('book/lockedFor', { minutes: Math.ceil((lockedUntil - now) / minuteMs) })}`
        : null}
    </>
  );
}

function Step({ step, test }: { readonly step: TestStep; readonly test: BookTest }) {
  const text = useText();
  return (
    <li className={styles['step']}>
      <Mark {...looks[step.state]} word={text(`ui/book/steps/${step.id}`)}>
        <span className="visually-hidden">, {text(`ui/book/states/${step.state}`)}</span>
      </Mark>
      <span className={styles['stepWords']}>
        {step.key === null ? text('ui/book/noIdentity') : text.any(step.key, step.params)}
        {step.id === 'login' ? <LoginMore test={test} /> : null}
      </span>
    </li>
  );
}

/** Where the password went; after a proof that needs no press. */
function Kept({ answer }: { readonly answer: BookAnswer }) {
  const text = useText();
  if (answer.password === 'none') return null;
  return <p className={styles['dim']}>{text(`ui/book/kept/${answer.password}`)}</p>;
}

interface TestResultProps {
  readonly entry: EntryState;
  /** The form around has a field for the password itself. */
  readonly hasField?: boolean;
}

/** The test step by step, each with what it means, then what can be done about it. */
export function TestResult({ entry, hasField = false }: TestResultProps) {
  const text = useText();
  const { answer, isBusy } = entry;
  if (answer === null) return null;
  const { test } = answer.entry;
  return (
    <section className={styles['stack']} aria-label={text('ui/book/result')} aria-busy={isBusy}>
      <h3>
        {isBusy ? text('ui/book/testing') : text('ui/book/result')}
        {test === null || isBusy ? null : (
          <span className={styles['dim']}>
            {' '}
            <TimeAgo at={test.at} />
          </span>
        )}
      </h3>
      {test === null ? (
        <p>{text('ui/book/notTested')}</p>
      ) : (
        <ol className={styles['steps']} aria-live="polite">
          {stepsOf(answer.entry, test).map((step) => (
            <Step key={step.id} step={step} test={test} />
          ))}
        </ol>
      )}
      <Kept answer={answer} />
      {/* Another test asks another question. */}
      <Question key={`question ${test?.at}`} entry={entry} answer={answer} />
      {test === null ? null : <Fixes key={`fixes ${test.at}`} {...{ entry, test, hasField }} />}
    </section>
  );
}
