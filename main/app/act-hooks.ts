import type { BookEntry } from '../contract/book.ts';
import { parseIpv4 } from '../contract/ip.ts';
import type { NetworkValues } from '../contract/job.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { Sighting } from '../domain/sighting.ts';
import type { ReadIdentity, RunnerOptions } from '../services/provisioning/options.ts';
import type { EventPump } from './event-pump.ts';

/** What jobs ask of parts that are made after them; each part puts its own in. */
export interface ActHooks {
  recordersUsing: RunnerOptions['recordersUsing'];
  onResetStarted: RunnerOptions['onResetStarted'];
  onResetEnded: RunnerOptions['onResetEnded'];
  onUnbound: RunnerOptions['onUnbound'];
}

export function createActHooks(): ActHooks {
  return {
    ...{ recordersUsing: undefined, onUnbound: undefined },
    ...{ onResetStarted: undefined, onResetEnded: undefined },
  };
}

/** Asked at the moment of use, so that it does not matter who was made first. */
export function lateHooks(hooks: ActHooks): Pick<RunnerOptions, keyof ActHooks> {
  return {
    recordersUsing: (device) => hooks.recordersUsing?.(device) ?? [],
    onResetStarted: (reset) => hooks.onResetStarted?.(reset),
    onResetEnded: (reset) => hooks.onResetEnded?.(reset),
    onUnbound: (device) => hooks.onUnbound?.(device),
  };
}

/**
 * A device told its network values over a login, and that it is this device: the list shows them, and its
 * entry in the book leads there. An entry by name is left: the name is the network's business.
 */
export function followAddress(
  { registry, pump, now }: { registry: Registry; pump: EventPump; now: () => number },
  device: DeviceRecord,
  { values, identity }: { values: NetworkValues; identity: ReadIdentity | undefined },
): void {
  const at = now();
  const { ipv4Address, httpPort } = values;
  const where = { at, fromAddress: ipv4Address } as const;
  const facts = { ...factsOf(values), ...identityFacts(registry, device, identity) };
  registry.learn(device.id, { ...where, source: 'book', adapter: null, facts });
  const record = registry.record(device.id);
  // It was reached at its web port there, which is all that a sweep ever tells; without this the place where
  // the sweep met it would count for minutes more.
  const swept = record?.sources.sweep;
  if (swept !== undefined && ipv4Address !== null) {
    const place = { ipv4Address, ...(httpPort === null ? {} : { httpPort }) };
    registry.learn(device.id, { ...where, source: 'sweep', adapter: swept.adapter, facts: place });
  }
  const entry = record?.book ? movedEntry(record.book, values) : null;
  if (entry !== null) registry.setBook(device.id, entry, at);
  pump.request();
}

function factsOf(values: NetworkValues): Sighting['facts'] {
  const { ipv4Address, ipv4Mask, ipv4Gateway, dhcpEnabled, commandPort, httpPort } = values;
  const told = { ipv4Address, ipv4Mask, ipv4Gateway, dhcpEnabled, commandPort, httpPort };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

/** A serial that another device of the list has is a question for a person, not for us. */
function identityFacts(
  registry: Registry,
  device: DeviceRecord,
  identity: ReadIdentity | undefined,
): Sighting['facts'] {
  if (identity === undefined) return {};
  const { serial, mac, model } = identity;
  const others = [serial, mac].some((name) => {
    const found = name === null ? null : registry.find(name);
    return found?.kind === 'many' || (found?.kind === 'one' && found.id !== device.id);
  });
  if (others) return {};
  const told = { serial, mac, model };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

/** `null`: it leads there already, or it goes by a name. */
function movedEntry(book: BookEntry, { ipv4Address, httpPort }: NetworkValues): BookEntry | null {
  if (ipv4Address === null || parseIpv4(book.host) === null) return null;
  const port = book.isTls ? book.httpPort : (httpPort ?? book.httpPort);
  const isSame = book.host === ipv4Address && book.httpPort === port;
  return isSame ? null : { ...book, host: ipv4Address, httpPort: port };
}
