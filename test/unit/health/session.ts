import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DeviceHealth } from '../../../main/contract/login.ts';
import {
  type DocumentName,
  documents,
  examineDevice,
} from '../../../main/services/health/examine.ts';
import { healthOf } from '../../../main/services/health/map.ts';
import { failure } from '../../../main/services/login/answers.ts';
import type { DeviceSession, LoginAnswer } from '../../../main/services/login/logins.ts';

/** What a device answers to one question: a document, a refusal with its status, or nothing any more. */
export type Told = string | { readonly status: number; readonly body?: string } | 'gone';
export type Answers = { readonly [N in DocumentName]?: Told };

export const now = Date.UTC(2026, 10, 20, 12, 0, 0);

export function own(name: string): string {
  return readFileSync(resolve(import.meta.dirname, '../../fixtures/isapi', name), 'utf8');
}

const silence = failure({ verdict: 'no-answer', reason: 'silent' });

function answerOf(told: Told | undefined): LoginAnswer {
  if (told === 'gone') return silence;
  const { status, body = '' } =
    typeof told === 'string' ? { status: 200, body: told } : (told ?? { status: 404 });
  return { kind: 'ok', status, text: body, body: new TextEncoder().encode(body) };
}

/** A device that answers from these documents, and 404 to everything else. */
export function sessionOf(answers: Answers): { session: DeviceSession; asked: string[] } {
  const asked: string[] = [];
  const names = Object.keys(documents) as DocumentName[];
  const session: DeviceSession = {
    ...{ userName: 'admin', source: 'vault', login: null },
    request: async ({ path, method }) => {
      asked.push(`${method} ${path}`);
      const name = names.find((one) => documents[one][0] === path);
      return answerOf(name === undefined ? undefined : answers[name]);
    },
  };
  return { session, asked };
}

export async function healthFrom(
  answers: Answers,
  { isRecorder = false }: { readonly isRecorder?: boolean } = {},
): Promise<DeviceHealth> {
  const { session } = sessionOf(answers);
  const options = { session, now: () => now, isRecorder, isExpected: () => true };
  return healthOf(await examineDevice(options), now);
}
