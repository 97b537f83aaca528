import type { DeviceRecord } from '../../domain/record.ts';
import { readBinding } from '../health/cloud.ts';
import type { ItemContext } from '../jobs/types.ts';
import type { DeviceSession } from '../login/logins.ts';
import type { RunnerParts } from './options.ts';
import { viewOf } from './reading.ts';

/** What a login over HTTP tells of the binding. */
export interface HttpBinding {
  readonly isBound: boolean | null;
  /** For the evidence: what was read, and that it came over HTTP. */
  readonly text: string;
}

/** Reads as often as it is asked, until the login or the device refuses: then `null` for good. */
export interface BindingReader {
  read(): Promise<HttpBinding | null>;
}

/**
 * With the saved login, and only where this device has taken it before: nobody asked for a login here, so it
 * must not cost a try. `null` when there is none.
 */
export async function savedReader(
  { logins }: RunnerParts,
  device: DeviceRecord,
): Promise<BindingReader | null> {
  if (logins.state(device) !== 'proven' || !(await logins.hasSaved(device))) return null;
  const session = await logins.session(device, {});
  return 'kind' in session ? null : readerOf(session);
}

/** With the password that the device has just taken over SADP, so that it is known to be right. */
export async function provenReader<P>(
  { logins }: RunnerParts,
  { device, password, signal }: ItemContext<P>,
): Promise<BindingReader | null> {
  const typed = password();
  if (typed === null) return null;
  const userName = viewOf(device).facts.userName ?? 'admin';
  const session = await logins.session(device, { password: typed, userName, signal });
  return 'kind' in session ? null : readerOf(session);
}

function readerOf(session: DeviceSession): BindingReader {
  let isOver = false;
  return {
    async read() {
      if (isOver) return null;
      const binding = await readBinding(session);
      if ('kind' in binding) {
        // Silence may pass; every other word of refusal stays.
        isOver = binding.verdict !== 'no-answer';
        return { isBound: null, text: `not read over HTTP (${binding.reason})` };
      }
      const { isBound } = binding;
      const told = isBound === null ? 'not told' : isBound ? 'bound' : 'not bound';
      return { isBound, text: `bind state over HTTP: ${told}` };
    },
  };
}
