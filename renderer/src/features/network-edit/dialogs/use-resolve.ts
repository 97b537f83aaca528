import { useEffect, useState } from 'react';
import type { DeviceId } from '../../../../../main/contract/device.ts';
import type { MethodOutput } from '../../../../../main/contract/methods.ts';
import { useApi } from '../../../state/app-context.tsx';
import type { PlanLine } from '../model/plan.ts';
import {
  type Checked,
  checkKey,
  groupLines,
  type Targets,
  unchecked,
  withTargets,
} from '../model/resolve.ts';
import { type PlanQuery, usePlanQuery } from '../plan/use-plan-query.ts';

const quietMs = 400;

export interface Resolve {
  readonly query: PlanQuery<MethodOutput<'network.proposeResolve'>>;
  readonly groups: readonly { readonly address: string; readonly lines: readonly PlanLine[] }[];
  readonly lines: readonly PlanLine[];
  readonly targets: Targets;
  readonly setTarget: (key: string, address: string) => void;
  /** A typed address is being asked about. */
  readonly isChecking: boolean;
}

/** The proposals, with the addresses typed over them checked one after the other. */
export function useResolve(ids: readonly DeviceId[] | null): Resolve {
  const api = useApi();
  const input = ids === null ? {} : { ids: [...ids] };
  const query = usePlanQuery(JSON.stringify(input), () =>
    api.call('network.proposeResolve', input),
  );
  const [targets, setTargets] = useState<Targets>(new Map());
  const [checked, setChecked] = useState<Checked>(new Map());
  const proposed = groupLines(query.data?.groups ?? []);
  const all = proposed.flatMap(({ lines }) => lines);
  const open = unchecked(all, targets, checked);
  const [next] = open;
  const id = next?.line.row.device?.id;
  const key = next === undefined ? null : checkKey(next.line.key, next.address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the line and its address
  useEffect(() => {
    if (next === undefined || id === undefined || key === null) return;
    let isStale = false;
    const ask = async () => {
      const edit = { ...next.line.row.to, ipv4Address: next.address };
      // Not to know is no reason to stop: the run itself checks each device again.
      const problems = await api.call('network.check', { id, edit }).then(
        ({ row }) => row.problems,
        () => [],
      );
      if (!isStale) setChecked((old) => new Map(old).set(key, problems));
    };
    const timer = window.setTimeout(() => void ask(), quietMs);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [api, key]);
  const lines = withTargets(all, targets, checked);
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return {
    query,
    lines,
    groups: proposed.map((group) => ({
      address: group.address,
      lines: group.lines.map((line) => byKey.get(line.key) ?? line),
    })),
    targets,
    setTarget: (line, address) => setTargets((old) => new Map(old).set(line, address)),
    isChecking: open.length > 0,
  };
}
