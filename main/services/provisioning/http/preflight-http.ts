import type { EvidenceLine, PreflightLine } from '../../../contract/job.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import type { Commands } from '../../commands/commands.ts';
import type { RunnerParts } from '../options.ts';
import { type Done, done } from '../outcomes.ts';
import { type Light, lightOfGuard, lineOf, readyLight, stopLight, viewOf } from '../reading.ts';
import { type Look, lookOnce } from './look.ts';

export interface HttpPreflightRules {
  /** What the device told without a login says against it; `null` when nothing does. */
  readonly lightOf?: (look: Look) => Light | null;
  /** A last word when nothing stops it: a caution. */
  readonly caution?: () => Light | null;
  /** A new password is no try at the old one. */
  readonly isGuarded?: boolean;
}

/** The light of one device for what needs its web server; sends no password. */
export async function preflightHttp(
  parts: RunnerParts,
  { device, commands }: { readonly device: DeviceRecord; readonly commands: Commands },
  { lightOf = activeOnly, caution, isGuarded = true }: HttpPreflightRules = {},
): Promise<PreflightLine> {
  const early = lightBeforeHttp(parts, device);
  if (early !== null) return lineOf(device, early, { evidence: [], commands });
  const target = parts.logins.target(device);
  const look = target === null ? null : await lookOnce(parts, { commands, device }, target);
  const evidence = look === null ? [] : [lineFor(look)];
  const address = target?.host ?? null;
  const light =
    look === null || !look.isHttpUp
      ? stopLight('no-answer', 'unreachable', { address })
      : (lightOf(look) ??
        (isGuarded ? await lightOfGuard(commands, device) : null) ??
        caution?.() ??
        readyLight);
  return lineOf(device, light, { evidence, commands });
}

/** How an item ends before anything is asked, by what stops every kind or by its own rule `early`. */
export function endBeforeHttp(
  parts: RunnerParts,
  device: DeviceRecord,
  early: Light | null = null,
): Done | null {
  const light = lightBeforeHttp(parts, device) ?? early;
  if (light === null || light.verdict === null) return null;
  return done(light.verdict, light.reason, light);
}

/** What stops it before anything is asked. */
function lightBeforeHttp({ logins }: RunnerParts, device: DeviceRecord): Light | null {
  if (viewOf(device).vendor === 'other') return stopLight('not-supported', 'not-hikvision');
  if (logins.target(device) !== null) return null;
  return stopLight('no-answer', 'unreachable', { address: null });
}

function activeOnly({ isActivated }: Look): Light | null {
  return isActivated === false ? stopLight('refused', 'not-activated') : null;
}

function lineFor({ at, isHttpUp, isActivated }: Look): EvidenceLine {
  const activation = isActivated === null ? 'not told' : String(isActivated);
  return { at, text: `HTTP: ${isHttpUp ? 'answers' : 'no answer'}, activated: ${activation}` };
}
