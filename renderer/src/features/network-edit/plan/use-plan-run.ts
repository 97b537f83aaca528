import { useState } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import type { Job } from '../../../../../main/contract/job.ts';
import { type Action, useAction } from '../../../components/use-action.ts';
import { useSession } from '../../../state/app-context.tsx';
import { type SavedLogins, useSavedLogins } from '../../vault/SavedChoice.tsx';
import {
  changesOf,
  noPasswords,
  type Passwords,
  type Picks,
  type PlanLine,
  secretsBeside,
  withoutPassword,
} from '../model/plan.ts';

/** What the vault has for the devices of a run, and whether it is used. */
export interface PlanSaved {
  readonly logins: SavedLogins;
  readonly isUsed: boolean;
  readonly setUsed: (isUsed: boolean) => void;
  /** Devices that need a typed one all the same. */
  readonly rest: number;
  readonly total: number;
}

export interface PlanRun {
  readonly picks: Picks;
  readonly setPicks: (picks: Picks) => void;
  readonly passwords: Passwords;
  readonly setPasswords: (passwords: Passwords) => void;
  readonly saved: PlanSaved;
  /** Rows have a field of their own. */
  readonly hasRowPasswords: boolean;
  /** Devices that would be changed now. */
  readonly count: number;
  /** Of these, how many have no password yet. */
  readonly withoutPassword: number;
  readonly action: Action;
  /** Hands the changes over; the caller shows the run. */
  readonly start: (onStarted: (job: Job) => void) => void;
}

const noIds: ReadonlySet<DeviceId> = new Set();

/** The vault's by itself, unless somebody began to type. */
function useSavedOnes(ids: readonly DeviceId[], passwords: Passwords) {
  const logins = useSavedLogins(ids);
  const [choice, setUsed] = useState<boolean | null>(null);
  const isTyped = passwords.all !== '' || passwords.byDevice.size > 0;
  const isUsed = logins.ids.size > 0 && !logins.isLocked && (choice ?? !isTyped);
  const used = isUsed ? logins.ids : noIds;
  const rest = ids.filter((id) => !used.has(id));
  return { used, rest, saved: { logins, isUsed, setUsed, rest: rest.length, total: ids.length } };
}

/** Ticks, passwords and the start of a run, the same for every dialog that changes several devices. */
export function usePlanRun(lines: readonly PlanLine[], isOneByOne: boolean): PlanRun {
  const session = useSession();
  const action = useAction();
  const [picks, setPicks] = useState<Picks>(new Map());
  const [passwords, setPasswords] = useState<Passwords>(noPasswords);
  const changes = changesOf(lines, picks);
  const ids = changes.map(({ id }) => id);
  const { used, rest, saved } = useSavedOnes(ids, passwords);
  const missing = withoutPassword(passwords, rest);
  return {
    picks,
    setPicks,
    passwords,
    setPasswords,
    saved,
    hasRowPasswords: passwords.mode === 'each' && rest.length > 0,
    count: changes.length,
    withoutPassword: missing,
    action,
    start(onStarted) {
      if (changes.length === 0 || missing > 0) return;
      void action.run(async () => {
        const secrets = secretsBeside(passwords, ids, used);
        const input = { changes: [...changes], secrets, isOneByOne };
        const job = await session.client.call('network.set', input);
        setPasswords(noPasswords);
        onStarted(job);
      });
    },
  };
}
