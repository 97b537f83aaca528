import type { PreflightLine } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { Commands } from '../commands/commands.ts';
import type { ItemContext } from '../jobs/types.ts';
import type { RunnerParts } from './options.ts';
import { type Light, lightBefore, lightOfGuard, lineOf, readNow, readyLight } from './reading.ts';

export interface PreflightRules {
  /** What the device's own answer says against it; `null` when nothing does. */
  readonly lightOf: (fields: SadpFields | null) => Light | null;
  /** What was read, as a line of evidence. */
  readonly describe?: (fields: SadpFields | null) => string;
  /** A new password is no try at the old one, so the guard has no say in it. */
  readonly isGuarded?: boolean;
}

/** The light of one device: what is known without asking, what it says now, what the guard says. */
export async function preflightOf(
  parts: RunnerParts,
  { device, commands }: { readonly device: DeviceRecord; readonly commands: Commands },
  { lightOf, describe, isGuarded = true }: PreflightRules,
): Promise<PreflightLine> {
  const early = lightBefore(device);
  if (early !== null) return lineOf(device, early, { evidence: [], commands });
  const fields = (await readNow(commands, device, parts))?.fields ?? null;
  const evidence =
    describe === undefined ? [] : [{ at: parts.clock.now(), text: describe(fields) }];
  const guarded = async (): Promise<Light | null> =>
    isGuarded ? await lightOfGuard(commands, device) : null;
  const light = lightOf(fields) ?? (await guarded()) ?? readyLight;
  return lineOf(device, light, { evidence, commands });
}

/**
 * Reads until the device shows the wanted activation. Returns what it showed last, `null` when it told
 * nothing to the end.
 */
export async function watchActivated(
  { commands, device, note }: ItemContext<unknown>,
  isWanted: boolean,
  timeoutMs: number,
): Promise<boolean | null> {
  let last: boolean | null = null;
  await commands.readUntil(
    device,
    ({ fields }) => {
      last = fields.activated ?? last;
      return fields.activated === isWanted;
    },
    timeoutMs,
  );
  note(`read back: Activated ${last ?? 'not told'}`);
  return last;
}
