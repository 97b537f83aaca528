import { AppError } from '../../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import { changeStep } from '../../domain/cases/person.ts';
import { stepOf, unwarn, warn } from '../../domain/cases/state.ts';
import type { CaseFile } from '../../domain/cases/types.ts';
import { isSameSerial, serialKeyOf } from '../../domain/identity.ts';
import { fromBase64, toBase64 } from '../../protocol/base64.ts';
import type { CaseStore } from '../../store/case-types.ts';
import type { CasesOptions } from './options.ts';

const megabyte = 1024 * 1024;
const maxBytes = 10 * megabyte;
const maxBytesPerCase = 50 * megabyte;
const maxPerCase = 40;

/** Stored as it is: an answer file of the vendor is sealed for its device, and a password is never one. */
export function attachTo(
  options: CasesOptions,
  file: CaseFile,
  input: MethodParsed<'cases.attach'>,
): CaseFile {
  const { store, random, clock } = options;
  const data = fromBase64(input.base64);
  if (data === null || data.length === 0) {
    throw new AppError('case.attachment-bad', { name: input.name });
  }
  const used = file.view.attachments.reduce((sum, { bytes }) => sum + bytes, 0);
  const isFull = file.view.attachments.length >= maxPerCase;
  if (isFull || data.length > maxBytes || used + data.length > maxBytesPerCase) {
    throw new AppError('case.attachment-large', {
      ...{ name: input.name, limitMb: maxBytes / megabyte },
      ...{ caseMb: maxBytesPerCase / megabyte, files: maxPerCase },
    });
  }
  const id = random.uuid().toLowerCase();
  const at = clock.now();
  const { kind, name, mediaType } = input;
  const sha256 = store.attach(file.view.id, id, data);
  const added = { id, kind, name, mediaType, bytes: data.length, sha256, at };
  const attachments = [...file.view.attachments, added];
  const next = { ...file, view: { ...file.view, attachments } };
  return compareLabel(options, next, input.serialOnLabel ?? '');
}

/** The serial that a person reads on the label, beside the one that was scanned. */
function compareLabel(
  { clock, operator, defaults }: CasesOptions,
  file: CaseFile,
  onLabel: string,
): CaseFile {
  const label = serialKeyOf(onLabel);
  const scanned = file.own.identity.serialKey;
  if (label === null || scanned === null) return file;
  const at = clock.now();
  if (!isSameSerial(label, scanned)) {
    return warn(file, { code: 'serial-differs', at, params: { label, scanned } });
  }
  const cleared = unwarn(file, 'serial-differs');
  if (stepOf(cleared.view, 'label-checked') === undefined) return cleared;
  return changeStep(cleared, {
    ...{ step: 'label-checked', state: 'done', note: label, who: operator.user, at },
    ...{ defaults: defaults(), bootTime: null },
  });
}

export function readAttachment(
  store: CaseStore,
  { view }: CaseFile,
  wanted: string,
): MethodOutput<'cases.attachment'> {
  const found = view.attachments.find(({ id }) => id === wanted);
  const data = found === undefined ? null : store.attachment(view.id, wanted);
  if (found === undefined || data === null) throw new AppError('case.attachment-not-found', {});
  return { name: found.name, mediaType: found.mediaType, base64: toBase64(data) };
}
