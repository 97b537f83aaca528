import { expect, test } from 'vitest';
import { killOften } from '../lab/kill-run.ts';

test('killed ten times with signal 9: every verdict is true and nothing is sent twice', async () => {
  const report = await killOften({ kills: 10, devices: 12, seed: 11 });
  expect(report.problems).toEqual([]);
  expect(report).toMatchObject({ kills: 10, restarts: 10 });
  expect(report.commands).toBeLessThanOrEqual(report.items);
  expect(report.items).toBe(report.runs * 12);
}, 120_000);
