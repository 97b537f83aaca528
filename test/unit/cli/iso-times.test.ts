import { expect, test } from 'vitest';
import { withIsoTimes } from '../../../main/host/cli/iso-times.ts';

const at = Date.UTC(2026, 0, 2, 3, 4, 5);
const iso = '2026-01-02T03:04:05.000Z';

test('times become ISO 8601, however deep, and nothing else changes', () => {
  const given = {
    sites: [{ createdAt: at, devices: 6 }],
    entry: { test: { at, lockedUntil: null, attemptsLeft: 3 } },
    health: { since: at, upSeconds: 9 },
    heat: at,
    startedAt: iso,
  };
  expect(withIsoTimes(given)).toEqual({
    sites: [{ createdAt: iso, devices: 6 }],
    entry: { test: { at: iso, lockedUntil: null, attemptsLeft: 3 } },
    health: { since: iso, upSeconds: 9 },
    heat: at,
    startedAt: iso,
  });
});

test('what a reason carries is given as it is', () => {
  expect(withIsoTimes({ params: { readAt: 4 } })).toEqual({ params: { readAt: 4 } });
});
