import type { DeviceRef, JobKind } from '../../../contract/job.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { type CliFailure, type Context, failure, tell } from '../context.ts';
import { refLabel } from './named.ts';
import { askLine, askYes, canAsk } from './prompt.ts';

const maxNamed = 40;

/** A person has to decide, and did not or cannot. */
export function undecided(words: string): CliFailure {
  return failure('input.undecided', { problem: words });
}

function names(devices: readonly DeviceRef[]): readonly string[] {
  const labels = devices.slice(0, maxNamed).map(refLabel);
  return devices.length > maxNamed ? [...labels, '…'] : labels;
}

export interface Consent {
  readonly kind: JobKind;
  readonly devices: readonly DeviceRef[];
}

/**
 * Names what will change and waits for a yes. `--yes` gives it beforehand.
 * @throws CliFailure exit code 4 when nobody can answer, or the answer was no
 */
export async function requireConsent(context: Context, { kind, devices }: Consent): Promise<void> {
  const { consent } = context.text.acts;
  if (context.options.isYes) return;
  const labels = names(devices);
  if (!canAsk(context)) {
    throw undecided(interpolate(consent.needed, { devices: labels.join('; ') }));
  }
  for (const label of labels) tell(context, '  {{label}}', { label });
  const { verb } = texts[context.locale].jobKinds[kind];
  const question =
    kind === 'unbind-panel'
      ? consent.panel
      : interpolate(consent.question, { verb, count: devices.length });
  if (!(await askYes(context, question))) throw undecided(consent.declined);
}

/**
 * The end of the serial, given with the command or typed. `--yes` does not stand for it.
 * @throws CliFailure exit code 4 when nobody can type it
 */
export async function requireSerial(
  context: Context,
  device: DeviceRef,
  given: string | undefined,
  told?: { readonly lines: readonly string[]; readonly question: string },
): Promise<string> {
  const { consent } = context.text.acts;
  if (given !== undefined) return given;
  if (!canAsk(context)) throw undecided(consent.serialNeeded);
  tell(context, '  {{label}}', { label: refLabel(device) });
  const { restore } = texts[context.locale];
  const lines = told?.lines ?? [restore.what, restore.restoreLost, restore.restoreKept];
  for (const line of [...lines, restore.cloudStays]) tell(context, line);
  return (await askLine(context, told?.question ?? consent.serial)).trim();
}
