import { useState } from 'react';
import type { Job } from '../../../../../main/contract/job.ts';
import { type Action, useAction } from '../../../components/use-action.ts';
import { useSession } from '../../../state/app-context.tsx';
import {
  changesOf,
  noPasswords,
  type Passwords,
  type Picks,
  type PlanLine,
  secretsOf,
  withoutPassword,
} from '../model/plan.ts';

export interface PlanRun {
  readonly picks: Picks;
  readonly setPicks: (picks: Picks) => void;
  readonly passwords: Passwords;
  readonly setPasswords: (passwords: Passwords) => void;
  /** Devices that would be changed now. */
  readonly count: number;
  /** Of these, how many have no password yet. */
  readonly withoutPassword: number;
  readonly action: Action;
  /** Hands the changes over; the caller shows the run. */
  readonly start: (onStarted: (job: Job) => void) => void;
}

/** Ticks, passwords and the start of a run, the same for every dialog that changes several devices. */
export function usePlanRun(lines: readonly PlanLine[], isOneByOne: boolean): PlanRun {
  const session = useSession();
  const action = useAction();
  const [picks, setPicks] = useState<Picks>(new Map());
  const [passwords, setPasswords] = useState<Passwords>(noPasswords);
  const changes = changesOf(lines, picks);
  const ids = changes.map(({ id }) => id);
  const missing = withoutPassword(passwords, ids);
  return {
    picks,
    setPicks,
    passwords,
    setPasswords,
    count: changes.length,
    withoutPassword: missing,
    action,
    start(onStarted) {
      if (changes.length === 0 || missing > 0) return;
      void action.run(async () => {
        const secrets = secretsOf(passwords, ids);
        const input = { changes: [...changes], secrets, isOneByOne };
        const job = await session.client.call('network.set', input);
        setPasswords(noPasswords);
        onStarted(job);
      });
    },
  };
}
