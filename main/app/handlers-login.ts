import type { loginMethods } from '../contract/methods-login.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type LoginHandlers = Pick<Handlers, keyof typeof loginMethods>;

export function createLoginHandlers(_core: Core): LoginHandlers {
  return {
    'health.get': notYet,
    'health.check': notYet,
    'health.setOn': notYet,
    'cloud.read': notYet,
    'devices.setPassword': notYet,
    'devices.reboot': notYet,
    'devices.reset': notYet,
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
