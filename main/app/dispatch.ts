import { AppError, type AppErrorShape, type ErrorCode } from '../contract/errors.ts';
import {
  type MethodName,
  type MethodOutput,
  type MethodParsed,
  type MethodSpec,
  methods,
} from '../contract/methods.ts';
import { type Envelope, fail, ok } from '../contract/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import type { Audit } from '../services/audit/audit.ts';
import { describeInput } from '../services/audit/describe-input.ts';
import { errorMessage } from './error-message.ts';
import { describeProblems } from './input-problems.ts';

/** One function per method of the contract: a missing or an extra one does not compile. */
export type Handlers = {
  readonly [M in MethodName]: (
    input: MethodParsed<M>,
  ) => MethodOutput<M> | Promise<MethodOutput<M>>;
};

export interface DispatchOptions {
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly audit: Pick<Audit, 'write'>;
  readonly isClosed: () => boolean;
  /** Tests and development: an answer that does not fit the contract is an error, not a log line. */
  readonly isStrict: boolean;
}

export type Dispatch = (method: unknown, input: unknown) => Promise<Envelope<unknown>>;

/**
 * The one door into the core: known method, valid input, run, checked answer, envelope. It never
 * rejects; what is thrown behind it becomes an error with a reference that is also in the log.
 */
export function createDispatch(options: DispatchOptions): Dispatch {
  return async (method, input) => {
    const { clock, log } = options;
    const ref = newRef(options.random);
    const name = isMethod(method) ? method : null;
    // Whatever puts packets on the wire leaves two lines in the log: one before, one after.
    const isDevice = name !== null && methods[name].effect === 'device';
    const beganAt = clock.now();
    if (isDevice) log.info(() => `${name} begins`, { ref });
    const envelope = await answer(options, { method, name, input, ref });
    if (isDevice) {
      const outcome = envelope.ok ? 'ok' : envelope.error.code;
      log.info(() => `${name} ends`, { ref, outcome, ms: clock.now() - beganAt });
    }
    return envelope;
  };
}

interface Call {
  readonly method: unknown;
  /** `null` when the contract has no such method. */
  readonly name: MethodName | null;
  readonly input: unknown;
  readonly ref: string;
}

async function answer(options: DispatchOptions, call: Call): Promise<Envelope<unknown>> {
  const { method, name, input, ref } = call;
  try {
    if (options.isClosed()) throw new AppError('host.closing', {});
    if (name === null) throw unknownMethod(method);
    const data = await runAudited(options, name, { input: parseInput(name, input), ref });
    checkOutput(options, name, { data, ref });
    return ok(data);
  } catch (error) {
    const shape = shapeOf(error, ref);
    logFailure(options.log, { name, error, shape });
    return fail(shape);
  }
}

/** Eight hexadecimal digits: short enough to be read out on the telephone. */
function newRef(random: Random): string {
  return [...random.bytes(4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isMethod(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(methods, name);
}

function unknownMethod(method: unknown): AppError {
  const shown = typeof method === 'string' ? method.slice(0, 80) : typeof method;
  return new AppError('input.unknown-method', { method: shown });
}

function parseInput(name: MethodName, input: unknown): unknown {
  const spec: MethodSpec = methods[name];
  // A wire cannot carry "nothing", so no input is the empty input.
  const result = spec.input.safeParse(input === undefined ? {} : input, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('input.invalid', { fields: describeProblems(result.error) });
}

/** They only ask. A full disk must not keep a technician from looking. */
const askingMethods: ReadonlySet<MethodName> = new Set<MethodName>([
  'discovery.probe',
  'sweep.start',
  'doctor.run',
  'jobs.preflight',
  'jobs.recheck',
  'network.check',
  'network.assign',
  'network.readPlan',
  'network.proposeResolve',
]);

/** Whatever puts packets on the wire leaves a line in the audit before it runs, and one after. */
async function runAudited(
  options: DispatchOptions,
  name: MethodName,
  { input, ref }: { readonly input: unknown; readonly ref: string },
): Promise<unknown> {
  const { handlers, audit, log } = options;
  if (methods[name].effect !== 'device') return await run(handlers, name, input);
  const note = (phase: 'begun' | 'finished', params: Record<string, string | number>): void =>
    audit.write({ what: name, phase, params: { ref, ...params } });
  const noteIfPossible = (phase: 'begun' | 'finished', params = {}): void => {
    try {
      note(phase, params);
    } catch (cause) {
      log.error(() => `${name} could not be written into the audit`, { ref, cause: String(cause) });
    }
  };
  const begun = describeInput(input);
  if (askingMethods.has(name)) noteIfPossible('begun', begun);
  else note('begun', begun);
  try {
    const data = await run(handlers, name, input);
    noteIfPossible('finished', { outcome: 'ok' });
    return data;
  } catch (error) {
    noteIfPossible('finished', { outcome: error instanceof AppError ? error.code : 'failed' });
    throw error;
  }
}

/** The table types each handler by its name; seen from here they are all "some input, some output". */
async function run(handlers: Handlers, name: MethodName, input: unknown): Promise<unknown> {
  const handler = handlers[name] as (input: unknown) => unknown;
  return await handler(input);
}

function checkOutput(
  { isStrict, log }: DispatchOptions,
  name: MethodName,
  { data, ref }: { readonly data: unknown; readonly ref: string },
): void {
  const spec: MethodSpec = methods[name];
  const result = spec.output.safeParse(data);
  if (result.success) return;
  const problems = describeProblems(result.error);
  if (isStrict) throw new Error(`${name} answered what the contract does not allow: ${problems}`);
  log.error(() => `${name}: the answer does not fit the contract`, { ref, problems });
}

function shapeOf(error: unknown, ref: string): AppErrorShape {
  if (!(error instanceof AppError)) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return build('internal.unexpected', { params: {}, detail: withoutHome(detail), ref });
  }
  const params: Readonly<Record<string, string | number>> = { ...error.params };
  const { detail } = error;
  return build(error.code, {
    params,
    ref,
    ...(detail === undefined ? {} : { detail: withoutHome(detail) }),
  });
}

function build(
  code: ErrorCode,
  rest: Pick<AppErrorShape, 'params' | 'ref' | 'detail'>,
): AppErrorShape {
  return { code, message: errorMessage({ code, params: rest.params }), ...rest };
}

/** The detail is made to be copied to somebody; whose computer it was is not their business. */
function withoutHome(detail: string): string {
  return detail.replace(/(\/home\/|\/Users\/|[A-Za-z]:\\Users\\)[^/\\\s:'"]+/g, '~').slice(0, 500);
}

function logFailure(
  log: Log,
  failure: { name: MethodName | null; error: unknown; shape: AppErrorShape },
): void {
  const { name, error, shape } = failure;
  const fields = { ref: shape.ref, code: shape.code, method: name };
  if (shape.code === 'internal.unexpected') {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error(() => 'a call failed unexpectedly', { ...fields, stack });
    return;
  }
  const cause = error instanceof Error && error.cause !== undefined ? String(error.cause) : null;
  log.info(() => `a call was refused: ${shape.message}`, { ...fields, cause });
}
