import type { SimDevice } from '../device.ts';
import { readSadpRequest } from '../requests.ts';
import type { Rogue } from '../rogue.ts';
import type { ReceiveContext, SimReply } from '../types.ts';
import { readWsProbe } from '../ws-discovery.ts';

export type Answer = (device: SimDevice, context: ReceiveContext) => readonly SimReply[];

/** One of the two multicast services, as the devices see it. */
export interface Face {
  readonly name: 'sadp' | 'ws-discovery';
  readonly port: number;
  /** Reads a datagram once for all devices; `null` when it asks nothing, as our own answers do. */
  readonly read: (data: Uint8Array) => Answer | null;
  /** What somebody else on the wire makes of the same datagram. */
  readonly overhear: (rogue: Rogue, data: Uint8Array, now: number) => readonly SimReply[];
  readonly hello: (device: SimDevice, now: number) => SimReply | null;
  /** Whether the device listens on this port with its own address. */
  readonly serves: (device: SimDevice) => boolean;
}

export function sadpFace(port: number): Face {
  return {
    name: 'sadp',
    port,
    read: (data) => {
      const request = readSadpRequest(data);
      if (request === null) return null;
      return (device, { to, now }) => (device.hears(to) ? device.answerSadp(request, now) : []);
    },
    overhear: (rogue, data, now) => rogue.receive(data, now),
    hello: (device, now) => device.hello(now),
    serves: (device) => device.state.sadp !== 'link-layer',
  };
}

export function wsDiscoveryFace(port: number): Face {
  return {
    name: 'ws-discovery',
    port,
    read: (data) => {
      const probe = readWsProbe(data);
      return probe === null ? null : (device) => device.answerWsProbe(probe);
    },
    overhear: () => [],
    hello: (device, now) => device.wsHello(now),
    serves: (device) => device.state.isOnvifOn,
  };
}
