import {
  decodeNetworkCapabilities,
  decodeSystemCapabilities,
} from '../../protocol/isapi/capabilities.ts';
import { decodeVideoInputs } from '../../protocol/isapi/channels.ts';
import { decodeDeviceInfo } from '../../protocol/isapi/device-info.ts';
import { decodeDiscoveryMode } from '../../protocol/isapi/discovery-mode.ts';
import { decodeEzviz } from '../../protocol/isapi/ezviz.ts';
import { decodeProxyStatus } from '../../protocol/isapi/input-proxy.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import { decodeHdStatus, decodeStorage } from '../../protocol/isapi/storage.ts';
import { decodeSystemStatus } from '../../protocol/isapi/system-status.ts';
import { decodeTime } from '../../protocol/isapi/time.ts';
import { decodeUserCheck } from '../../protocol/isapi/user-check.ts';
import type { DeviceSession, LoginFailure } from '../login/logins.ts';
import { ask, type Told, valueIn } from './read.ts';

/** Each document and what it is read with; the words are those of the finding `partly-read`. */
export const documents = {
  userCheck: [paths.userCheck, decodeUserCheck],
  deviceInfo: [paths.deviceInfo, decodeDeviceInfo],
  status: [paths.status, decodeSystemStatus],
  time: [paths.time, decodeTime],
  capabilities: [paths.capabilities, decodeSystemCapabilities],
  network: [paths.networkCapabilities, decodeNetworkCapabilities],
  storage: [paths.storage, decodeStorage],
  disks: [paths.hdStatus, decodeHdStatus],
  cameras: [paths.proxyStatus, decodeProxyStatus],
  inputs: [paths.videoInputs, decodeVideoInputs],
  cloud: [paths.ezviz, decodeEzviz],
  discovery: [paths.discoveryMode, decodeDiscoveryMode],
} as const;
export type DocumentName = keyof typeof documents;

type ValueOf<N extends DocumentName> =
  ReturnType<(typeof documents)[N][1]> extends infer D
    ? D extends { readonly ok: true; readonly value: infer V }
      ? V
      : never
    : never;

export type Reading = { readonly [N in DocumentName]?: Told<ValueOf<N>> };

export interface Examination {
  readonly reading: Reading;
  /** Epoch ms at which the device's clock was read. */
  readonly timeReadAt: number;
  /** The login, or reaching the device, ended the reading. */
  readonly failure: LoginFailure | null;
  readonly isRecorder: boolean;
}

export interface ExamineOptions {
  readonly session: DeviceSession;
  readonly now: () => number;
  /** As the list has it; the device's own word counts more. */
  readonly isRecorder: boolean;
  /** `false` ends the reading: another device answered. */
  readonly isExpected: (serial: string | null) => boolean;
}

const always = [
  'status',
  'time',
  'capabilities',
  'network',
  'storage',
  'cloud',
  'discovery',
] as const;
const ofRecorders = ['cameras', 'inputs'] as const;

/** One question after the other. The first that meets a failure of login or network is the last. */
export async function examineDevice(options: ExamineOptions): Promise<Examination> {
  const examiner = new Examiner(options);
  const failure = await examiner.readAll();
  const { reading, timeReadAt, isRecorder } = examiner;
  return { reading: reading as Reading, timeReadAt, failure, isRecorder };
}

class Examiner {
  readonly reading: { [name: string]: Told<unknown> } = {};
  timeReadAt: number;
  isRecorder: boolean;
  readonly #options: ExamineOptions;

  constructor(options: ExamineOptions) {
    this.#options = options;
    this.timeReadAt = options.now();
    this.isRecorder = options.isRecorder;
  }

  async readAll(): Promise<LoginFailure | null> {
    const failure = await this.#readEach(['userCheck', 'deviceInfo']);
    if (failure !== null || !this.#goesOn()) return failure;
    return (await this.#readEach(always)) ?? (await this.#readEach(this.#more()));
  }

  /** An inactive device tells nothing else, and a stranger is none of ours. */
  #goesOn(): boolean {
    const { deviceInfo } = this.reading as Reading;
    const info = valueIn(deviceInfo);
    this.isRecorder ||= /nvr|dvr/i.test(info?.deviceType ?? '');
    const isInactive = Object.values(this.reading).some(({ kind }) => kind === 'not-activated');
    return !isInactive && this.#options.isExpected(info?.serial ?? null);
  }

  #more(): readonly DocumentName[] {
    const { capabilities, storage } = this.reading as Reading;
    this.isRecorder ||= (valueIn(capabilities)?.inputProxyChannels ?? 0) > 0;
    return [
      ...(this.isRecorder ? ofRecorders : []),
      ...(valueIn(storage) === null ? (['disks'] as const) : []),
    ];
  }

  async #readEach(names: readonly DocumentName[]): Promise<LoginFailure | null> {
    for (const name of names) {
      const failure = await this.#read(name);
      if (failure !== null) return failure;
    }
    return null;
  }

  async #read(name: DocumentName): Promise<LoginFailure | null> {
    const { session, now } = this.#options;
    const [path, decode] = documents[name];
    const told = await ask<unknown>(session, path, decode);
    // The document of the time is read after the status, and counts more.
    if (name === 'status' || (name === 'time' && told.kind === 'told')) this.timeReadAt = now();
    const isFailure = told.kind === 'failed';
    this.reading[name] = isFailure ? { kind: 'missing', why: told.failure.reason } : told;
    return isFailure ? told.failure : null;
  }
}
