import { trainingPassword } from './account.ts';
import { type Model, modelNamed } from './models.ts';
import type { Rng } from './rng.ts';
import type { RecorderChannel } from './state.ts';
import type { ChannelSpec, DeviceSpec } from './types.ts';

/** Where a recorder keeps the cameras of its own PoE ports. */
const hiddenNet = '192.168.254';
const hiddenModels = ['DS-2CD2143G2-I', 'DS-2CD2347G2-LU', 'DS-2CD2345FWD-I'] as const;

/** Of a hybrid recorder the cameras of the network come behind the analog ones. */
export function firstChannel({ analogChannels }: Model): number {
  return analogChannels + 1;
}

export function channelName(id: number): string {
  return `IPCamera ${String(id).padStart(2, '0')}`;
}

function hidden(id: number, nth: number, rng: Rng): RecorderChannel {
  const camera = modelNamed(rng.pick(hiddenModels));
  const firmware = camera.firmware[0];
  const serial = `${camera.name}20${rng.int(20, 23)}0${rng.int(1, 9)}${rng.int(10, 28)}${camera.batch}${rng.pick(['E', 'F', 'G'])}${rng.digits(8)}`;
  return {
    ...channelOf(id, { address: `${hiddenNet}.${nth + 2}` }),
    isPlugAndPlay: true,
    learned: { model: camera.name, serial, firmware },
  };
}

export function channelOf(id: number, spec: ChannelSpec): RecorderChannel {
  const { address = null, hostName = null, password = trainingPassword } = spec;
  return {
    id,
    name: spec.name ?? channelName(id),
    protocol: spec.protocol ?? 'HIKVISION',
    address: hostName === null ? address : null,
    ...{ hostName, password },
    port: 8000,
    sourceInput: 1,
    userName: spec.userName ?? 'admin',
    isPlugAndPlay: false,
    learned: null,
    toldSerial: spec.toldSerial ?? null,
  };
}

/** The lowest number that no channel has; `null` when all are taken. */
export function freeChannel(
  model: Model,
  taken: readonly { readonly id: number }[],
): number | null {
  const first = firstChannel(model);
  const ids = Array.from({ length: model.digitalChannels }, (_, index) => first + index);
  return ids.find((id) => !taken.some((channel) => channel.id === id)) ?? null;
}

/** Cameras on the recorder's own ports first, then those of the spec in their order. */
export function buildChannels(
  spec: DeviceSpec,
  model: Model,
  rng: Rng,
): readonly RecorderChannel[] {
  if (model.kind !== 'recorder') return [];
  const first = firstChannel(model);
  const channels = Array.from(
    { length: Math.min(spec.hiddenCameras ?? 0, model.digitalChannels) },
    (_, nth) => hidden(first + nth, nth, rng),
  );
  for (const wanted of spec.channels ?? []) {
    const id = wanted.id ?? freeChannel(model, channels);
    if (id === null) throw new RangeError(`${model.name} has no room for so many channels`);
    channels.push(channelOf(id, wanted));
  }
  return channels;
}
