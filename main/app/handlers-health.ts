import type { DeviceId } from '../contract/device.ts';
import { AppError } from '../contract/errors.ts';
import type { DeviceRecord } from '../domain/record.ts';
import { deviceRefOf, labelOf } from '../services/jobs/values.ts';
import { loginError } from '../services/login/login-error.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { given } from './handlers-jobs.ts';

type HealthHandlers = Pick<Handlers, 'health.get' | 'health.check' | 'health.setOn' | 'cloud.read'>;

/** What a login over HTTP tells, without changing anything. */
export function healthHandlers({ registry, login }: Core): HealthHandlers {
  const { health, schedule } = login;
  const need = (id: DeviceId): DeviceRecord => {
    const record = registry.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  };
  return {
    'health.get': ({ id }) => {
      need(id);
      return { health: health.get(id), isOn: schedule.isOn(id), nextAt: schedule.nextAt(id) };
    },
    'health.check': async ({ ids, secrets, override }) => {
      const records = [...new Set(ids)].map(need);
      const isOverride = override !== undefined;
      return { lines: await health.check(records, { passwords: given(secrets), isOverride }) };
    },
    'health.setOn': ({ ids, isOn }) => {
      schedule.setOn(
        ids.map((id) => need(id).id),
        isOn,
      );
      return {};
    },
    'cloud.read': async ({ id, secrets, override }) => {
      const record = need(id);
      const { all, byDevice } = given(secrets);
      const password = byDevice?.[id] ?? all;
      const isOverride = override !== undefined;
      const state = await health.cloud(record, { password, isOverride });
      if ('kind' in state) throw loginError(labelOf(deviceRefOf(record)), state);
      return { cloud: state };
    },
  };
}
