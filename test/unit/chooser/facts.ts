import fc from 'fast-check';
import { deviceKinds } from '../../../main/contract/device.ts';
import { chooserQuestions } from '../../../main/contract/recovery.ts';
import { optionsOf } from '../../../main/domain/chooser/question.ts';
import type { Answers, ChooserFacts } from '../../../main/domain/chooser/types.ts';

/** A bound camera that tells nothing more. */
export const camera: ChooserFacts = {
  ...{ kind: 'camera', isForeign: false, isUserPanel: false, hasSadp: true, activated: true },
  ...{ bound: true, cloudSupported: true, cloudEnabled: true, cloudOnline: null },
  ...{ unbindSupported: true, areasDiffer: false, wasRefused: false, isLocked: false },
  ...{ knowsPassword: null, hasButton: null },
  ways: {
    ...{ 'reset-file': null, 'email-code': null },
    ...{ 'security-questions': null, 'guid-file': null },
  },
};

const tri = fc.constantFrom(true, false, null);

export const anyFacts: fc.Arbitrary<ChooserFacts> = fc.record({
  kind: fc.constantFrom(...deviceKinds),
  isForeign: fc.boolean(),
  isUserPanel: fc.boolean(),
  hasSadp: fc.boolean(),
  activated: tri,
  bound: tri,
  cloudSupported: tri,
  cloudEnabled: tri,
  cloudOnline: tri,
  unbindSupported: tri,
  areasDiffer: fc.boolean(),
  wasRefused: fc.boolean(),
  isLocked: fc.boolean(),
  knowsPassword: fc.constantFrom('proven' as const, 'saved' as const, null),
  hasButton: tri,
  ways: fc.record({
    'reset-file': tri,
    'email-code': tri,
    'security-questions': tri,
    'guid-file': tri,
  }),
});

/** Any questions answered, in any way. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(...chooserQuestions.map((question) => fc.option(fc.constantFrom(...optionsOf(question)))))
  .map((given) =>
    Object.fromEntries(
      chooserQuestions.flatMap((question, index) => {
        const answer = given[index];
        return answer === null || answer === undefined ? [] : [[question, answer]];
      }),
    ),
  );
