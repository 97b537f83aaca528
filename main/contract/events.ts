import { z } from 'zod';
import { deviceId, deviceRow } from './device.ts';
import { job } from './job.ts';
import { vaultState } from './methods-vault.ts';
import { discoveryStatus, sweepStatus } from './network.ts';
import { recoveryCase, reminder } from './recovery.ts';
import { settings } from './settings.ts';
import { site } from './site.ts';

/**
 * Events, name to payload. Every event carries the stream's running number; a listener that sees a
 * gap asks for `devices.snapshot` again.
 */
export const events = {
  'devices.changed': z.object({ upserts: z.array(deviceRow), removed: z.array(deviceId) }),
  'discovery.changed': discoveryStatus,
  'sweep.changed': sweepStatus,
  /** One job, whole, at most five times a second while it runs. */
  'jobs.changed': job,
  'site.changed': site,
  'settings.changed': settings,
  'vault.changed': vaultState,
  /** One case, whole. */
  'cases.changed': recoveryCase,
  /** All reminders that stand now. */
  'reminders.changed': z.object({ reminders: z.array(reminder) }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** One event on the wire. */
export type AppEvent = {
  [E in EventName]: { readonly seq: number; readonly name: E; readonly payload: EventPayload<E> };
}[EventName];
