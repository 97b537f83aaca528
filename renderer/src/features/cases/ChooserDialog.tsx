import { useEffect, useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { ChooserState } from '../../../../main/contract/recovery.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TriValue } from '../../components/StatusMark.tsx';
import { type Action, useAction } from '../../components/use-action.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useQuery } from '../../state/app-context.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { verdictLooks } from '../jobs/model/looks.ts';
import { ChosenRoutes } from './ChosenRoutes.tsx';
import styles from './cases.module.css';
import { routeTitle } from './model/route-words.ts';

type Answered = ChooserState['answers'][number];

interface ChooserParts {
  readonly state: ChooserState;
  readonly action: Action;
  readonly onAnswer: (question: Answered['question'], answer: Answered['answer'] | null) => void;
}

/** The pressed answer goes away with its question; the keyboard goes on at the next one, which is read. */
function useFocusOnChange(value: string | null) {
  const place = useRef<HTMLHeadingElement & HTMLParagraphElement>(null);
  const last = useRef(value);
  useEffect(() => {
    if (last.current !== value) place.current?.focus();
    last.current = value;
  }, [value]);
  return place;
}

/** One question, why it is asked, and an answer per button; "I do not know" is an answer. */
function Question({ state, action, onAnswer }: ChooserParts) {
  const text = useText();
  const { question } = state;
  const place = useFocusOnChange(question?.id ?? null);
  if (question === null) {
    return (
      <p ref={place} tabIndex={-1}>
        {text('ui/cases/chooser/none')}
      </p>
    );
  }
  const { id, options, why } = question;
  return (
    <section className={styles['question']} aria-labelledby="chooser-question">
      <h3 ref={place} tabIndex={-1} id="chooser-question" className={styles['cardName']}>
        {text(`chooser/questions/${id}`)}
      </h3>
      <p className={styles['dim']}>
        {text('ui/cases/chooser/why')} {text.any(`chooser/why/${why}`)}
      </p>
      <div className={styles['answers']}>
        {options.map((option) => (
          <Button key={option} isBusy={action.isBusy} onPress={() => onAnswer(id, option)}>
            {text(`chooser/answers/${option}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function factValue(text: TextLookup, { id, value }: ChooserState['facts'][number]) {
  if (typeof value !== 'string') return <TriValue value={value} />;
  if (id === 'kind') return text.any(`kinds/${value}`);
  if (id === 'login') return text.any(`ui/book/login/${value}`);
  // A look before an unbind has a reason and no verdict.
  if (id === 'last-unbind')
    return text.any(value in verdictLooks ? `verdicts/${value}` : `reasons/${value}/what`);
  return value;
}

function Facts({ state }: Pick<ChooserParts, 'state'>) {
  const text = useText();
  return (
    <section>
      <h3>{text('ui/cases/chooser/facts')}</h3>
      {state.facts.length === 0 ? (
        <p className={styles['dim']}>{text('ui/cases/chooser/noFacts')}</p>
      ) : null}
      <dl className={styles['known']}>
        {state.facts.map((fact) => (
          <div key={fact.id}>
            <dt>{text.any(`chooser/facts/${fact.id}`)}</dt>
            <dd>
              {factValue(text, fact)}{' '}
              <span className={styles['dim']}>({text.any(`chooser/sources/${fact.source}`)})</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Answers({ state, action, onAnswer }: ChooserParts) {
  const text = useText();
  if (state.answers.length === 0) return null;
  return (
    <section>
      <h3>{text('ui/cases/chooser/answers')}</h3>
      <ul className={styles['answered']}>
        {state.answers.map(({ question, answer }) => {
          const words = text(`chooser/questions/${question}`);
          return (
            <li key={question} className={styles['spread']}>
              <span>
                <span className={styles['dim']}>{words}</span>{' '}
                <strong>{text(`chooser/answers/${answer}`)}</strong>
              </span>
              <Button
                isSmall
                variant="quiet"
                isBusy={action.isBusy}
                aria-label={text('ui/cases/chooser/takeBackOf', { question: words })}
                onPress={() => onAnswer(question, null)}
              >
                {text('ui/cases/chooser/takeBack')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Says aloud which way is first now, after each answer. */
function useSpokenFirst(state: ChooserState | undefined): void {
  const text = useText();
  const announce = useAnnounce();
  const first = state?.routes[0];
  const words =
    first === undefined
      ? null
      : text('ui/cases/chooser/first', {
          route: routeTitle(text, first.route),
          state: text(`chooser/states/${first.state}`),
        });
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, announce]);
}

interface ChooserDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

/** Questions on the left, the ways they lead to on the right, ranked anew after each answer. */
export function ChooserDialog({ id, onClose }: ChooserDialogProps) {
  const text = useText();
  const api = useApi();
  const action = useAction();
  const { data, error, reload } = useQuery('chooser.get', { device: id });
  const [answered, setAnswered] = useState<ChooserState | null>(null);
  const state = answered ?? data;
  useSpokenFirst(state);
  const onAnswer: ChooserParts['onAnswer'] = (question, answer) =>
    void action.run(async () =>
      setAnswered(await api.call('chooser.answer', { device: id, question, answer })),
    );
  return (
    <Dialog
      title={text('ui/cases/chooser/title')}
      isOpen
      onClose={onClose}
      width="widest"
      footer={<Button onPress={onClose}>{text('ui/cases/chooser/close')}</Button>}
    >
      {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      {state === undefined ? null : (
        <div className={styles['stack']}>
          <p className={styles['name']}>
            <DeviceName device={state.device} />
          </p>
          {action.error === null ? null : <ErrorNotice error={action.error} />}
          <div className={styles['chooser']}>
            <div className={styles['stack']}>
              <Question state={state} action={action} onAnswer={onAnswer} />
              <Answers state={state} action={action} onAnswer={onAnswer} />
              <Facts state={state} />
            </div>
            <ChosenRoutes state={state} id={id} />
          </div>
        </div>
      )}
    </Dialog>
  );
}
