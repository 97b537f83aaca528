import type { DeviceId } from '../contract/device.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { given } from './handlers-jobs.ts';

export type RecorderHandlers = Pick<
  Handlers,
  | 'recorder.channels'
  | 'recorder.map'
  | 'recorder.remove'
  | 'recorder.edit'
  | 'backup.make'
  | 'backup.read'
  | 'backup.restore'
  | 'qr.make'
  | 'qr.read'
  | 'qr.add'
>;

/** Channels of recorders, copies of configurations, codes of devices. */
export function recorderHandlers({ recorders: parts }: Core): RecorderHandlers {
  const { recorders, backup, qr } = parts;
  return {
    'recorder.channels': (input) => recorders.channels(input, typed(input)),
    'recorder.map': (input) => {
      recorders.map(input);
      return {};
    },
    'recorder.remove': (input) => recorders.remove(input, given(input.secrets)),
    'recorder.edit': (input) => recorders.edit(input, given(input.secrets)),
    'backup.make': (input) => backup.make(input, typed(input)),
    'backup.read': (input) => backup.read(input),
    'backup.restore': (input) => backup.restore(input, given(input.secrets)),
    'qr.make': (input) => qr.make(input),
    'qr.read': (input) => qr.read(input),
    'qr.add': (input) => qr.add(input),
  };
}

/** The password that came with a call about one device; `undefined`: the saved one. */
function typed({
  id,
  secrets,
}: {
  readonly id: DeviceId;
  readonly secrets?: Parameters<typeof given>[0] | undefined;
}): string | undefined {
  const { all, byDevice } = given(secrets);
  return byDevice?.[id] ?? all;
}
