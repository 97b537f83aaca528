import { describe, expect, test } from 'vitest';
import { judgeBoot, parseBootTime } from '../../../main/domain/restart.ts';
import { t0 } from './helpers.ts';

/** Watched for an hour with BootTime 2025-02-20 10:00; answers came every 15 s until `lastSeenAt`. */
const mark = { bootTime: '2025-02-20T10:00:00', since: t0 };
const lastSeenAt = t0 + 3_600_000;

function judge(told: string, silentMs: number, from = mark) {
  return judgeBoot(from, told, { at: lastSeenAt + silentMs, lastSeenAt });
}

describe('BootTime', () => {
  test('is read with a T or a blank, and not otherwise', () => {
    expect(parseBootTime('2024-01-15T02:44:11')).toBe(Date.UTC(2024, 0, 15, 2, 44, 11));
    expect(parseBootTime('2024-01-15 02:44:11')).toBe(Date.UTC(2024, 0, 15, 2, 44, 11));
    expect(parseBootTime('yesterday')).toBeNull();
  });

  test('less than two minutes is drift', () => {
    expect(judge('2025-02-20T10:01:59', 90_000)).toBe('drift');
    expect(judge('2025-02-20T09:58:01', 90_000)).toBe('drift');
  });

  test('later than the time it was watched running: restarted', () => {
    expect(judge('2025-03-01T10:00:40', 60_000)).toBe('restart');
    expect(judge('2025-02-20T11:02:00', 20_000)).toBe('restart');
  });

  test('later, but by less than it was watched running: the clock was set', () => {
    expect(judge('2025-02-20T10:07:13', 15_000)).toBe('clock');
  });

  test('whole half hours are a zone or daylight saving, unless it was silent', () => {
    expect(judge('2025-02-20T12:00:00', 15_000)).toBe('clock');
    expect(judge('2025-02-20T12:00:02', 15_000)).toBe('clock');
    expect(judge('2025-02-20T11:59:59', 15_000)).toBe('clock');
    expect(judge('2025-02-20T12:00:00', 60_000)).toBe('restart');
  });

  test('going back is a clock, unless it was silent', () => {
    expect(judge('2025-02-19T10:00:00', 15_000)).toBe('clock');
    expect(judge('2025-02-19T10:00:00', 60_000)).toBe('restart');
  });

  test('leaving 1970 is the clock being set after a start that was already known', () => {
    const unset = { bootTime: '1970-01-01T00:00:20', since: t0 };
    expect(judge('2025-03-01T08:00:00', 15_000, unset)).toBe('clock');
    expect(judge('2025-03-01T08:00:00', 60_000, unset)).toBe('restart');
  });

  test('falling back to 1970 is a loss of power', () => {
    expect(judge('1970-01-01T00:00:20', 15_000)).toBe('restart');
  });

  test('a clock that is never set restarts unseen: 1970 follows 1970', () => {
    const unset = { bootTime: '1970-01-01T00:00:20', since: t0 };
    expect(judge('1970-01-01T00:00:22', 60_000, unset)).toBe('drift');
  });

  test('text that is no time says nothing', () => {
    expect(judge('soon', 60_000)).toBe('clock');
    expect(judge('2025-03-01T10:00:40', 60_000, { bootTime: '?', since: t0 })).toBe('clock');
  });
});
