import { makeDeadline, passDeadlines, withDeadlines, withoutDeadlines } from './deadlines.ts';
import { isResetKind, proofOf } from './kinds.ts';
import { closed, isClosed, seeStep, settle, stepOf, warn, withStep } from './state.ts';
import type { Applied, CaseEvent, CaseFile, WatchMemory } from './types.ts';
import { goneAfterMs, observe, withWatch } from './watcher.ts';

/** A clock that goes back by more was set; drift is corrected in smaller steps. */
const backJumpMs = 60_000;
/** A second of listening that took longer by the wall: the clock was set, or the laptop slept. */
const forwardJumpMs = 120_000;

/** What an event makes of a case. Pure; the same file back means that nothing is to be saved. */
export function applyEvent(before: Applied, event: CaseEvent): Applied {
  switch (event.kind) {
    case 'seen':
      return observe(before, event.seen);
    case 'tick':
      return tick(before, event.at, event.order);
    case 'lock':
      return { ...before, file: noteLock(before.file, event.lockedUntil) };
    case 'login':
      return { ...before, file: noteLogin(before.file, event.at) };
    case 'unbound':
      return { ...before, file: noteUnbound(before.file, event.at) };
    case 'job':
      return { ...before, file: noteJob(before.file, event) };
  }
}

function tick({ file, memory }: Applied, at: number, order: number): Applied {
  const ticked: WatchMemory = { ...memory, tick: { at, order } };
  if (isClosed(file.view)) return { file, memory: ticked };
  const silent = noteSilence(shiftWatch(file, memory, { at, order }), memory, { at, order });
  const passed = passDeadlines(silent, at);
  const noted = noteJump(passed, { before: file, memory, at, order });
  return { file: settle(endWatch(noted, at), at), memory: ticked };
}

interface Now {
  readonly at: number;
  readonly order: number;
}

/** How far the wall went ahead of the time spent listening; negative when it was set back. */
function jumpOf({ tick: last }: WatchMemory, { at, order }: Now): number {
  return at - last.at - (order - last.order);
}

/** The watch is a time of listening: a clock that moved, or a laptop that slept, moves its end. */
function shiftWatch(file: CaseFile, memory: WatchMemory, now: Now): CaseFile {
  const jump = jumpOf(memory, now);
  const watch = file.view.deadlines.find(({ id }) => id === 'watch');
  if (watch === undefined || Math.abs(jump) < backJumpMs) return file;
  return withDeadlines(file, [{ ...watch, at: watch.at + jump }]);
}

/** Silence is counted in time spent listening, so a laptop that slept does not make a device gone. */
function noteSilence(file: CaseFile, memory: WatchMemory, { at, order }: Now): CaseFile {
  const { state } = file.view.watch;
  const isListening = state === 'armed' || state === 'back' || state === 'not-reset';
  const silentMs = order - Math.max(memory.heardOrder, memory.armedOrder);
  if (!isListening || silentMs < goneAfterMs) return file;
  const seconds = Math.round(silentMs / 1000);
  const gone = seeStep(withWatch(file, 'gone', at), 'gone', at, {
    evidence: `silent ${seconds} s`,
    told: { code: 'silent', params: { seconds } },
  });
  return { ...gone, own: { ...gone.own, wasGone: true } };
}

interface Jump extends Now {
  readonly before: CaseFile;
  readonly memory: WatchMemory;
}

/** Deadlines go by the laptop's clock, so a clock that moved is told where it matters. */
function noteJump(file: CaseFile, { before, memory, at, order }: Jump): CaseFile {
  if (before.view.deadlines.length === 0) return file;
  // Also a clock that was set back while the app was closed.
  const back = Math.max(memory.tick.at, before.own.wallAt ?? at) - at;
  const ahead = jumpOf(memory, { at, order });
  const isEndedByIt = ahead > forwardJumpMs && isAnyOver(file) && !isAnyOver(before);
  if (back <= backJumpMs && !isEndedByIt) return keepWall(file, at);
  const minutes = Math.round((back > backJumpMs ? -back : ahead) / 60_000);
  return keepWall(warn(file, { code: 'laptop-clock-jumped', at, params: { minutes } }), at);
}

