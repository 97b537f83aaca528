import { describe, expect, test } from 'vitest';
import type { Job } from '../../../main/contract/job.ts';
import { fail, ok } from '../../../main/contract/result.ts';
import { followJob } from '../../../main/host/cli/acts/follow-job.ts';
import { createFakeApi } from '../../helpers/fake-api.ts';
import { aContext } from './some-context.ts';
import { aJob, anItem } from './some-job.ts';

const working = anItem({ state: 'running', verdict: null, step: 'sending' });
const waiting = anItem({ state: 'waiting-internet', verdict: null, reason: 'cloud-offline' });
const untouched = anItem({ state: 'waiting', verdict: null, reason: null });

/** A core with one run; `onPause` is what the run becomes. */
function aCore(first: Job, onPause: (job: Job) => Job = (job) => job) {
  const api = createFakeApi();
  let now = first;
  const set = (job: Job) => {
    now = job;
    api.emit({ seq: 1, name: 'jobs.changed', payload: job });
  };
  api.answerWith(async (method) => {
    if (method === 'jobs.get') return ok(now);
    if (method !== 'jobs.pause') throw new Error(`nobody should call ${String(method)}`);
    if (now.state !== 'running') {
      const params = { state: now.state };
      return fail({ code: 'job.not-resumable', params, message: 'no', ref: 'r1' });
    }
    now = { ...now, state: 'paused' };
    queueMicrotask(() => set(onPause(now)));
    return ok(now);
  });
  return {
    api,
    set,
    paused: () => api.calls.filter(({ method }) => method === 'jobs.pause').length,
  };
}

const running = (items: Job['items']) => aJob({ state: 'running', endedAt: null, items });

describe('following a run', () => {
  test('ends with the run, and listens to nothing afterwards', async () => {
    const { api, set, paused } = aCore(running([working]));
    const following = followJob(aContext(), api, async () => aJob(), { isWaiting: true });
    set(aJob());
    expect((await following).state).toBe('done');
    expect([api.listeners(), paused()]).toEqual([0, 0]);
  });

  test('waits for devices without Internet, unless it is told not to', async () => {
    const { api, set, paused } = aCore(running([waiting]));
    const following = followJob(aContext(), api, async () => aJob(), { isWaiting: true });
    set(aJob());
    await following;
    expect(paused()).toBe(0);
    const other = aCore(running([anItem(), waiting]));
    const left = await followJob(aContext(), other.api, async () => aJob(), { isWaiting: false });
    expect([left.state, other.paused()]).toEqual(['paused', 1]);
  });

  test('after Ctrl+C it starts nothing more and waits for the device at work', async () => {
    const controller = new AbortController();
    const finished = (job: Job): Job => ({ ...job, items: [anItem(), untouched] });
    const { api, paused } = aCore(running([working, untouched]), finished);
    const context = aContext({ signal: controller.signal });
    const following = followJob(context, api, async () => aJob(), { isWaiting: true });
    controller.abort();
    const job = await following;
    expect([job.state, paused()]).toEqual(['paused', 1]);
    expect(job.items.map(({ state }) => state)).toEqual(['done', 'waiting']);
  });

  test('a run that ended just before the pause is simply at its end', async () => {
    const { api, set } = aCore(running([working]));
    const controller = new AbortController();
    const context = aContext({ signal: controller.signal });
    const following = followJob(context, api, async () => aJob(), { isWaiting: true });
    set(aJob());
    controller.abort();
    expect((await following).state).toBe('done');
  });

  test('leaves nothing behind when it cannot be started', async () => {
    const { api } = aCore(aJob());
    const refused = new Error('refused');
    const following = followJob(aContext(), api, () => Promise.reject(refused), {
      isWaiting: true,
    });
    await expect(following).rejects.toBe(refused);
    expect(api.listeners()).toBe(0);
  });
});
