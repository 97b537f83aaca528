import type { DeviceKind, Vendor } from '../contract/device.ts';
import type { PreflightLine, Reason, Verdict } from '../contract/job.ts';

/** A device's own word about unbinding; the numbers are the vendor's. */
export type UnbindWord =
  /** 1 */
  | 'can-unbind'
  /** 2 */
  | 'not-bound'
  /** 3 */
  | 'cloud-off'
  /** 4 */
  | 'cloud-offline'
  /** It answers, but not this question. */
  | 'refused'
  | 'not-activated'
  | 'locked'
  | 'areas-differ'
  /** A text nobody knows. */
  | 'other'
  | 'silent'
  /** It does not even say who it is. */
  | 'offline';

export interface UnbindFacts {
  readonly vendor: Vendor;
  readonly kind: DeviceKind;
  readonly model: string | null;
  /** Whether it ever answered SADP. */
  readonly hasSadp: boolean;
  readonly activated: boolean | null;
  /** What the firmware says of itself; `null` is "not told". */
  readonly unbindSupported: boolean | null;
  /** `EZVIZBindStatus` of an answer just now; `null` is "not told". */
  readonly bound: boolean | null;
  readonly word: UnbindWord;
  /** What the lockout guard says of one more try. */
  readonly guard: Reason | null;
}

export interface UnbindLight {
  readonly light: PreflightLine['light'];
  /** The verdict it would end with now; `null` when it is ready. */
  readonly verdict: Verdict | null;
  readonly reason: Reason;
}

const stop = (verdict: Verdict, reason: Reason): UnbindLight => ({
  light: 'stop',
  verdict,
  reason,
});

/**
 * AX PRO and its relatives: unbinding them the usual way leaves their cloud users behind. Access controllers
 * (DS-K2) and older panels (DS-19) count as panels too, but have no such users.
 */
export function isUserPanel(kind: DeviceKind, model: string | null): boolean {
  return kind === 'panel' && !/^(?:DS-K2|DS-19)/i.test(model ?? '');
}

/**
 * Pre-flight light before any password is asked for. What cannot be changed comes first, then what makes it
 * needless, then what passes with time.
 */
export function unbindLight(facts: UnbindFacts): UnbindLight {
  if (facts.vendor === 'other') return stop('not-supported', 'not-hikvision');
  if (!facts.hasSadp) return stop('not-supported', 'no-sadp');
  if (facts.word === 'offline') return stop('no-answer', 'offline');
  if (isUserPanel(facts.kind, facts.model)) return stop('not-supported', 'panel');
  return lightOfState(facts);
}

/** The same for the separate command of alarm panels, which takes a code of the vendor. */
export function panelLight(facts: UnbindFacts): UnbindLight {
  if (facts.vendor === 'other') return stop('not-supported', 'not-hikvision');
  if (!facts.hasSadp) return stop('not-supported', 'no-sadp');
  if (facts.word === 'offline') return stop('no-answer', 'offline');
  if (!isUserPanel(facts.kind, facts.model)) return stop('not-supported', 'function-unsupported');
  const { light, verdict, reason } = lightOfState({ ...facts, unbindSupported: true });
  // The installers' accounts go with it, so it is never a plain "ready".
  return light === 'ready'
    ? { light: 'caution', verdict, reason: 'panel' }
    : { light, verdict, reason };
}

function lightOfState(facts: UnbindFacts): UnbindLight {
  const { word, activated, unbindSupported, bound, guard } = facts;
  if (word === 'not-bound') return stop('already', 'not-bound');
  if (activated === false || word === 'not-activated') return stop('refused', 'not-activated');
  if (unbindSupported === false) return stop('not-supported', 'unbind-unsupported');
  if (word === 'locked' || guard === 'locked') return stop('locked', 'locked');
  // The device's word on the status outranks the bind state it repeats in each inquiry answer.
  if (bound === false && word !== 'can-unbind') return stop('already', 'not-bound');
  if (guard !== null) return stop('skipped', guard);
  return lightOfWord(word, unbindSupported);
}

function lightOfWord(word: UnbindWord, unbindSupported: boolean | null): UnbindLight {
  switch (word) {
    case 'can-unbind':
      return { light: 'ready', verdict: null, reason: 'ready' };
    case 'cloud-off':
      return stop('skipped', 'cloud-off');
    case 'cloud-offline':
      return { light: 'caution', verdict: 'needs-internet', reason: 'cloud-offline' };
    case 'areas-differ':
      return stop('different-area', 'areas-differ');
    case 'silent':
      // It answers inquiries, does not say that it can be unbound, and does not know the question.
      if (unbindSupported === null) return stop('not-supported', 'unbind-unsupported');
      break;
    default:
      break;
  }
  return { light: 'caution', verdict: 'unknown', reason: 'status-unknown' };
}
