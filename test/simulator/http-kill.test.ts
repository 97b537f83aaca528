import { expect, test } from 'vitest';
import type { HttpJob } from '../lab/kill-http-messages.ts';
import { killHttpOften } from '../lab/kill-http-run.ts';

const jobs: readonly (readonly [HttpJob, kills: number])[] = [
  ['password', 3],
  ['reset', 3],
  ['restore-config', 2],
  ['network', 2],
];

test.each(jobs)(
  'a run over HTTP (%s), killed with signal 9: verdicts are true, nothing is sent twice',
  async (job, kills) => {
    const report = await killHttpOften({ job, kills, devices: 3, seed: 11 });
    expect(report.problems).toEqual([]);
    expect(report.kills).toBe(kills);
    expect(report.changes).toBeGreaterThan(0);
    expect(report.changes).toBeLessThanOrEqual(report.items);
  },
  120_000,
);
