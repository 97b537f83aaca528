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
import { useCase } from '../use-cases.ts';
import styles from './Ladder.module.css';
import { useAwake } from './use-awake.ts';
import { type Ladder as LadderParts, useLadder } from './use-ladder.ts';

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

function Lines({
  ladder,
  word,
  target,
}: {
  ladder: LadderParts;
  word: LadderWord;
  target: number;
}) {
  const text = useText();
  const { state, second } = ladder;
  const isShort = state.phase === 'released' && state.heldMs < target * 1000;
  const hint =
    word === 'reset-seen'
      ? 'over'
      : state.phase === 'holding'
        ? 'stop'
        : state.phase === 'ready'
          ? 'start'
          : 'again';
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
  return (
    <div className={styles['board']}>
      <header className={styles['head']}>
        <DeviceName device={one.device} />
        <Switch isSelected={hasSound} onChange={setSound}>
          {text('ui/cases/ladder/sound')}
        </Switch>
        <TrainingPress device={one.device.id} />
        <Button icon={<X aria-hidden />} onPress={onLeave}>
          {text('ui/cases/ladder/leave')}
        </Button>
      </header>
      {/* Keys do the same anywhere in this view; this is for a finger. */}
      <div className={styles['touch']} onPointerDown={onPress}>
        <p className={styles['phase']}>
          {word === 'reset-seen'
            ? text('cases/watch/reset-seen')
            : text(`ui/cases/ladder/${state.hold === 1 ? 'first' : 'second'}`, { seconds: target })}
        </p>
        <p className={styles['word']} data-tone={tones[word]}>
          {words}
        </p>
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
        {word === 'ready' ? <p>{text(`ui/cases/ladder/how/${card.power}`)}</p> : null}
        <Lines ladder={ladder} word={word} target={target} />
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
