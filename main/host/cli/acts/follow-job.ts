import type { Api } from '../../../contract/api.ts';
import type { Job, JobItem } from '../../../contract/job.ts';
import { earlyStopOf, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, type Context, tell } from '../context.ts';
import { printProgress } from '../output.ts';
import { createBell } from '../wait.ts';
import { refLabel, refSign } from './named.ts';

/** How often the run is looked at although no event came. */
const lookMs = 1000;

export interface FollowOptions {
  /** Stops and leaves the run when only devices without Internet are left. */
  readonly isWaiting: boolean;
}

/** Nothing is at work and nothing will begin by itself. */
function isAtRest({ state, items }: Job): boolean {
  return state !== 'running' && items.every((item) => item.state !== 'running');
}

function isOnlyWaiting({ items }: Job): boolean {
  return items.every(({ state }) => state === 'done' || state === 'waiting-internet');
}

function progressText(context: Context, job: Job): string {
  const { run } = context.text.acts;
  const { jobSteps } = texts[context.locale];
  const untried = earlyStopOf(texts[context.locale], job.items)?.untried ?? 0;
  const done = job.items.filter(({ state }) => state === 'done').length - untried;
  const working = job.items.filter(({ state }) => state === 'running');
  const waiting = job.items.filter(({ state }) => state === 'waiting-internet').length;
  const parts = [interpolate(run.progress, { done, total: job.items.length })];
  const [first] = working;
  if (first !== undefined) {
    const step = jobSteps[first.step ?? 'reading'];
    parts.push(interpolate(run.working, { device: refSign(first.device), step }));
  }
  if (waiting > 0) parts.push(interpolate(run.waiting, { devices: waiting }));
  return parts.join(' · ');
}

/** Tells each device's end as it comes, and below it, on a terminal, where the run stands. */
class Progress {
  readonly #context: Context;
  readonly #told = new Map<string, string>();
  #hasHinted = false;

  constructor(context: Context) {
    this.#context = context;
  }

  show(job: Job): void {
    if (this.#context.options.isJson) return;
    for (const item of job.items) this.#tellItem(item);
    const isWaiting = job.state === 'running' && isOnlyWaiting(job) && !isAtRest(job);
    if (isWaiting && !this.#hasHinted && job.items.some(({ state }) => state !== 'done')) {
      this.#hasHinted = true;
      printProgress('');
      tell(this.#context, this.#context.text.acts.run.waitHint);
    }
    printProgress(progressText(this.#context, job));
  }

  end(): void {
    if (!this.#context.options.isJson) printProgress('');
  }

  #tellItem({ device, state, verdict }: JobItem): void {
    const { verdicts, itemStates } = texts[this.#context.locale];
    const isNews = state === 'done' || state === 'waiting-internet';
    const word = verdict === null ? itemStates[state] : verdicts[verdict];
    if (!isNews || this.#told.get(device.id) === word) return;
    this.#told.set(device.id, word);
    printProgress('');
    tell(this.#context, '  {{device}}: {{word}}', { device: refLabel(device), word });
  }
}

/** Starts no other device; those at work finish. A run that ended meanwhile needs no pause. */
async function pause(api: Api, id: string): Promise<void> {
  const envelope = await api.call('jobs.pause', { id });
  if (!envelope.ok && envelope.error.code !== 'job.not-resumable')
    await ask(api, 'jobs.pause', { id });
}

/**
 * Runs until nothing is left to do. The first Ctrl+C, or the end of `--timeout`, finishes the devices at
 * work and leaves the rest to be resumed; the second one ends the process, as everywhere.
 */
export async function followJob(
  context: Context,
  api: Api,
  start: () => Promise<Job>,
  { isWaiting }: FollowOptions,
): Promise<Job> {
  // A bell of its own: this one must go on working after the signal.
  const bell = createBell(new AbortController().signal);
  const stop = api.subscribe((event) => {
    if (event.name === 'jobs.changed') bell.ring();
  });
  const timer = setInterval(bell.ring, lookMs);
  context.signal.addEventListener('abort', bell.ring);
  const progress = new Progress(context);
  try {
    const { id } = await start();
    let isPausing = false;
    for (;;) {
      const job = await ask(api, 'jobs.get', { id });
      progress.show(job);
      if (isAtRest(job)) return job;
      const isCut = context.signal.aborted;
      const isLeft = !isWaiting && isOnlyWaiting(job);
      if ((isCut || isLeft) && !isPausing) {
        isPausing = true;
        if (isCut) {
          progress.end();
          tell(context, context.text.acts.run.pausing);
        }
        await pause(api, id);
        continue;
      }
      await bell.wait();
    }
  } finally {
    progress.end();
    clearInterval(timer);
    context.signal.removeEventListener('abort', bell.ring);
    stop();
  }
}

/** How to go on with a run that was left. */
export function tellLeft(context: Context, { id, state, items }: Job): void {
  const isLeft = state !== 'done' && state !== 'cancelled';
  if (isLeft && items.some((item) => item.state !== 'done')) {
    tell(context, context.text.acts.run.left, { id });
  }
}
