import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeSadp } from '../../../main/protocol/sadp/decode.ts';
import type { SadpMessage, SadpReject } from '../../../main/protocol/sadp/messages.ts';

export const fixtureDir = resolve(import.meta.dirname, '../../fixtures/sadp');

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(fixtureDir, name)));
}

export function fixtureNames(): readonly string[] {
  return readdirSync(fixtureDir).filter((name) => name.endsWith('.xml'));
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function match(body: string): Uint8Array {
  return bytes(`<?xml version="1.0" encoding="UTF-8"?>\n<ProbeMatch>${body}</ProbeMatch>`);
}

/** The message, or a failed test that says why it was refused. */
export function read(data: Uint8Array): SadpMessage {
  const result = decodeSadp(data);
  if (!result.ok) throw new Error(`refused: ${result.reason}, ${result.detail}`);
  return result.message;
}

export function refusal(data: Uint8Array): SadpReject {
  const result = decodeSadp(data);
  if (result.ok) throw new Error('read, but should have been refused');
  return result;
}
