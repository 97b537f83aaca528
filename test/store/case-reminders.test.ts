import { expect, onTestFinished, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import type { CaseKind, CaseStepId, Reminder } from '../../main/contract/recovery.ts';
import { silentLog } from '../../main/ports/log.ts';
import { Audit } from '../../main/services/audit/audit.ts';
import { Cases } from '../../main/services/cases/cases.ts';
import type { CaseStore } from '../../main/store/case-types.ts';
import { openStore } from '../../main/store/open.ts';
import { createFakeClock, type FakeClock } from '../helpers/fake-clock.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';
import { Core, macA, serialA, t0, tempFile } from './helpers.ts';

/** A process on the file; `fails` may end it in the middle of a write. */
interface Process {
  readonly cases: Cases;
  readonly clock: FakeClock;
  readonly told: Reminder[][];
  readonly device: DeviceId;
}

class PowerCut extends Error {}

/** The n-th write never happens, or happens and nobody hears of it; after it the process is dead. */
function failing(store: CaseStore, at: number, when: 'before' | 'after'): CaseStore {
  let calls = 0;
  const wrap = <A extends unknown[], R>(run: (...args: A) => R): ((...args: A) => R) => {
    return (...args) => {
      calls += 1;
      if (calls > at || (calls === at && when === 'before')) throw new PowerCut();
      const result = run(...args);
      if (calls === at) throw new PowerCut();
      return result;
    };
  };
  return {
    get: (id) => store.get(id),
    list: (query) => store.list(query),
    attachment: (id, attachment) => store.attachment(id, attachment),
    standing: () => store.standing(),
    put: wrap((file, key) => store.put(file, key)),
    attach: wrap((id, attachment, data) => store.attach(id, attachment, data)),
    remind: wrap((rows) => store.remind(rows)),
    markShown: wrap((time) => store.markShown(time)),
    dismiss: wrap((reminder, time) => store.dismiss(reminder, time)),
    forgetReminders: wrap((id, deadlines) => store.forgetReminders(id, deadlines)),
    forgetRemindersAfter: (now) => store.forgetRemindersAfter(now),
  };
}

function start(path: string, now: number, cut?: { at: number; when: 'before' | 'after' }): Process {
  const clock = createFakeClock(now);
  const { store } = openStore({ path, now: () => clock.now(), log: silentLog });
  onTestFinished(() => store.close());
  const core = new Core(store, 'd');
  const device =
    core.registry.find(serialA).kind === 'one'
      ? (core.registry.find(serialA) as { id: DeviceId }).id
      : core.see({ serial: serialA, mac: macA, ipv4Address: '192.168.1.20', activated: true });
  core.flush();
  const { cases: real, audit, durably } = store.acts;
  const operator = { user: 'ann', machine: 'laptop' };
  const told: Reminder[][] = [];
  const cases = new Cases({
    ...{ clock, durably, operator, random: createFakeRandom(), log: silentLog },
    store: cut === undefined ? real : failing(real, cut.at, cut.when),
    audit: new Audit({ store: audit, clock, operator, host: 'test' }),
    record: (id) => core.registry.record(id),
    row: (id) => core.registry.row(id),
    find: () => null,
    provenSince: () => new Map(),
    defaults: () => ({
      ...{ portalHours: 24, fileWarnHours: 24, fileExpireHours: 48, emailHours: 48 },
      watchMinutes: 10,
    }),
    probe: () => Promise.resolve(),
    isContinuous: false,
    setOpenCase: () => undefined,
    onChange: () => undefined,
    onReminders: (reminders) => told.push([...reminders]),
  });
  return { cases, clock, told, device };
}

const hour = 3_600_000;
const requests: readonly (readonly [
  CaseKind,
  CaseStepId,
  readonly (readonly [string, number])[],
])[] = [
  [
    'portal-reset',
    'request-sent',
    [
      ['portal-request/warn', 23],
      ['portal-request/over', 24],
    ],
  ],
  [
    'reset-file',
    'file-exported',
    [
      ['file-warn/over', 24],
      ['file-expire/warn', 46],
      ['file-expire/over', 48],
    ],
  ],
  [
    'email-code',
    'code-asked',
    [
      ['email-code/warn', 44],
      ['email-code/over', 48],
    ],
  ],
];

function names(reminders: readonly Reminder[]): string[] {
  return reminders.map(({ deadline, level }) => `${deadline}/${level}`);
}

function openAll(path: string): void {
  const { cases, device } = start(path, t0);
  for (const [kind, step] of requests) {
    const { id } = cases.open({ device, kind, reason: '', authorisedBy: 'Owner' });
    cases.step({ id, step, state: 'done' });
  }
  cases.stop();
}

const moments = [...new Set(requests.flatMap(([, , due]) => due.map(([, h]) => h)))].sort(
  (a, b) => a - b,
);

function dueBy(h: number): string[] {
  return requests
    .flatMap(([, , due]) => due.filter(([, at]) => at <= h).map(([name]) => name))
    .sort();
}

test('closed over every deadline: each reminder is there once at the next start', () => {
  for (const h of moments) {
    const path = tempFile();
    openAll(path);
    for (const beforeMs of [-2000, -1, 0, 1, 2000]) {
      const now = t0 + h * hour + beforeMs;
      const process = start(path, now);
      process.cases.start();
      const expected = dueBy(beforeMs < 0 ? h - 0.01 : h);
      expect(names(process.cases.reminders()).sort(), `${h} h ${beforeMs} ms`).toEqual(expected);
      process.cases.stop();
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
        const dying = start(path, now + at, { at, when });
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
      const next = start(path, t0 + h * hour + 4000);
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
    const early = start(path, t0 + 49 * hour);
    early.cases.start();
    for (const { id } of early.cases.reminders()) early.cases.dismissReminder(id);
    let now = early;
    if (isRestart) {
      early.cases.stop();
      now = start(path, t0 + hour);
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
  const first = start(path, t0 + 49 * hour);
  first.cases.start();
  const all = first.cases.reminders();
  expect(all).toHaveLength(7);
  expect(all.every(({ shownAt }) => shownAt === null)).toBe(true);
  expect(first.cases.reminders().every(({ shownAt }) => shownAt !== null)).toBe(true);
  for (const { id } of all) first.cases.dismissReminder(id);
  await first.clock.advance(5000);
  expect(first.told.at(-1)).toEqual([]);
  first.cases.stop();
  const second = start(path, t0 + 50 * hour);
  second.cases.start();
  await second.clock.advance(5000);
  expect(second.cases.reminders()).toEqual([]);
  expect(() => second.cases.dismissReminder(all[0]?.id ?? '')).toThrow('case.reminder-not-found');
  second.cases.stop();
});

test('two processes on one file make one reminder of each', async () => {
  const path = tempFile();
  openAll(path);
  const both = [start(path, t0 + 49 * hour), start(path, t0 + 49 * hour)];
  for (const { cases } of both) cases.start();
  for (const { clock } of both) await clock.advance(3000);
  for (const { cases } of both) {
    expect(names(cases.reminders()).sort()).toEqual(dueBy(49));
    cases.stop();
  }
});
