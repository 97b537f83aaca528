import type { DeviceRow } from '../../contract/device.ts';
import type { DiscoveryStatus, DoctorCheck, DoctorCheckId } from '../../contract/network.ts';
import type { AdapterInfo, NetworkFacts } from '../../ports/network.ts';
import type { HeardCounts } from '../discovery/discovery.ts';

/** Everything the checks look at, read once, so that they agree with each other. */
export interface DoctorContext {
  readonly facts: NetworkFacts;
  readonly status: DiscoveryStatus;
  /** Present adapters that are switched on. */
  readonly enabled: readonly AdapterInfo[];
  readonly heard: HeardCounts;
  /** The current site's devices. */
  readonly rows: readonly DeviceRow[];
}

export type Check = (context: DoctorContext) => DoctorCheck;

export interface Judgement {
  readonly verdict: DoctorCheck['verdict'];
  readonly finding: string;
  readonly advice?: string;
  readonly params?: DoctorCheck['params'];
  readonly evidence?: readonly string[];
}

export function checkOf(id: DoctorCheckId, judgement: Judgement): DoctorCheck {
  return {
    id,
    verdict: judgement.verdict,
    finding: judgement.finding,
    advice: judgement.advice ?? null,
    params: judgement.params ?? {},
    evidence: [...(judgement.evidence ?? [])],
  };
}

/** Lines the network layer wrote about one subject. */
export function evidenceAbout(context: DoctorContext, subject: RegExp): string[] {
  return context.facts.evidence.filter((line) => subject.test(line));
}

export function names(list: readonly { readonly name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}
