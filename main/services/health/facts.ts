import type { DeviceFacts } from '../../contract/device.ts';
import type { CloudState, DeviceHealth } from '../../contract/login.ts';
import type { Examination } from './examine.ts';
import { valueIn } from './read.ts';

export type LearnedFacts = Partial<
  Pick<
    DeviceFacts,
    'model' | 'mac' | 'firmware' | 'activated' | 'cloudEnabled' | 'cloudBound' | 'unbindSupported'
  >
>;

/** What the list learns from a reading; SADP's word stays above it (`domain/facts.ts`). */
export function factsOf({ reading }: Examination, health: DeviceHealth): LearnedFacts {
  const { identity, cloud } = health;
  const isActivated = valueIn(reading.userCheck)?.isActivated ?? (identity === null ? null : true);
  return {
    model: identity?.model ?? null,
    mac: identity?.mac ?? null,
    firmware: firmwareOf(identity),
    activated: health.findings.some(({ code }) => code === 'not-activated') ? false : isActivated,
    ...(cloud === null ? {} : factsOfCloud(cloud)),
  };
}

/** A binding over HTTP says nothing of unbinding over SADP, so that fact is not touched. */
export function factsOfCloud({ isEnabled, isBound }: CloudState): LearnedFacts {
  return { cloudEnabled: isEnabled, cloudBound: isBound };
}

/** As SADP spells it: `V5.7.17build 240606`. */
function firmwareOf(identity: DeviceHealth['identity']): string | null {
  if (identity === null || identity.firmware === null) return null;
  const { firmware, firmwareDate } = identity;
  return firmwareDate === null ? firmware : `${firmware}build ${firmwareDate}`;
}
