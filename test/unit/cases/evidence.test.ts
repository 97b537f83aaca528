import { expect, test } from 'vitest';
import { recoveryCase } from '../../../main/contract/recovery.ts';
import { seeStep, stepOf, withStep } from '../../../main/domain/cases/state.ts';
import type { CaseFile } from '../../../main/domain/cases/types.ts';
import { aCase, aStep } from '../renderer/cases/a-case.ts';

const file = {
  view: aCase('c1', { steps: [aStep('gone', { isWatched: true })] }),
  own: {},
} as unknown as CaseFile;
const told = { code: 'silent', params: { seconds: 20 } } as const;

test('what was seen is kept as text and in words; a person’s note takes the place of both', () => {
  const seen = seeStep(file, 'gone', 5, { evidence: 'silent 20 s', told });
  expect(stepOf(seen.view, 'gone')).toMatchObject({ evidence: 'silent 20 s', told });
  // It goes over the wire and into the store.
  const parsed = recoveryCase.parse(seen.view);
  expect(stepOf(parsed, 'gone')?.told).toEqual(told);
  const ticked = withStep(seen, 'gone', { by: 'person', evidence: 'I saw it' });
  expect(stepOf(ticked.view, 'gone')).toMatchObject({ evidence: 'I saw it', told: null });
  // Rows of before have none.
  expect(stepOf(recoveryCase.parse(file.view), 'gone')?.told).toBeUndefined();
});
