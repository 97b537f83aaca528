import type { DeviceKind } from '../../contract/device.ts';
import type {
  JobItem,
  JobKind,
  NetworkValues,
  Reason,
  Route,
  Verdict,
} from '../../contract/job.ts';
import { kindOf } from '../../domain/classify.ts';
import { currentFacts } from '../../domain/facts.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import { routesFor } from '../../domain/routes.ts';
import { type AnswerCode, type Finding, findingNotSent, findingOf } from '../../domain/verdicts.ts';
import { areasDiffer } from '../../protocol/sadp/areas.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import { readResult } from '../../protocol/sadp/results.ts';
import type { Answer, Commands, PasswordRequest } from '../commands/commands.ts';
import type { ItemContext, ItemOutcome } from '../jobs/types.ts';

export type Done = Extract<ItemOutcome, { kind: 'done' }>;
type Params = JobItem['params'];

interface More {
  readonly params?: Params;
  readonly rawResult?: string | null;
  readonly after?: NetworkValues | null;
  readonly routes?: readonly Route[];
}

export function done(verdict: Verdict, reason: Reason, more: More = {}): Done {
  // What else another outcome told may be taken over, never its verdict.
  return { ...more, kind: 'done', verdict, reason };
}

/** Adds the ways that are left to free the device; only unbinding has other ways. */
export function withRoutes(outcome: Done, device: DeviceRecord): Done {
  const kind: DeviceKind = kindOf(device, currentFacts(device.sources));
  return { ...outcome, routes: routesFor({ ...outcome, kind }) };
}

/**
 * What became of one command that carries a password.
 * - `ended`: it never left, so the device is as it was
 * - `success`: the device says it is done; nobody believes that before reading it again
 * - `refused`: a clear word of the device
 * - `unclear`: it left, and what came back says nothing, or nothing that can be trusted; `outcome` stands
 *   unless reading the device tells more
 */
export interface Sent {
  readonly kind: 'ended' | 'success' | 'refused' | 'unclear';
  readonly outcome: Done;
}

export interface SendRequest extends Pick<PasswordRequest, 'command'> {
  readonly kind: JobKind;
  readonly elements?: PasswordRequest['elements'];
  readonly now: number;
}

/** Sends the one command of an item. */
export async function send<P>(context: ItemContext<P>, request: SendRequest): Promise<Sent> {
  const { commands, device } = context;
  const { kind, command, elements = [], now } = request;
  const password = context.password();
  if (password === null) return { kind: 'ended', outcome: done('skipped', 'no-password') };
  let hasLeft = false;
  context.step(command === 'update' ? 'sending' : 'exchanging');
  const answer = await commands.command(device, {
    ...{ command, password, elements },
    isOverride: false,
    beforeSend: () => {
      hasLeft = true;
      context.step('sending');
    },
  });
  if (answer.kind === 'not-sent') {
    return { kind: 'ended', outcome: outcomeNotSent(answer.reason, { commands, device, now }) };
  }
  if (answer.kind !== 'reply') return withoutReply(answer, hasLeft);
  const read = outcomeOf(kind, answer.message);
  if (read === null) return { kind: 'success', outcome: done('accepted', 'device-said-so') };
  if (!hasLeft) return { kind: 'ended', outcome: read };
  return { kind: read.verdict === 'unknown' ? 'unclear' : 'refused', outcome: read };
}

/** Nothing of the device's own came back, or somebody else spoke too. */
function withoutReply(
  answer: Exclude<Answer, { kind: 'reply' } | { kind: 'not-sent' }>,
  hasLeft: boolean,
): Sent {
  const reason = answer.kind === 'silent' ? 'silent' : reasonOfStranger(answer.kind);
  if (hasLeft) return { kind: 'unclear', outcome: done('unknown', reason) };
  const verdict = answer.kind === 'silent' ? 'no-answer' : 'failed';
  return { kind: 'ended', outcome: done(verdict, reason) };
}

/**
 * Somebody else on the wire speaks for the device. What is read back may be his word as well, so nothing
 * that is read turns it into good news.
 */
export function isStrangers({ reason }: Done): boolean {
  return reason === 'conflicting-replies' || reason === 'foreign-sender';
}

export function reasonOfStranger(kind: 'conflict' | 'foreign-sender'): Reason {
  return kind === 'conflict' ? 'conflicting-replies' : 'foreign-sender';
}

export function outcomeNotSent(
  reason: Reason,
  where: { readonly commands: Commands; readonly device: DeviceRecord; readonly now: number },
): Done {
  const { verdict } = findingNotSent(reason);
  return done(verdict, reason, { params: lockParams(where) });
}

/** Tries and minutes as last told; a text leaves out the sentence of what is not known. */
export function lockParams(where: {
  readonly commands: Commands;
  readonly device: DeviceRecord;
  readonly now: number;
}): Params {
  const { attemptsLeft, lockedUntil } = where.commands.lock(where.device);
  const isLocked = lockedUntil !== null && lockedUntil > where.now;
  return {
    ...(attemptsLeft === null ? {} : { attempts: attemptsLeft }),
    ...(isLocked ? { minutes: Math.ceil((lockedUntil - where.now) / 60_000) } : {}),
  };
}

/** The outcome that an answer speaks of; `null` for success. */
export function outcomeOf(kind: JobKind, message: SadpMessage): Done | null {
  const { code, raw, attemptsLeft, lockMinutes } = readResult(message);
  const word: AnswerCode = code === 'other' && areasDiffer(raw) ? 'areas-differ' : code;
  const finding = findingOf(kind, word);
  if (finding === null) return null;
  return {
    ...done(finding.verdict, finding.reason, { rawResult: rawOf(finding, raw) }),
    params: {
      ...(attemptsLeft === null ? {} : { attempts: attemptsLeft }),
      ...(lockMinutes === null ? {} : { minutes: lockMinutes }),
      ...(isVerbatim(finding) && raw !== null ? { result: raw } : {}),
      ...(finding.reason === 'invalid-values' && raw !== null ? { problem: raw } : {}),
    },
  };
}

/** Words that a person has to see as they came. */
function isVerbatim({ reason }: Finding): boolean {
  return reason === 'unknown-result' || reason === 'areas-differ';
}

function rawOf(finding: Finding, raw: string | null): string | null {
  return isVerbatim(finding) || finding.reason === 'invalid-values' ? raw : null;
}
