import type { Reason } from '../../contract/job.ts';
import {
  type DeviceHealth,
  type HealthLevel,
  type healthFindings,
  healthLevels,
} from '../../contract/login.ts';
import type { LoginFailure } from '../login/logins.ts';
import type { DocumentName, Examination } from './examine.ts';
import { valueIn } from './read.ts';

export type Finding = DeviceHealth['findings'][number];
type Code = (typeof healthFindings)[number];

const minuteMs = 60_000;
const skewMs = 5 * minuteMs;
const badSkewMs = 24 * 60 * minuteMs;
const freshStartSeconds = 3600;
const expiresSoonDays = 30;

function finding(code: Code, level: HealthLevel, params: Finding['params'] = {}): Finding {
  return { code, level, params };
}

/** The worst of them; `ok` when there is none. */
export function levelOf(findings: readonly Finding[]): HealthLevel {
  const rank = (level: HealthLevel): number => healthLevels.indexOf(level);
  return findings.reduce<HealthLevel>(
    (worst, { level }) => (rank(level) > rank(worst) ? level : worst),
    'ok',
  );
}

/** What a person should know. Hints that are usual on a sound device have the level `ok`. */
export function findingsOf(
  health: Omit<DeviceHealth, 'findings' | 'level'>,
  seen: Examination,
): Finding[] {
  return [
    ...ofClock(health.clock),
    ...ofDisks(health.disks, seen.isRecorder),
    ...ofChannels(seen),
    ...ofPassword(seen),
    ...ofRest(health, seen),
    ...ofMissing(seen),
  ];
}

function ofClock(clock: DeviceHealth['clock']): Finding[] {
  if (clock === null) return [];
  const { offsetMs, mode, timeZone, deviceTime } = clock;
  const isManual = mode?.toLowerCase() === 'manual';
  const hint = isManual ? [finding('no-ntp', 'ok')] : [];
  if (offsetMs === null) {
    return [...hint, finding('clock-unknown', 'attention', { time: deviceTime })];
  }
  const apart = Math.abs(offsetMs);
  if (apart <= skewMs || isSummerTime(apart, deviceTime, timeZone)) return hint;
  const params = { minutes: Math.round(offsetMs / minuteMs), time: deviceTime };
  return [...hint, finding('clock-wrong', apart > badSkewMs ? 'problem' : 'attention', params)];
}

/** Without a zone of its own the time cannot say whether the summer hour is in it. */
function isSummerTime(apart: number, time: string | null, zone: string | null): boolean {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time ?? '');
  return !hasZone && /DST/i.test(zone ?? '') && Math.abs(apart - 60 * minuteMs) <= skewMs;
}

function ofDisks(disks: DeviceHealth['disks'], isRecorder: boolean): Finding[] {
  if (disks === null) return [];
  if (disks.length === 0)
    return isRecorder ? [finding('disk-missing', 'problem', { disk: null })] : [];
  return disks.flatMap(({ id, name, state, status, freeMb, capacityMb }): Finding[] => {
    const params = { disk: name ?? id, status };
    switch (state) {
      case 'broken':
        return [finding('disk-broken', 'problem', params)];
      case 'missing':
        return [finding('disk-missing', 'problem', params)];
      case 'unformatted':
        return [finding('disk-unformatted', 'problem', params)];
      default:
        // The usual state of a recorder that overwrites its oldest recordings.
        return freeMb === 0 && (capacityMb ?? 0) > 0 ? [finding('disk-full', 'ok', params)] : [];
    }
  });
}

function ofChannels({ reading }: Examination): Finding[] {
  const cameras = valueIn(reading.cameras);
  if (cameras === null) return [];
  const list = (ids: readonly string[]) => ({
    count: ids.length,
    channels: ids.slice(0, 20).join(', '),
  });
  const wrong = cameras.filter(({ result }) => result === 'wrong-password').map(({ id }) => id);
  const offline = cameras
    .filter(({ isOnline, result }) => isOnline === false && result !== 'wrong-password')
    .map(({ id }) => id);
  return [
    ...(wrong.length === 0 ? [] : [finding('channel-wrong-password', 'problem', list(wrong))]),
    ...(offline.length === 0 ? [] : [finding('channel-offline', 'problem', list(offline))]),
  ];
}

function ofPassword({ reading }: Examination): Finding[] {
  const check = valueIn(reading.userCheck);
  if (check === null) return [];
  const days = check.residualValidityDays;
  const isExpiring = days !== null && days <= expiresSoonDays;
  return [
    ...(check.isDefaultPassword === true ? [finding('default-password', 'problem')] : []),
    ...(check.isRiskPassword === true ? [finding('weak-password', 'attention')] : []),
    ...(isExpiring
      ? [finding('password-expires', days === 0 ? 'problem' : 'attention', { days })]
      : []),
  ];
}

function ofRest(
  { cloud, upSeconds }: Omit<DeviceHealth, 'findings' | 'level'>,
  { reading }: Examination,
): Finding[] {
  const isFresh = upSeconds !== null && upSeconds < freshStartSeconds;
  const isHidden = valueIn(reading.discovery)?.isSadpOn === false;
  const isCloudDown = cloud?.isEnabled === true && cloud.isRegistered === false;
  const why = cloud?.offlineReason ?? null;
  const level = why === 'secret-key' || why === 'blocklist' ? 'attention' : 'ok';
  return [
    ...(isFresh
      ? [finding('restarted-lately', 'attention', { minutes: Math.floor(upSeconds / 60) })]
      : []),
    ...(isHidden ? [finding('discovery-off', 'attention')] : []),
    // A site without Internet is no fault of the device.
    ...(isCloudDown ? [finding('cloud-offline', level, { why: why ?? 'unknown' })] : []),
  ];
}

function ofMissing({ reading }: Examination): Finding[] {
  const missing = (Object.keys(reading) as DocumentName[]).filter(
    (name) => reading[name]?.kind === 'missing',
  );
  if (missing.length === 0) return [];
  return [finding('partly-read', 'ok', { missing: missing.join(', ') })];
}

/** A device that let nobody in, as one finding; the level is `null` where nothing was learned of it. */
export function findingOfFailure(failure: LoginFailure): {
  readonly level: HealthLevel | null;
  readonly finding: Finding;
} {
  const [code, level] = failures[failure.reason] ?? ['partly-read', null];
  const { attemptsLeft, params } = failure;
  const all = {
    ...params,
    reason: failure.reason,
    ...(attemptsLeft === null ? {} : { attempts: attemptsLeft }),
  };
  return { level, finding: finding(code, level ?? 'attention', all) };
}

const failures: { readonly [R in Reason]?: readonly [Code, HealthLevel | null] } = {
  'wrong-password': ['login-refused', 'problem'],
  'login-unclear': ['login-refused', 'problem'],
  'same-password': ['login-refused', 'problem'],
  'attempts-low': ['login-refused', 'problem'],
  'function-unsupported': ['login-refused', 'attention'],
  'basic-only': ['login-refused', 'attention'],
  locked: ['locked', 'problem'],
  'no-login': ['no-password', null],
  'vault-locked': ['no-password', null],
  'certificate-changed': ['certificate-changed', 'problem'],
  'group-stopped': ['login-refused', null],
  unreachable: ['unreachable', null],
  silent: ['unreachable', null],
};

export function notActivated(): Finding {
  return finding('not-activated', 'attention');
}

export function otherDevice(serial: string | null): Finding {
  return finding('other-device', 'problem', { serial });
}
