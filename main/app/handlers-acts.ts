import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { given } from './handlers-jobs.ts';

export type ActHandlers = Pick<
  Handlers,
  | 'jobs.undo'
  | 'jobs.print'
  | 'network.check'
  | 'network.assign'
  | 'network.readPlan'
  | 'network.proposeResolve'
  | 'network.set'
  | 'devices.activate'
  | 'devices.unbind'
  | 'devices.unbindPanel'
  | 'devices.setCloud'
  | 'devices.setVerificationCode'
  | 'devices.restoreInactive'
  | 'devices.locate'
  | 'passwords.check'
>;

/** What starts a job of a kind, or plans one. Each gives the job back at once; `jobs.changed` tells the rest. */
export function createActHandlers({ acts }: Core): ActHandlers {
  const { provisioning } = acts;
  return {
    'jobs.undo': ({ id, secrets }) => provisioning.undo(id, given(secrets)),
    'jobs.print': ({ id, locale }) => provisioning.print(id, locale),
    'network.check': (input) => provisioning.check(input),
    'network.assign': (input) => provisioning.assign(input),
    'network.readPlan': (input) => provisioning.readPlan(input),
    'network.proposeResolve': (input) => provisioning.proposeResolve(input),
    'network.set': (input) => provisioning.setNetwork(input, given(input.secrets)),
    'devices.activate': (input) => provisioning.activate(input, given(input.secrets)),
    'devices.unbind': (input) => provisioning.unbind(input, given(input.secrets)),
    'devices.unbindPanel': (input) => provisioning.unbindPanel(input),
    'devices.setCloud': (input) => provisioning.setCloud(input, given(input.secrets)),
    'devices.setVerificationCode': (input) =>
      provisioning.setVerificationCode(input, given(input.secrets)),
    'devices.restoreInactive': (input) => provisioning.restoreInactive(input, given(input.secrets)),
    'devices.locate': (input) => provisioning.locate(input),
    'passwords.check': (input) => provisioning.checkPassword(input),
  };
}
