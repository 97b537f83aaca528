import type { ErrorCode } from '../errors.ts';

type TrainingErrorCode = Extract<ErrorCode, `training.${string}`>;

export const trainingErrorsEn = {
  'training.off': {
    what: 'These are real devices: their buttons, plugs and router are in your hands only.',
    next: 'Start Untether with --demo to practise with simulated devices.',
  },
  'training.not-simulated': {
    what: '{{device}} is no device of the training site, so it has no button or plug here.',
    next: 'Choose a device that the search has found.',
  },
  'training.no-button': {
    what: 'Devices like {{device}} have no reset button.',
    next: 'Open "Find the cheapest way…" for the ways that are left.',
  },
} satisfies Record<TrainingErrorCode, { what: string; next: string }>;

export type TrainingErrorsText = Record<TrainingErrorCode, { what: string; next: string }>;