function isAnyOver({ view }: CaseFile): boolean {
  return view.deadlines.some(({ id, isOver }) => isOver && id !== 'watch');
}

const wallEveryMs = 10 * 60_000;

/** Kept now and then, so that a clock set back while the app was closed is noticed too. */
function keepWall(file: CaseFile, at: number): CaseFile {
  const { wallAt } = file.own;
  const isDue = wallAt === null || Math.abs(at - wallAt) >= wallEveryMs;
  return isDue ? { ...file, own: { ...file.own, wallAt: at } } : file;
}

function endWatch(file: CaseFile, at: number): CaseFile {
  const isOver = file.view.deadlines.some(({ id, isOver: over }) => id === 'watch' && over);
  const { state } = file.view.watch;
  if (!isOver || state === 'off' || state === 'timeout') return file;
  return withoutDeadlines(withWatch(file, 'timeout', at), ['watch']);
}

function noteLock(file: CaseFile, lockedUntil: number | null): CaseFile {
  if (isClosed(file.view)) return file;
  const known = file.view.deadlines.find(({ id }) => id === 'lock');
  // A lock that ended stays as a deadline that is over: its reminder is what the person waits for.
  if (lockedUntil === null || known?.at === lockedUntil) return file;
  return withDeadlines(file, [makeDeadline('lock', lockedUntil, 'device')]);
}

function noteLogin(file: CaseFile, at: number): CaseFile {
  if (isClosed(file.view)) return file;
  const told = { code: 'login', params: {} } as const;
  return settle(seeStep(file, 'login-proven', at, { evidence: 'login', told }), at);
}

const refusedVerdicts: ReadonlySet<string> = new Set([
  'wrong-password',
  'locked',
  'refused',
  'not-supported',
  'skipped',
  'already',
]);

/** What the device said to the command; what became of it is for the watcher to see. */
function noteJob(file: CaseFile, { verdict, at }: Extract<CaseEvent, { kind: 'job' }>): CaseFile {
  const { view } = file;
  if (isClosed(view) || !isResetKind(view.kind)) return file;
  const said = { evidence: verdict, told: { code: 'command', params: { verdict } } } as const;
  if (verdict === 'verified') return proveByJob(seeStep(file, 'command-sent', at, said), at);
  if (verdict === 'accepted') return settle(seeStep(file, 'command-sent', at, said), at);
  if (refusedVerdicts.has(verdict)) {
    const step = { state: 'failed', by: 'app', at, ...said } as const;
    return closed(withWatch(withStep(file, 'command-sent', step), 'off', at), 'refused', at);
  }
  // No answer, or one that says nothing: the command may have arrived, so the case goes on watching.
  return withStep(file, 'command-sent', said);
}

/** Where two claim one serial, it may have read the other one. */
function noteUnbound(file: CaseFile, at: number): CaseFile {
  const isOpen = !isClosed(file.view) && stepOf(file.view, 'bind-read')?.state === 'todo';
  if (!isOpen || file.own.isTwinSeen) return file;
  const told = { code: 'job-not-bound', params: {} } as const;
  return settle(seeStep(file, 'bind-read', at, { evidence: 'job: bound=false', told }), at);
}

/** The job itself read the device afterwards. Where two claim one serial, that does not say which it read. */
function proveByJob(file: CaseFile, at: number): CaseFile {
  const proof = proofOf(file.view.kind, file.view.variant);
  if (proof === null || file.own.isTwinSeen) return settle(file, at);
  const proven = seeStep(withWatch(file, 'reset-seen', at), proof.step, at, {
    evidence: 'job: verified',
    told: { code: 'job-verified', params: {} },
  });
  return settle(warn(proven, { code: 'cloud-unknown', at, params: {} }), at);
}
