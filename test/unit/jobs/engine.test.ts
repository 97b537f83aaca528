import { describe, expect, test } from 'vitest';
import { type CredentialVault, noVault } from '../../../main/ports/vault.ts';
import type { JobRequest } from '../../../main/services/jobs/types.ts';
import { createJobRig, type JobRig } from '../../helpers/job-rig.ts';

function request(rig: JobRig, patch: Partial<JobRequest> = {}): JobRequest {
  return {
    kind: 'unbind',
    items: rig.ids.map((device) => ({ device, params: null })),
    passwords: { all: 'Secret-2026' },
    ...patch,
  };
}

function verdicts(job: { items: readonly { verdict: string | null }[] }): (string | null)[] {
  return job.items.map(({ verdict }) => verdict);
}

describe('a job', () => {
  test('eight look at once, the first sends alone, and each ends with its verdict', async () => {
    const rig = createJobRig({ devices: 30 });
    const job = await rig.jobs.start(request(rig));
    expect(job).toMatchObject({
      state: 'running',
      parallel: 8,
      counts: { running: 8, waiting: 22 },
    });
    expect(job.by).toEqual({ user: 'ann', machine: 'laptop', host: 'test' });
    await rig.clock.advance(900);
    expect(rig.sent).toEqual([1]);
    const ended = await rig.ended(job.id);
    expect(ended).toMatchObject({ state: 'done', counts: { verified: 30 } });
    expect(rig.most()).toBe(8);
    expect(new Set(rig.sent).size).toBe(30);
  });

  test('the number at once can be chosen', async () => {
    const rig = createJobRig({ devices: 12 });
    const job = await rig.jobs.start(request(rig, { parallel: 3 }));
    await rig.ended(job.id);
    expect(rig.most()).toBe(3);
  });

  test('tells at most five times a second, and the last word is told', async () => {
    const rig = createJobRig({ devices: 20 });
    const beganAt = rig.clock.now();
    const job = await rig.jobs.start(request(rig));
    const ended = await rig.ended(job.id);
    const seconds = ((ended.endedAt ?? 0) - beganAt) / 1000;
    expect(rig.events.length).toBeLessThanOrEqual(seconds * 5 + 2);
    expect(rig.events.at(-1)).toMatchObject({ state: 'done', counts: { verified: 20 } });
  });

  test('evidence, values before and times are kept, and are on the disk', async () => {
    const rig = createJobRig({ devices: 1 });
    const job = await rig.ended((await rig.jobs.start(request(rig))).id);
    const item = rig.item(job, 1);
    expect(item.before).toMatchObject({ ipv4Address: '192.168.1.1', ipv4Mask: '255.255.255.0' });
    expect(item.evidence.map(({ text }) => text)).toEqual([
      'getUnbindStatus: the device answered "success"',
      'ezvizUnbind: the device answered "success"',
    ]);
    expect(item.startedAt).toBeLessThan(item.endedAt ?? 0);
    expect(rig.store.acts.jobs.get(job.id)?.items[0]?.item).toEqual(item);
    expect(JSON.stringify(rig.store.acts.jobs.get(job.id))).not.toContain('Secret-2026');
  });

  test('begins and ends of the job and of each device are in the audit', async () => {
    const rig = createJobRig({ devices: 2 });
    const job = await rig.ended((await rig.jobs.start(request(rig))).id);
    const lines = rig.audit.list({ jobId: job.id, limit: 100 }).lines.reverse();
    expect(lines.map(({ what }) => what)).toEqual([
      ...['job.unbind begun', 'item.unbind begun', 'item.unbind begun'],
      ...['item.unbind finished', 'item.unbind finished', 'job.unbind finished'],
    ]);
    expect(lines[3]).toMatchObject({
      user: 'ann',
      params: { verdict: 'verified', reason: 'read-back' },
    });
    expect(JSON.stringify(lines)).not.toContain('Secret-2026');
    expect(rig.audit.verify().isIntact).toBe(true);
  });

  test('a runner that breaks is an outcome of its own', async () => {
    const rig = createJobRig({
      devices: 2,
      runner: { run: () => Promise.reject(new Error('a bug')) },
    });
    const job = await rig.ended((await rig.jobs.start(request(rig))).id);
    expect(job.items).toMatchObject([
      { verdict: 'failed', reason: 'not-sent' },
      { verdict: 'failed', reason: 'not-sent' },
    ]);
  });

  test('a runner sends one command and no second', async () => {
    const kinds: string[] = [];
    const rig = createJobRig({
      devices: 1,
      runner: {
        run: async ({ device, commands }) => {
          for (let count = 0; count < 2; count += 1) {
            const answer = await commands.command(device, {
              ...{ command: 'ezvizUnbind', password: 'x', isOverride: false },
              beforeSend: () => undefined,
            });
            kinds.push(answer.kind);
          }
          return { kind: 'done', verdict: 'accepted', reason: 'no-read-back' };
        },
      },
    });
    await rig.ended((await rig.jobs.start(request(rig))).id);
    expect(kinds).toEqual(['reply', 'not-sent']);
    expect(rig.sent).toEqual([1]);
  });

  test('the same device twice, or the same job again, is refused', async () => {
    const rig = createJobRig({ devices: 2 });
    const [id] = rig.ids;
    if (id === undefined) throw new Error('no device');
    const twice = request(rig, { items: [id, id].map((device) => ({ device, params: null })) });
    await expect(rig.jobs.start(twice)).rejects.toMatchObject({ code: 'job.busy' });
    await rig.jobs.start(request(rig));
    await expect(rig.jobs.start(request(rig))).rejects.toMatchObject({ code: 'job.busy' });
  });

  test('without a password nothing begins; the vault may have one', async () => {
    const rig = createJobRig({ devices: 3 });
    const none = request(rig, { passwords: {} });
    await expect(rig.jobs.start(none)).rejects.toMatchObject({
      code: 'job.needs-password',
      params: { devices: 3 },
    });
    expect(rig.jobs.list(10)).toEqual([]);
    const offered: string[] = [];
    const vault: CredentialVault = {
      ...noVault,
      isOpen: () => true,
      password: () => Promise.resolve('From-the-vault1'),
      offer: (_id, _password, state) => {
        offered.push(state);
        return Promise.resolve();
      },
    };
    const kept = createJobRig({ devices: 3, vault });
    const job = await kept.ended((await kept.jobs.start(request(kept, { passwords: {} }))).id);
    expect(job.counts).toEqual({ verified: 3 });
    expect(offered).toEqual(['proven', 'proven', 'proven']);
  });
});

