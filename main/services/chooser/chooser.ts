import type { DeviceId, DeviceRow } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { Job, JobSummary, PreflightLine } from '../../contract/job.ts';
import type { MethodParsed } from '../../contract/methods.ts';
import type { ChooserState } from '../../contract/recovery.ts';
import { rankRoutes } from '../../domain/chooser/choose.ts';
import { chooserFactsOf, factLines, type LastUnbind } from '../../domain/chooser/facts.ts';
import { chosenOf } from '../../domain/chooser/plans.ts';
import { nextQuestion, optionsOf } from '../../domain/chooser/question.ts';
import type { Answers } from '../../domain/chooser/types.ts';
import { currentFacts } from '../../domain/facts.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import { recoveryWays } from '../../domain/recovery-ways.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ChooserStore, KeptAnswer } from '../../store/chooser-types.ts';
import type { Audit, Operator } from '../audit/audit.ts';
import { deviceKeyOf } from '../commands/device-key.ts';
import { deviceRefOf } from '../jobs/values.ts';
import { BoundedMap } from '../lib/bounded-map.ts';

export interface ChooserOptions {
  readonly store: ChooserStore;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'write'>;
  readonly operator: Operator;
  readonly record: (id: DeviceId) => Readonly<DeviceRecord> | undefined;
  readonly row: (id: DeviceId) => DeviceRow | undefined;
  /** Newest first. */
  readonly jobs: (limit: number) => readonly JobSummary[];
  readonly job: (id: string) => Job;
  /** Whether something is saved for the device, known also while the vault is locked. */
  readonly isSaved: (id: DeviceId) => boolean;
  /** When a login last proved right; `null` when it did not, or was refused since. */
  readonly provenAt: (id: DeviceId) => number | null;
}

const recentJobs = 100;
const maxLooks = 5000;

interface Look extends LastUnbind {
  readonly at: number;
}

/** The cheapest way to a free device, from what is known and one question at a time. */
export class Chooser {
  readonly #options: ChooserOptions;
  /** What a look before an unbind showed, in this run of the program. */
  readonly #looks = new BoundedMap<DeviceId, Look>(maxLooks);

  constructor(options: ChooserOptions) {
    this.#options = options;
  }

  /** @throws AppError `device.not-found` */
  get(id: DeviceId): ChooserState {
    const { row, record } = this.#need(id);
    const { isSaved, clock } = this.#options;
    const sources = {
      ...{ row, facts: currentFacts(record.sources), lastUnbind: this.#lastUnbind(id) },
      ...{ isSaved: isSaved(id), now: clock.now() },
    };
    const facts = chooserFactsOf(sources);
    const kept = this.#answers(record);
    const answers: Answers = Object.fromEntries(
      kept.map(({ question, answer }) => [question, answer]),
    );
    const goal = answers.goal === 'password' ? 'password' : null;
    const ways = recoveryWays(sources.facts);
    return {
      device: deviceRefOf(record),
      facts: factLines(sources, facts),
      answers: kept,
      question: nextQuestion(facts, answers),
      routes: rankRoutes(facts, answers).map((ranked) => chosenOf(ranked, { goal, ways })),
    };
  }

  /** Kept with the device, with who gave it. @throws AppError `device.not-found`, `chooser.no-such-answer` */
  answer({ device, question, answer }: MethodParsed<'chooser.answer'>): ChooserState {
    const { record } = this.#need(device);
    const { store, clock, audit, operator } = this.#options;
    if (answer !== null && !optionsOf(question).includes(answer)) {
      throw new AppError('chooser.no-such-answer', {
        ...{ question, answer, options: optionsOf(question).join(', ') },
      });
    }
    const keys = keysOf(record);
    if (answer === null) store.remove(keys, question);
    else store.put(deviceKeyOf(record), { question, answer, at: clock.now(), who: operator.user });
    audit.write({
      ...{
        what: 'chooser.answer',
        phase: 'finished',
        device: deviceRefOf(record).serial ?? device,
      },
      params: { question, answer },
    });
    return this.get(device);
  }

  /** What the look before an unbind showed, which costs no password. */
  noteLook(lines: readonly PreflightLine[]): void {
    const at = this.#options.clock.now();
    for (const { device, verdict, reason } of lines) {
      this.#looks.set(device.id, { verdict, reason, at });
    }
  }

  /** An answer about the password that a login has proven wrong since is not believed any more. */
  #answers(record: Readonly<DeviceRecord>): KeptAnswer[] {
    const proven = this.#options.provenAt(record.id);
    return this.#options.store
      .list(keysOf(record))
      .filter(
        ({ question, answer, at }) =>
          question !== 'has-admin-password' || answer === 'yes' || proven === null || proven < at,
      );
  }

  #lastUnbind(id: DeviceId): LastUnbind | null {
    const { jobs, job } = this.#options;
    const look = this.#looks.get(id);
    for (const { id: jobId, kind, startedAt } of jobs(recentJobs)) {
      if (kind !== 'unbind') continue;
      const item = job(jobId).items.find(({ device }) => device.id === id);
      if (item === undefined || item.state !== 'done' || item.verdict === 'skipped') continue;
      if (look !== undefined && look.at > (item.endedAt ?? startedAt)) return look;
      return { verdict: item.verdict, reason: item.reason };
    }
    return look ?? null;
  }

  #need(id: DeviceId): { row: DeviceRow; record: Readonly<DeviceRecord> } {
    const row = this.#options.row(id);
    const record = this.#options.record(id);
    if (row === undefined || record === undefined) {
      throw new AppError('device.not-found', { wanted: id });
    }
    return { row, record };
  }
}

/** Best first; an answer given before its serial was known is found by its MAC or id. */
function keysOf(record: Readonly<DeviceRecord>): string[] {
  const macs = record.nics.map(({ mac }) => `mac:${mac}`);
  const ids = [record.id, ...record.formerIds].map((id) => `id:${id}`);
  return [...new Set([deviceKeyOf(record), ...macs, ...ids])];
}
