import type { DeviceId } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import type { trainingMethods } from '../contract/methods-training.ts';
import type { ResetCard } from '../contract/recovery.ts';
import {
  type TrainingDeviceAct,
  trainingDeviceActs,
  trainingSiteActs,
} from '../contract/training.ts';
import { kindOf } from '../domain/classify.ts';
import { currentFacts } from '../domain/facts.ts';
import type { Registry } from '../domain/registry.ts';
import { resetCardOf } from '../domain/reset-families.ts';
import type { TrainingAct, TrainingOutcome, TrainingSiteControls } from '../ports/training.ts';
import { deviceRefOf } from '../services/jobs/values.ts';
import type { Handlers } from './dispatch.ts';

export type TrainingHandlers = Pick<Handlers, keyof typeof trainingMethods>;

/** Where no source names a time; ladder mode counts to the same. */
const usualHoldS = 20;

/** `null` controls: real devices, and nothing can be done to them by hand from here. */
export function createTrainingHandlers(
  registry: Registry,
  controls: TrainingSiteControls | null,
): TrainingHandlers {
  return {
    'training.acts': () => ({
      deviceActs: controls === null ? [] : [...trainingDeviceActs],
      siteActs: controls === null ? [] : [...trainingSiteActs],
      isInternetUp: controls?.isInternetUp() ?? null,
    }),
    'training.act': (input) => {
      if (controls === null) throw new AppError('training.off', {});
      if ('device' in input) return actOn(registry, controls, input);
      return { isChanged: controls.setInternet(input.act === 'internet-on'), backAt: null };
    },
  };
}

interface DeviceAct {
  readonly device: DeviceId;
  readonly act: TrainingDeviceAct;
  readonly isQuick: boolean;
}

/** @throws AppError `device.not-found`, `training.no-button`, `training.not-simulated` */
function actOn(
  registry: Registry,
  controls: TrainingSiteControls,
  { device: id, act, isQuick }: DeviceAct,
): TrainingOutcome {
  const record = registry.record(id);
  if (record === undefined) throw new AppError('device.not-found', { wanted: id });
  const { name, serial, mac, model, address } = deviceRefOf(record);
  const facts = currentFacts(record.sources);
  const card = resetCardOf(facts.model ?? null, kindOf(record, facts));
  const device = name ?? model ?? serial ?? address ?? id;
  if (act === 'press-reset-button' && card.hasButton === false) {
    throw new AppError('training.no-button', { device });
  }
  const outcome = controls.act({ serial, mac }, { act, press: pressOf(card), isQuick });
  if (outcome === null) throw new AppError('training.not-simulated', { device });
  return outcome;
}

/** As the card tells people to do it. */
function pressOf(card: ResetCard): TrainingAct['press'] {
  return {
    holdMs: (card.firstHoldS ?? usualHoldS) * 1000,
    isOffFirst: card.power !== 'hold-while-running',
  };
}
