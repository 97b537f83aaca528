import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { AdapterInfo, ChannelStatus, NetworkFacts } from '../../main/ports/network.ts';
import type { Lab, LabHost } from '../helpers/lab.ts';

const agents = new URL('./agents/', import.meta.url).pathname;

type LineHandler = (value: unknown) => void;

/** A child that speaks JSON lines. */
export class Agent {
  readonly #child: ChildProcess;
  readonly #waiting: LineHandler[] = [];
  readonly #lines: unknown[] = [];

  constructor(child: ChildProcess) {
    this.#child = child;
    if (child.stdout === null) throw new Error('an agent needs a pipe');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#lines.push(JSON.parse(line));
      else next(JSON.parse(line));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  next(): Promise<unknown> {
    if (this.#lines.length > 0) return Promise.resolve(this.#lines.shift());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  tell(value: unknown): void {
    this.#child.stdin?.write(`${JSON.stringify(value)}\n`);
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin?.end();
    await gone;
  }
}

export interface Received {
  readonly count: number;
  readonly unique: number;
  readonly isFromHonest: boolean;
  readonly sources: readonly string[];
  readonly byAdapter: Readonly<Record<string, number>>;
}

interface Results {
  open: ChannelStatus;
  setAdapters: ChannelStatus;
  status: ChannelStatus;
  send: string | null;
  block: null;
  received: Received;
  reset: null;
  history: {
    statuses: { at: number; status: ChannelStatus }[];
    adapterEvents: { at: number; ids: string[] }[];
  };
  adapters: AdapterInfo[];
  facts: Omit<NetworkFacts, 'rpFilter'> & { rpFilter: Record<string, number> };
  dropped: number | null;
  outside: number;
  tcp: string;
  mac: string | null;
}

/** Our network adapter inside the lab. One command at a time. */
export class Scanner {
  readonly #agent: Agent;
  #id = 0;

  constructor(agent: Agent) {
    this.#agent = agent;
  }

  async do<V extends keyof Results>(verb: V, command: object = {}): Promise<Results[V]> {
    this.#id += 1;
    this.#agent.tell({ ...command, id: this.#id, verb });
    const reply = (await this.#agent.next()) as { result: Results[V]; error?: string };
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.result;
  }

  end(): Promise<void> {
    return this.#agent.end();
  }
}

export async function startAgent(
  lab: Lab,
  host: LabHost,
  name: 'scanner' | 'devices' | 'holder' | 'listener' | 'fleet',
  argument = '',
): Promise<Agent> {
  const agent = new Agent(lab.node(host, [`${agents}${name}.ts`, argument]));
  const first = await agent.next();
  if (first !== 'ready') throw new Error(`${name} said ${JSON.stringify(first)}`);
  return agent;
}

export async function startScanner(lab: Lab): Promise<Scanner> {
  return new Scanner(await startAgent(lab, 'scan', 'scanner'));
}

export interface FleetSettings {
  readonly on: string;
  readonly first: string;
  readonly count: number;
  readonly via: 'multicast' | 'unicast';
  readonly bytes?: number;
  readonly isHeld?: boolean;
}

export function startDevices(lab: Lab, host: LabHost, fleet: FleetSettings): Promise<Agent> {
  return startAgent(lab, host, 'devices', JSON.stringify({ bytes: 700, port: 37020, ...fleet }));
}

/** Asks until the answer fits; the last answer when time is up. Returns how long it took. */
export async function until<T>(
  ask: () => Promise<T>,
  isEnough: (value: T) => boolean,
  limitMs: number,
): Promise<{ value: T; tookMs: number }> {
  const start = Date.now();
  for (;;) {
    const value = await ask();
    const tookMs = Date.now() - start;
    if (isEnough(value) || tookMs > limitMs) return { value, tookMs };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
