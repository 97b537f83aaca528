import type { DeviceId } from '../../contract/device.ts';
import { AppError, type ErrorCode } from '../../contract/errors.ts';
import type { MethodParsed } from '../../contract/methods.ts';
import type { RecoveryCase } from '../../contract/recovery.ts';
import { isClosed, stepOf } from '../../domain/cases/state.ts';
import { currentFacts } from '../../domain/facts.ts';
import { checkPassword } from '../../domain/password-rules.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import { toHex, toUtf8 } from '../../ports/bytes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Crypto } from '../../ports/crypto.ts';
import type { CredentialVault } from '../../ports/vault.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import { sadpGeneration } from '../../protocol/sadp/generation.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import {
  planReset,
  type ResetRoute,
  readResetRequest,
  resetQuestion,
} from '../../protocol/sadp/reset.ts';
import { readResult } from '../../protocol/sadp/results.ts';
import type { Audit } from '../audit/audit.ts';
import type { Cases } from '../cases/cases.ts';
import type { Answer, Commands } from '../commands/commands.ts';
import type { Logins } from '../login/logins.ts';
import { readAnswerFile } from './answer-file.ts';
import { failOf, refuse } from './outcomes.ts';
import { requestFiles } from './request-file.ts';

export interface ResetRequestOptions {
  readonly cases: Cases;
  readonly commands: Commands;
  readonly logins: Logins;
  readonly clock: Clock;
  /** `null` where the host brought none: then nothing that needs a password can be sent. */
  readonly crypto: Pick<Crypto, 'sha256'> | null;
  readonly audit: Pick<Audit, 'write'>;
  readonly vault: Pick<CredentialVault, 'offer' | 'isOpen' | 'refused'>;
  /** The case's device as this process knows it. */
  readonly deviceOf: (view: RecoveryCase) => DeviceRecord | undefined;
}

type ApplyInput = MethodParsed<'recovery.apply'>;

interface Found {
  readonly view: RecoveryCase;
  readonly device: DeviceRecord;
  /** What it says of itself now. */
  readonly message: SadpMessage;
  readonly route: ResetRoute;
}

const readMs = 4000;

/**
 * The vendor's own way to a new password: the device's request goes out, the vendor's answer comes back. The
 * answer is made by the vendor alone; nothing here makes or guesses one.
 */
export class ResetRequest {
  readonly #options: ResetRequestOptions;

  constructor(options: ResetRequestOptions) {
    this.#options = options;
  }

  /** @throws AppError `case.*`, `recovery.*`, `device.not-found` */
  async export({ id }: MethodParsed<'recovery.export'>): Promise<RecoveryCase> {
    const { cases, commands } = this.#options;
    const { view, device, message, route } = await this.#find(id);
    const generation = sadpGeneration(message.fields);
    const types = resetQuestion(route, generation);
    if (types === null) throw new AppError('recovery.not-supported', { why: generation });
    const answer = await commands.ask(device, { types });
    const reply = needReply(answer);
    const result = readResult(reply);
    if (result.code !== 'success') throw refuse(result);
    const serial = message.fields.serial ?? device.serial;
    const request = readResetRequest(reply, { route, generation, serial });
    if (request === null) throw new AppError('recovery.not-whole', {});
    const at = this.#options.clock.now();
    const { model, firmware, bootTime } = message.fields;
    const facts = { serial, model, firmware, bootTime, generation };
    for (const file of requestFiles(request, { ...facts, route, at }))
      cases.attach({ id, ...file });
    // A second request makes the first one void, and whatever was done with it.
    if (stepOf(view, 'file-exported')?.state === 'done') return cases.sendAgain(id);
    const note = `${types}: success`;
    const told = { code: 'exported', params: { types } } as const;
    return cases.step({ id, step: 'file-exported', state: 'done', note }, told);
  }

