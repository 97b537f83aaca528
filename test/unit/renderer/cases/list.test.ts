import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../../main/contract/errors.ts';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { mayInsist } from '../../../../renderer/src/features/cases/model/insist.ts';
import {
  canSendAgain,
  currentStep,
  doneCount,
  dueCases,
  leftSteps,
  nextDeadline,
  outcomesFor,
  sortCases,
  standing,
} from '../../../../renderer/src/features/cases/model/list.ts';
import { caseLook, stepLook } from '../../../../renderer/src/features/cases/model/looks.ts';
import {
  messageOfCase,
  messageOfRoute,
} from '../../../../renderer/src/features/cases/model/messages.ts';
import { aCase, aStep } from './a-case.ts';

type Deadline = RecoveryCase['deadlines'][number];

const deadline = (id: Deadline['id'], at: number, isOver = false): Deadline => ({
  ...{ id, at, warnAt: null, source: 'default', isOver },
});

describe('the order of cases', () => {
  test('expired, open by what runs out first, waiting, then closed with the newest first', () => {
    const cases = [
      aCase('closed-old', { state: 'done', closedAt: 10 }),
      aCase('waiting', { state: 'waiting' }),
      aCase('open-late', { deadlines: [deadline('watch', 900)] }),
      aCase('closed-new', { state: 'cancelled', closedAt: 20 }),
      aCase('open-soon', { deadlines: [deadline('lock', 500)] }),
      aCase('open-none'),
      aCase('expired', { state: 'expired' }),
    ];
    expect(sortCases(cases).map(({ id }) => id)).toEqual([
      'expired',
      'open-soon',
      'open-late',
      'open-none',
      'waiting',
      'closed-new',
      'closed-old',
    ]);
  });

  test('the next deadline is the first that still runs, else the last that is over', () => {
    const over = deadline('file-warn', 10, true);
    const runs = deadline('file-expire', 20);
    expect(nextDeadline(aCase('a', { deadlines: [runs, over] }))).toBe(runs);
    expect(nextDeadline(aCase('a', { deadlines: [over] }))).toBe(over);
    expect(nextDeadline(aCase('a', { deadlines: [runs], state: 'done' }))).toBeNull();
  });
});

describe('steps', () => {
  test('the next one is not an optional one while another has to be done', () => {
    const steps = [
      aStep('authorised', { state: 'done' }),
      aStep('label-checked', { isOptional: true }),
      aStep('button-found'),
    ];
    expect(currentStep(steps)?.id).toBe('button-found');
    expect(currentStep(steps.slice(0, 2))?.id).toBe('label-checked');
    expect(currentStep(steps.slice(0, 1))).toBeNull();
    expect(doneCount(steps)).toBe(1);
  });

  test('what a proof leaves to do is what comes after it; nothing while the case is open', () => {
    const steps = [
      aStep('button-found'),
      aStep('button-held'),
      aStep('inactive', { state: 'done', by: 'app' }),
      aStep('address-default', { isOptional: true }),
      aStep('cloud-read'),
      aStep('activated-again', { state: 'done', by: 'app' }),
      aStep('configured-again'),
    ];
    const left = leftSteps({ state: 'done', steps }).map(({ id }) => id);
    expect(left).toEqual(['cloud-read', 'configured-again']);
    expect(leftSteps({ state: 'open', steps })).toEqual([]);
    expect(leftSteps({ state: 'cancelled', steps })).toEqual([]);
    expect(leftSteps({ state: 'done', steps: [aStep('case-number')] })).toEqual([]);
  });

  test('going on against advice is offered for advice only', () => {
    const error = (code: ErrorCode, params = {}) => mayInsist({ code, params });
    expect(mayInsist(null)).toBe(false);
    expect(error('recovery.restarted')).toBe(true);
    expect(error('recovery.same-answer')).toBe(true);
    expect(error('recovery.not-sent', { reason: 'attempts-low' })).toBe(true);
    expect(error('recovery.not-sent', { reason: 'no-route' })).toBe(false);
    expect(error('recovery.no-answer')).toBe(false);
    expect(error('recovery.weak-password')).toBe(false);
    expect(error('internal.unexpected')).toBe(false);
  });

  test('a tick of a person does not look like what the tool has seen', () => {
    expect(stepLook({ state: 'done', by: 'app' }).tone).toBe('verified');
    expect(stepLook({ state: 'done', by: 'person' }).tone).toBe('accepted');
    expect(caseLook({ state: 'done', outcome: 'reset-verified' }).tone).toBe('verified');
    expect(caseLook({ state: 'done', outcome: 'told-by-person' }).tone).toBe('accepted');
  });

  test('an outcome that claims a proof is offered only where the tool has seen it', () => {
    const byPerson = [aStep('inactive', { state: 'done', by: 'person' })];
    const byApp = [aStep('inactive', { state: 'done', by: 'app' })];
    expect(outcomesFor(byPerson)).not.toContain('reset-verified');
    expect(outcomesFor(byApp)[0]).toBe('reset-verified');
    expect(outcomesFor(byApp)).not.toContain('unbound-verified');
  });
});

