import { whyNoLab } from '../helpers/lab.ts';

/** A skipped lab is said aloud, and where a lab must be possible its absence is a failure. */
export function setup(): void {
  const reason = whyNoLab();
  if (reason === null) return;
  if (process.env['CI'] === 'true') throw new Error(`the lab cannot run: ${reason}`);
  process.stdout.write(`LAB TESTS SKIPPED: ${reason}\n`);
}
