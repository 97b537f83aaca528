import { createContext, type ReactNode, useContext } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { LightList, LightSummary } from './Preflight.tsx';
import { type Preflight, type PreflightKind, usePreflight } from './use-preflight.ts';

const Waiting = createContext<string | null>(null);

/** Why the act has to wait although all else is right: some devices have not answered yet. */
export function useGateWait(): string | null {
  return useContext(Waiting);
}

function Asking({ lines, total }: Pick<Preflight, 'lines' | 'total'>) {
  const text = useText();
  const format = useFormat();
  return (
    <ProgressBar
      label={text('ui/acts/asking', { count: total })}
      value={lines.length}
      max={total}
      valueText={text('ui/jobs/progress', {
        done: format.number(lines.length),
        total: format.number(total),
      })}
    />
  );
}

interface GateProps {
  readonly kind: PreflightKind;
  readonly ids: readonly DeviceId[];
  /** What comes below the lights; it may be filled in while the last devices are still asked. */
  readonly children: (lines: readonly PreflightLine[]) => ReactNode;
}

/** Asks the devices what needs no password and shows the lights, each as it comes. */
export function Gate({ kind, ids, children }: GateProps) {
  const text = useText();
  const { lines, total, isComplete, error, reload } = usePreflight(kind, ids);
  if (error !== null) return <ErrorNotice error={error} onRetry={reload} />;
  return (
    <Waiting value={isComplete ? null : text('ui/acts/notAllAnswered')}>
      {isComplete ? null : <Asking lines={lines} total={total} />}
      {isComplete && total > 1 ? <LightSummary lines={lines} /> : null}
      {lines.length === 0 ? null : <LightList lines={lines} total={total} />}
      {lines.length === 0 ? null : children(lines)}
    </Waiting>
  );
}
