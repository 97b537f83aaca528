import { z } from 'zod';

/** A job site: a folder of devices with its own table layout. Exactly one is current. */
export const site = z.object({
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(120),
  createdAt: z.number(),
  devices: z.number().int().nonnegative(),
  isCurrent: z.boolean(),
  /** An installer is authorised for it in Hik-ProConnect, as a person said. */
  isAuthorised: z.boolean(),
});
export type Site = z.infer<typeof site>;