describe('the password group', () => {
  test('a wrong password stops all of it, and only it', async () => {
    const script = (_host: number, password: string) =>
      password === 'Wrong-2026' ? 'PasswordError' : 'success';
    const rig = createJobRig({ devices: 10, script });
    const byDevice = Object.fromEntries(rig.ids.slice(6).map((id) => [id, 'Right-2026']));
    const started = await rig.jobs.start(
      request(rig, { passwords: { all: 'Wrong-2026', byDevice } }),
    );
    const job = await rig.ended(started.id);
    expect(job.counts).toEqual({ 'wrong-password': 1, skipped: 5, verified: 4 });
    expect(rig.sent.filter((host) => host <= 6)).toEqual([1]);
    expect(rig.item(job, 2)).toMatchObject({
      reason: 'group-stopped',
      params: { device: rig.item(job, 1).device.shortSerial },
    });
  });

  test('an unclear answer proves nothing: the next goes alone too', async () => {
    const script = (host: number) => (host === 1 ? 'silent' : host === 2 ? 'failed' : 'success');
    const rig = createJobRig({ devices: 6, script });
    const job = await rig.jobs.start(request(rig));
    await rig.clock.advance(2800);
    expect(rig.sent).toEqual([1, 2, 3]);
    expect((await rig.ended(job.id)).counts).toEqual({ unknown: 1, refused: 1, verified: 4 });
  });

  test('proven by one, wrong at another: the rest is stopped', async () => {
    const script = (host: number) => (host === 2 ? 'PasswordError' : 'success');
    const rig = createJobRig({ devices: 9, script });
    const job = await rig.ended((await rig.jobs.start(request(rig, { parallel: 2 }))).id);
    expect(rig.sent).toEqual([1, 2, 3]);
    expect(job.counts).toEqual({ verified: 2, 'wrong-password': 1, skipped: 6 });
  });

  test('activation needs no canary: a new password locks nobody out', async () => {
    const rig = createJobRig({ devices: 6, kind: 'activate' });
    await rig.jobs.start(request(rig, { kind: 'activate' }));
    await rig.clock.advance(200);
    expect(rig.sent.length).toBe(6);
  });
});

describe('one by one', () => {
  test('each is confirmed before the next; a failure names the device and stops the rest', async () => {
    const script = (host: number) => (host === 3 ? 'failed' : 'success');
    const rig = createJobRig({ devices: 6, script, sameAddress: true });
    const job = await rig.ended((await rig.jobs.start(request(rig, { isOneByOne: true }))).id);
    expect(job.parallel).toBe(1);
    expect(rig.sent).toEqual([1, 2, 3]);
    expect(verdicts(job)).toEqual([
      'verified',
      'verified',
      'refused',
      'skipped',
      'skipped',
      'skipped',
    ]);
    const named = rig.item(job, 3).device.shortSerial;
    expect(rig.item(job, 4)).toMatchObject({ reason: 'group-stopped', params: { device: named } });
  });

  test('devices at other addresses go on', async () => {
    const script = (host: number) => (host === 1 ? 'failed' : 'success');
    const rig = createJobRig({ devices: 3, script });
    const job = await rig.ended((await rig.jobs.start(request(rig, { isOneByOne: true }))).id);
    expect(verdicts(job)).toEqual(['refused', 'verified', 'verified']);
  });
});