  /** @throws AppError `case.*`, `recovery.*`, `device.not-found` */
  async apply(input: ApplyInput): Promise<RecoveryCase> {
    const { id } = input;
    const found = await this.#find(id);
    const { device, message, route } = found;
    const content = contentOf(input);
    const password = passwordOf(input, device.id, message.fields.userName);
    const plan = planReset(
      input.fileBase64 === undefined ? route : 'file',
      sadpGeneration(message.fields),
    );
    if (!plan.isSupported) throw new AppError('recovery.not-supported', { why: plan.reason });
    if (input.isForChannels && plan.types !== 'reset') {
      throw new AppError('recovery.not-supported', { why: 'channels' });
    }
    const print = this.#print(id, content);
    if (input.override === undefined) this.#checkAgainst(found.view, print);
    this.#tickWhatCame(found.view, input);
    const sent = await this.#send(found, { input, content, password });
    return await this.#settle(found, { sent, print, password });
  }

  /** What speaks against it, and is only gone over with a person's word. */
  #checkAgainst(view: RecoveryCase, print: string): void {
    // It stands until the next request leaves; times of this computer's clock say nothing of the order.
    const restart = view.warnings.find(({ code }) => code === 'restarted-since-export');
    if (restart !== undefined) {
      const { from = null, to = null } = restart.params;
      throw new AppError('recovery.restarted', {
        from: String(from ?? '?'),
        to: String(to ?? '?'),
      });
    }
    const applied = stepOf(view, 'answer-applied');
    if (applied?.state === 'failed' && applied.evidence?.includes(print) === true) {
      throw new AppError('recovery.same-answer', {});
    }
  }

  /** The answer is here, so the request has left and was answered. */
  #tickWhatCame({ id, steps }: RecoveryCase, { fileBase64 }: ApplyInput): void {
    const { cases } = this.#options;
    if (fileBase64 !== undefined) {
      const name = 'reset-answer.xml';
      const file = { kind: 'reset-answer', name, mediaType: 'application/octet-stream' } as const;
      cases.attach({ id, ...file, base64: fileBase64 });
    }
    for (const step of ['file-sent', 'answer-received'] as const) {
      const isTodo = steps.find((one) => one.id === step)?.state === 'todo';
      const note = 'the answer was brought';
      if (isTodo) {
        cases.step({ id, step, state: 'done', note }, { code: 'answer-brought', params: {} });
      }
    }
  }

  async #send(
    { view, device, route }: Found,
    {
      input,
      content,
      password,
    }: { readonly input: ApplyInput; readonly content: string; readonly password: string },
  ): Promise<Answer> {
    const { commands, audit, vault } = this.#options;
    // Kept before it is sent: a new password that only the device knows would be lost for good.
    if (vault.isOpen()) await vault.offer(device.id, password, 'pending');
    return await commands.command(device, {
      ...{ command: 'reset', password, isOverride: input.override !== undefined },
      answer: {
        route: input.fileBase64 === undefined ? route : 'file',
        ...{ content, isForChannels: input.isForChannels },
      },
      beforeSend: () =>
        audit.write({
          ...{ what: 'recovery.reset', phase: 'begun', jobId: view.jobId },
          device: device.serial ?? device.id,
          params: { case: view.id },
        }),
    });
  }

  async #settle(
    { view, device }: Found,
    {
      sent,
      print,
      password,
    }: { readonly sent: Answer; readonly print: string; readonly password: string },
  ): Promise<RecoveryCase> {
    const { cases, vault } = this.#options;
    const { id } = view;
    const isTaken = sent.kind === 'reply' && readResult(sent.message).code === 'success';
    if (!isTaken) {
      const { error, isRefusal } = failOf(sent);
      // Silence may be a password that was taken: only a clear refusal sets it aside.
      if (isRefusal) {
        vault.refused?.(device.id);
        const note = refusalNote(view, error.code, print);
        const told = {
          code: 'reset-refused',
          params: { note: note.replace('answer ', '') },
        } as const;
        cases.step({ id, step: 'answer-applied', state: 'failed', note }, told);
      }
      throw error;
    }
    const note = `reset: success (answer ${print})`;
    const told = { code: 'reset-taken', params: { print } } as const;
    cases.step({ id, step: 'answer-applied', state: 'done', note }, told);
    if (await this.#prove(device, password)) cases.proven(id);
    cases.lookNow();
    return cases.get(id);
  }

  /** "success" is the device's word; a login is the proof. One try, and only where it can be reached. */
  async #prove(device: DeviceRecord, password: string): Promise<boolean> {
    const { logins } = this.#options;
    if (logins.target(device) === null) return false;
    const session = await logins.session(device, { password });
    if ('kind' in session) return false;
    await session.request({ method: 'GET', path: paths.deviceInfo });
    return session.login === 'proven';
  }

  async #find(id: string): Promise<Found> {
    const { cases, commands, deviceOf } = this.#options;
    const view = cases.get(id);
    if (isClosed(view)) throw new AppError('case.closed', { state: view.state });
    if (view.kind !== 'reset-file') throw new AppError('recovery.wrong-kind', { kind: view.kind });
    if (view.authorisedBy === '') throw new AppError('case.needs-authorisation', {});
    const device = deviceOf(view);
    if (device === undefined) throw new AppError('device.not-found', { wanted: view.device.id });
    const message = await commands.readUntil(device, () => true, readMs);
    if (message === null) throw new AppError('recovery.no-answer', {});
    return { view: cases.get(id), device, message, route: routeOf(view, device) };
  }

  /** Knows an answer again without keeping it. */
  #print(id: string, content: string): string {
    const { crypto } = this.#options;
    if (crypto === null) throw new AppError('recovery.not-sent', { reason: 'no cryptography' });
    return toHex(crypto.sha256(toUtf8(`${id}\n${content}`))).slice(0, 8);
  }
}

