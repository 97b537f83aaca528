import type { DeviceEvent, DeviceId, FactKey } from '../contract/device.ts';
import type { FactChange, FactValue } from './facts.ts';

export type EventKind = DeviceEvent['kind'];
export type EventParams = DeviceEvent['params'];

/** An event while it may still be moved to the record its device is united with. */
export interface PendingEvent {
  deviceId: DeviceId;
  readonly at: number;
  readonly kind: EventKind;
  readonly params: EventParams;
}

export interface EventDraft {
  readonly kind: EventKind;
  readonly params: EventParams;
}

/** Told by events of their own. */
const ownEvent: ReadonlySet<FactKey> = new Set(['ipv4Address', 'activated', 'bootTime']);
/** Material of the password check: that it changed may be told, what it is may not. */
const unprinted: ReadonlySet<FactKey> = new Set(['salt', 'salt2', 'userName']);

const none: readonly EventDraft[] = [];

/** What happened to a device whose facts changed. Learning a fact for the first time is no event. */
export function eventsOfChanges(changes: readonly FactChange[]): readonly EventDraft[] {
  if (changes.length === 0) return none;
  const known = changes.filter((change) => change.from !== undefined);
  const drafts: EventDraft[] = [];
  const activation = known.find((change) => change.key === 'activated');
  if (activation !== undefined) {
    drafts.push({ kind: activation.to === true ? 'activated' : 'reset', params: {} });
  }
  const move = known.find((change) => change.key === 'ipv4Address');
  if (move !== undefined) drafts.push({ kind: 'address-changed', params: printed(move) });
  const updated = known.filter((change) => !ownEvent.has(change.key));
  const [only, second] = updated;
  if (only === undefined) return drafts;
  const fields = updated.map((change) => change.key).join(' ');
  const values = second === undefined && !unprinted.has(only.key) ? printed(only) : {};
  return [...drafts, { kind: 'updated', params: { fields, ...values } }];
}

function printed(change: FactChange): EventParams {
  return { from: print(change.from), to: print(change.to) };
}

function print(value: FactValue | undefined): string | number | null {
  return typeof value === 'boolean' ? String(value) : (value ?? null);
}
