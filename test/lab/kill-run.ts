import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../../main/contract/job.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import { createFleet, type Fleet } from '../../main/simulator/fleet.ts';
import { createRng, type Rng } from '../../main/simulator/rng.ts';
import { type FromChild, scaledNow, type ToChild, type Verified } from './kill-messages.ts';

export interface KillOptions {
  readonly kills: number;
  readonly devices: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface KillReport {
  kills: number;
  runs: number;
  restarts: number;
  /** Kills at the arrival of a datagram of the job, and by the clock. */
  atDatagram: number;
  atTime: number;
  /** Items that were in flight when a process died. */
  inFlight: number;
  items: number;
  verdicts: Record<string, number>;
  commands: number;
  problems: string[];
  ms: number;
}

const scale = 8;
const childFile = join(import.meta.dirname, 'kill-child.ts');

function keys(): { 1024: string; 2048: string } {
  const make = (modulusLength: number): string =>
    generateKeyPairSync('rsa', { modulusLength })
      .privateKey.export({ type: 'pkcs1', format: 'pem' })
      .toString();
  return { 1024: make(1024), 2048: make(2048) };
}

function fleetOf(devices: number, seed: number): Fleet {
  const models = ['DS-7608NI-K2/8P', 'DS-2CD2143G2-I'] as const;
  const scenario = Array.from({ length: devices }, (_, index) => ({
    model: models[index % 2] ?? models[0],
    cloud: 'bound' as const,
    address: `192.168.1.${20 + index}`,
    replyDelayMs: 20 + (index % 5) * 10,
  }));
  return createFleet({ scenario, seed, startedAt: Date.now() });
}

function unbinds(device: SimDevice): number {
  return device.commandsHeard.filter(({ types }) => types.startsWith('ezvizUnbind')).length;
}

/** Where the knife falls: at a datagram of the job, which gets out or does not, or after a time. */
type KillPoint = { readonly datagrams: number; readonly isLost: boolean } | { readonly ms: number };

/** One site with its database, through as many deaths as it takes to finish. */
class Run {
  readonly fleet: Fleet;
  readonly folder = mkdtempSync(join(tmpdir(), 'untether-kill-'));
  readonly #report: KillReport;
  readonly #options: KillOptions;
  readonly #keyPem: { 1024: string; 2048: string };
  readonly #clock = { realBase: Date.now(), scale };

  constructor(
    options: KillOptions,
    parts: { report: KillReport; keyPem: { 1024: string; 2048: string } },
  ) {
    this.#options = options;
    this.#report = parts.report;
    this.#keyPem = parts.keyPem;
    this.fleet = fleetOf(options.devices, options.seed + parts.report.runs);
  }

  /** `true` when the job ended before the knife fell. */
  live(child: ChildProcess, point: KillPoint | null): Promise<boolean> {
    return new Promise((resolve) => {
      let isDone = false;
      let isDead = false;
      let datagrams = 0;
      let timer: NodeJS.Timeout | null = null;
      const kill = (): void => {
        if (timer !== null) clearTimeout(timer);
        isDead = true;
        child.kill('SIGKILL');
      };
      child.on('message', (message: FromChild) => {
        if (message.kind === 'found') this.#checkFound(message.job, message.audit);
        if (message.kind === 'trouble') this.#problem(`the process broke: ${message.text}`);
        if (message.kind === 'done') {
          isDone = true;
          this.#checkDone(message.job, message.audit);
          kill();
        }
        if (message.kind !== 'datagram') return;
        const data = Buffer.from(message.data, 'base64');
        const isOfJob = !data.includes('<Types>inquiry<');
        if (isOfJob) datagrams += 1;
        const isPoint = point !== null && 'datagrams' in point && datagrams === point.datagrams;
        // What comes through the pipe after the death is dropped: the process was dead by then.
        if (isDead || (isPoint && isOfJob && point.isLost)) {
          kill();
          return;
        }
        this.#carry(child, data);
        if (isPoint && isOfJob) kill();
        else if (point !== null && 'ms' in point) timer ??= setTimeout(kill, point.ms);
      });
      child.once('exit', () => resolve(isDone));
      const go: ToChild = {
        ...{ kind: 'go', path: join(this.folder, 'untether.db'), password: trainingPassword },
        ...{ devices: this.#options.devices, clock: this.#clock, keyPem: this.#keyPem },
      };
      child.send(go);
    });
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #carry(child: ChildProcess, data: Uint8Array): void {
    const now = scaledNow(this.#clock);
    this.fleet.settle(now);
    for (const device of this.fleet.devices) {
      const context = { to: 'multicast', fromAddress: '192.168.1.10', now } as const;
      for (const reply of device.receive(data, context)) {
        const message: ToChild = {
          ...{ kind: 'reply', fromAddress: reply.fromAddress ?? device.address },
          data: Buffer.from(reply.data).toString('base64'),
        };
        setTimeout(() => {
          if (child.connected) child.send(message, () => undefined);
        }, reply.delayMs / scale);
      }
    }
  }

  /** Right after a restart: what stands there is true, though not yet complete. */
  #checkFound(job: Job | null, audit: Verified): void {
    this.#checkAudit(audit);
    if (job === null) {
      if (this.fleet.devices.some((device) => unbinds(device) > 0)) {
        this.#problem('a command was sent and no job is on the disk');
      }
      return;
    }
    for (const item of job.items) {
      const device = this.fleet.find(item.device.serial ?? '');
      const label = `${item.device.serial} ${item.state} ${item.verdict} ${item.reason}`;
      if (item.reason === 'interrupted') this.#report.inFlight += 1;
      if (item.state === 'running') this.#problem(`still running after a restart: ${label}`);
      if (item.state === 'waiting' && unbinds(device) > 0) {
        this.#problem(`called waiting, but was sent a command: ${label}`);
      }
      if (item.verdict === 'verified' && device.isBound) this.#problem(`not true: ${label}`);
    }
  }

  #checkDone(job: Job, audit: Verified): void {
    this.#checkAudit(audit);
    this.#report.items += job.items.length;
    if (job.items.length !== this.#options.devices) this.#problem('items are missing');
    for (const item of job.items) {
      const device = this.fleet.find(item.device.serial ?? '');
      const { verdict } = item;
      const word = verdict ?? 'none';
      this.#report.verdicts[word] = (this.#report.verdicts[word] ?? 0) + 1;
      this.#report.commands += unbinds(device);
      if (!isTrue(item, device)) {
        this.#problem(
          `not true: ${item.device.serial} ${word} ${item.reason}, bound ${device.isBound}`,
        );
      }
      if (unbinds(device) > 1)
        this.#problem(`${unbinds(device)} commands to ${item.device.serial}`);
    }
  }