/** Refusals that are about the answer itself. A lock or a weak password may go, and the same answer fits then. */
const aboutAnswer: ReadonlySet<ErrorCode> = new Set([
  'recovery.answer-wrong',
  'recovery.answer-void',
  'recovery.answer-expired',
  'recovery.refused',
]);
const maxPrints = 20;

/** Every answer that was refused for the present request stays known, not the last one alone. */
function refusalNote(view: RecoveryCase, code: ErrorCode, print: string): string {
  const before = stepOf(view, 'answer-applied')?.evidence ?? '';
  const prints = [...before.matchAll(/\b[0-9a-f]{8}\b/g)].map(([one]) => one);
  if (aboutAnswer.has(code) && !prints.includes(print)) prints.push(print);
  const known = prints.slice(-maxPrints);
  return known.length === 0 ? code : `${code} (answer ${known.join(', ')})`;
}

function needReply(answer: Answer): SadpMessage {
  if (answer.kind === 'reply') return answer.message;
  if (answer.kind === 'silent') throw new AppError('recovery.no-answer', {});
  const reason = answer.kind === 'not-sent' ? answer.reason : answer.kind;
  throw new AppError('recovery.not-sent', { reason });
}

/** As the person chose; else the newer way where the device says that it has it. */
function routeOf({ variant }: RecoveryCase, device: DeviceRecord): ResetRoute {
  if (variant === 'file' || variant === 'qr' || variant === 'code') return variant;
  const { passwordReset, passwordResetSecondMode } = currentFacts(device.sources);
  if (passwordReset === false && passwordResetSecondMode !== true) {
    throw new AppError('recovery.not-supported', { why: 'PasswordResetAbility' });
  }
  return passwordResetSecondMode === true ? 'file' : 'code';
}

function contentOf({ fileBase64, code }: ApplyInput): string {
  if (fileBase64 !== undefined) return readAnswerFile(fileBase64);
  if (code !== undefined && code !== '') return code;
  throw new AppError('recovery.needs-answer', {});
}

function passwordOf({ newPassword }: ApplyInput, id: DeviceId, userName = 'admin'): string {
  const password = newPassword?.byDevice?.[id] ?? newPassword?.all;
  if (password === undefined) throw new AppError('recovery.needs-password', {});
  const { willAccept, problems } = checkPassword(password, userName);
  if (!willAccept) throw new AppError('recovery.weak-password', { problems: problems.join(', ') });
  return password;
}
