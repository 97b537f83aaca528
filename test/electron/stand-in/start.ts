import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppEvent } from '../../../main/contract/events.ts';
import type { Envelope } from '../../../main/contract/result.ts';

export interface StandIn {
  readonly dataDir: string;
  call(method: unknown, input?: unknown): Promise<Envelope<unknown>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** One of the child's acts (`child.ts`). */
  act(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Closes the last window; resolves with the exit code. */
  quit(): Promise<number | null>;
}

export interface StandInOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Kept after the end; otherwise a new one that is removed. */
  readonly dataDir?: string;
}

interface Message {
  readonly kind: 'ready' | 'answer' | 'event' | 'exiting';
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly event?: AppEvent;
  readonly errorBoxes?: readonly string[];
}

/** The built Electron host that ended before it opened a window. */
export class EndedEarly extends Error {
  readonly code: number | null;
  readonly errorBoxes: readonly string[];
  readonly stderr: string;

  constructor(code: number | null, errorBoxes: readonly string[], stderr: string) {
    super(`the Electron host ended with ${code}: ${errorBoxes.join(' ')} ${stderr}`);
    this.code = code;
    this.errorBoxes = errorBoxes;
    this.stderr = stderr;
  }
}

function forkChild(dataDir: string, { args, env }: StandInOptions): ChildProcess {
  return fork(join(import.meta.dirname, 'child.ts'), ['--data-dir', dataDir, ...(args ?? [])], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    // Vitest's own loader hooks are not for this process.
    execArgv: [],
  });
}

/** Starts the built Electron host under plain Node. @throws EndedEarly */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'untether-electron-'));
  const child = forkChild(dataDir, options);
  const listeners = new Set<(event: AppEvent) => void>();
  const waiting = new Map<number, (message: Message) => void>();
  let stderr = '';
  let errorBoxes: readonly string[] = [];
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const ready = new Promise<void>((done) => {
    child.on('message', (message: Message) => {
      if (message.kind === 'ready') done();
      if (message.kind === 'exiting') errorBoxes = message.errorBoxes ?? [];
      if (message.kind === 'answer') waiting.get(message.id ?? -1)?.(message);
      const { event } = message;
      if (event !== undefined) for (const listener of listeners) listener(event);
    });
  });
  const removeData = () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const early = await Promise.race([ready.then(() => 'ready' as const), ended]);
  if (early !== 'ready') {
    removeData();
    throw new EndedEarly(early, errorBoxes, stderr);
  }

  let lastId = 0;
  const act = (name: string, ...args: readonly unknown[]) =>
    new Promise<unknown>((done, failed) => {
      lastId += 1;
      const id = lastId;
      waiting.set(id, ({ value, error }) => {
        waiting.delete(id);
        if (error === undefined) done(value);
        else failed(new Error(error));
      });
      child.send({ id, act: name, args });
    });
  return {
    dataDir,
    call: async (method, input) => (await act('call', method, input)) as Envelope<unknown>,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act,
    async quit() {
      // The child ends before it can answer this one.
      void act('closeWindow').catch(() => undefined);
      const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
      const code = await ended;
      clearTimeout(kill);
      removeData();
      return code;
    },
  };
}
