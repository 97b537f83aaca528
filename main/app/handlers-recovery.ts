import { AppError } from '../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../contract/methods.ts';
import type { recoveryMethods } from '../contract/methods-recovery.ts';
import { kindOf, kindOfModel } from '../domain/classify.ts';
import { currentFacts } from '../domain/facts.ts';
import { recoveryWays } from '../domain/recovery-ways.ts';
import type { Registry } from '../domain/registry.ts';
import { resetCardOf } from '../domain/reset-families.ts';
import { closingOffers } from '../services/cases/offers.ts';
import { deviceRefOf } from '../services/jobs/values.ts';
import { makeMessage } from '../services/messages/messages.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type RecoveryHandlers = Pick<Handlers, keyof typeof recoveryMethods>;

export function createRecoveryHandlers(core: Core): RecoveryHandlers {
  const { registry, chooser, settings, resetRequest } = core;
  const { cases } = core.recovery;
  return {
    'cases.list': (input) => ({ cases: cases.list(input) }),
    'cases.offers': () => ({ offers: offersOf(core) }),
    'cases.get': ({ id }) => cases.get(id),
    'cases.open': (input) => cases.open(input),
    'cases.step': (input) => cases.step(input),
    'cases.edit': (input) => cases.edit(input),
    'cases.setDeadline': (input) => cases.setDeadline(input),
    'cases.watch': (input) => cases.watch(input),
    'cases.sendAgain': ({ id }) => cases.sendAgain(id),
    'cases.close': (input) => cases.close(input),
    'cases.reopen': ({ id }) => cases.reopen(id),
    'cases.attach': (input) => cases.attach(input),
    'cases.attachment': (input) => cases.attachment(input),
    'cases.reminders': () => ({ reminders: cases.reminders() }),
    'cases.dismissReminder': ({ id }) => {
      cases.dismissReminder(id);
      return {};
    },
    'recovery.ways': ({ id }) => {
      const record = registry.record(id);
      if (record === undefined) throw new AppError('device.not-found', { wanted: id });
      return { ways: recoveryWays(currentFacts(record.sources)) };
    },
    'recovery.export': (input) => resetRequest.export(input),
    'recovery.apply': (input) => resetRequest.apply(input),
    'chooser.get': ({ device }) => chooser.get(device),
    'chooser.answer': (input) => chooser.answer(input),
    'reset.card': (input) => cardFor(registry, input),
    'messages.make': (input) =>
      makeMessage(
        {
          device: (id) => {
            const record = registry.record(id);
            return record === undefined ? undefined : deviceRefOf(record);
          },
          recoveryCase: (id) => cases.get(id),
          portalHours: () => settings.get().deadlines.portalHours,
        },
        input,
      ),
  };
}

const recentJobs = 200;
const casesOfDevice = 200;

function offersOf({
  sites,
  acts,
  recovery,
  registry,
}: Core): MethodOutput<'cases.offers'>['offers'] {
  return closingOffers({
    siteId: sites.currentId,
    jobs: acts.jobs.list(recentJobs),
    job: (id) => acts.jobs.get(id),
    cases: (device) => recovery.cases.list({ device, limit: casesOfDevice }),
    isListed: (id) => registry.row(id)?.removedAt === null,
  });
}

/** By the device, and by a model as typed where both are given. */
function cardFor(
  registry: Registry,
  { device, model }: MethodParsed<'reset.card'>,
): MethodOutput<'reset.card'> {
  if (device === undefined) {
    if (model === undefined || model === '') throw new AppError('case.no-card', {});
    return resetCardOf(model, kindOfModel({ model }));
  }
  const record = registry.record(device);
  if (record === undefined) throw new AppError('device.not-found', { wanted: device });
  const facts = currentFacts(record.sources);
  return resetCardOf(model ?? facts.model ?? null, kindOf(record, facts));
}
