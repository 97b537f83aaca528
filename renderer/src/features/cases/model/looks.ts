import type {
  CaseState,
  CaseStep,
  ChooserState,
  RecoveryCase,
} from '../../../../../main/contract/recovery.ts';
import type { Look } from '../../jobs/model/looks.ts';

const stateLooks: Readonly<Record<CaseState, Look>> = {
  open: { shape: 'square', tone: 'inactive' },
  waiting: { shape: 'hourglass', tone: 'waiting' },
  done: { shape: 'tick', tone: 'verified' },
  failed: { shape: 'cross', tone: 'failed' },
  expired: { shape: 'triangle', tone: 'duplicate' },
  cancelled: { shape: 'minus', tone: 'offline' },
};

/** Done by a person's word alone is not verified, and does not look as if it were. */
export function caseLook({ state, outcome }: Pick<RecoveryCase, 'state' | 'outcome'>): Look {
  return state === 'done' && outcome === 'told-by-person'
    ? { shape: 'halfTick', tone: 'accepted' }
    : stateLooks[state];
}

/** A step that the tool saw is verified; one that a person ticked is believed. */
export function stepLook({ state, by }: Pick<CaseStep, 'state' | 'by'>): Look {
  switch (state) {
    case 'done':
      return by === 'app'
        ? { shape: 'tick', tone: 'verified' }
        : { shape: 'halfTick', tone: 'accepted' };
    case 'failed':
      return { shape: 'cross', tone: 'failed' };
    case 'skipped':
      return { shape: 'minus', tone: 'offline' };
    case 'todo':
      return { shape: 'square', tone: 'offline' };
  }
}

export const watchLooks: Readonly<Record<RecoveryCase['watch']['state'], Look>> = {
  off: { shape: 'minus', tone: 'offline' },
  armed: { shape: 'hourglass', tone: 'waiting' },
  gone: { shape: 'dashes', tone: 'waiting' },
  back: { shape: 'arc', tone: 'accepted' },
  'reset-seen': { shape: 'tick', tone: 'verified' },
  'not-reset': { shape: 'cross', tone: 'failed' },
  timeout: { shape: 'question', tone: 'unknown' },
};

export const routeLooks: Readonly<Record<ChooserState['routes'][number]['state'], Look>> = {
  open: { shape: 'dot', tone: 'verified' },
  untold: { shape: 'question', tone: 'unknown' },
  needs: { shape: 'diamond', tone: 'waiting' },
  closed: { shape: 'barred', tone: 'offline' },
};
