/**
 * One lab with a data folder of its own, its simulated devices, and the built command line on the scanner.
 * These tests mostly wait for devices, so those of a file run beside each other, each in a lab of its own.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { Job, PreflightLine, Verdict } from '../../main/contract/job.ts';
import type { ScenarioName } from '../../main/simulator/fleet.ts';
import type { CommandRecord, DeviceSpec, HeardPassword } from '../../main/simulator/types.ts';
import { Lab, type LabHost } from '../helpers/lab.ts';
import { type Agent, startAgent, until } from './agents.ts';

export { trainingPassword } from '../../main/simulator/account.ts';

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname;

/** Where each host's devices hang on its switch. */
const bindAddresses = { deva: '10.77.0.1', devb: '172.20.0.1', alien: '192.168.1.64' } as const;
type FleetHost = keyof typeof bindAddresses;

export interface Group extends DeviceSpec {
  readonly first: string;
  readonly count: number;
  readonly isCrowd?: boolean;
}

/** What is true of a device, whatever it tells. */
export interface Truth {
  readonly serial: string;
  readonly mac: string;
  readonly model: string;
  readonly address: string;
  readonly isActivated: boolean;
  readonly isBound: boolean;
  readonly isLocked: boolean;
  readonly attemptsLeft: number;
  readonly heard: readonly CommandRecord[];
}

export interface RogueLog {
  readonly passwordsHeard: readonly HeardPassword[];
  readonly blocksHeard: number;
  readonly exchangesAnswered: number;
}

interface Verbs {
  truth: readonly Truth[];
  internet: null;
  online: null;
  acts: null;
  power: null;
  rogue: string;
  rogues: readonly RogueLog[];
}

/** Devices of one host, as those who stand beside them see and handle them. */
export class Devices {
  readonly #agent: Agent;
  #id = 0;

  constructor(agent: Agent) {
    this.#agent = agent;
  }

  async do<V extends keyof Verbs>(verb: V, command: object = {}): Promise<Verbs[V]> {
    this.#id += 1;
    this.#agent.tell({ ...command, id: this.#id, verb });
    const reply = (await this.#agent.next()) as { result: Verbs[V]; error?: string };
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.result;
  }

  truth(): Promise<readonly Truth[]> {
    return this.do('truth');
  }

  async one(serial: string): Promise<Truth> {
    const found = (await this.truth()).find((device) => device.serial === serial);
    if (found === undefined) throw new Error(`no ${serial}`);
    return found;
  }

  /** Waits until what is true fits. @throws when it does not in time */
  async when(isEnough: (all: readonly Truth[]) => boolean, limitMs = 30_000) {
    const { value } = await until(() => this.truth(), isEnough, limitMs);
    if (!isEnough(value)) throw new Error('what was waited for did not happen');
    return value;
  }

  end(): Promise<void> {
    return this.#agent.end();
  }
}

export interface Reply<T> {
  readonly code: number | null;
  readonly data: T;
}

export interface Words {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JobReply {
  readonly job: Job;
  readonly preflight: readonly PreflightLine[];
}

export interface DevicesReply {
  readonly devices: readonly Device[];
}

const open = new Set<Site>();

/** A test that ran out of time is left in the middle; its lab must not stay behind. */
afterAll(() => {
  for (const site of open) site.down();
});

/** The operator's whole world in one test. */
export class Site {
  readonly lab = new Lab();
  readonly dir = mkdtempSync(join(tmpdir(), 'untether-acts-'));
  #seed = 0;
  #files = 0;

  constructor() {
    open.add(this);
    // Who was given an address of the laptop's network must know the way back to it.
    this.lab.ip('alien', 'route', 'add', '10.77.0.0/16', 'dev', 'a0');
  }

  async devices(
    host: FleetHost,
    what: { readonly groups?: readonly Group[]; readonly scenario?: ScenarioName; seed?: number },
  ): Promise<Devices> {
    this.#seed += 1;
    const settings = { on: bindAddresses[host], seed: this.#seed, isHolding: true, ...what };
    return new Devices(await startAgent(this.lab, host, 'fleet', JSON.stringify(settings)));
  }

  /** Makes a host one device on the wire too: ARP answers with the device's own MAC. */
  wear(host: FleetHost, mac: string): void {
    this.lab.ip(host, 'link', 'set', host === 'devb' ? 'b0' : 'a0', 'address', mac);
  }

  /** Addresses of equipment that is no device of ours: they answer ARP and nothing else. */
  occupy(host: LabHost, addresses: readonly string[]): void {
    for (const address of addresses) {
      this.lab.ip(host, 'route', 'add', 'local', `${address}/32`, 'dev', 'lo');
    }
  }

  file(name: string, text: string): string {
    this.#files += 1;
    const path = join(this.dir, `${this.#files}-${name}`);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** `--password-file` with one password for all. */
  password(text: string): readonly string[] {
    return ['--password-file', this.file('password.txt', `${text}\n`), '--yes'];
  }

  start(args: readonly string[]): ChildProcess {
    return this.lab.node('scan', [cli, ...args, '--data-dir', this.dir]);
  }

  async words(args: readonly string[]): Promise<Words> {
    const command = [cli, ...args, '--data-dir', this.dir];
    const child = this.lab.node('scan', command, { stderr: 'pipe' });
    const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
    const code = await ended(child);
    return { code, stdout: await stdout, stderr: await stderr };
  }

  /** @throws when the command could not be done at all */
  async run<T>(args: readonly string[]): Promise<Reply<T>> {
    const { code, stdout, stderr } = await this.words([...args, '--json']);
    const reply = JSON.parse(stdout) as { ok: boolean; data: T; error?: object };
    if (!reply.ok) throw new Error(`${args.join(' ')}: ${JSON.stringify(reply.error)} ${stderr}`);
    return { code, data: reply.data };
  }

  down(): void {
    open.delete(this);
    this.lab.down();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const finish = (): void => resolve(Buffer.concat(chunks).toString('utf8'));
    if (stream === null) finish();
    else stream.once('close', finish);
  });
}

export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}

/** Runs a test in a site of its own and takes it down whatever happens. */
export async function inSite(run: (site: Site) => Promise<void>): Promise<void> {
  const site = new Site();
  try {
    await run(site);
  } finally {
    site.down();
  }
}

export function serials(devices: readonly Truth[]): string[] {
  return devices.map(({ serial }) => serial);
}

export function itemOf({ items }: Pick<Job, 'items'>, serial: string | undefined) {
  const item = items.find(({ device }) => device.serial === serial);
  if (item === undefined) throw new Error(`no item for ${serial}`);
  return item;
}

/** How many ended with each verdict. */
export function tally(lines: readonly { readonly verdict: Verdict | null }[]) {
  const counts: Record<string, number> = {};
  for (const { verdict } of lines) {
    const word = verdict ?? 'ready';
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** Commands of a kind that a device heard, whatever their generation; a repeated datagram counts. */
export function heard({ heard: all }: Truth, types: string): readonly CommandRecord[] {
  return all.filter((record) => record.types === types || record.types === `${types}_v31`);
}

export function passwordsSent(devices: readonly Truth[]): number {
  return devices.flatMap((device) => device.heard).filter(({ hadPassword }) => hadPassword).length;
}
