import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { RecoveryCase, ResetCard } from '../../../../../main/contract/recovery.ts';
import { Button } from '../../../components/Button.tsx';
import { Switch } from '../../../components/Checkbox.tsx';
import { cx } from '../../../components/cx.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useAnnounce, useQuery } from '../../../state/app-context.tsx';
import { DeviceName } from '../../jobs/DeviceName.tsx';
import { TrainingPress } from '../../training/TrainingPress.tsx';
import { type LadderWord, targetOf, targetsOf, wordOf } from '../model/ladder.ts';
import { leftSteps } from '../model/list.ts';
import { useCase } from '../use-cases.ts';
import styles from './Ladder.module.css';
import { useAwake } from './use-awake.ts';
import { type Ladder as LadderParts, useEndSound, useLadder } from './use-ladder.ts';

/** Keys that mean something else, or nothing by themselves. */
const otherKeys = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta', 'F1', 'CapsLock']);

/** Enter and Space on a button press that button. */
function isOnControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return (event.key === 'Enter' || event.key === ' ') && target?.closest('button, label') !== null;
}

function useAnyKey(onPress: () => void): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || otherKeys.has(event.key) || isOnControl(event)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

const tones: Readonly<Record<LadderWord, string>> = {
  ready: 'calm',
  hold: 'calm',
  release: 'now',
  waiting: 'calm',
  gone: 'calm',
  back: 'calm',
  'reset-seen': 'good',
  'not-reset': 'bad',
  timeout: 'bad',
};

interface BoardProps {
  readonly one: RecoveryCase;
  readonly card: ResetCard;
  readonly onLeave: () => void;
}

function Lines(props: { readonly ladder: LadderParts; readonly target: number }) {
  const text = useText();
  const { target } = props;
  const { state, second } = props.ladder;
  const isShort = state.phase === 'released' && state.heldMs < target * 1000;
  const hint = state.phase === 'holding' ? 'stop' : state.phase === 'ready' ? 'start' : 'again';
  return (
    <>
      {state.phase === 'released' ? (
        <p>
          {isShort
            ? text('ui/cases/ladder/short', { held: second, target })
            : text('ui/cases/ladder/held', { held: second })}
        </p>
      ) : null}
      <p className={styles['hint']}>{text(`ui/cases/ladder/${hint}`)}</p>
    </>
  );
}

/** How long it has been held, as large as the window allows. */
function Count(props: { readonly second: number; readonly target: number }) {
  const text = useText();
  const { second, target } = props;
  return (
    <>
      <p className={styles['seconds']} aria-hidden>
        {second}
      </p>
      <p className={styles['of']}>{text('ui/cases/ladder/of', { seconds: target })}</p>
      <progress
        className={styles['bar']}
        value={Math.min(second, target)}
        max={target}
        aria-label={text('ui/cases/ladder/of', { seconds: target })}
      />
    </>
  );
}

/** After the proof the count says nothing any more: what the reset leaves to do takes its place. */
function Left({ one }: { readonly one: RecoveryCase }) {
  const text = useText();
  const left = leftSteps(one);
  return (
    <>
      {left.length === 0 ? null : (
        <section className={styles['left']} aria-label={text('ui/cases/ladder/left')}>
          <h3>{text('ui/cases/ladder/left')}</h3>
          <ul>
            {left.map(({ id }) => (
              <li key={id}>
                <strong>{text(`cases/steps/${id}/title`)}</strong> {text(`cases/steps/${id}/hint`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles['hint']}>{text('ui/cases/ladder/over')}</p>
    </>
  );
}

/** The words of the state, spoken when they change; the count itself is spoken every five seconds. */
function useSpokenWord(words: string): void {
  const announce = useAnnounce();
  useEffect(() => announce(words, 'assertive'), [words, announce]);
}

function Board({ one, card, onLeave }: BoardProps) {
  const text = useText();
  const awake = useAwake();
  const [hasSound, setSound] = useState(true);
  const targets = targetsOf(card);
  const ladder = useLadder(one, targets, hasSound);
  const { state, now, second, error, onPress } = ladder;
  useAnyKey(onPress);
  const target = targetOf(state, targets);
  const word = wordOf(state, now, targets, one.watch.state);
  const words = text(`ui/cases/ladder/words/${word}`, { seconds: targets.secondS });
  useSpokenWord(words);
  useEndSound(word, hasSound);
  const isSeen = word === 'reset-seen';
  return (
    <div className={styles['board']}>
      <header className={styles['head']}>
        <DeviceName device={one.device} />
        <Switch isSelected={hasSound} onChange={setSound}>
          {text('ui/cases/ladder/sound')}
        </Switch>
        {isSeen ? null : <TrainingPress device={one.device.id} />}
        <Button icon={<X aria-hidden />} onPress={onLeave}>
          {text('ui/cases/ladder/leave')}
        </Button>
      </header>
      {/* Keys do the same anywhere in this view; this is for a finger. */}
      <div className={styles['touch']} onPointerDown={onPress}>
        <p className={styles['phase']}>
          {isSeen
            ? text('cases/watch/reset-seen')
            : text(`ui/cases/ladder/${state.hold === 1 ? 'first' : 'second'}`, { seconds: target })}
        </p>
        <p className={styles['word']} data-tone={tones[word]}>
          {words}
        </p>
        {isSeen ? <Left one={one} /> : <Count second={second} target={target} />}
        {word === 'ready' ? <p>{text(`ui/cases/ladder/how/${card.power}`)}</p> : null}
        {isSeen ? null : <Lines ladder={ladder} target={target} />}
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      <p className={styles['foot']}>
        {awake === 'asking'
          ? null
          : text(awake === 'yes' ? 'ui/cases/ladder/awake' : 'ui/cases/ladder/notAwake')}
      </p>
    </div>
  );
}

function Loader({ caseId, onLeave }: { readonly caseId: string; readonly onLeave: () => void }) {
  const found = useCase(caseId);
  const device = found.data?.device.id;
  const card = useQuery('reset.card', device === undefined ? {} : { device }, {
    isEnabled: device !== undefined,
  });
  const error = found.error ?? card.error;
  if (error !== undefined && (found.data === undefined || card.data === undefined)) {
    return (
      <ErrorNotice error={error} onRetry={found.error === undefined ? card.reload : found.reload} />
    );
  }
  if (found.data === undefined || card.data === undefined) return null;
  return <Board one={found.data} card={card.data} onLeave={onLeave} />;
}

/** The one full-screen view: seconds that are read from a ladder, one hand on the button. */
export function Ladder({
  caseId,
  onLeave,
}: {
  readonly caseId: string;
  readonly onLeave: () => void;
}) {
  const text = useText();
  return (
    <ModalOverlay
      isOpen
      className={cx(styles['overlay'])}
      onOpenChange={(isOpen) => {
        if (!isOpen) onLeave();
      }}
    >
      <Modal className={cx(styles['modal'])}>
        <AriaDialog className={cx(styles['dialog'])} data-guide="reset-button">
          <Heading slot="title" level={2} className="visually-hidden">
            {text('ui/cases/ladder/title')}
          </Heading>
          <Loader caseId={caseId} onLeave={onLeave} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
