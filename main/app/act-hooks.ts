import { parseIpv4 } from '../contract/ip.ts';
import type { NetworkValues } from '../contract/job.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { Registry } from '../domain/registry.ts';
import type { RunnerOptions } from '../services/provisioning/options.ts';
import type { EventPump } from './event-pump.ts';

/** What jobs ask of parts that are made after them; each part puts its own in. */
export interface ActHooks {
  recordersUsing: RunnerOptions['recordersUsing'];
  onResetStarted: RunnerOptions['onResetStarted'];
  onResetEnded: RunnerOptions['onResetEnded'];
}

export function createActHooks(): ActHooks {
  return { recordersUsing: undefined, onResetStarted: undefined, onResetEnded: undefined };
}

/** Asked at the moment of use, so that it does not matter who was made first. */
export function lateHooks(hooks: ActHooks): Pick<RunnerOptions, keyof ActHooks> {
  return {
    recordersUsing: (device) => hooks.recordersUsing?.(device) ?? [],
    onResetStarted: (reset) => hooks.onResetStarted?.(reset),
    onResetEnded: (reset) => hooks.onResetEnded?.(reset),
  };
}

/**
 * A device told its network values over a login, and that it is this device: the list shows them, and its
 * entry in the book leads there. An entry by name is left: the name is the network's business.
 */
export function followAddress(
  { registry, pump, now }: { registry: Registry; pump: EventPump; now: () => number },
  device: DeviceRecord,
  values: NetworkValues,
): void {
  const at = now();
  const { ipv4Address, ipv4Mask, ipv4Gateway, dhcpEnabled, commandPort, httpPort } = values;
  registry.learn(device.id, {
    ...{ source: 'book', adapter: null, at, fromAddress: ipv4Address },
    facts: {
      ...(ipv4Address === null ? {} : { ipv4Address }),
      ...(ipv4Mask === null ? {} : { ipv4Mask }),
      ...(ipv4Gateway === null ? {} : { ipv4Gateway }),
      ...(dhcpEnabled === null ? {} : { dhcpEnabled }),
      ...(commandPort === null ? {} : { commandPort }),
      ...(httpPort === null ? {} : { httpPort }),
    },
  });
  const book = registry.record(device.id)?.book ?? null;
  if (book !== null && ipv4Address !== null && parseIpv4(book.host) !== null) {
    const port = book.isTls ? book.httpPort : (httpPort ?? book.httpPort);
    const hasMoved = book.host !== ipv4Address || book.httpPort !== port;
    if (hasMoved) registry.setBook(device.id, { ...book, host: ipv4Address, httpPort: port }, at);
  }
  pump.request();
}
