import type { EvidenceLine, Reason } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { UnbindFacts, UnbindLight, UnbindWord } from '../../domain/unbind-rules.ts';
import { findingNotSent } from '../../domain/verdicts.ts';
import { areasDiffer } from '../../protocol/sadp/areas.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import { readResult, unbindStatus } from '../../protocol/sadp/results.ts';
import type { Answer, Commands } from '../commands/commands.ts';
import type { RunnerParts } from './options.ts';
import { reasonOfStranger } from './outcomes.ts';
import { type Light, lightBefore, readNow, stopLight, viewOf } from './reading.ts';
import { type HttpBinding, savedReader } from './unbind-http.ts';

/** A device's word on whether it can be unbound. */
export interface StatusWord {
  readonly word: UnbindWord;
  /** As it came, when it is no word we know. */
  readonly raw: string | null;
  readonly lockMinutes: number | null;
  /** Why the question itself did not go through. */
  readonly trouble: Reason | null;
}

const noWord = { raw: null, lockMinutes: null, trouble: null };

/** Asks twice when nothing comes back: the question carries no password and a datagram may get lost. */
export async function askStatus(
  commands: Commands,
  device: DeviceRecord,
  { timings }: RunnerParts,
): Promise<StatusWord> {
  const request = { types: 'getUnbindStatus', timeoutMs: timings.statusMs };
  const first = await commands.ask(device, request);
  return wordOf(first.kind === 'silent' ? await commands.ask(device, request) : first);
}

function wordOf(answer: Answer): StatusWord {
  if (answer.kind === 'silent') return { ...noWord, word: 'silent' };
  if (answer.kind === 'not-sent') {
    return { ...noWord, word: 'offline', trouble: answer.reason };
  }
  if (answer.kind !== 'reply') {
    return { ...noWord, word: 'other', trouble: reasonOfStranger(answer.kind) };
  }
  return wordOfReply(answer.message);
}

function wordOfReply(message: SadpMessage): StatusWord {
  const { code, raw } = unbindStatus(message);
  if (code === 'failed') return { ...noWord, word: 'refused' };
  if (code !== 'other') return { ...noWord, word: code };
  const result = readResult(message);
  if (result.code === 'notActivated') return { ...noWord, word: 'not-activated' };
  if (result.code === 'locked') {
    return { ...noWord, word: 'locked', lockMinutes: result.lockMinutes };
  }
  return { ...noWord, word: areasDiffer(raw) ? 'areas-differ' : 'other', raw };
}

/** All that can be known of a device's binding before any password is asked for. */
export interface Examined {
  readonly light: Light;
  readonly status: StatusWord;
  readonly bound: boolean | null;
  /** What a login over HTTP told where SADP did not; `null`: nothing. */
  readonly httpBound: boolean | null;
  readonly evidence: readonly EvidenceLine[];
}

type Rule = (facts: UnbindFacts) => UnbindLight;

/** Reads the device, asks its status, and judges by the given rule. */
export async function examine(
  parts: RunnerParts,
  { commands, device }: { readonly commands: Commands; readonly device: DeviceRecord },
  rule: Rule,
): Promise<Examined> {
  const evidence: EvidenceLine[] = [];
  const tell = (text: string): void => {
    evidence.push({ at: parts.clock.now(), text });
  };
  const early = lightBefore(device);
  const offline: StatusWord = { ...noWord, word: 'offline' };
  const nothing = { bound: null, httpBound: null, evidence };
  if (early !== null) return { light: early, status: offline, ...nothing };
  const fresh = await readNow(commands, device, parts);
  if (fresh === null) {
    tell('inquiry: no answer');
    const light = judge(device, { rule, fresh, status: offline, guard: null, bound: null });
    return { light, status: offline, ...nothing };
  }
  const bound = fresh.fields.cloudBound ?? null;
  tell(`bind state: ${bound === null ? 'not told' : bound ? 'bound' : 'not bound'}`);
  const status = await askStatus(commands, device, parts);
  tell(`unbind status: ${describeWord(status)}`);
  const http = bound === null && isOpen(status) ? await askHttp(parts, device) : null;
  if (http !== null) tell(http.text);
  const httpBound = http?.isBound ?? null;
  const guard = await commands.guard(device, null, false);
  const light = judge(device, { rule, fresh, status, guard, bound: bound ?? httpBound });
  return { light, status, bound, httpBound, evidence };
}

/** Neither answer of SADP settled it, and a device that is locked or inactive lets nobody in. */
function isOpen({ word }: StatusWord): boolean {
  return !['can-unbind', 'not-bound', 'offline', 'locked', 'not-activated'].includes(word);
}

async function askHttp(parts: RunnerParts, device: DeviceRecord): Promise<HttpBinding | null> {
  return (await (await savedReader(parts, device))?.read()) ?? null;
}

function judge(
  device: DeviceRecord,
  found: {
    readonly rule: Rule;
    readonly fresh: SadpMessage | null;
    readonly status: StatusWord;
    readonly guard: Reason | null;
    readonly bound: boolean | null;
  },
): Light {
  const { rule, fresh, status, guard, bound } = found;
  const { trouble } = status;
  if (trouble !== null && status.word === 'offline') {
    return stopLight(findingNotSent(trouble).verdict, trouble);
  }
  const { facts, vendor, kind, hasSadp } = viewOf(device);
  const fields = fresh?.fields;
  const light = rule({
    ...{ vendor, kind, hasSadp, guard, bound, word: status.word },
    model: facts.model ?? null,
    activated: fields?.activated ?? facts.activated ?? null,
    unbindSupported: fields?.unbindSupported ?? facts.unbindSupported ?? null,
  });
  return { ...light, params: paramsOf(status) };
}

function paramsOf({ raw, lockMinutes }: StatusWord): NonNullable<Light['params']> {
  return {
    ...(raw === null ? {} : { result: raw }),
    ...(lockMinutes === null ? {} : { minutes: lockMinutes }),
  };
}

export function describeWord({ word, raw, trouble }: StatusWord): string {
  const more = raw ?? trouble;
  return more === null ? word : `${word} (${more})`;
}
