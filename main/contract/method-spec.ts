import type { z } from 'zod';

export const effects = ['read', 'write', 'device'] as const;

/** `device` methods put packets on the wire or change a device; the core writes an audit line. */
export interface MethodSpec {
  readonly effect: (typeof effects)[number];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
