import type { DeviceRecord } from '../../domain/record.ts';
import { readResult } from '../../protocol/sadp/results.ts';
import type { Answer, Commands, PasswordRequest, PlainRequest } from '../commands/commands.ts';
import type { GateWord } from './admission.ts';

/** Requests that only read; every other one changes something and is marked before it leaves. */
const readingTypes: ReadonlySet<string> = new Set([
  'inquiry',
  'getUnbindStatus',
  'getPasswordResetType',
  'getsecurityquestion',
  'getBindList',
]);

export interface ItemHooks {
  /** `reread`: nothing that changes a device may leave. */
  readonly mode: 'run' | 'reread';
  readonly isOverride: boolean;
  /** Waits for a slot and for the password group's word. */
  readonly gate: () => Promise<GateWord>;
  /** Whether this item already sent its one command. */
  readonly isSent: () => boolean;
  /** Makes "is being sent" durable. Throws when that fails or the job is no longer ours. */
  readonly mark: () => void;
  /** It did not leave after all. */
  readonly unmark: () => void;
  readonly note: (text: string) => void;
  /** A new password is about to be set. */
  readonly offer: (password: string, state: 'pending' | 'proven') => Promise<void>;
  /** The device took the password, or said that it is wrong. */
  readonly onWord: (word: 'right' | 'wrong') => void;
  /** The answer is there, or its time is over: reading back needs no turn to send. */
  readonly onAnswered: () => void;
}

/**
 * The commands as one item of a job may use them: at most one that changes the device, marked on the disk
 * before it leaves, only when the password group lets it, and with what was sent and heard noted.
 */
export function itemCommands(inner: Commands, hooks: ItemHooks): Commands {
  return {
    ask: (device, request) => askFor(inner, hooks, { device, request }),
    command: (device, request) => commandFor(inner, hooks, { device, request }),
    readUntil: (device, accept, timeoutMs) => inner.readUntil(device, accept, timeoutMs),
    guard: (device, password, isOverride) =>
      inner.guard(device, password, isOverride || hooks.isOverride),
    lock: (device) => inner.lock(device),
    whoHas: (address) => inner.whoHas(address),
  };
}

async function askFor(
  inner: Commands,
  hooks: ItemHooks,
  { device, request }: { device: DeviceRecord; request: PlainRequest },
): Promise<Answer> {
  if (readingTypes.has(request.types)) {
    const answer = await inner.ask(device, request);
    hooks.note(describe(request.types, answer));
    return answer;
  }
  const refusal = await refusalOf(hooks);
  if (refusal !== null) return refusal;
  hooks.mark();
  const answer = await inner.ask(device, request);
  if (answer.kind === 'not-sent') hooks.unmark();
  hooks.note(describe(request.types, answer));
  return answer;
}

async function commandFor(
  inner: Commands,
  hooks: ItemHooks,
  { device, request }: { device: DeviceRecord; request: PasswordRequest },
): Promise<Answer> {
  const refusal = await refusalOf(hooks);
  if (refusal !== null) return refusal;
  const { command, password } = request;
  if (command === 'activate') await hooks.offer(password, 'pending');
  const answer = await inner.command(device, {
    ...request,
    isOverride: request.isOverride || hooks.isOverride,
    beforeSend: () => {
      hooks.mark();
      request.beforeSend();
    },
  });
  if (answer.kind === 'not-sent') hooks.unmark();
  hooks.note(describe(command, answer));
  await judge(hooks, request, answer);
  hooks.onAnswered();
  return answer;
}

type Refusal = Extract<Answer, { kind: 'not-sent' }>;

/** Why this item must not send now; `null` when its turn has come. */
export async function refusalOf(
  hooks: Pick<ItemHooks, 'mode' | 'isSent' | 'gate'>,
): Promise<Refusal | null> {
  if (hooks.mode === 'reread') {
    return { kind: 'not-sent', reason: 'interrupted', detail: 'reading only' };
  }
  if (hooks.isSent()) {
    return { kind: 'not-sent', reason: 'interrupted', detail: 'one command for each device' };
  }
  const word = await hooks.gate();
  if (word === 'stopped') {
    return {
      kind: 'not-sent',
      reason: 'group-stopped',
      detail: 'the password was wrong elsewhere',
    };
  }
  return word === 'go' ? null : { kind: 'not-sent', reason: 'cancelled', detail: 'not now' };
}

/** Only a clear word of the device itself says something about the password. */
async function judge(hooks: ItemHooks, request: PasswordRequest, answer: Answer): Promise<void> {
  if (answer.kind !== 'reply' || !hooks.isSent()) return;
  const { code } = readResult(answer.message);
  if (code === 'PasswordError') hooks.onWord('wrong');
  if (code !== 'success' || request.command === 'ezvizUnbindDelUsers') return;
  hooks.onWord('right');
  await hooks.offer(request.password, 'proven');
}

function describe(types: string, answer: Answer): string {
  switch (answer.kind) {
    case 'reply':
      return `${types}: the device answered "${answer.result ?? ''}"`;
    case 'silent':
      return `${types}: no answer`;
    case 'not-sent':
      return `${types}: not sent (${answer.reason}: ${answer.detail})`;
    case 'conflict':
    case 'foreign-sender':
      return `${types}: ${answer.detail}`;
  }
}
