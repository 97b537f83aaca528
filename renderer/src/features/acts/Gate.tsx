import type { ReactNode } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQuery } from '../../state/app-context.tsx';
import styles from './acts.module.css';
import { LightList, LightSummary } from './Preflight.tsx';

export type PreflightKind = MethodInput<'jobs.preflight'>['kind'];

interface GateProps {
  readonly kind: PreflightKind;
  readonly ids: readonly DeviceId[];
  /** What comes after the lights, once they are known. */
  readonly children: (lines: readonly PreflightLine[]) => ReactNode;
}

/** Asks the devices what needs no password, shows the lights, and only then lets on. */
export function Gate({ kind, ids, children }: GateProps) {
  const text = useText();
  const { data, error, reload } = useQuery('jobs.preflight', { kind, ids: [...ids] });
  if (error !== undefined) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === undefined) {
    return (
      <p role="status" className={styles['asking']}>
        {text('ui/acts/asking', { count: ids.length })}
      </p>
    );
  }
  return (
    <>
      <LightSummary lines={data.lines} />
      <LightList lines={data.lines} />
      {children(data.lines)}
    </>
  );
}
