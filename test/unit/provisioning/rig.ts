import type { Vendor } from '../../../main/contract/device.ts';
import type { NetworkValues, Reason } from '../../../main/contract/job.ts';
import type { DeviceRecord } from '../../../main/domain/record.ts';
import { Registry } from '../../../main/domain/registry.ts';
import type { Sighting } from '../../../main/domain/sighting.ts';
import type { Clock } from '../../../main/ports/clock.ts';
import { silentLog } from '../../../main/ports/log.ts';
import { noVault } from '../../../main/ports/vault.ts';
import type { SadpFields } from '../../../main/protocol/sadp/fields.ts';
import type { SadpMessage } from '../../../main/protocol/sadp/messages.ts';
import type {
  Answer,
  Commands,
  PasswordRequest,
  PlainRequest,
} from '../../../main/services/commands/commands.ts';
import type { ItemContext, ItemRunner } from '../../../main/services/jobs/types.ts';
import { networkValuesOf } from '../../../main/services/jobs/values.ts';
import { LockoutGuard } from '../../../main/services/lockout/guard.ts';
import { createLoginMemory, Logins } from '../../../main/services/login/logins.ts';
import type { RunnerOptions } from '../../../main/services/provisioning/options.ts';
import { createRunners } from '../../../main/services/provisioning/runners.ts';
import { openStore } from '../../../main/store/open.ts';
import { createFakeRandom } from '../../helpers/fake-random.ts';

export const usualFields: SadpFields = {
  ...{ serial: 'DS-2CD2143G2-I20230101AAWRE123456789', model: 'DS-2CD2143G2-I' },
  ...{ mac: '44:47:cc:00:00:01', ipv4Address: '192.168.1.64', ipv4Mask: '255.255.255.0' },
  ...{ ipv4Gateway: '192.168.1.1', dhcpEnabled: false, commandPort: 8000, httpPort: 80 },
  ...{ activated: true, cloudSupported: true, cloudEnabled: true, unbindSupported: true },
};

export function deviceOf(
  fields: SadpFields,
  source: Sighting['source'] = 'sadp',
  vendor: Vendor = 'hikvision',
): DeviceRecord {
  const registry = new Registry({ newId: () => 'd1' });
  const at = Date.UTC(2026, 0, 1);
  const seen = { source, adapter: 'eth0', at, fromAddress: fields.ipv4Address ?? null };
  const outcome = registry.see({ ...seen, facts: fields, vendor }, 'site');
  const record = outcome.kind === 'merged' ? registry.record(outcome.id) : undefined;
  if (record === undefined) throw new Error('no record');
  return record;
}

export function message(patch: Partial<SadpMessage>): SadpMessage {
  return {
    ...{ root: 'ProbeMatch', uuid: 'U', types: 'T', mac: null, rawMac: null, result: null },
    ...{ fields: {}, extra: new Map(), notes: [] },
    ...patch,
  };
}

export function reply(result: string, extra: Readonly<Record<string, string>> = {}): Answer {
  const told = message({ result, extra: new Map(Object.entries(extra)) });
  return { kind: 'reply', message: told, result };
}

export const silent: Answer = { kind: 'silent' };
export const conflict: Answer = { kind: 'conflict', detail: 'two answers' };
export const foreign: Answer = { kind: 'foreign-sender', detail: 'answered from elsewhere' };
export const notSent = (reason: Reason): Answer => ({ kind: 'not-sent', reason, detail: '' });

export interface Play {
  /** What it tells now; `null` is silence. Commands may change it. */
  fields: SadpFields | null;
  /** Answer to a question without password; a text is its `Result`. */
  ask: (request: PlainRequest, times: number) => Answer | string;
  /** Answer to the one command. */
  command: (request: PasswordRequest) => Answer | string;
  guard: Reason | null;
  lock: { attemptsLeft: number | null; lockedUntil: number | null };
  whoHas: string | null;
  holder: string | null;
}

export interface Rig {
  readonly play: Play;
  readonly device: DeviceRecord;
  readonly notes: string[];
  readonly steps: string[];
  readonly sent: PasswordRequest[];
  readonly asked: PlainRequest[];
  runner(kind: string): ItemRunner;
  run(kind: string, params?: unknown): ReturnType<ItemRunner['run']>;
  reread(kind: string, params?: unknown): ReturnType<ItemRunner['run']>;
  preflight(kind: string, params?: unknown): ReturnType<ItemRunner['preflight']>;
}

