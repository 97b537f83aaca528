import type { Api } from '../../contract/api.ts';
import type { AppErrorShape, ErrorCode } from '../../contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../contract/methods.ts';
import type { Locale } from '../../contract/settings.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { DemoFlags } from '../flags.ts';
import { problem } from '../problems.ts';
import type { Core } from '../runtime.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { print, type Terminal } from './output.ts';
import type { CliText } from './text/index.ts';

export interface GlobalOptions {
  readonly dataDir: string | undefined;
  readonly isJson: boolean;
  readonly iface: readonly string[];
  readonly timeoutMs: number | undefined;
  readonly isYes: boolean;
  readonly demo: DemoFlags | undefined;
  /** File with the vault's passphrase. */
  readonly passphraseFile?: string | undefined;
}

/** What a command is given. */
export interface Context {
  readonly options: GlobalOptions;
  readonly locale: Locale;
  readonly text: CliText;
  readonly terminal: Terminal;
  /** Ctrl+C or the end of `--timeout`. */
  readonly signal: AbortSignal;
  isInterrupted(): boolean;
}

/** What a command gives back; the frame prints one of the two forms. */
export interface Outcome {
  readonly data: unknown;
  readonly human: string;
  readonly code?: ExitCode;
}

/** A command that could not be done. */
export class CliFailure extends Error {
  readonly error: AppErrorShape;
  readonly code: ExitCode | undefined;

  constructor(error: AppErrorShape, code?: ExitCode) {
    super(error.message);
    this.name = 'CliFailure';
    this.error = error;
    this.code = code;
  }
}

export function failure(code: ErrorCode, params: AppErrorShape['params'] = {}): CliFailure {
  return new CliFailure(problem(code, params));
}

/** Input that the command line itself refuses, in the person's language. */
export function badInput(what: string): CliFailure {
  return new CliFailure(problem('input.usage', { problem: what }), exitCodes.usage);
}

/** @throws CliFailure with the core's error */
export async function ask<M extends MethodName>(
  api: Api,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const envelope = await api.call(method, input);
  if (!envelope.ok) throw new CliFailure(envelope.error);
  return envelope.data;
}

/** A line for the person; never on standard output, so that `--json` stays pure. */
export function tell(
  context: Context,
  text: string,
  params: Readonly<Record<string, string | number>> = {},
): void {
  if (!context.options.isJson) print(interpolate(text, params), 'stderr');
}

/**
 * Opens the core for the length of `run`. The core is loaded here and not above, so that `--help` and a
 * wrong option answer without it.
 */
export async function withCore<T>(
  context: Context,
  discovery: 'continuous' | 'manual',
  run: (core: Core) => Promise<T>,
): Promise<T> {
  const { startCore } = await import('../runtime.ts');
  const { dataDir, demo, iface } = context.options;
  const core = await startCore({ host: 'cli', dataDir, demo, only: iface, discovery });
  try {
    return await run(core);
  } finally {
    await core.api.close();
  }
}
