import type { Handler } from './handler.ts';
import { inquiry, inquiryV32 } from './inquiry.ts';

/** Request `Types` to what the device does; letter case counts, as on devices. An unknown type is met with silence. */
export const handlers: ReadonlyMap<string, Handler> = new Map([
  ['inquiry', inquiry],
  ['inquiry_v32', inquiryV32],
]);
