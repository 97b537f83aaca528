import type { Job, JobItem, PreflightLine, Verdict } from '../../../../../main/contract/job.ts';
import type { Tone } from '../../../components/StatusMark.tsx';
import type { ShapeName } from '../../../components/shapes.tsx';

export interface Look {
  readonly shape: ShapeName;
  readonly tone: Tone;
}

export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  verified: { shape: 'tick', tone: 'verified' },
  accepted: { shape: 'halfTick', tone: 'accepted' },
  'needs-internet': { shape: 'hourglass', tone: 'waiting' },
  'needs-owner': { shape: 'diamond', tone: 'waiting' },
  'different-area': { shape: 'cross', tone: 'failed' },
  already: { shape: 'tick', tone: 'verified' },
  skipped: { shape: 'minus', tone: 'offline' },
  'wrong-password': { shape: 'cross', tone: 'failed' },
  locked: { shape: 'padlock', tone: 'locked' },
  refused: { shape: 'cross', tone: 'failed' },
  'not-supported': { shape: 'barred', tone: 'offline' },
  'no-answer': { shape: 'dashes', tone: 'offline' },
  unknown: { shape: 'question', tone: 'unknown' },
  failed: { shape: 'cross', tone: 'failed' },
};

/** The order in which verdicts are counted and listed: what needs a person first. */
export const verdictOrder: readonly Verdict[] = [
  'wrong-password',
  'locked',
  'failed',
  'refused',
  'different-area',
  'unknown',
  'no-answer',
  'needs-owner',
  'needs-internet',
  'not-supported',
  'skipped',
  'accepted',
  'already',
  'verified',
];

export const itemLooks: Readonly<Record<JobItem['state'], Look>> = {
  waiting: { shape: 'dashes', tone: 'offline' },
  running: { shape: 'arc', tone: 'accepted' },
  'waiting-internet': { shape: 'hourglass', tone: 'waiting' },
  done: { shape: 'dot', tone: 'online' },
};

export const lightLooks: Readonly<Record<PreflightLine['light'], Look>> = {
  ready: { shape: 'tick', tone: 'verified' },
  caution: { shape: 'triangle', tone: 'waiting' },
  stop: { shape: 'barred', tone: 'offline' },
};

/** A run that a wrong password, or an unconfirmed change, kept from its other devices. */
export const stoppedLook: Look = { shape: 'triangle', tone: 'waiting' };

export const jobLooks: Readonly<Record<Job['state'], Look>> = {
  running: { shape: 'arc', tone: 'accepted' },
  paused: { shape: 'hourglass', tone: 'waiting' },
  interrupted: { shape: 'triangle', tone: 'waiting' },
  done: { shape: 'dot', tone: 'online' },
  cancelled: { shape: 'minus', tone: 'offline' },
};
