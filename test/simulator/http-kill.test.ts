import { expect, test } from 'vitest';
import type { HttpJob } from '../lab/kill-http-messages.ts';
import { killHttpOften } from '../lab/kill-http-run.ts';

const jobs: readonly HttpJob[] = ['password', 'reset'];

test.each(jobs)(
  'a run over HTTP (%s), killed with signal 9: verdicts are true, nothing is sent twice',
  async (job) => {
    const report = await killHttpOften({ job, kills: 3, devices: 3, seed: 11 });
    expect(report.problems).toEqual([]);
    expect(report.kills).toBe(3);
    expect(report.changes).toBeGreaterThan(0);
    expect(report.changes).toBeLessThanOrEqual(report.items);
  },
  120_000,
);
