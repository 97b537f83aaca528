import type { DeviceRecord } from '../../domain/record.ts';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { CredentialVault } from '../../ports/vault.ts';
import type { Commands } from '../commands/commands.ts';
import type { GateWord } from './admission.ts';
import type { Entry } from './entry.ts';
import { addEvidence, redactEvidence } from './evidence.ts';
import { type ItemHooks, itemCommands } from './item-commands.ts';
import { itemDoor } from './item-door.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from './types.ts';
import { networkValuesOf } from './values.ts';

export interface ItemTools {
  readonly commands: Commands;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: CredentialVault;
}

export interface ItemTask {
  readonly runner: ItemRunner;
  readonly jobId: string;
  readonly entry: Entry;
  readonly device: DeviceRecord;
  readonly params: unknown;
  readonly mode: 'run' | 'reread';
  readonly isOverride: boolean;
  readonly signal: CancelSignal;
  readonly password: () => string | null;
  readonly gate: () => Promise<GateWord>;
  readonly mark: () => void;
  readonly onWord: (word: 'right' | 'wrong') => void;
  readonly onAnswered: () => void;
  readonly onChange: () => void;
}

/** Gives one device to its runner. Never rejects: what goes wrong is an outcome too. */
export async function runItem(tools: ItemTools, task: ItemTask): Promise<ItemOutcome> {
  const { runner, mode } = task;
  // What the device proves is to be saved at once, however long this takes.
  const release = tools.vault.hold();
  try {
    const context = contextOf(tools, task);
    return mode === 'run' ? await runner.run(context) : await runner.reread(context);
  } catch (error) {
    return failure(tools, task, error);
  } finally {
    release();
  }
}

function contextOf(tools: ItemTools, task: ItemTask): ItemContext<unknown> {
  const { entry, device, params, signal } = task;
  const { item } = entry;
  const secrets = new Set<string>();
  const note = (text: string): void => {
    const clean = redactEvidence(text, [...secrets]);
    addEvidence(item.evidence, { at: tools.clock.now(), text: clean });
    task.onChange();
  };
  const hooks: ItemHooks = {
    ...{ mode: task.mode, isOverride: task.isOverride, gate: task.gate, note },
    isSent: () => entry.isSent,
    mark: task.mark,
    unmark: () => {
      entry.isSent = false;
    },
    offer: (password, state) => tools.vault.offer(device.id, password, state),
    onWord: task.onWord,
    onAnswered: task.onAnswered,
  };
  const commands = itemCommands(tools.commands, hooks);
  const door = itemDoor(hooks, {
    vault: () => tools.vault.state(),
    offer: (password, state) => tools.vault.offer(device.id, password, state),
    pending: async () => (await tools.vault.pending?.(device.id)) ?? null,
    refused: () => tools.vault.refused?.(device.id),
  });
  return {
    ...{ device, params, commands, door, signal, note },
    protect: (secret) => {
      secrets.add(secret);
    },
    jobId: task.jobId,
    startedAt: item.startedAt,
    wasSent: entry.isSent,
    wasCut: entry.needsReread,
    boot: entry.boot,
    setBoot: (boot) => {
      entry.boot = boot;
    },
    before: item.before ?? networkValuesOf(device),
    setBefore: (values) => {
      item.before = values;
    },
    password: () => {
      const password = task.password();
      if (password !== null) secrets.add(password);
      return password;
    },
    step: (step) => {
      item.step = step;
      task.onChange();
    },
  };
}

/** A fault of ours says nothing about the device: what was sent may have worked. */
function failure({ log, clock }: ItemTools, { entry }: ItemTask, error: unknown): ItemOutcome {
  const text = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? null) : null;
  log.error(() => 'an item failed unexpectedly', { device: entry.item.device.id, stack });
  addEvidence(entry.item.evidence, { at: clock.now(), text: redactEvidence(text, []) });
  return entry.isSent
    ? { kind: 'done', verdict: 'unknown', reason: 'unverifiable' }
    : { kind: 'done', verdict: 'failed', reason: 'not-sent' };
}
