import { expect, onTestFinished, test } from 'vitest';
import { type Cut, dueBy, hour, moments, names, openAll, PowerCut, start } from './case-process.ts';
import { t0, tempFile } from './helpers.ts';

function process(path: string, now: number, cut?: Cut) {
  const started = start(path, now, cut === undefined ? {} : { cut });
  onTestFinished(() => started.store.close());
  return started;
}

test('closed over every deadline: each reminder is there once at the next start', () => {
  for (const h of moments) {
    const path = tempFile();
    openAll(path);
    for (const beforeMs of [-2000, -1, 0, 1, 2000]) {
      const now = t0 + h * hour + beforeMs;
      const next = process(path, now);
      next.cases.start();
      const expected = dueBy(beforeMs < 0 ? h - 0.01 : h);
      expect(names(next.cases.reminders()).sort(), `${h} h ${beforeMs} ms`).toEqual(expected);
      next.cases.stop();
    }
  }
});

test('killed at every write around every deadline: none is lost, none is doubled', async () => {
  let kills = 0;
  for (const when of ['before', 'after'] as const) {
    const path = tempFile();
    openAll(path);
    for (const h of moments) {
      const now = t0 + h * hour - 3000;
      for (let at = 1; at <= 8; at += 1) {
        const dying = process(path, now + at, { at, when });
        try {
          dying.cases.start();
          await dying.clock.advance(6000);
          dying.cases.reminders();
        } catch (error) {
          expect(error).toBeInstanceOf(PowerCut);
        }
        kills += 1;
        dying.cases.stop();
      }
      const next = process(path, t0 + h * hour + 4000);
      next.cases.start();
      await next.clock.advance(3000);
      const shown = next.cases.reminders();
      expect(names(shown).sort(), `${when} ${h} h`).toEqual(dueBy(h));
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
      next.cases.stop();
    }
  }
  expect(kills).toBe(2 * moments.length * 8);
});

test.each([
  ['while it runs', false],
  ['over a restart', true],
] as const)(
  'a clock that ran ahead %s makes no reminder that is missing later',
  async (_name, isRestart) => {
    const path = tempFile();
    openAll(path);
    // Two days ahead: all of them come, and somebody puts them away.
    const early = process(path, t0 + 49 * hour);
    early.cases.start();
    for (const { id } of early.cases.reminders()) early.cases.dismissReminder(id);
    let now = early;
    if (isRestart) {
      early.cases.stop();
      now = process(path, t0 + hour);
      now.cases.start();
    } else {
      now.clock.jump(t0 + hour);
    }
    await now.clock.advance(3000);
    expect(now.cases.reminders()).toEqual([]);
    expect(now.cases.list({ limit: 9 }).map(({ state }) => state)).not.toContain('expired');
    for (const h of moments) {
      now.clock.jump(t0 + h * hour);
      await now.clock.advance(2000);
      expect(names(now.cases.reminders()).sort(), `${h} h`).toEqual(dueBy(h));
    }
    now.cases.stop();
  },
);

test('an acknowledged one never comes back, also not after a restart', async () => {
  const path = tempFile();
  openAll(path);
  const first = process(path, t0 + 49 * hour);
  first.cases.start();
  const all = first.cases.reminders();
  expect(all).toHaveLength(7);
  expect(all.every(({ shownAt }) => shownAt === null)).toBe(true);
  expect(first.cases.reminders().every(({ shownAt }) => shownAt !== null)).toBe(true);
  for (const { id } of all) first.cases.dismissReminder(id);
  await first.clock.advance(5000);
  expect(first.told.at(-1)).toEqual([]);
  first.cases.stop();
  const second = process(path, t0 + 50 * hour);
  second.cases.start();
  await second.clock.advance(5000);
  expect(second.cases.reminders()).toEqual([]);
  expect(() => second.cases.dismissReminder(all[0]?.id ?? '')).toThrow('case.reminder-not-found');
  second.cases.stop();
});

test('two processes on one file make one reminder of each', async () => {
  const path = tempFile();
  openAll(path);
  const both = [process(path, t0 + 49 * hour), process(path, t0 + 49 * hour)];
  for (const { cases } of both) cases.start();
  for (const { clock } of both) await clock.advance(3000);
  for (const { cases } of both) {
    expect(names(cases.reminders()).sort()).toEqual(dueBy(49));
    cases.stop();
  }
});
