import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { Job } from '../../contract/job.ts';
import type { RecorderChannel } from '../../contract/login.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import {
  type CameraCandidate,
  type ChannelEvidence,
  type ChannelMatch,
  matchChannel,
} from '../../domain/channel-match.ts';
import { currentFacts } from '../../domain/facts.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ChannelLink, ChannelStore } from '../../store/channel-types.ts';
import type { JobRequest } from '../jobs/types.ts';
import { deviceRefOf, labelOf } from '../jobs/values.ts';
import { loginError, readError } from '../login/login-error.ts';
import type { Logins } from '../login/logins.ts';
import type { ChannelEditParams } from '../provisioning/http/channel-edit-runner.ts';
import type { ChannelRemoveParams } from '../provisioning/http/channel-remove-runner.ts';
import { type ReadChannel, readChannels } from './read-channels.ts';

type Secrets = JobRequest['passwords'];

export interface RecordersOptions {
  readonly clock: Clock;
  readonly logins: Logins;
  readonly store: ChannelStore;
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  /** Every device that is known, also removed ones: a channel may still be one of them. */
  readonly records: () => readonly DeviceRecord[];
  /** Every name of a device, the best first. */
  readonly keysOf: (device: DeviceRecord) => readonly [string, ...string[]];
  readonly start: (request: JobRequest) => Promise<Job>;
}

/** One channel of a recorder that uses a camera. */
export interface RecorderUse {
  readonly recorder: DeviceRecord;
  readonly channel: number;
  /** The address the recorder knew it by when it was last read. */
  readonly address: string | null;
}

/** Channels of recorders: which camera each one is, and what is done to them. Changes are jobs. */
export class Recorders {
  readonly #options: RecordersOptions;

  constructor(options: RecordersOptions) {
    this.#options = options;
  }

  /** @throws AppError `device.not-found`, `login.failed`, `recorder.no-channels` */
  async channels(
    input: MethodParsed<'recorder.channels'>,
    password: string | undefined,
  ): Promise<MethodOutput<'recorder.channels'>> {
    const { logins, clock } = this.#options;
    const recorder = this.#need(input.id);
    const label = labelOf(deviceRefOf(recorder));
    const session = await logins.session(recorder, {
      ...(password === undefined ? {} : { password }),
      isOverride: input.override !== undefined,
    });
    if ('kind' in session) throw loginError(label, session);
    const read = await readChannels(session);
    if (read.kind === 'failed') throw loginError(label, read.failure);
    if (read.kind === 'absent') throw new AppError('recorder.no-channels', { device: label });
    if (read.kind === 'unclear') throw readError(label, read.answer);
    const at = clock.now();
    const answers = this.#answers(recorder);
    const candidates = this.#candidates(recorder);
    const channels = read.value.channels.flatMap((each) => {
      const number = channelNumber(each.channel.id);
      return number === null ? [] : [this.#view(each, number, { answers, candidates })];
    });
    this.#keep(recorder, channels, at);
    return { at, channels, analog: read.value.analog };
  }

  /** @throws AppError `device.not-found`, `input.invalid` for a camera that is none of them */
  map({ id, channel, device, isNone }: MethodParsed<'recorder.map'>): void {
    const { store, keysOf, clock } = this.#options;
    const recorder = this.#need(id);
    const keys = keysOf(recorder);
    if (device !== null && isNone) throw new AppError('input.invalid', { fields: 'isNone' });
    if (device === null && !isNone) {
      store.putAnswer(keys, channel, null);
      return;
    }
    const camera = device === null ? null : keysOf(this.#need(device))[0];
    const read = this.#links(recorder).find((link) => !link.isPerson && link.channel === channel);
    store.putAnswer(keys, channel, {
      ...{ recorder: keys[0], channel, isPerson: true, device: camera },
      ...{ serial: read?.serial ?? null, address: read?.address ?? null, at: clock.now() },
    });
  }

  /** @throws AppError `device.not-found`, and those of `Jobs.start` */
  remove(input: MethodParsed<'recorder.remove'>, passwords: Secrets): Promise<Job> {
    const { id: device, channel, override } = input;
    const params: ChannelRemoveParams = { channel };
    return this.#options.start({
      ...{ kind: 'channel-remove', items: [{ device, params }], passwords },
      isOverride: override !== undefined,
    });
  }

