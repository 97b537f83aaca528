import type { Device } from '../../../contract/device.ts';
import type { DeviceHealth } from '../../../contract/login.ts';
import { findingWords } from '../../../contract/text/health-words.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { findOne } from '../acts/find-devices.ts';
import { actJson } from '../acts/job-json.ts';
import { refOf } from '../acts/named.ts';
import { readLogin } from '../acts/read-login.ts';
import { overrideOf, type RunFlags } from '../acts/run.ts';
import { checkSources } from '../acts/secrets.ts';
import { ask, type Context, failure, type Outcome, withCore } from '../context.ts';
import { deviceLabel, triText } from '../device-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { pairs } from '../table.ts';
import { printable } from '../width.ts';

/** `devices verify` */
export async function verifyDevice(
  context: Context,
  wanted: string,
  flags: RunFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const since = Date.now();
    const ref = refOf(await findOne(context, api, wanted));
    const login = await readLogin(context, flags, { api, devices: [ref] });
    const { lines } = await ask(api, 'health.check', { ids: [ref.id], ...login, ...override });
    const health = lines[0]?.health ?? null;
    const { devices } = await ask(api, 'devices.list', { includeRemoved: true });
    const device = devices.find(({ id }) => id === ref.id);
    if (device === undefined) throw failure('device.not-found', { wanted });
    const isHeard = Date.parse(device.seen.last) >= since;
    const isWell = health?.level !== 'problem' && (isHeard || health?.level != null);
    return {
      data: { device, isHeard, health: health === null ? null : actJson(health) },
      human: verifyText(context, device, { isHeard, health }),
      code: isWell ? exitCodes.well : exitCodes.itemFailed,
    };
  });
}

interface Seen {
  readonly isHeard: boolean;
  readonly health: DeviceHealth | null;
}

function verifyText(context: Context, device: Device, { isHeard, health }: Seen): string {
  const { text, locale } = context;
  const words = texts[locale];
  const tri = (value: boolean | null) => triText(value, locale) || '?';
  const state = [
    [words.columns.activated, tri(device.activated)],
    [words.columns.ipv4Address, device.ipv4.address ?? '?'],
    [words.columns.cloudBound, tri(device.cloud.bound)],
  ] as const;
  const findings = (health?.findings ?? []).flatMap((finding) => {
    const { what, next } = findingWords(words, finding);
    return [`  ${printable(what)}`, `    ${printable(next)}`];
  });
  return [
    deviceLabel(device),
    isHeard ? text.health.heard : text.health.notHeard,
    pairs(state),
    health?.level == null ? words.health.notRead : words.health.levels[health.level],
    ...(health === null ? [] : [pairs(healthRows(context, health))].filter((rows) => rows !== '')),
    ...findings,
  ].join('\n');
}

function healthRows(
  { locale }: Context,
  { identity, clock, upSeconds, disks, channels }: DeviceHealth,
): (readonly [string, string])[] {
  const words = texts[locale];
  const { health } = words;
  const hours = Math.floor((upSeconds ?? 0) / 3600);
  return [
    ...(identity?.model == null ? [] : [[words.columns.model, identity.model] as const]),
    ...(identity?.firmware == null ? [] : [[words.columns.firmware, identity.firmware] as const]),
    ...(clock?.deviceTime == null ? [] : [[health.clock, clock.deviceTime] as const]),
    ...(upSeconds === null
      ? []
      : [[health.upTime, interpolate(health.hours, { count: hours })] as const]),
    ...(disks ?? []).map(
      ({ id, state }) => [`${health.disks} ${id}`, health.diskStates[state]] as const,
    ),
    ...(channels === null
      ? []
      : [[health.channels, interpolate(health.channelsText, { ...channels, analog: 0 })] as const]),
  ];
}
