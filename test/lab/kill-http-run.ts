import { type ChildProcess, fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../main/ports/log.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import { createFleet, type Fleet } from '../../main/simulator/fleet.ts';
import { createRng, type Rng } from '../../main/simulator/rng.ts';
import { startTrainingSite, type TrainingSite } from '../../main/simulator/sockets.ts';
import { backupOf } from '../helpers/device-backup.ts';
import type {
  FromHttpChild,
  HttpGo,
  HttpJob,
  Standing,
  ToHttpChild,
} from './kill-http-messages.ts';
import { type ScaledTime, scaledNow } from './kill-messages.ts';
import { scaledClock } from './scaled-clock.ts';

export interface HttpKillOptions {
  readonly job: HttpJob;
  readonly kills: number;
  readonly devices: number;
  readonly seed: number;
}

export interface HttpKillReport {
  kills: number;
  runs: number;
  /** Kills when a change reached a device, and by the clock. */
  atChange: number;
  atTime: number;
  items: number;
  /** Changing requests with a login that reached a device. */
  changes: number;
  cases: number;
  verdicts: Record<string, number>;
  problems: string[];
  ms: number;
}

const newPassword = 'Korb.72xQ';
const childFile = join(import.meta.dirname, 'kill-http-child.ts');
/** What a device is called once its file was made. */
const newName = 'Renamed since';
const movedBy = 100;

/** What the job wants of a device. */
async function paramsOf(job: HttpJob, fleet: Fleet, device: SimDevice): Promise<object> {
  switch (job) {
    case 'password':
      return { userName: 'admin', newPassword };
    case 'reset':
      return { mode: 'restore' };
    case 'reboot':
      return {};
    case 'channel-remove':
      return { channel: 1 };
    case 'restore-config': {
      const made = await backupOf(fleet, device, scaledClock(time));
      device.state.deviceName = newName;
      return made;
    }
    case 'network':
      return { edit: { ipv4Address: newAddressOf(device) } };
  }
}

/** Where it is told to go: from `192.168.1.20` to `192.168.1.120`. */
function newAddressOf({ spec }: SimDevice): string {
  const last = Number(spec.address?.split('.').at(-1));
  return `192.168.1.${last + movedBy}`;
}

/** Devices and program live ten times as fast: a restart, and the wait for one, are over soon. */
const time: ScaledTime = { realBase: Date.now(), scale: 10 };

/** At the change with this number, which arrives or does not; or so long after the job began. */
type KillPoint = { readonly change: number; readonly isLost: boolean } | { readonly ms: number };

function fleetOf({ job, devices, seed }: HttpKillOptions): Fleet {
  const isRecorder = job === 'channel-remove';
  const scenario = Array.from({ length: devices }, (_, index) => ({
    ...(isRecorder
      ? { model: 'DS-7608NI-K2/8P', channels: [{ address: '192.168.1.250' }] }
      : { model: 'DS-2CD2143G2-I' }),
    ...{ address: `192.168.1.${20 + index}`, sadp: 'off' as const, bootMs: 8000 },
  }));
  return createFleet({ scenario, seed, startedAt: time.realBase - 3_600_000 });
}

type Dial = Extract<FromHttpChild, { readonly kind: 'dial' }>;

/** One site with its database, through as many deaths as it takes to finish. */
class Run {
  readonly #folder = mkdtempSync(join(tmpdir(), 'untether-kill-'));
  readonly #options: HttpKillOptions;
  readonly #report: HttpKillReport;
  readonly #fleet: Fleet;
  readonly #changes = new Map<string, number>();
  #onChange: () => boolean = () => false;
  #site: TrainingSite | null = null;
  /** What is due at the devices happens in their time, not in that of the sockets. */
  readonly #ticks = setInterval(() => this.#fleet.settle(scaledNow(time)), 20);
  #params: HttpGo['params'] = {};

  constructor(options: HttpKillOptions, report: HttpKillReport) {
    this.#options = options;
    this.#report = report;
    this.#fleet = fleetOf({ ...options, seed: options.seed + report.runs });
    for (const device of this.#fleet.devices) this.#count(device);
  }

  async open(): Promise<void> {
    const site = await startTrainingSite({
      ...{ fleet: this.#fleet, bindAddress: '127.0.0.1', log: silentLog, httpAt: 'loopback' },
      ...{ sadpPort: await freePort(), wsDiscoveryPort: await freePort() },
    });
    this.#site = site;
    const { job } = this.#options;
    const params = this.#fleet.devices.map(async (device) => {
      return [device.serial, await paramsOf(job, this.#fleet, device)] as const;
    });
    this.#params = Object.fromEntries(await Promise.all(params));
  }

  /** A process that is dead meanwhile needs no answer. */
  async #dial(child: ChildProcess, { id, address, port }: Dial): Promise<void> {
    const place = (await this.#site?.dial(address, port)) ?? null;
    if (child.connected) tell(child, { kind: 'dialed', id, port: place?.port ?? null });
  }

  /** `true` when the job ended before the knife fell. */
  live(child: ChildProcess, point: KillPoint | null): Promise<boolean> {
    return new Promise((resolve) => {
      let isDone = false;
      let seen = 0;
      const kill = (): void => void child.kill('SIGKILL');
      this.#onChange = () => {
        seen += 1;
        if (point === null || !('change' in point) || point.change !== seen) return false;
        kill();
        return point.isLost;
      };
      child.on('message', (message: FromHttpChild) => {
        if (message.kind === 'trouble') {
          this.#problem(`the process broke: ${message.text}`);
          kill();
        }
        if (message.kind === 'dial') void this.#dial(child, message);
        if (message.kind === 'found') this.#checkFound(message);
        if (message.kind === 'began' && point !== null && 'ms' in point) setTimeout(kill, point.ms);
        if (message.kind !== 'done' || isDone) return;
        isDone = true;
        this.#checkDone(message);
        kill();
      });
      child.once('exit', () => resolve(isDone));
      const devices = this.#fleet.devices.map(({ serial, address }) => ({ serial, address }));
      tell(child, {
        ...{ kind: 'go', path: join(this.#folder, 'untether.db'), job: this.#options.job },
        ...{ params: this.#params, password: trainingPassword, devices, time },
      });
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#ticks);
    await this.#site?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Counts what a login changes; a change that is lost reaches nobody. */
  #count(device: SimDevice): void {
    const inner = device.http.bind(device);
    device.http = (request) => {
      const now = scaledNow(time);
      const isSigned = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
      if (request.method === 'GET' || !isSigned) return inner(request, now);
      if (this.#onChange()) return null;
      this.#changes.set(device.serial, this.#changesOf(device) + 1);
      return inner(request, now);
    };
  }

  #changesOf({ serial }: SimDevice): number {
    return this.#changes.get(serial) ?? 0;
  }

  /** Right after a restart: what stands there is true, though not yet complete. */
  #checkFound({ job, isIntact }: Standing): void {
    if (!isIntact) this.#problem('the audit is broken');
    if (job === null && this.#changes.size > 0)
      this.#problem('a change was sent, and there is no job');
    for (const item of job?.items ?? []) {
      const device = this.#fleet.find(item.device.serial ?? '');
      if (item.state === 'running') this.#problem(`still running: ${item.device.serial}`);
      if (item.state === 'waiting' && this.#changesOf(device) > 0) {
        this.#problem(`called waiting, but was changed: ${item.device.serial}`);
      }
    }
  }

  #checkDone({ job, isIntact, cases }: Standing): void {
    if (!isIntact) this.#problem('the audit is broken');
    const items = job?.items ?? [];
    if (items.length !== this.#options.devices) this.#problem('items are missing');
    this.#report.items += items.length;
    this.#report.cases += cases.length;
    for (const item of items) {
      const device = this.#fleet.find(item.device.serial ?? '');
      const changes = this.#changesOf(device);
      const word = `${item.verdict} ${item.reason}`;
      this.#report.verdicts[word] = (this.#report.verdicts[word] ?? 0) + 1;
      this.#report.changes += changes;
      const label = `${device.serial} ${word}, ${changes} changes`;
      if (changes > 1) this.#problem(`changed twice: ${label}`);
      if (!this.#isTrue(item.verdict, device)) this.#problem(`not true: ${label}`);
      this.#checkCases(device, cases, label);
    }
  }

  /** A reset that arrived is followed, and none is followed twice. */
  #checkCases(device: SimDevice, cases: Standing['cases'], label: string): void {
    const own = cases.filter(({ serial }) => serial === device.serial).length;
    const isReset = this.#options.job === 'reset';
    if (isReset && this.#changesOf(device) > 0 && own === 0) this.#problem(`no case: ${label}`);
    if (own > 1) this.#problem(`${own} cases: ${label}`);
  }

  #isTrue(verdict: string | null, device: SimDevice): boolean {
    const isDone = this.#isChanged(device);
    if (verdict === 'verified' || verdict === 'already') return isDone;
    if (verdict === 'failed' || verdict === 'skipped') return !isDone;
    return verdict === 'unknown' || verdict === 'accepted' || verdict === 'no-answer';
  }

  #isChanged(device: SimDevice): boolean {
    switch (this.#options.job) {
      case 'password':
        return device.hasPassword(newPassword);
      case 'channel-remove':
        return device.state.channels.length === 0;
      case 'restore-config':
        return device.state.deviceName !== newName;
      case 'network':
        return device.address === newAddressOf(device);
      default:
        return this.#changesOf(device) > 0;
    }
  }

  #problem(text: string): void {
    this.#report.problems.push(text);
  }
}

function tell(child: ChildProcess, message: ToHttpChild): void {
  child.send(message, () => undefined);
}

/** A port that no other site of this machine uses; nobody listens to what is announced there. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

function newChild(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(childFile, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('a process did not begin')));
    child.once('message', () => resolve(child));
  });
}

function pointOf(rng: Rng, devices: number): KillPoint {
  return rng.chance(60)
    ? { change: rng.int(1, devices), isLost: rng.chance(40) }
    : { ms: rng.int(0, 1500) };
}

/** Kills, restarts and resumes until the knife has fallen so often; then lets the last run end. */
export async function killHttpOften(options: HttpKillOptions): Promise<HttpKillReport> {
  const beganAt = Date.now();
  const rng = createRng(options.seed);
  const report: HttpKillReport = {
    ...{ kills: 0, runs: 0, atChange: 0, atTime: 0, items: 0, changes: 0, cases: 0 },
    ...{ verdicts: {}, problems: [], ms: 0 },
  };
  while (report.kills < options.kills) {
    report.runs += 1;
    const run = new Run(options, report);
    try {
      await run.open();
      for (let isDone = false; !isDone; ) {
        const point = report.kills < options.kills ? pointOf(rng, options.devices) : null;
        isDone = await run.live(await newChild(), point);
        if (isDone) break;
        if (point === null) throw new Error('a process died by itself');
        report.kills += 1;
        if ('ms' in point) report.atTime += 1;
        else report.atChange += 1;
      }
    } finally {
      await run.close();
    }
  }
  report.ms = Date.now() - beganAt;
  return report;
}
