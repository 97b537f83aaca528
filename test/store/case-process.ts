import type { DeviceId } from '../../main/contract/device.ts';
import type { CaseKind, CaseStepId, Reminder } from '../../main/contract/recovery.ts';
import { silentLog } from '../../main/ports/log.ts';
import { Audit } from '../../main/services/audit/audit.ts';
import { Cases } from '../../main/services/cases/cases.ts';
import type { AuditStore } from '../../main/store/act-types.ts';
import type { CaseStore } from '../../main/store/case-types.ts';
import { openStore, type Store } from '../../main/store/open.ts';
import { createFakeClock, type FakeClock } from '../helpers/fake-clock.ts';
import { createFakeRandom } from '../helpers/fake-random.ts';
import { Core, macA, serialA, t0 } from './helpers.ts';

/** A process on the file; `fails` may end it in the middle of a write. */
export interface Process {
  readonly cases: Cases;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly told: Reminder[][];
  readonly device: DeviceId;
}

export class PowerCut extends Error {}

/** The n-th write, and whether it still happens. */
export interface Cut {
  readonly at: number;
  readonly when: 'before' | 'after';
}

type Wrap = <A extends unknown[], R>(run: (...args: A) => R) => (...args: A) => R;

/** The n-th write never happens, or happens and nobody hears of it; after it the process is dead. */
function cutting({ at, when }: Cut, die: () => never): Wrap {
  let calls = 0;
  return (run) =>
    (...args) => {
      calls += 1;
      if (calls > at || (calls === at && when === 'before')) die();
      const result = run(...args);
      if (calls === at) die();
      return result;
    };
}

function failingCases(store: CaseStore, wrap: Wrap): CaseStore {
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
    forgetRemindersAfter: wrap((now) => store.forgetRemindersAfter(now)),
  };
}

function failingAudit(store: AuditStore, wrap: Wrap): AuditStore {
  return {
    append: wrap((entries) => store.append(entries)),
    list: (query) => store.list(query),
    verify: () => store.verify(),
  };
}

function powerCut(): never {
  throw new PowerCut();
}

/** `die`: how a process ends that is cut. */
export function start(
  path: string,
  now: number,
  { cut, die = powerCut }: { readonly cut?: Cut; readonly die?: () => never } = {},
): Process {
  const clock = createFakeClock(now);
  const { store } = openStore({ path, now: () => clock.now(), log: silentLog });
  const core = new Core(store, 'd');
  const device =
    core.registry.find(serialA).kind === 'one'
      ? (core.registry.find(serialA) as { id: DeviceId }).id
      : core.see({ serial: serialA, mac: macA, ipv4Address: '192.168.1.20', activated: true });
  core.flush();
  const { cases: real, audit, durably } = store.acts;
  const operator = { user: 'ann', machine: 'laptop' };
  const told: Reminder[][] = [];
  const wrap = cut === undefined ? null : cutting(cut, die);
  const cases = new Cases({
    ...{ clock, durably, operator, random: createFakeRandom(), log: silentLog },
    store: wrap === null ? real : failingCases(real, wrap),
    audit: new Audit({
      store: wrap === null ? audit : failingAudit(audit, wrap),
      clock,
      operator,
      host: 'test',
    }),
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
  return { cases, clock, told, device, store };
}

export const hour = 3_600_000;
export const requests: readonly (readonly [
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

export function names(reminders: readonly Reminder[]): string[] {
  return reminders.map(({ deadline, level }) => `${deadline}/${level}`);
}

export function openAll(path: string): void {
  const { cases, device, store } = start(path, t0);
  for (const [kind, step] of requests) {
    const { id } = cases.open({ device, kind, reason: '', authorisedBy: 'Owner' });
    cases.step({ id, step, state: 'done' });
  }
  cases.stop();
  store.close();
}

export const moments = [...new Set(requests.flatMap(([, , due]) => due.map(([, h]) => h)))].sort(
  (a, b) => a - b,
);

export function dueBy(h: number): string[] {
  return requests
    .flatMap(([, , due]) => due.filter(([, at]) => at <= h).map(([name]) => name))
    .sort();
}