test('the number on the rail counts cases, not reminders', () => {
  expect(dueCases([{ caseId: 'a' }, { caseId: 'a' }, { caseId: 'b' }])).toBe(2);
});

test('what is over is not also said to be near, and both are put away together', () => {
  const told = (id: string, level: 'warn' | 'over', dueAt: number, caseId = 'a') => {
    return { ...{ id, caseId, level, dueAt }, deadline: 'file-expire' as const };
  };
  const warn = told('w', 'warn', 5);
  const over = told('o', 'over', 9);
  const other = told('x', 'warn', 7, 'b');
  expect(standing([warn, over, other])).toEqual([
    { reminder: other, ids: ['x'] },
    { reminder: over, ids: ['w', 'o'] },
  ]);
  expect(standing([])).toEqual([]);
});

test('the message for the owner fits the case and the way', () => {
  expect(messageOfCase('portal-reset', 'waiting')).toBe('agree-portal-reset');
  expect(messageOfCase('portal-reset', 'expired')).toBe('portal-reset-again');
  expect(messageOfCase('owner-unbind', 'open')).toBe('delete-in-app');
  expect(messageOfRoute('owner-forgot-account')).toBe('forgot-account');
  expect(messageOfRoute('reset-button')).toBeNull();
});

describe('sending again', () => {
  const request = { kind: 'reset-request', name: 'r.txt', mediaType: 'text/plain' } as const;
  const attachments = [{ ...request, id: 'a', bytes: 1, sha256: '', at: 0 }];

  test('wherever an answer did not come in time, also where no step says that anything left', () => {
    for (const kind of ['portal-reset', 'email-code', 'support-case', 'owner-unbind'] as const) {
      expect([kind, canSendAgain(aCase('c', { kind, state: 'expired' }))]).toEqual([kind, true]);
      expect([kind, canSendAgain(aCase('c', { kind }))]).toEqual([kind, false]);
    }
  });

  test('a request that runs may be sent again; a file comes anew from the device', () => {
    const steps = [aStep('request-sent', { state: 'done' })];
    expect(canSendAgain(aCase('c', { kind: 'portal-reset', steps }))).toBe(true);
    const file = { kind: 'reset-file', state: 'expired' } as const;
    expect(canSendAgain(aCase('c', { ...file, attachments }))).toBe(false);
    // Made in the vendor's own tool: nothing here could ask the device again.
    expect(canSendAgain(aCase('c', file))).toBe(true);
  });

  test('the message fits whoever has to answer', () => {
    expect(messageOfCase('support-case', 'expired')).toBe('ask-support-again');
    expect(messageOfCase('reset-file', 'expired')).toBe('ask-support-again');
    expect(messageOfCase('owner-unbind', 'expired')).toBe('delete-in-app');
  });
});