describe('pause and cancel', () => {
  test('pause finishes what is under way and starts nothing', async () => {
    const rig = createJobRig({ devices: 20 });
    const { id } = await rig.jobs.start(request(rig));
    await rig.clock.advance(1500);
    expect(rig.jobs.pause(id).state).toBe('paused');
    await rig.clock.advance(60_000);
    const paused = rig.jobs.get(id);
    expect(paused).toMatchObject({
      state: 'paused',
      endedAt: null,
      counts: { verified: 9, waiting: 11 },
    });
    await rig.jobs.resume(id, {}, false);
    expect((await rig.ended(id)).counts).toEqual({ verified: 20 });
    expect(rig.sent.length).toBe(20);
  });

  test('who waits for the first to prove the password goes back to waiting at a pause', async () => {
    const rig = createJobRig({ devices: 5 });
    const { id } = await rig.jobs.start(request(rig));
    await rig.clock.advance(200);
    expect(rig.jobs.get(id).counts).toEqual({ running: 5 });
    rig.jobs.pause(id);
    await rig.clock.advance(60_000);
    expect(rig.jobs.get(id).counts).toEqual({ verified: 1, waiting: 4 });
    expect(rig.sent).toEqual([1]);
    await rig.jobs.resume(id, {}, false);
    expect((await rig.ended(id)).counts).toEqual({ verified: 5 });
    expect([...rig.sent].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('… and is skipped at a cancel', async () => {
    const rig = createJobRig({ devices: 5 });
    const { id } = await rig.jobs.start(request(rig));
    await rig.clock.advance(200);
    rig.jobs.cancel(id);
    expect((await rig.ended(id)).counts).toEqual({ verified: 1, skipped: 4 });
    expect(rig.sent).toEqual([1]);
  });

  test('cancel finishes what is under way and skips the rest', async () => {
    const rig = createJobRig({ devices: 20 });
    const { id } = await rig.jobs.start(request(rig));
    await rig.clock.advance(1500);
    const cancelled = rig.jobs.cancel(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', endedAt: null });
    expect(cancelled.counts).toEqual({ verified: 1, running: 8, skipped: 11 });
    const ended = await rig.ended(id);
    expect(ended).toMatchObject({ state: 'cancelled', counts: { verified: 9, skipped: 11 } });
    expect(rig.item(ended, 20).reason).toBe('cancelled');
    await expect(rig.jobs.resume(id, {}, false)).rejects.toMatchObject({
      code: 'job.not-resumable',
    });
  });

  test('results stay until they are dismissed', async () => {
    const rig = createJobRig({ devices: 1 });
    const { id } = await rig.ended((await rig.jobs.start(request(rig))).id);
    expect(rig.jobs.get(id).isDismissed).toBe(false);
    rig.jobs.dismiss(id);
    expect(rig.jobs.list(1)).toMatchObject([{ id, isDismissed: true }]);
    expect(() => rig.jobs.dismiss('nothing')).toThrowError(/job.not-found/);
  });
});

describe('waiting for the internet', () => {
  test('holds no place, blocks nobody, and goes on by itself', async () => {
    const rig = createJobRig({ devices: 12 });
    for (const host of [1, 5, 9]) rig.offline.add(host);
    const { id } = await rig.jobs.start(request(rig, { waitForInternet: true }));
    await rig.clock.advance(20_000);
    expect(rig.jobs.get(id)).toMatchObject({
      state: 'running',
      counts: { verified: 9, 'waiting-internet': 3 },
    });
    rig.offline.clear();
    await rig.clock.advance(20_000);
    expect(rig.jobs.get(id)).toMatchObject({ state: 'done', counts: { verified: 12 } });
    expect(new Set(rig.sent).size).toBe(12);
    expect(rig.sent.length).toBe(12);
  });

  test('those that come online together still go one first, then N at once', async () => {
    const rig = createJobRig({ devices: 12, script: () => 'PasswordError' });
    for (let host = 1; host <= 12; host += 1) rig.offline.add(host);
    const { id } = await rig.jobs.start(request(rig, { waitForInternet: true }));
    await rig.clock.advance(5000);
    rig.offline.clear();
    const job = await rig.ended(id, 60_000);
    expect(rig.sent.length).toBe(1);
    expect(job.counts).toEqual({ 'wrong-password': 1, skipped: 11 });
  });

  test('pause and cancel work there', async () => {
    const rig = createJobRig({ devices: 2 });
    for (const host of [1, 2]) rig.offline.add(host);
    const { id } = await rig.jobs.start(request(rig, { waitForInternet: true }));
    await rig.clock.advance(5000);
    rig.jobs.pause(id);
    rig.offline.clear();
    await rig.clock.advance(60_000);
    expect(rig.sent).toEqual([]);
    await rig.jobs.resume(id, {}, false);
    await rig.clock.advance(500);
    const job = rig.jobs.cancel(id);
    expect(job.state).toBe('cancelled');
    expect((await rig.ended(id)).endedAt).not.toBeNull();
  });

  test('when nobody wants to wait it is a verdict', async () => {
    const rig = createJobRig({ devices: 2 });
    rig.offline.add(1);
    const job = await rig.ended((await rig.jobs.start(request(rig))).id);
    expect(verdicts(job)).toEqual(['needs-internet', 'verified']);
  });
});
