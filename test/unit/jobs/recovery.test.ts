import { describe, expect, test } from 'vitest';
import { silentLog } from '../../../main/ports/log.ts';
import type { JobRequest } from '../../../main/services/jobs/types.ts';
import { openStore, type Store } from '../../../main/store/open.ts';
import { createFakeClock, createLaptopClock } from '../../helpers/fake-clock.ts';
import { createJobRig, type JobRig, type JobRigOptions } from '../../helpers/job-rig.ts';

const passwords = { all: 'Secret-2026' };

function request(rig: JobRig, patch: Partial<JobRequest> = {}): JobRequest {
  const items = rig.ids.map((device) => ({ device, params: null as unknown }));
  return { kind: 'unbind', items, passwords, ...patch };
}

/** Two lives of one data folder; the first is simply not heard of any more. */
function lives(options: JobRigOptions = {}): {
  store: Store;
  first: JobRig;
  second: (more?: JobRigOptions) => JobRig;
} {
  const clock = createFakeClock();
  const { store } = openStore({ path: ':memory:', now: () => clock.now(), log: silentLog });
  const shared = { ...options, store, clock };
  const first = createJobRig({ ...shared, owner: { token: 'one', pid: 11, machine: 'laptop' } });
  return {
    ...{ store, first },
    second: (more = {}) =>
      createJobRig({
        ...shared,
        owner: { token: 'two', pid: 22, machine: 'laptop' },
        isProcessAlive: (pid) => pid === 22,
        ...more,
      }),
  };
}

describe('after a crash', () => {
  test('what was sent is unknown until it is read; what was not is waiting', async () => {
    const { first, second } = lives({ devices: 6, workMs: 5000 });
    const { id } = await first.jobs.start(request(first, { parallel: 2 }));
    await first.clock.advance(6000);
    expect(first.sent).toEqual([1, 2, 3]);
    const rig = second();
    expect(rig.jobs.interruptedAtStart()).toEqual([id]);
    const job = rig.jobs.get(id);
    expect(job).toMatchObject({ state: 'interrupted', endedAt: null });
    expect(job.items.map(({ state, verdict, reason }) => [state, verdict, reason])).toEqual([
      ['done', 'verified', 'read-back'],
      ['done', 'unknown', 'interrupted'],
      ['done', 'unknown', 'interrupted'],
      ['waiting', null, null],
      ['waiting', null, null],
      ['waiting', null, null],
    ]);
  });

  test('resumed with the passwords: in flight is read, the rest is done, nothing twice', async () => {
    const { first, second } = lives({ devices: 6, workMs: 5000 });
    const { id } = await first.jobs.start(request(first, { parallel: 2 }));
    await first.clock.advance(6000);
    const rig = second({ workMs: 500 });
    rig.jobs.interruptedAtStart();
    await expect(rig.jobs.resume(id, {}, false)).rejects.toMatchObject({
      code: 'job.needs-password',
      params: { devices: 3 },
    });
    await rig.jobs.resume(id, passwords, false);
    const job = await rig.ended(id);
    expect(rig.reread).toEqual([2, 3]);
    expect(rig.sent).toEqual([4, 5, 6]);
    expect(job).toMatchObject({ state: 'done', counts: { verified: 6 } });
    expect(rig.audit.verify().isIntact).toBe(true);
  });

  test('only reading is left: no password is asked for', async () => {
    const { first, second } = lives({ devices: 1, workMs: 5000 });
    const { id } = await first.jobs.start(request(first));
    await first.clock.advance(1000);
    const rig = second();
    rig.jobs.interruptedAtStart();
    await rig.jobs.resume(id, {}, false);
    expect((await rig.ended(id)).counts).toEqual({ verified: 1 });
    expect(rig.sent).toEqual([]);
  });

  test('what could not be read stays unknown', async () => {
    const { first, second } = lives({ devices: 1, workMs: 5000 });
    const { id } = await first.jobs.start(request(first));
    await first.clock.advance(1000);
    const rig = second({
      runner: {
        reread: () => Promise.resolve({ kind: 'done', verdict: 'unknown', reason: 'offline' }),
      },
    });
    rig.jobs.interruptedAtStart();
    await rig.jobs.resume(id, {}, false);
    const job = await rig.ended(id);
    expect(job.items).toMatchObject([{ verdict: 'unknown', reason: 'offline' }]);
  });

  test('a reread cannot send, whatever the runner tries', async () => {
    const kinds: string[] = [];
    const { first, second } = lives({ devices: 1, workMs: 5000 });
    const { id } = await first.jobs.start(request(first));
    await first.clock.advance(1000);
    const rig = second({
      runner: {
        reread: async ({ commands, device }) => {
          const answer = await commands.command(device, {
            ...{ command: 'ezvizUnbind', password: 'x', isOverride: true },
            beforeSend: () => undefined,
          });
          const lamp = await commands.ask(device, { types: 'lamp' });
          kinds.push(answer.kind, lamp.kind);
          return { kind: 'done', verdict: 'unknown', reason: 'silent' };
        },
      },
    });
    rig.jobs.interruptedAtStart();
    await rig.jobs.resume(id, {}, false);
    await rig.ended(id);
    expect(kinds).toEqual(['not-sent', 'not-sent']);
    expect(rig.sent).toEqual([]);
  });

  test('cancelled instead of resumed: in flight stays unknown, the rest is skipped', async () => {
    const { first, second } = lives({ devices: 4, workMs: 5000 });
    const { id } = await first.jobs.start(request(first));
    await first.clock.advance(1000);
    const rig = second();
    rig.jobs.interruptedAtStart();
    const job = rig.jobs.cancel(id);
    expect(job).toMatchObject({ state: 'cancelled', counts: { unknown: 1, skipped: 3 } });
    expect(job.endedAt).not.toBeNull();
  });

  test('a verification code is not kept: it has to be typed again', async () => {
    const { store, first, second } = lives({ devices: 2, workMs: 5000, kind: 'verification-code' });
    const items = first.ids.map((device) => ({ device, params: { code: 'ABCDEF' } }));
    const wanted = request(first, { kind: 'verification-code', items, parallel: 1 });
    const { id } = await first.jobs.start(wanted);
    await first.clock.advance(1000);
    expect(JSON.stringify(store.acts.jobs.get(id))).not.toContain('ABCDEF');
    const rig = second({ kind: 'verification-code' });
    rig.jobs.interruptedAtStart();
    await rig.jobs.resume(id, passwords, false);
    const job = await rig.ended(id);
    expect(job.items).toMatchObject([
      { verdict: 'verified' },
      { verdict: 'skipped', reason: 'interrupted' },
    ]);
  });
});