/** Time that passes as soon as somebody waits. */
function instantClock(): Clock {
  let now = Date.UTC(2026, 0, 1);
  return {
    now: () => now,
    elapsed: () => now,
    after: (delayMs, run) => {
      now += delayMs;
      queueMicrotask(run);
      return { cancel: () => undefined };
    },
    every: () => ({ cancel: () => undefined }),
  };
}

export interface RigOptions {
  readonly play?: Partial<Play>;
  readonly device?: DeviceRecord;
  readonly password?: string | null;
  readonly before?: NetworkValues;
  readonly options?: Partial<RunnerOptions>;
  readonly isAborted?: boolean;
}

function commandsOf(play: Play, clock: Clock, heard: Pick<Rig, 'sent' | 'asked'>): Commands {
  const answer = (told: Answer | string): Answer => (typeof told === 'string' ? reply(told) : told);
  return {
    ask: async (_device, request) => {
      heard.asked.push(request);
      return answer(play.ask(request, heard.asked.length));
    },
    command: async (_device, request) => {
      heard.sent.push(request);
      return answer(play.command(request));
    },
    readUntil: async (_device, accept, timeoutMs) => {
      clock.after(timeoutMs, () => undefined);
      if (play.fields === null) return null;
      const told = message({ types: 'inquiry', fields: play.fields });
      return accept(told) ? told : null;
    },
    guard: async () => play.guard,
    lock: () => play.lock,
    whoHas: async () => play.whoHas,
  };
}

/** One device that plays a part, and the runners that meet it. */
export function createRig(options: RigOptions = {}): Rig {
  const play: Play = {
    fields: usualFields,
    ask: () => 'success',
    command: (request) => {
      request.beforeSend();
      return 'success';
    },
    guard: null,
    lock: { attemptsLeft: null, lockedUntil: null },
    whoHas: null,
    holder: null,
    ...options.play,
  };
  const clock = instantClock();
  const device = options.device ?? deviceOf(usualFields);
  const heard = { sent: [] as PasswordRequest[], asked: [] as PlainRequest[] };
  const [notes, steps]: [string[], string[]] = [[], []];
  const commands = commandsOf(play, clock, heard);
  const runners = createRunners({
    clock,
    subnets: () => [{ adapter: 'eth0', address: '192.168.1.10', prefix: 24 }],
    holder: () => play.holder,
    logins: noLogins(clock),
    ...options.options,
  });
  const runner = (kind: string): ItemRunner => {
    const found = runners.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(`no runner ${kind}`);
    return found;
  };
  const contextOf = (params: unknown): ItemContext<unknown> => ({
    ...{ device, params, commands, before: options.before ?? networkValuesOf(device) },
    signal: {
      aborted: options.isAborted ?? false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
    password: () => (options.password === undefined ? 'Korb.72xQ' : options.password),
    step: (step) => steps.push(step),
    note: (text) => notes.push(text),
    ...{ protect: () => undefined, setBefore: () => undefined, jobId: 'j1', startedAt: null },
    ...{ boot: null, setBoot: () => undefined },
    door: {
      ...{ mode: 'run', isOverride: false, enter: async () => null, offer: async () => undefined },
      ...{ mark: () => true, unmark: () => undefined, word: () => undefined },
      ...{ pending: async () => null, refused: () => undefined },
      ...{ answered: () => undefined, vault: () => 'none' },
    },
  });
  return {
    ...{ play, device, notes, steps, ...heard, runner },
    run: (kind, params = {}) => runner(kind).run(contextOf(params)),
    reread: (kind, params = {}) => runner(kind).reread(contextOf(params)),
    preflight: (kind, params = null) => runner(kind).preflight(device, commands, params),
  };
}

/** Nothing answers over HTTP, and no password is saved. */
export function noLogins(clock: Clock): Logins {
  return new Logins({
    ...{ clock, client: null, vault: noVault, memory: createLoginMemory() },
    guard: new LockoutGuard({
      clock,
      store: openStore({ path: ':memory:', now: () => clock.now(), log: silentLog }).store.acts
        .lockouts,
      random: createFakeRandom(),
      crypto: { fingerprint: () => Promise.resolve(0) },
      onChange: () => undefined,
    }),
    bookOf: () => null,
    onState: () => undefined,
  });
}

/** A command that leaves, does something, and is answered so. */
export function leaving(
  told: Answer | string,
  does: () => void = () => undefined,
): Play['command'] {
  return (request) => {
    request.beforeSend();
    does();
    return told;
  };
}
