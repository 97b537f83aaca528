import type { Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { type BeatSeen, type RecoveryOptions, recover } from './recovery.ts';

export interface HeartbeatOptions extends Omit<RecoveryOptions, 'seen'> {
  readonly log: Log;
  /** Whether this process works on a job. */
  readonly isAtWork: () => boolean;
  /** Jobs that were found without a living process. */
  readonly onFound: (ids: readonly string[]) => void;
}

const beatMs = 2000;
const lookEveryBeats = 5;
const unevenMs = 6000;

/** Says that this process lives, and looks after the jobs of those that do not. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #seen = new Map<string, BeatSeen>();
  #timer: Timer | null = null;
  #beats = 0;
  #beatAt = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Returns what {@link HeartbeatOptions.onFound} was told. */
  start(): string[] {
    const { clock } = this.#options;
    this.#beatAt = clock.now();
    this.#timer ??= clock.every(beatMs, () => this.#beat());
    return this.#look();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  #beat(): void {
    const { stores, owner, clock, log, isAtWork } = this.#options;
    this.#beats += 1;
    // The clock was set, or the laptop slept: those that live need a moment to say so.
    if (Math.abs(clock.now() - this.#beatAt - beatMs) > unevenMs) this.#beats = 1;
    this.#beatAt = clock.now();
    try {
      if (isAtWork()) stores.jobs.beat(owner.token, clock.now());
      if (this.#beats % lookEveryBeats === 0) this.#look();
    } catch (error) {
      log.warn(() => 'the job table could not be written', { error: String(error) });
    }
  }

  #look(): string[] {
    const ids = recover({ ...this.#options, seen: this.#seen });
    if (ids.length > 0) this.#options.onFound(ids);
    return ids;
  }
}
