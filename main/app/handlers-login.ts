import type { loginMethods } from '../contract/methods-login.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { healthHandlers } from './handlers-health.ts';
import { given } from './handlers-jobs.ts';
import { recorderHandlers } from './handlers-recorders.ts';

export type LoginHandlers = Pick<Handlers, keyof typeof loginMethods>;

export function createLoginHandlers(core: Core): LoginHandlers {
  return {
    ...healthHandlers(core),
    ...changeHandlers(core),
    ...recorderHandlers(core),
  };
}

/** What a login changes; each gives its job back at once. */
function changeHandlers({
  acts,
}: Core): Pick<LoginHandlers, 'devices.setPassword' | 'devices.reboot' | 'devices.reset'> {
  const { provisioning } = acts;
  return {
    'devices.setPassword': (input) => provisioning.setPassword(input, given(input.secrets)),
    'devices.reboot': (input) => provisioning.reboot(input, given(input.secrets)),
    'devices.reset': (input) => provisioning.reset(input, given(input.secrets)),
  };
}
