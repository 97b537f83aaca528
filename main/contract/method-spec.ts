import type { z } from 'zod';

export const effects = ['read', 'write', 'device'] as const;

/** `device` methods put packets on the wire or change a device; the core writes an audit line. */
export interface MethodSpec {
  readonly effect: (typeof effects)[number];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** The operator's explicit word to try although the lockout guard advises against it. */
export const overrideWords = ['TRY ANYWAY'] as const;
