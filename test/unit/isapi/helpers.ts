import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Decoded } from '../../../main/protocol/isapi/read.ts';

export const fixtureDir = resolve(import.meta.dirname, '../../fixtures/isapi');

export function fixture(name: string): string {
  return readFileSync(resolve(fixtureDir, name), 'utf8');
}

/** The value, or a failed test that says why there is none. */
export function value<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(`not read: ${JSON.stringify(decoded)}`);
  return decoded.value;
}
