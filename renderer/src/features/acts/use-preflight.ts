import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { AppErrorShape } from '../../../../main/contract/errors.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import { useApi, useSession } from '../../state/app-context.tsx';
import { errorShapeOf } from '../../transport/client.ts';
import { inParts } from './model.ts';

export type PreflightKind = MethodInput<'jobs.preflight'>['kind'];

export interface Preflight {
  /** Those that are known so far, in the order of the devices. */
  readonly lines: readonly PreflightLine[];
  readonly total: number;
  readonly isComplete: boolean;
  readonly error: AppErrorShape | null;
  readonly reload: () => void;
}

/**
 * The lights before a run. A silent device takes ten seconds to be silent; so the devices are asked in
 * a few parts, and the lights of each show as soon as it is done.
 */
export function usePreflight(kind: PreflightKind, ids: readonly DeviceId[]): Preflight {
  const api = useApi();
  const { fleet } = useSession();
  // A dialog keeps its devices; a new array of the same ones is no new question.
  const asked = useRef(ids).current;
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<ReadonlyMap<string, PreflightLine>>(new Map());
  const [error, setError] = useState<AppErrorShape | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let isOver = false;
    setKnown(new Map());
    setError(null);
    const ask = async (part: readonly DeviceId[]) => {
      try {
        const { lines } = await api.call('jobs.preflight', { kind, ids: [...part] });
        if (isOver) return;
        setKnown(
          (old) => new Map([...old, ...lines.map((line) => [line.device.id, line] as const)]),
        );
      } catch (thrown) {
        if (!isOver) setError(errorShapeOf(thrown));
      }
    };
    // Firmware that does not even say whether it can be unbound knows none of these questions.
    const isQuick = (id: DeviceId) => fleet.row(id)?.unbindSupported === true;
    for (const part of inParts(asked, isQuick)) void ask(part);
    return () => {
      isOver = true;
    };
  }, [api, fleet, kind, asked, round]);
  const reload = useCallback(() => setRound((old) => old + 1), []);
  const lines = asked.flatMap((id) => known.get(id) ?? []);
  return {
    lines,
    total: asked.length,
    isComplete: lines.length >= asked.length,
    error,
    reload,
  };
}
