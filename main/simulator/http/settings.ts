import * as documents from './documents.ts';
import {
  badContent,
  done,
  isOutcome,
  type ResourceCall,
  type ResourceOutcome,
  readBack,
  textsOf,
} from './said.ts';

/** Name and telecontrol id; whoever changes anything else of it is refused. */
export function writeDeviceInfo(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.deviceInfo(call));
  if (isOutcome(given)) return given;
  const text = textsOf(given);
  const [name = '', id = ''] = [text('deviceName'), text('telecontrolID')];
  if (name === '' || new TextEncoder().encode(name).length > 32) return badContent;
  if (!/^\d{1,3}$/.test(id) || text('serialNumber') !== call.view.identity.serial)
    return badContent;
  const apply = (): void => {
    Object.assign(call.view.state, { deviceName: name, telecontrolId: id });
  };
  return { ...done, apply };
}

/** `manual` sets the clock to the given time; `NTP` leaves it to the time server, which it reaches. */
export function writeTime(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.time(call));
  if (isOutcome(given)) return given;
  const text = textsOf(given);
  const [mode, zone = '', local = ''] = [text('timeMode'), text('timeZone'), text('localTime')];
  if ((mode !== 'NTP' && mode !== 'manual') || !/^[A-Z]{3,5}[+-]?\d{1,2}:\d{2}/.test(zone)) {
    return badContent;
  }
  const at = timeOf(call, local, zone);
  if (mode === 'manual' && at === null) return badContent;
  const apply = (): void => {
    const skewMs = mode === 'NTP' || at === null ? 0 : at - call.now;
    call.view.state.time = { mode, zone, skewMs };
  };
  return { ...done, apply };
}

/** Epoch ms of `2026-01-01T10:00:00+01:00`; without an offset it is meant in the zone that comes with it. */
function timeOf({ view }: ResourceCall, local: string, zone: string): number | null {
  const [, plain, offset] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(local) ?? [];
  if (plain === undefined) return null;
  const at = Date.parse(`${plain}${offset ?? 'Z'}`);
  if (Number.isNaN(at)) return null;
  const time = { ...view.state.time, zone };
  return offset === undefined
    ? at - documents.zoneMs({ ...view, state: { ...view.state, time } })
    : at;
}

/** Within the limits of the vendor's guide: 3 to 20 tries, 0 to 120 minutes. */
export function writeIllegalLoginLock(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.illegalLoginLock(call));
  if (isOutcome(given)) return given;
  const text = textsOf(given);
  const { lock } = call.view.state;
  const tries = Number(text('maxIllegalLoginTimes') ?? lock.maxAttempts);
  const minutes = Number(text('maxIllegalLoginLockTime') ?? lock.lockMs / 60_000);
  const enabled = text('enabled');
  const isSane =
    (enabled === 'true' || enabled === 'false') &&
    Number.isInteger(tries) &&
    (tries === lock.maxAttempts || (tries >= 3 && tries <= 20)) &&
    minutes >= 0 &&
    minutes <= 120;
  if (!isSane) return badContent;
  const apply = (): void => {
    Object.assign(lock, { isOn: enabled === 'true', maxAttempts: tries, lockMs: minutes * 60_000 });
  };
  return { ...done, apply };
}

export function writeDiscoveryMode(call: ResourceCall): ResourceOutcome {
  const given = readBack(call, documents.discoveryMode(call));
  if (isOutcome(given)) return given;
  const wanted = textsOf(given)('SADP');
  if (wanted !== 'discoverable' && wanted !== 'nonDiscoverable') return badContent;
  const apply = (): void => {
    call.view.state.sadp = wanted === 'discoverable' ? 'on' : 'off';
  };
  return { ...done, apply };
}
