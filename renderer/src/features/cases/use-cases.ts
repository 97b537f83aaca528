import { useCallback, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { type Action, useAction } from '../../components/use-action.ts';
import { useApi, useAppEvent, useQuery } from '../../state/app-context.tsx';

/** Every case, or those of one device; asked for again when one changes. */
export function useCaseList(device?: DeviceId) {
  const input = device === undefined ? {} : { device };
  return useQuery('cases.list', input, { invalidateOn: ['cases.changed', 'site.changed'] });
}

/** One case, followed: the event carries it whole, so nothing is asked again. */
export function useCase(id: string) {
  const query = useQuery('cases.get', { id });
  const [told, setTold] = useState<RecoveryCase | null>(null);
  const listen = useCallback(
    (changed: RecoveryCase) => {
      if (changed.id === id) setTold(changed);
    },
    [id],
  );
  useAppEvent('cases.changed', listen);
  const data = told?.id === id ? told : query.data;
  return { data, error: query.error, reload: query.reload, take: setTold };
}

export interface CaseCommands extends Action {
  readonly call: (
    work: (api: ReturnType<typeof useApi>) => Promise<RecoveryCase>,
  ) => Promise<boolean>;
}

/** Calls that answer with the changed case, which is then on the screen without waiting for the event. */
export function useCaseCommands(onChanged: (changed: RecoveryCase) => void): CaseCommands {
  const api = useApi();
  const action = useAction();
  const { run } = action;
  const call = useCallback<CaseCommands['call']>(
    (work) => run(async () => onChanged(await work(api))),
    [run, api, onChanged],
  );
  return { ...action, call };
}
