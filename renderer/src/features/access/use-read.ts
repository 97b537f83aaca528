import { useCallback } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { AppErrorShape } from '../../../../main/contract/errors.ts';
import type { Secrets } from '../../../../main/contract/job.ts';
import type { DeviceHealth } from '../../../../main/contract/login.ts';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useSession } from '../../state/app-context.tsx';
import type { Session } from '../../state/session.ts';
import { useDevices } from '../devices/devices-state.tsx';
import { refLabel } from '../jobs/model/names.ts';
import { modeOf, savedFor } from '../vault/model.ts';
import type { ReadKind } from './access-dialog.ts';
import { putRead, readStoreOf } from './read-store.ts';

export interface ReadInput {
  readonly ids: readonly DeviceId[];
  readonly secrets?: Secrets;
  readonly override?: 'TRY ANYWAY';
}

type Lines = readonly {
  readonly device: Parameters<typeof refLabel>[0];
  readonly health: DeviceHealth;
}[];

/** Logs in, reads, and keeps what was read; what devices changed in the list comes as an event. */
async function read(session: Session, what: ReadKind, input: ReadInput): Promise<Lines> {
  const { client } = session;
  const store = readStoreOf(session);
  const { ids, ...login } = input;
  const [id] = ids;
  if (what === 'health') {
    const { lines } = await client.call('health.check', { ids: [...ids], ...login });
    for (const { device, health } of lines) putRead(store.health, device.id, health);
    return lines;
  }
  if (id === undefined) return [];
  if (what === 'cloud') {
    const { cloud } = await client.call('cloud.read', { id, ...login });
    putRead(store.cloud, id, cloud);
  } else {
    putRead(store.channels, id, await client.call('recorder.channels', { id, ...login }));
  }
  return [];
}

export interface Reading {
  readonly run: (input: ReadInput) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly error: AppErrorShape | null;
}

/** One reading at a time; its result is said aloud. */
export function useReading(what: ReadKind): Reading {
  const session = useSession();
  const text = useText();
  const announce = useAnnounce();
  const { run, isBusy, error } = useAction();
  const start = useCallback(
    (input: ReadInput) =>
      run(async () => {
        const lines = await read(session, what, input);
        const [first] = lines;
        if (first === undefined) return;
        const level =
          first.health.level === null
            ? text('ui/access/health/unread')
            : text(`health/levels/${first.health.level}`);
        announce(
          lines.length === 1
            ? text('ui/access/health/said', { device: refLabel(first.device), level })
            : text('ui/access/health/checked', { count: lines.length }),
        );
      }),
    [session, what, text, announce, run],
  );
  return { run: start, isBusy, error };
}

export interface ReadPress extends Omit<Reading, 'run'> {
  readonly press: () => void;
}

/** Whether the open vault has a login for the device; asked at the press, since a proof may have just saved one. */
async function isSaved(session: Session, id: DeviceId): Promise<boolean> {
  if (modeOf(session.vault.get()) !== 'open') return false;
  const { known } = await session.client.call('vault.knows', { ids: [id] });
  return savedFor(known).ids.has(id);
}

/** With a saved login it reads at once; else the dialog asks for one. */
export function useReadPress(what: ReadKind, id: DeviceId): ReadPress {
  const session = useSession();
  const { dialog } = useDevices();
  const asking = useAction();
  const { run, isBusy, error } = useReading(what);
  return {
    isBusy: isBusy || asking.isBusy,
    error: error ?? asking.error,
    press() {
      void asking.run(async () => {
        if (await isSaved(session, id)) await run({ ids: [id] });
        else dialog.set({ kind: 'read-login', ids: [id], what });
      });
    },
  };
}
