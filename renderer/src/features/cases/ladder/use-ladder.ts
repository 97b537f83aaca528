import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppErrorShape } from '../../../../../main/contract/errors.ts';
import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useAnnounce, useApi } from '../../../state/app-context.tsx';
import { errorShapeOf } from '../../../transport/client.ts';
import {
  beepAt,
  endSound,
  isLongEnough,
  type LadderState,
  type LadderWord,
  ladderStart,
  press,
  secondsOf,
  spokenAt,
  type Targets,
  targetOf,
} from '../model/ladder.ts';
import { createBeeper } from './beeper.ts';

const frameMs = 100;

/** The present moment, ten times a second while it counts; no timer otherwise. */
function useFrame(isRunning: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isRunning) return;
    setNow(performance.now());
    const timer = window.setInterval(() => setNow(performance.now()), frameMs);
    return () => window.clearInterval(timer);
  }, [isRunning]);
  return now;
}

function useBeeper() {
  const beeper = useRef<ReturnType<typeof createBeeper>>(null);
  useEffect(() => {
    beeper.current = createBeeper();
    return () => {
      beeper.current?.close();
      beeper.current = null;
    };
  }, []);
  return beeper;
}

/** Sounds and words at whole seconds, each once. */
function useSignals(second: number, target: number, isOn: boolean, hasSound: boolean): void {
  const text = useText();
  const announce = useAnnounce();
  const beeper = useBeeper();
  useEffect(() => {
    if (!isOn) return;
    const beep = beepAt(second, target);
    if (beep !== null && hasSound) beeper.current?.beep(beep);
    const spoken = spokenAt(second, target);
    if (spoken !== null) {
      announce(text(`ui/cases/ladder/say/${spoken}`, { seconds: second }), 'assertive');
    }
  }, [second, target, isOn, hasSound, announce, text, beeper]);
}

/** How it ended, heard once: also what the case told before this view was opened stays silent. */
export function useEndSound(word: LadderWord, hasSound: boolean): void {
  const beeper = useBeeper();
  const last = useRef(word);
  useEffect(() => {
    if (last.current === word) return;
    last.current = word;
    const sound = endSound(word);
    if (sound !== null && hasSound) beeper.current?.beep(sound);
  }, [word, hasSound, beeper]);
}

const watching: ReadonlySet<RecoveryCase['watch']['state']> = new Set(['armed', 'gone', 'back']);

/** The watcher looks from the first moment, so that "gone" is seen even while the button is held. */
function useWatcher(one: RecoveryCase, onError: (error: AppErrorShape | null) => void) {
  const api = useApi();
  const { id } = one;
  const arm = useCallback(() => {
    api.call('cases.watch', { id, isOn: true }).then(
      () => onError(null),
      (thrown: unknown) => onError(errorShapeOf(thrown)),
    );
  }, [api, id, onError]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    if (!watching.has(one.watch.state) && one.watch.state !== 'reset-seen') arm();
  }, [one.watch.state, arm]);
  return arm;
}

export interface Ladder {
  readonly state: LadderState;
  readonly now: number;
  readonly second: number;
  readonly error: AppErrorShape | null;
  readonly onPress: () => void;
}

/** Counting, watching, and closing the step when it was held long enough. */
export function useLadder(one: RecoveryCase, targets: Targets, hasSound: boolean): Ladder {
  const api = useApi();
  const [state, setState] = useState(ladderStart);
  const [error, setError] = useState<AppErrorShape | null>(null);
  const isHolding = state.phase === 'holding' && one.watch.state !== 'reset-seen';
  const now = useFrame(isHolding);
  const second = secondsOf(state, now);
  const arm = useWatcher(one, setError);
  useSignals(second, targetOf(state, targets), isHolding, hasSound);
  const onPress = useCallback(() => {
    const watch = one.watch.state;
    const next = press(state, performance.now(), watch);
    setState(next);
    // A new hold after the watch has ended is watched anew.
    if (next.phase === 'holding' && !watching.has(watch) && watch !== 'reset-seen') arm();
    const isTicked = one.steps.some(
      ({ id, state: done }) => id === 'button-held' && done === 'done',
    );
    if (!isLongEnough(next, targets) || isTicked) return;
    const note = `${secondsOf(next, next.startedAt)} s`;
    api
      .call('cases.step', { id: one.id, step: 'button-held', state: 'done', note })
      .catch((thrown: unknown) => setError(errorShapeOf(thrown)));
  }, [api, one, state, targets, arm]);
  return { state, now, second, error, onPress };
}
