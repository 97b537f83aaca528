import { describe, expect, it } from 'vitest';
import { ok } from '../../../../main/contract/result.ts';
import { createJobsStore, loadJob, loadJobs } from '../../../../renderer/src/state/jobs-store.ts';
import { type Client, createClient } from '../../../../renderer/src/transport/client.ts';
import { done, item, job } from './items.ts';

/** A client whose answers come when the test says so. */
function lateClient() {
  const waiting: { method: string; input: unknown; answer: (data: unknown) => void }[] = [];
  const client: Client = createClient({
    call: (method, input) =>
      new Promise((settle) => {
        waiting.push({ method, input, answer: (data) => settle(ok(data)) });
      }),
    subscribe: () => () => undefined,
    onConnection: () => () => undefined,
  });
  const answer = (method: string, data: unknown) => {
    const at = waiting.findIndex((call) => call.method === method);
    waiting.splice(at, 1)[0]?.answer(data);
  };
  return { client, answer, methods: () => waiting.map(({ method }) => method) };
}

const settled = () => new Promise((done) => setImmediate(done));

describe('the store of runs', () => {
  it('lists them newest first, without their items', () => {
    const store = createJobsStore();
    store.put(job([item('1')], { id: 'old', startedAt: 1 }));
    store.put(job([item('1')], { id: 'new', startedAt: 2 }));
    expect(store.list().map(({ id }) => id)).toEqual(['new', 'old']);
    expect(store.list().every((summary) => !('items' in summary))).toBe(true);
  });

  it('keeps the object of an item that did not change', () => {
    const store = createJobsStore();
    store.put(job([item('1'), item('2')]));
    const before = store.job('job-1');
    store.put(job([item('1'), done('2', 'verified')]));
    const after = store.job('job-1');
    expect(after?.items[0]).toBe(before?.items[0]);
    expect(after?.items[1]).not.toBe(before?.items[1]);
  });

  it('sees a new line of evidence, a step and a lock as changes', () => {
    const store = createJobsStore();
    const plain = item('1');
    const changes = [
      { ...plain, evidence: [{ at: 1, text: 'x' }] },
      { ...plain, step: 'sending' as const },
      { ...plain, lockedUntil: 5 },
      { ...plain, attemptsLeft: 2 },
      { ...plain, rawResult: 'odd' },
    ];
    for (const changed of changes) {
      store.put(job([plain]));
      store.put(job([changed]));
      expect(store.job('job-1')?.items[0]).toEqual(changed);
    }
  });

  it('tells of each run that comes in with what it was before', () => {
    const store = createJobsStore();
    const heard: (string | undefined)[] = [];
    store.onJob((_, before) => heard.push(before?.state));
    store.put(job([]));
    store.put(job([], { state: 'done' }));
    expect(heard).toEqual([undefined, 'running']);
  });

  it('drops an answer that is older than an event', async () => {
    const store = createJobsStore();
    const { client, answer } = lateClient();
    const loading = loadJob(client, store, 'job-1');
    store.put(job([done('1', 'verified')], { state: 'done' }));
    answer('jobs.get', job([item('1')]));
    await loading;
    expect(store.job('job-1')?.state).toBe('done');
  });

  it('loads the list, and whole only what nobody has put away', async () => {
    const store = createJobsStore();
    const { client, answer, methods } = lateClient();
    const open = job([item('1')], { id: 'open' });
    const away = job([done('1', 'verified')], { id: 'away', isDismissed: true });
    const loading = loadJobs(client, store);
    answer('jobs.list', { jobs: [open, away] });
    await settled();
    expect(methods()).toEqual(['jobs.get']);
    answer('jobs.get', open);
    await loading;
    expect(store.job('open')).toBeDefined();
    expect(store.job('away')).toBeUndefined();
    expect(store.list()).toHaveLength(2);
  });

  it('keeps a run told of while the list was under way, and drops one that is gone', async () => {
    const store = createJobsStore();
    store.put(job([item('1')], { id: 'gone' }));
    const { client, answer } = lateClient();
    const loading = loadJobs(client, store);
    store.put(job([item('1')], { id: 'fresh' }));
    answer('jobs.list', { jobs: [] });
    await loading;
    expect(store.list().map(({ id }) => id)).toEqual(['fresh']);
    expect(store.job('gone')).toBeUndefined();
  });
});