  /** @throws AppError `device.not-found`, `input.invalid` for an edit of nothing, and those of `Jobs.start` */
  edit(input: MethodParsed<'recorder.edit'>, passwords: Secrets): Promise<Job> {
    const { id: device, channel, override, address, port, name, userName, channelPassword } = input;
    const params: ChannelEditParams = {
      channel,
      ...(address === undefined ? {} : { address }),
      ...(port === undefined ? {} : { port }),
      ...(name === undefined ? {} : { name }),
      ...(userName === undefined ? {} : { userName }),
      ...(channelPassword === undefined ? {} : { channelPassword }),
    };
    if (Object.keys(params).length === 1) {
      throw new AppError('input.invalid', { fields: 'address, port, name, userName' });
    }
    return this.#options.start({
      ...{ kind: 'channel-edit', items: [{ device, params }], passwords },
      isOverride: override !== undefined,
    });
  }

  /** Recorders that are known to use this camera, as last read or as a person said. */
  using(device: DeviceRecord): RecorderUse[] {
    const { store, keysOf, records } = this.#options;
    const links = store.ofDevice(keysOf(device));
    const byKey = new Map(records().flatMap((each) => keysOf(each).map((key) => [key, each])));
    const uses = new Map<string, RecorderUse>();
    for (const { recorder: key, channel, address, isPerson } of links) {
      const recorder = byKey.get(key);
      if (recorder === undefined || recorder.id === device.id) continue;
      // What was read gives way to a person who said that it is another one, or none.
      if (!isPerson && this.#answers(recorder).has(channel)) continue;
      uses.set(`${recorder.id} ${channel}`, { recorder, channel, address });
    }
    return [...uses.values()];
  }

  /** The camera that a channel is, where that is sure. */
  cameraOf(recorder: DeviceRecord, channel: number): DeviceRecord | null {
    const links = this.#links(recorder).filter((link) => link.channel === channel);
    const link = links.find(({ isPerson }) => isPerson) ?? links[0];
    return link?.device == null ? null : this.#byKey(link.device);
  }

  /** After a removal or another edit: what was read of the channel is no longer true. */
  forgetChannel(recorder: DeviceRecord, channel: number): void {
    const { store, keysOf } = this.#options;
    const keys = keysOf(recorder);
    const rest = this.#links(recorder).filter((link) => !link.isPerson && link.channel !== channel);
    store.putRead(
      keys,
      rest.map((link) => ({ ...link, recorder: keys[0] })),
    );
    store.putAnswer(keys, channel, null);
  }

  #view(
    { channel, status, seen }: ReadChannel,
    id: number,
    known: {
      readonly answers: ReadonlyMap<number, ChannelLink>;
      readonly candidates: readonly CameraCandidate<DeviceRecord>[];
    },
  ): RecorderChannel {
    const evidence = {
      serial: channel.serial ?? seen?.serial ?? null,
      mac: seen?.mac ?? null,
      // A camera behind the recorder's own ports has an address that another camera may have out here.
      address: channel.isPlugAndPlay === true ? null : (channel.address ?? status?.address ?? null),
    };
    const answer = known.answers.get(id);
    const match = this.#match(evidence, known.candidates, answer);
    const facts = match.camera === null ? {} : currentFacts(match.camera.sources);
    return {
      ...{ id, name: channel.name, protocol: channel.protocol, port: channel.port },
      address: channel.address ?? channel.hostName,
      ...{ input: channel.sourceInput, userName: channel.userName },
      model: channel.model ?? seen?.model ?? null,
      serial: evidence.serial,
      isPlugAndPlay: channel.isPlugAndPlay,
      state: stateOf(status),
      rawState: status?.resultText ?? null,
      match: {
        ...{ kind: match.kind, why: match.why },
        device: match.camera === null ? null : deviceRefOf(match.camera),
        other: match.other === null ? null : deviceRefOf(match.other),
      },
      cameraBound: facts.cloudBound ?? null,
      cameraUnbindSupported: facts.unbindSupported ?? null,
    };
  }

  /** By the signs, unless a person's answer still holds. */
  #match(
    evidence: ChannelEvidence,
    candidates: readonly CameraCandidate<DeviceRecord>[],
    answer: ChannelLink | undefined,
  ): ChannelMatch<DeviceRecord> {
    if (answer === undefined || !isStillSo(answer, evidence)) {
      return matchChannel(evidence, candidates, null);
    }
    if (answer.device !== null) {
      return matchChannel(evidence, candidates, this.#byKey(answer.device));
    }
    // "None of these" speaks of those that were known then; one that is met later is asked about again.
    const later = candidates.filter(({ camera }) => camera.createdAt > answer.at);
    const match = matchChannel(evidence, later, null);
    return match.kind === 'none' ? { ...match, why: 'person' } : match;
  }

  #keep(recorder: DeviceRecord, channels: readonly RecorderChannel[], at: number): void {
    const { store, keysOf, record } = this.#options;
    const keys = keysOf(recorder);
    const links = channels.map(({ id: channel, serial, address, match }): ChannelLink => {
      const camera =
        match.kind === 'sure' && match.device !== null ? record(match.device.id) : null;
      const device = camera == null ? null : keysOf(camera)[0];
      return { recorder: keys[0], channel, isPerson: false, device, serial, address, at };
    });
    store.putRead(keys, links);
  }

  #answers(recorder: DeviceRecord): ReadonlyMap<number, ChannelLink> {
    const links = this.#links(recorder).filter(({ isPerson }) => isPerson);
    return new Map(links.map((link) => [link.channel, link]));
  }

  #links(recorder: DeviceRecord): ChannelLink[] {
    const { store, keysOf } = this.#options;
    return store.ofRecorder(keysOf(recorder));
  }

  #candidates(recorder: DeviceRecord): CameraCandidate<DeviceRecord>[] {
    return this.#options
      .records()
      .filter(({ id, removedAt }) => id !== recorder.id && removedAt === null)
      .map((camera) => ({
        ...{ camera, serial: camera.serial, macs: camera.nics.map(({ mac }) => mac) },
        address: deviceRefOf(camera).address,
      }));
  }

  #byKey(key: string): DeviceRecord | null {
    const { records, keysOf } = this.#options;
    return records().find((each) => keysOf(each).includes(key)) ?? null;
  }

  #need(id: DeviceId): DeviceRecord {
    const record = this.#options.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  }
}

/** Channels are numbered from 1; anything else is nothing that could be removed or edited by its number. */
export function channelNumber(id: string): number | null {
  const number = Number(id);
  return /^\d{1,4}$/.test(id) && number >= 1 && number <= 1024 ? number : null;
}

/** Another camera in the slot: serial and address that were told then are both others now. */
function isStillSo(
  answer: ChannelLink,
  now: { readonly serial: string | null; readonly address: string | null },
): boolean {
  const isKnown = answer.serial !== null || answer.address !== null;
  const isSame = (then: string | null, today: string | null) => then !== null && then === today;
  return !isKnown || isSame(answer.serial, now.serial) || isSame(answer.address, now.address);
}

function stateOf(status: ReadChannel['status']): RecorderChannel['state'] {
  if (status === null) return 'unknown';
  switch (status.result) {
    case 'connected':
      return status.isOnline === false ? 'offline' : 'online';
    case 'absent':
      return 'not-exist';
    case 'wrong-password':
    case 'offline':
    case 'other':
      return status.result;
    case null:
      return status.isOnline === null ? 'unknown' : status.isOnline ? 'online' : 'offline';
  }
}
