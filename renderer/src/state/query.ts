import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppErrorShape } from '../../../main/contract/errors.ts';
import type { EventName } from '../../../main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../main/contract/methods.ts';
import { errorShapeOf } from '../transport/client.ts';
import { useSession } from './session-context.tsx';

export interface QueryOptions {
  /** Events after which the answer is asked for again (at most once per 300 ms). */
  readonly invalidateOn?: readonly EventName[];
  /** `false` asks nothing, for panels that are closed. */
  readonly isEnabled?: boolean;
}

export interface QueryResult<T> {
  readonly data: T | undefined;
  readonly error: AppErrorShape | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface QueryState<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly error: AppErrorShape | undefined;
  readonly isLoading: boolean;
}

const gatherMs = 300;

/** Request-shaped data: asked once per input, again after the named events and after a reconnect. */
export function useQuery<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  options: QueryOptions = {},
): QueryResult<MethodOutput<M>> {
  const session = useSession();
  const isEnabled = options.isEnabled ?? true;
  const key = `${method} ${JSON.stringify(input)}`;
  const names = (options.invalidateOn ?? []).join(' ');
  const latestInput = useRef(input);
  latestInput.current = input;
  const running = useRef(0);
  const [state, setState] = useState<QueryState<MethodOutput<M>>>({
    key,
    data: undefined,
    error: undefined,
    isLoading: isEnabled,
  });

  const load = useCallback(async () => {
    running.current += 1;
    const ticket = running.current;
    setState((old) => ({
      key,
      data: old.key === key ? old.data : undefined,
      error: undefined,
      isLoading: true,
    }));
    try {
      const data = await session.client.call(method, latestInput.current);
      if (ticket === running.current) setState({ key, data, error: undefined, isLoading: false });
    } catch (thrown) {
      if (ticket !== running.current) return;
      const error = errorShapeOf(thrown);
      setState((old) => ({ ...old, error, isLoading: false }));
    }
  }, [session, method, key]);

  useEffect(() => {
    if (!isEnabled) return;
    void load();
    let timer: number | null = null;
    const wanted = new Set(names.split(' '));
    const reloadSoon = () => {
      timer ??= window.setTimeout(() => {
        timer = null;
        void load();
      }, gatherMs);
    };
    const stopEvents = session.onEvent((event) => {
      if (wanted.has(event.name)) reloadSoon();
    });
    const stopLive = session.isLive.subscribe(() => {
      if (session.isLive.get()) reloadSoon();
    });
    return () => {
      running.current += 1;
      if (timer !== null) window.clearTimeout(timer);
      stopEvents();
      stopLive();
    };
  }, [session, load, names, isEnabled]);

  const reload = useCallback(() => void load(), [load]);
  const isCurrent = state.key === key;
  return {
    data: isCurrent ? state.data : undefined,
    error: isCurrent ? state.error : undefined,
    isLoading: isEnabled && (!isCurrent || state.isLoading),
    reload,
  };
}