describe('whose job it is', () => {
  test('that of a living process is left alone', async () => {
    const { first, second } = lives({ devices: 3, workMs: 5000 });
    first.jobs.interruptedAtStart();
    const { id } = await first.jobs.start(request(first));
    const rig = second({ isProcessAlive: () => true });
    expect(rig.jobs.interruptedAtStart()).toEqual([]);
    await rig.clock.advance(60_000);
    expect(rig.jobs.get(id)).toMatchObject({ state: 'done', counts: { verified: 3 } });
    await expect(rig.jobs.resume(id, passwords, false)).rejects.toMatchObject({
      code: 'job.not-resumable',
    });
  });

  test('one that was taken over sends nothing more', async () => {
    // The laptop slept: the first process lives on and knows nothing of the second.
    const { store, first, second } = lives({ devices: 3, workMs: 3000 });
    const { id } = await first.jobs.start(request(first, { parallel: 1 }));
    await first.clock.advance(1000);
    store.acts.jobs.beat('one', first.clock.now() - 3_600_000);
    const rig = second({
      isProcessAlive: () => true,
      runner: { run: () => new Promise(() => undefined) },
    });
    expect(rig.jobs.interruptedAtStart()).toEqual([id]);
    await rig.jobs.resume(id, passwords, false);
    await rig.clock.advance(30_000);
    expect(first.sent).toEqual([1]);
  });

  test('one that was taken over writes nothing more', async () => {
    const { store, first, second } = lives({ devices: 4, workMs: 3000 });
    const { id } = await first.jobs.start(request(first, { parallel: 1 }));
    await first.clock.advance(1000);
    store.acts.jobs.beat('one', first.clock.now() - 3_600_000);
    const rig = second({ isProcessAlive: () => true, workMs: 200 });
    expect(rig.jobs.interruptedAtStart()).toEqual([id]);
    await rig.jobs.resume(id, passwords, false);
    const job = await rig.ended(id, 10_000);
    await rig.clock.advance(30_000);
    expect(first.sent).toEqual([1]);
    expect(rig.jobs.get(id)).toEqual(job);
    expect(job).toMatchObject({ state: 'done', counts: { verified: 4 } });
    expect(first.jobs.get(id)).toEqual(job);
  });

  test.each([3_600_000, -3_600_000])(
    'a clock that is set by %d ms takes no job from a living process',
    async (byMs) => {
      const { first, second } = lives({ devices: 3, workMs: 20_000 });
      const rig = second({ isProcessAlive: () => true });
      rig.jobs.interruptedAtStart();
      first.jobs.interruptedAtStart();
      const { id } = await first.jobs.start(request(first, { parallel: 1 }));
      // The other process looks right after the clock was set, before this one has beaten again.
      await first.clock.advance(9999);
      first.clock.jump(first.clock.now() + byMs);
      await first.clock.advance(1);
      expect(rig.jobs.get(id).state).toBe('running');
      await first.clock.advance(100_000);
      expect(rig.jobs.get(id)).toMatchObject({ state: 'done', counts: { verified: 3 } });
    },
  );

  test('a laptop with another clock takes no job from a living one, and that of a dead one in time', async () => {
    const { first, second } = lives({ devices: 3, workMs: 80_000 });
    first.jobs.interruptedAtStart();
    const { id } = await first.jobs.start(request(first, { parallel: 1 }));
    const laptop = createLaptopClock(first.clock);
    laptop.jump(600_000);
    const rig = second({ laptop, owner: { token: 'two', pid: 22, machine: 'other' } });
    expect(rig.jobs.interruptedAtStart()).toEqual([]);
    await first.clock.advance(90_000);
    expect(rig.jobs.get(id).state).toBe('running');
    // It dies: nothing is written down any more.
    first.store.acts.jobs.beat = () => undefined;
    await first.clock.advance(55_000);
    expect(rig.jobs.get(id).state).toBe('running');
    await first.clock.advance(20_000);
    expect(rig.jobs.get(id).state).toBe('interrupted');
  });

  test('the same job cannot be begun twice from two processes', async () => {
    const { first, second } = lives({ devices: 2, workMs: 5000 });
    first.jobs.interruptedAtStart();
    await first.jobs.start(request(first));
    const rig = second({ isProcessAlive: () => true });
    rig.jobs.interruptedAtStart();
    await expect(rig.jobs.start(request(rig))).rejects.toMatchObject({ code: 'job.busy' });
  });

  test('a process that ends in order leaves an interrupted job', async () => {
    const { first, second } = lives({ devices: 2, workMs: 5000 });
    const { id } = await first.jobs.start(request(first));
    await first.clock.advance(500);
    first.jobs.close();
    const rig = second();
    expect(rig.jobs.get(id)).toMatchObject({
      state: 'interrupted',
      counts: { unknown: 1, waiting: 1 },
    });
    await first.clock.advance(10_000);
    await rig.jobs.resume(id, passwords, false);
    expect((await rig.ended(id)).counts).toEqual({ verified: 2 });
    expect([first.sent, rig.sent, rig.reread]).toEqual([[1], [2], [1]]);
    expect(first.clock.pending).toBeLessThanOrEqual(1);
  });
});

