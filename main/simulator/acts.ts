import type { Command, Outcome } from './handlers/handler.ts';
import type { Act, ActName, DeviceSpec } from './types.ts';

/** How vendors word it that device and software belong to different sales areas; no table of them exists. */
export const areaWordings = [
  'The device and software are in different areas.',
  'differentArea',
  'areaNotMatch',
  'device and client region mismatch',
  'regionMismatch',
  'notSameRegion',
] as const;

const lateMs = 12_000;
const appliesLateMs = 20_000;

/** The misbehaviours that strike one command. */
export class Struck {
  private readonly acts: readonly Act[];

  constructor(acts: readonly Act[]) {
    this.acts = acts;
  }

  get(name: ActName): Act | undefined {
    return this.acts.find(({ act }) => act === name);
  }

  has(name: ActName): boolean {
    return this.get(name) !== undefined;
  }

  /** How long the answer is held back beside the device's usual time. */
  get lateMs(): number {
    const act = this.get('late');
    return act === undefined ? 0 : (act.delayMs ?? lateMs);
  }

  /** How long it takes to obey; `null` when it does as usual. */
  get appliesMs(): number | null {
    const act = this.get('applies-late');
    return act === undefined ? null : (act.delayMs ?? appliesLateMs);
  }
}

/** A device's misbehaviours and how often each has struck. */
export class ActBook {
  private acts: readonly Act[] = [];
  private readonly struck = new Map<Act, number>();

  constructor(acts: DeviceSpec['acts'] = []) {
    this.set(acts);
  }

  /** From now on these; counts start anew. */
  set(acts: readonly (ActName | Act)[]): void {
    this.acts = acts.map((act) => (typeof act === 'string' ? { act } : act));
    this.struck.clear();
  }

  strike({ base, isChange }: Command): Struck {
    const hits = this.acts.filter((act) => {
      const isMeant = act.on?.includes(base) ?? isChange;
      return isMeant && (this.struck.get(act) ?? 0) < (act.times ?? Number.POSITIVE_INFINITY);
    });
    for (const act of hits) this.struck.set(act, (this.struck.get(act) ?? 0) + 1);
    return new Struck(hits);
  }
}

/** What a misbehaving device makes of having agreed to something; refusals it gives as they are. */
export function twist(outcome: Outcome, struck: Struck, pick: () => string): Outcome {
  if (outcome.result !== 'success') return outcome;
  const area = struck.get('areas-differ');
  if (area !== undefined) return { result: area.text ?? pick() };
  const { change, ...words } = outcome;
  const done = change === undefined || struck.has('lies') ? words : outcome;
  const unknown = struck.get('unknown-text');
  if (unknown !== undefined) {
    return { ...(unknown.isDone === true ? done : words), result: unknown.text ?? 'denied' };
  }
  return struck.has('other-case') ? { ...done, result: 'Success' } : done;
}
