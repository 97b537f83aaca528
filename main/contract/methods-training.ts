import { z } from 'zod';
import { deviceId } from './device.ts';
import type { MethodSpec } from './method-spec.ts';
import { trainingDeviceAct, trainingSiteAct } from './training.ts';

/** The hands of the training site: what is done at the device itself, or at the router. */
export const trainingMethods = {
  /** Both lists are empty and `isInternetUp` is `null` outside of the training site. */
  'training.acts': {
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({
      deviceActs: z.array(trainingDeviceAct),
      siteActs: z.array(trainingSiteAct),
      isInternetUp: z.boolean().nullable(),
    }),
  },
  /**
   * Answers at once; the device is away until `backAt`. `isQuick`: everything takes seconds in place of the
   * time that real devices need.
   * `training.off`: real devices are on the screen. `training.not-simulated`: this row is none of the site's.
   */
  'training.act': {
    effect: 'write',
    input: z.union([
      z.strictObject({
        device: deviceId,
        act: trainingDeviceAct,
        isQuick: z.boolean().default(false),
      }),
      z.strictObject({ act: trainingSiteAct }),
    ]),
    output: z.object({
      /** `false`: it was like that already. */
      isChanged: z.boolean(),
      /** When the device answers again; `null` when nothing boots. */
      backAt: z.number().nullable(),
    }),
  },
} as const satisfies Record<string, MethodSpec>;