describe('looking again', () => {
  test('corrects what was open and leaves what was known', async () => {
    const script = (host: number) => (host === 1 ? 'success' : host === 2 ? 'silent' : 'failed');
    const rig = createJobRig({ devices: 3, script });
    const { id } = await rig.jobs.start(request(rig));
    const before = await rig.ended(id);
    expect(before.items.map(({ verdict }) => verdict)).toEqual(['verified', 'unknown', 'refused']);
    const after = await rig.jobs.recheck(id);
    expect(after.items.map(({ verdict }) => verdict)).toEqual(['verified', 'verified', 'refused']);
    expect(rig.reread).toEqual([2]);
    expect(rig.jobs.get(id)).toEqual(after);
    expect(rig.sent).toEqual([1, 2, 3]);
  });

  test('does not blame a run that sent nothing for a device that stayed as it was', async () => {
    const rig = createJobRig({
      devices: 1,
      runner: {
        run: () =>
          Promise.resolve({ kind: 'done', verdict: 'needs-internet', reason: 'cloud-offline' }),
        reread: () => Promise.resolve({ kind: 'done', verdict: 'failed', reason: 'not-applied' }),
      },
    });
    const { id } = await rig.jobs.start(request(rig));
    await rig.ended(id);
    const after = await rig.jobs.recheck(id);
    expect(after.items[0]).toMatchObject({ verdict: 'needs-internet', reason: 'cloud-offline' });
    expect(rig.sent).toEqual([]);
  });

  test('not while it runs', async () => {
    const rig = createJobRig({ devices: 2 });
    const { id } = await rig.jobs.start(request(rig));
    await expect(rig.jobs.recheck(id)).rejects.toMatchObject({ code: 'job.not-resumable' });
    await rig.ended(id);
  });
});