  #checkAudit({ isIntact, lines, brokenAt }: Verified): void {
    if (!isIntact) this.#problem(`the audit is broken at ${brokenAt} of ${lines}`);
  }

  #problem(text: string): void {
    this.#report.problems.push(text);
    this.#options.say?.(`PROBLEM ${text}`);
  }
}

/** `failed` is true when the device is still bound; open words are never said where reading could tell. */
function isTrue({ verdict, reason, state }: Job['items'][number], device: SimDevice): boolean {
  if (state !== 'done') return false;
  if (verdict === 'verified' || verdict === 'already') return !device.isBound;
  // On a machine that is busy with other things a device may not be heard in time, and is left alone.
  if (verdict === 'no-answer') return reason === 'offline' && unbinds(device) === 0;
  return verdict === 'failed' && device.isBound;
}

function pointOf(rng: Rng, devices: number): KillPoint {
  return rng.chance(60)
    ? { datagrams: rng.int(1, Math.max(4, Math.round(devices * 1.2))), isLost: rng.chance(50) }
    : { ms: rng.int(0, 450) };
}

/** Children made ahead: loading the code takes longer than living. */
class Nursery {
  readonly #ready: Promise<ChildProcess>[] = [];
  #isOpen = true;

  take(): Promise<ChildProcess> {
    while (this.#isOpen && this.#ready.length < 3) this.#ready.push(this.#make());
    return this.#ready.shift() ?? this.#make();
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    for (const child of await Promise.all(this.#ready)) child.kill('SIGKILL');
  }

  #make(): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const child = fork(childFile, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      child.once('error', reject);
      child.once('message', () => resolve(child));
    });
  }
}

/** Kills, restarts and resumes until the knife has fallen so often; then lets the last run end. */
export async function killOften(options: KillOptions): Promise<KillReport> {
  const beganAt = Date.now();
  const rng = createRng(options.seed);
  const keyPem = keys();
  const nursery = new Nursery();
  const report: KillReport = {
    ...{ kills: 0, runs: 0, restarts: 0, atDatagram: 0, atTime: 0, inFlight: 0 },
    ...{ items: 0, verdicts: {}, commands: 0, problems: [], ms: 0 },
  };
  try {
    while (report.kills < options.kills) {
      report.runs += 1;
      await oneRun(options, { report, rng, nursery, keyPem });
      options.say?.(`run ${report.runs}: ${report.kills} kills so far`);
    }
  } finally {
    await nursery.close();
  }
  report.ms = Date.now() - beganAt;
  return report;
}

async function oneRun(
  options: KillOptions,
  parts: { report: KillReport; rng: Rng; nursery: Nursery; keyPem: { 1024: string; 2048: string } },
): Promise<void> {
  const { report, rng, nursery } = parts;
  const run = new Run(options, parts);
  try {
    for (let life = 0; ; life += 1) {
      const point = report.kills < options.kills ? pointOf(rng, options.devices) : null;
      const isDone = await run.live(await nursery.take(), point);
      if (life > 0) report.restarts += 1;
      if (isDone) return;
      if (point === null) throw new Error('a process died by itself');
      report.kills += 1;
      if ('ms' in point) report.atTime += 1;
      else report.atDatagram += 1;
    }
  } finally {
    run.clear();
  }
}
