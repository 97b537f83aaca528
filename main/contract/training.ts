import { z } from 'zod';

/** What a person could do to a device of the training site by hand. */
export const trainingDeviceActs = [
  /** Off, the button held as long as the model's card says, on; then as from the factory. */
  'press-reset-button',
  'power-cycle',
  'unplug',
  'plug-in',
] as const;
export const trainingDeviceAct = z.enum(trainingDeviceActs);
export type TrainingDeviceAct = (typeof trainingDeviceActs)[number];

export const trainingSiteActs = ['internet-on', 'internet-off'] as const;
export const trainingSiteAct = z.enum(trainingSiteActs);
export type TrainingSiteAct = (typeof trainingSiteActs)[number];
