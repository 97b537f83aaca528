import { shortSerialOf } from '../../contract/columns.ts';
import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { DeviceRef } from '../../contract/job.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { RecoveryCase } from '../../contract/recovery.ts';
import type { Locale } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { MessagesText } from '../../contract/text/messages.en.ts';
import { drawCode } from '../qr/draw.ts';
import { splitByLength } from '../qr/split.ts';

export interface MessageOptions {
  readonly device: (id: DeviceId) => DeviceRef | undefined;
  /** @throws AppError `case.not-found` */
  readonly recoveryCase: (id: string) => RecoveryCase;
  /** How long a portal request usually holds. */
  readonly portalHours: () => number;
}

type Input = MethodParsed<'messages.make'>;
type Kind = Input['message'];

/** Read from a screen by a telephone at arm's length: version 20 with medium correction. */
const codeLimit = 660;
const tailLength = 4;

/** Support looks an account up by the whole number; everybody else only compares its end. */
const needsWholeSerial: ReadonlySet<Kind> = new Set(['forgot-account', 'ask-support-again']);
const isToSupport: ReadonlySet<Kind> = new Set(['ask-support-again']);
const isAboutRequest: ReadonlySet<Kind> = new Set(['agree-portal-reset', 'portal-reset-again']);

/**
 * What the owner has to do, in the owner's language, with the codes that carry it to a telephone without
 * Internet. It names the device only as far as it takes, and holds no secret.
 *
 * @throws AppError `device.not-found`, `case.not-found`
 */
export function makeMessage(options: MessageOptions, input: Input): MethodOutput<'messages.make'> {
  const words = texts[input.locale].messages;
  const found = input.case === undefined ? null : options.recoveryCase(input.case);
  const device = deviceOf(options, input, found);
  const lines = [
    words.hello,
    ...senderLine(words, input),
    ...(device === null ? [] : [deviceLine(words, input.message, device)]),
    ...caseLine(words, input, found),
    '',
    ...words.bodies[input.message].split('\n'),
    ...requestLine(words, { input, found, hours: options.portalHours() }),
    // About the account of the owner, which support has nothing to do with here.
    ...(isToSupport.has(input.message) ? [] : ['', words.closing]),
  ];
  const [svg = '', ...more] = partsOf(lines, words).map(drawCode);
  return { text: lines.join('\n'), svg, more };
}

function deviceOf(
  { device }: MessageOptions,
  input: Input,
  found: RecoveryCase | null,
): DeviceRef | null {
  if (input.device === undefined) return found?.device ?? null;
  const known = device(input.device);
  if (known === undefined) throw new AppError('device.not-found', { wanted: input.device });
  return known;
}

function deviceLine(words: MessagesText, kind: Kind, { model, serial }: DeviceRef): string {
  const named = model ?? words.unknownModel;
  if (serial === null) return `${named}.`;
  return needsWholeSerial.has(kind)
    ? interpolate(words.deviceWhole, { model: named, serial })
    : interpolate(words.device, { model: named, tail: shortSerialOf(serial).slice(-tailLength) });
}

function senderLine(words: MessagesText, { message, installer }: Input): string[] {
  if (!installer) return [];
  const line = isToSupport.has(message) ? words.fromToSupport : words.from;
  return [interpolate(line, { installer })];
}

function caseLine(words: MessagesText, { message }: Input, found: RecoveryCase | null): string[] {
  const number = found?.fields['case-number']?.trim() ?? '';
  if (!isToSupport.has(message) || number === '') return [];
  return [interpolate(words.caseNumber, { number })];
}

interface Request {
  readonly input: Input;
  readonly found: RecoveryCase | null;
  readonly hours: number;
}

/** The case's own deadline where one runs, else what is usual. */
function requestLine(words: MessagesText, { input, found, hours }: Request): string[] {
  if (!isAboutRequest.has(input.message)) return [];
  const deadline = found?.deadlines.find(({ id, isOver }) => id === 'portal-request' && !isOver);
  if (deadline === undefined) return [interpolate(words.validFor, { hours })];
  return [interpolate(words.validUntil, { until: timeText(deadline.at, input.locale) })];
}

function timeText(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** Whole lines into as few codes as a telephone can read; each says which part it is. */
function partsOf(lines: readonly string[], words: MessagesText): string[] {
  const whole = lines.join('\n');
  if (byteLength(whole) <= codeLimit) return [whole];
  const head = byteLength(interpolate(words.part, { number: 10, count: 10 })) + 1;
  const groups = splitByLength(lines, {
    limit: codeLimit - head,
    lengthOf: (group) => byteLength(group.join('\n')),
  });
  return groups.map((group, index) => {
    const title = interpolate(words.part, { number: index + 1, count: groups.length });
    return `${title}\n${group.join('\n').trim()}`;
  });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
