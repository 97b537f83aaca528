import { z } from 'zod';
import { deviceId } from './device.ts';
import { deviceRef, secrets } from './job.ts';
import { overrideWords } from './lists.ts';
import type { MethodSpec } from './method-spec.ts';
import {
  attachmentKinds,
  caseKind,
  caseOutcomes,
  caseStepId,
  chooserAnswer,
  chooserQuestions,
  chooserState,
  deadlineIds,
  ownerMessages,
  recoveryCase,
  reminder,
  resetCard,
} from './recovery.ts';
import { locales } from './settings.ts';

const id = z.string().min(1).max(80);
const caseRef = z.strictObject({ id });
const note = z.string().trim().max(1000);
const done = z.object({});

/** Cases, the way to choose, the reset button and the words for the owner. */
export const recoveryMethods = {
  'cases.list': {
    effect: 'read',
    input: z.strictObject({
      device: deviceId.optional(),
      isOpen: z.boolean().optional(),
      limit: z.number().int().min(1).max(2000).default(500),
    }),
    output: z.object({ cases: z.array(recoveryCase) }),
  },
  'cases.get': { effect: 'read', input: caseRef, output: recoveryCase },
  /** Devices of the current site that were unbound and have no closing list since; open one with `cases.open`. */
  'cases.offers': {
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({
      offers: z.array(
        z.object({
          device: deviceRef,
          jobId: z.string(),
          verdict: z.enum(['verified', 'accepted']),
          at: z.number(),
        }),
      ),
    }),
  },
  /** @see caseKinds; `software-reset` is opened by `devices.reset` and `devices.restoreInactive`. */
  'cases.open': {
    effect: 'write',
    input: z.strictObject({
      device: deviceId,
      kind: caseKind,
      reason: note.default(''),
      authorisedBy: z.string().trim().max(300).default(''),
      variant: z.string().max(40).optional(),
    }),
    output: recoveryCase,
  },
  'cases.step': {
    effect: 'write',
    input: z.strictObject({
      id,
      step: caseStepId,
      state: z.enum(['todo', 'done', 'skipped', 'failed']),
      note: note.optional(),
    }),
    output: recoveryCase,
  },
  'cases.edit': {
    effect: 'write',
    input: z.strictObject({
      id,
      reason: note.optional(),
      authorisedBy: z.string().trim().max(300).optional(),
      variant: z.string().max(40).optional(),
      fields: z.record(z.string().max(40), z.string().max(300)).optional(),
      note: z.string().trim().min(1).max(2000).optional(),
    }),
    output: recoveryCase,
  },
  'cases.setDeadline': {
    effect: 'write',
    input: z.strictObject({ id, deadline: z.enum(deadlineIds), at: z.number() }),
    output: recoveryCase,
  },
  /** The watcher looks for this device until it was seen reset, or the time is over. */
  'cases.watch': {
    effect: 'device',
    input: z.strictObject({
      id,
      isOn: z.boolean(),
      minutes: z
        .number()
        .min(1)
        .max(24 * 60)
        .optional(),
    }),
    output: recoveryCase,
  },
  /** Starts the deadline of a request again after it expired. */
  'cases.sendAgain': { effect: 'write', input: caseRef, output: recoveryCase },
  'cases.close': {
    effect: 'write',
    input: z.strictObject({ id, outcome: z.enum(caseOutcomes), note: note.optional() }),
    output: recoveryCase,
  },
  'cases.reopen': { effect: 'write', input: caseRef, output: recoveryCase },
  'cases.attach': {
    effect: 'write',
    input: z.strictObject({
      id,
      kind: z.enum(attachmentKinds),
      name: z.string().trim().min(1).max(200),
      mediaType: z.string().max(100),
      base64: z.string().max(14_000_000),
      /** For a photo of the label: the serial as a person reads it there, compared with the scan. */
      serialOnLabel: z.string().trim().max(128).optional(),
    }),
    output: recoveryCase,
  },
  'cases.attachment': {
    effect: 'read',
    input: z.strictObject({ id, attachment: z.string().max(80) }),
    output: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  },
  'cases.reminders': {
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({ reminders: z.array(reminder) }),
  },
  'cases.dismissReminder': { effect: 'write', input: caseRef, output: done },
  /** Ways back that this device itself says it has. */
  'recovery.ways': {
    effect: 'read',
    input: z.strictObject({ id: deviceId }),
    output: z.object({
      ways: z.array(
        z.object({
          kind: caseKind,
          /** `null`: the device does not say. */
          isSupported: z.boolean().nullable(),
          fact: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Asks the device for its reset request and keeps it with the case. One request is valid at a time. */
  'recovery.export': { effect: 'device', input: caseRef, output: recoveryCase },
  /** Brings the vendor's answer to the device with the new password; guarded, verified by a login or a reading. */
  'recovery.apply': {
    effect: 'device',
    input: z.strictObject({
      id,
      fileBase64: z.string().max(1_000_000).optional(),
      code: z.string().trim().max(512).optional(),
      /** Absent for a code that brings its own password with it. */
      newPassword: secrets.optional(),
      isForChannels: z.boolean().default(false),
      override: z.enum(overrideWords).optional(),
    }),
    output: recoveryCase,
  },
  'chooser.get': {
    effect: 'read',
    input: z.strictObject({ device: deviceId }),
    output: chooserState,
  },
  'chooser.answer': {
    effect: 'write',
    input: z.strictObject({
      device: deviceId,
      question: z.enum(chooserQuestions),
      /** `null` takes an answer back. */
      answer: chooserAnswer.nullable(),
    }),
    output: chooserState,
  },
  'reset.card': {
    effect: 'read',
    input: z.strictObject({
      device: deviceId.optional(),
      model: z.string().trim().max(128).optional(),
    }),
    output: resetCard,
  },
  'messages.make': {
    effect: 'read',
    input: z.strictObject({
      message: z.enum(ownerMessages),
      locale: z.enum(locales),
      device: deviceId.optional(),
      case: id.optional(),
      installer: z.string().trim().max(120).optional(),
    }),
    output: z.object({
      text: z.string(),
      /** The code, or the first of several. */
      svg: z.string(),
      /** Further codes, in order, where one does not hold the text. */
      more: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, MethodSpec>;
