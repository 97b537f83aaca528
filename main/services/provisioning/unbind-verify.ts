import type { ItemContext } from '../jobs/types.ts';
import { sleep } from '../lib/sleep.ts';
import type { RunnerParts } from './options.ts';
import { readNow } from './reading.ts';
import type { BindingReader } from './unbind-http.ts';
import { askStatus, describeWord, type StatusWord } from './unbind-state.ts';

/**
 * What reading shows after an unbind.
 * - `bound`: it still says so
 * - `contradictory`: its two words differ to the end
 * - `untold`: it answers, but does not tell
 * - `silent`: it does not answer
 */
export type BindState = 'not-bound' | 'bound' | 'contradictory' | 'untold' | 'silent';

/** Rounds without any word on the binding, after which no later one will have it. */
const untoldRounds = 3;

export interface WatchOptions {
  readonly timeoutMs: number;
  /** Asked where SADP does not tell; `null` when no login is at hand. */
  readonly http: BindingReader | null;
}

/** Reads until the device is free, or the time is up. The cloud may need a moment. */
export async function watchBinding<P>(
  parts: RunnerParts,
  context: ItemContext<P>,
  { timeoutMs, http }: WatchOptions,
): Promise<BindState> {
  const { clock, timings } = parts;
  const until = clock.elapsed() + timeoutMs;
  let state: BindState = 'silent';
  let untold = 0;
  let last = '';
  while (!context.signal.aborted) {
    const seen = await lookBoth(parts, context, http);
    state = seen.state;
    // The same again and again would bury what the device said to the command.
    if (seen.text !== last) context.note(seen.text);
    last = seen.text;
    untold = state === 'untold' ? untold + 1 : 0;
    const isOver = clock.elapsed() >= until || untold >= untoldRounds;
    if (state === 'not-bound' || isOver) break;
    await sleep(clock, timings.pauseMs, context.signal);
  }
  return state;
}

interface Look {
  readonly state: BindState;
  readonly text: string;
}

/** HTTP speaks where SADP is silent. Where both words of SADP contradict each other it settles nothing. */
async function lookBoth<P>(
  parts: RunnerParts,
  context: ItemContext<P>,
  http: BindingReader | null,
): Promise<Look> {
  const seen = await look(parts, context);
  if (http === null || (seen.state !== 'untold' && seen.state !== 'silent')) return seen;
  const told = await http.read();
  if (told === null) return seen;
  const text = `${seen.text}; ${told.text}`;
  if (told.isBound === null) return { state: seen.state, text };
  return { state: told.isBound ? 'bound' : 'not-bound', text };
}

async function look<P>(parts: RunnerParts, { commands, device }: ItemContext<P>): Promise<Look> {
  const fresh = await readNow(commands, device, parts);
  if (fresh === null) return { state: 'silent', text: 'read back: no answer' };
  const bound = fresh.fields.cloudBound ?? null;
  const status = await askStatus(commands, device, parts);
  const told = bound === null ? 'not told' : bound ? 'bound' : 'not bound';
  const text = `read back: bind state ${told}, unbind status ${describeWord(status)}`;
  return { state: stateOf(bound, status), text };
}

/** Both words of the device together; none of them is believed against the other. */
function stateOf(bound: boolean | null, { word }: StatusWord): BindState {
  const byStatus = word === 'not-bound' ? false : word === 'can-unbind' ? true : null;
  if (bound !== null && byStatus !== null && bound !== byStatus) return 'contradictory';
  const isBound = byStatus ?? bound;
  if (isBound === null) return word === 'offline' ? 'silent' : 'untold';
  return isBound ? 'bound' : 'not-bound';
}
