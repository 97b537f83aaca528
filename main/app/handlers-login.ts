import type { loginMethods } from '../contract/methods-login.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { healthHandlers } from './handlers-health.ts';
import { given } from './handlers-jobs.ts';
import { notYet } from './not-yet.ts';

export type LoginHandlers = Pick<Handlers, keyof typeof loginMethods>;

export function createLoginHandlers(core: Core): LoginHandlers {
  return {
    ...healthHandlers(core),
    ...changeHandlers(core),
    'recorder.channels': notYet,
    'recorder.map': notYet,
    'recorder.remove': notYet,
    'recorder.edit': notYet,
    'backup.make': notYet,
    'backup.read': notYet,
    'backup.restore': notYet,
    'qr.make': notYet,
    'qr.read': notYet,
    'qr.add': notYet,
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
