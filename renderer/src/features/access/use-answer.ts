import { useMemo } from 'react';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { DeviceRef } from '../../../../main/contract/job.ts';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import type { Session } from '../../state/session.ts';
import { tellError } from '../devices/tell-error.ts';
import { refLabel } from '../jobs/model/names.ts';
import { type ChannelList, putRead, readStoreOf } from './read-store.ts';

interface Given {
  readonly channel: number;
  /** `null`: the answer is taken back, or it is none of the list. */
  readonly device: DeviceRef | null;
  readonly isNone?: boolean;
}

type Bound = Pick<DeviceRow, 'cloudBound' | 'unbindSupported'>;

/** The list as it reads after the answer; a taken back one needs another reading to be judged anew. */
export function withAnswer(
  list: ChannelList,
  { channel, device, isNone = false }: Given,
  row: Bound | undefined,
): ChannelList {
  const match =
    device === null
      ? ({ kind: 'none', why: isNone ? 'person' : 'nothing', device: null, other: null } as const)
      : ({ kind: 'sure', why: 'person', device, other: null } as const);
  const told = {
    cameraBound: row?.cloudBound ?? null,
    cameraUnbindSupported: row?.unbindSupported ?? null,
  };
  return {
    ...list,
    channels: list.channels.map((each) =>
      each.id === channel ? { ...each, match, ...told } : each,
    ),
  };
}

/** Tells the core, and shows it in the list without asking the recorder again. */
async function tell(session: Session, recorder: DeviceId, given: Given): Promise<void> {
  const { channel, device, isNone = false } = given;
  const input = { id: recorder, channel, device: device?.id ?? null, isNone };
  await session.client.call('recorder.map', input);
  const store = readStoreOf(session).channels;
  const list = store.get().get(recorder);
  if (list === undefined) return;
  const row = device === null ? undefined : session.fleet.row(device.id);
  putRead(store, recorder, withAnswer(list, given, row));
}

function doneWords(text: TextLookup, { channel, device, isNone }: Given): string {
  if (device !== null) {
    return text('ui/access/recorder/ask/saved', { channel, device: refLabel(device) });
  }
  return text(`ui/access/recorder/ask/${isNone === true ? 'savedNone' : 'takenBack'}`, { channel });
}

export interface Answer {
  readonly isBusy: boolean;
  /** `null` takes the person's answer back; `none`: no device of the list is this channel. */
  readonly answer: (channel: number, device: DeviceRef | 'none' | null) => void;
}

/** A person says which camera a channel is; the recorder is asked nothing. */
export function useAnswer(recorder: DeviceId): Answer {
  const session = useSession();
  const text = useText();
  const { run, isBusy } = useAction();
  return useMemo(
    () => ({
      isBusy,
      answer(channel, device) {
        const isNone = device === 'none';
        const given = { channel, device: device === 'none' ? null : device, isNone };
        void run(() =>
          tell(session, recorder, given).then(
            () => void showToast({ text: doneWords(text, given) }),
            (thrown: unknown) => tellError(text, thrown),
          ),
        );
      },
    }),
    [session, text, recorder, run, isBusy],
  );
}
