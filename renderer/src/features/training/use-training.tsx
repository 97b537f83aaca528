import { GraduationCap } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { TrainingDeviceAct } from '../../../../main/contract/training.ts';
import type { MenuEntry } from '../../components/Menu.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { tellError } from '../devices/tell-error.ts';
import { type TrainingActs, trainingOf } from './training-store.ts';

export interface Training {
  /** `null` where real devices are on the screen. */
  readonly acts: TrainingActs | null;
  readonly isQuick: boolean;
  readonly setQuick: (isQuick: boolean) => void;
  readonly setInternet: (isUp: boolean) => void;
  readonly act: (act: TrainingDeviceAct, rows: readonly Pick<DeviceRow, 'id'>[]) => void;
}

/** What can be done by hand at the training site; each act says on screen and aloud what comes of it. */
export function useTraining(): Training {
  const session = useSession();
  const text = useText();
  const store = trainingOf(session);
  const acts = useStore(store.acts);
  const isQuick = useStore(store.isQuick);
  const say = (words: string) => void showToast({ text: words });
  const setInternet = async (isUp: boolean) => {
    await session.client.call('training.act', { act: isUp ? 'internet-on' : 'internet-off' });
    await store.load();
    say(text(`ui/training/said/${isUp ? 'internet-on' : 'internet-off'}`));
  };
  const act = async (what: TrainingDeviceAct, rows: readonly Pick<DeviceRow, 'id'>[]) => {
    const outcomes = [];
    for (const { id } of rows) {
      outcomes.push(await session.client.call('training.act', { device: id, act: what, isQuick }));
    }
    if (!outcomes.some(({ isChanged }) => isChanged)) {
      say(text('ui/training/said/already'));
      return;
    }
    const backAt = Math.max(...outcomes.map((one) => one.backAt ?? 0));
    const seconds = Math.max(0, Math.round((backAt - Date.now()) / 1000));
    say(text(`ui/training/said/${what}`, { seconds }));
  };
  const orTell = (work: Promise<void>) => void work.catch((thrown) => tellError(text, thrown));
  return {
    acts: acts === null || acts.deviceActs.length === 0 ? null : acts,
    isQuick,
    setQuick: store.isQuick.set,
    setInternet: (isUp) => orTell(setInternet(isUp)),
    act: (what, rows) => orTell(act(what, rows)),
  };
}

/** The end of a row's context menu; nothing where there is nothing to train with. */
export function useTrainingEntries(rows: readonly DeviceRow[]): readonly MenuEntry[] {
  const text = useText();
  const { acts, act, setInternet } = useTraining();
  if (acts === null) return [];
  const items: MenuEntry[] = acts.deviceActs.map((what) => ({
    id: `training-${what}`,
    label: text(`ui/training/acts/${what}`),
    isDisabled: rows.length === 0,
    onAction: () => act(what, rows),
  }));
  const isUp = acts.isInternetUp === true;
  items.push(null, {
    id: 'training-internet',
    label: text(`ui/training/acts/${isUp ? 'internet-off' : 'internet-on'}`),
    onAction: () => setInternet(!isUp),
  });
  const label = text('ui/training/menu');
  return [null, { id: 'training', label, icon: <GraduationCap aria-hidden />, items }];
}
