import { useState } from 'react';
import type { DeviceId, DeviceRow } from '../../../../../main/contract/device.ts';
import type { AppErrorShape } from '../../../../../main/contract/errors.ts';
import { parseIpv4, prefixOfMask } from '../../../../../main/contract/ip.ts';
import type { PlanProblem } from '../../../../../main/contract/job.ts';
import type { MethodOutput } from '../../../../../main/contract/methods.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useApi, useSession } from '../../../state/app-context.tsx';
import { useShowJob } from '../../jobs/use-jobs.ts';
import { linesOf, usualValue } from '../model/plan.ts';
import { InactiveHint } from '../plan/InactiveHint.tsx';
import { PasswordsPart, RowPassword } from '../plan/PasswordsPart.tsx';
import { PlanFooter } from '../plan/PlanFooter.tsx';
import { PlanTable } from '../plan/PlanTable.tsx';
import styles from '../plan/plan.module.css';
import { Skipped } from '../plan/Skipped.tsx';
import { type PlanQuery, usePlanQuery } from '../plan/use-plan-query.ts';
import { usePlanRun } from '../plan/use-plan-run.ts';

interface Range {
  readonly first: string;
  readonly mask: string;
  readonly gateway: string;
}

type RangeErrors = Partial<Record<keyof Range, PlanProblem['code']>>;

/** Empty mask and gateway leave each device its own. */
function errorsOf({ first, mask, gateway }: Range): RangeErrors {
  const isWrong = (text: string, value: number | null) => text.trim() !== '' && value === null;
  return {
    ...(isWrong(first, parseIpv4(first.trim())) ? { first: 'bad-address' } : {}),
    ...(isWrong(mask, prefixOfMask(mask.trim())) ? { mask: 'bad-mask' } : {}),
    ...(isWrong(gateway, parseIpv4(gateway.trim())) ? { gateway: 'bad-address' } : {}),
  };
}

const fieldOfProblem: Partial<Record<PlanProblem['code'], keyof Range>> = {
  'bad-address': 'first',
  'network-address': 'first',
  'broadcast-address': 'first',
  'bad-mask': 'mask',
  'gateway-outside': 'gateway',
  'gateway-is-address': 'gateway',
};

/** What the core refuses the range for, beside the field it is about; `null` for any other error. */
function refusedField(error: AppErrorShape | null): RangeErrors | null {
  if (error?.code !== 'job.bad-plan') return null;
  const code = Object.keys(fieldOfProblem).find((one) => one === error.params['problem']);
  const known = code as keyof typeof fieldOfProblem | undefined;
  const field = known === undefined ? undefined : fieldOfProblem[known];
  return known === undefined || field === undefined ? null : { [field]: known };
}

function useAssign(ids: readonly DeviceId[], range: Range) {
  const api = useApi();
  const errors = errorsOf(range);
  const isReady = range.first.trim() !== '' && Object.keys(errors).length === 0;
  const input = {
    ids: [...ids],
    first: range.first.trim(),
    ...(range.mask.trim() === '' ? {} : { mask: range.mask.trim() }),
    ...(range.gateway.trim() === '' ? {} : { gateway: range.gateway.trim() }),
  };
  return usePlanQuery(isReady ? JSON.stringify(input) : null, () =>
    api.call('network.assign', input),
  );
}

interface RangeFieldsProps {
  readonly range: Range;
  readonly refused: RangeErrors | null;
  readonly onChange: (range: Range) => void;
}

function RangeFields({ range, refused, onChange }: RangeFieldsProps) {
  const text = useText();
  const errors = { ...refused, ...errorsOf(range) };
  const wrong = (code: PlanProblem['code'] | undefined) =>
    code === undefined ? undefined : text(`planProblems/${code}`);
  return (
    <div className={styles['range']}>
      <Field
        label={text('ui/networkEdit/assign/first')}
        value={range.first}
        onChange={(first) => onChange({ ...range, first })}
        error={wrong(errors.first)}
        placeholder="192.168.1.20"
        isMono
        autoFocus
        maxLength={15}
      />
      <Field
        label={text('networkFields/ipv4Mask')}
        value={range.mask}
        onChange={(mask) => onChange({ ...range, mask })}
        error={wrong(errors.mask)}
        placeholder={text('ui/networkEdit/assign/own')}
        isMono
        maxLength={15}
      />
      <Field
        label={text('networkFields/ipv4Gateway')}
        value={range.gateway}
        onChange={(gateway) => onChange({ ...range, gateway })}
        error={wrong(errors.gateway)}
        placeholder={text('ui/networkEdit/assign/own')}
        isMono
        maxLength={15}
      />
    </div>
  );
}

interface PreviewProps {
  readonly query: PlanQuery<MethodOutput<'network.assign'>>;
  readonly count: number;
}

/** Where the preview comes from, or what is awaited before there is one. */
function Preview({ query, count }: PreviewProps) {
  const text = useText();
  if (query.isAsking) {
    return (
      <p className={styles['status']} role="status">
        {text('ui/networkEdit/assign/asking', { count })}
      </p>
    );
  }
  if (query.data === null) {
    return <p className={styles['status']}>{text('ui/networkEdit/assign/typeFirst', { count })}</p>;
  }
  return (
    <p className={styles['status']} role="status">
      {text('ui/networkEdit/plan/dryRun')} {text('ui/networkEdit/assign/order')}
    </p>
  );
}

function startRange(rows: readonly DeviceRow[]): Range {
  return {
    first: '',
    mask: usualValue(rows.map((row) => row.ipv4Mask)),
    gateway: usualValue(rows.map((row) => row.ipv4Gateway)),
  };
}

interface ChangeAddressesProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

/** Several devices get addresses counted upwards from a first one, in the order of the table. */
export function ChangeAddressesDialog({ ids, onClose }: ChangeAddressesProps) {
  const { fleet } = useSession();
  const text = useText();
  const showJob = useShowJob();
  const [range, setRange] = useState(() => startRange(ids.flatMap((id) => fleet.row(id) ?? [])));
  const query = useAssign(ids, range);
  const refused = query.isAsking ? null : refusedField(query.error);
  const lines = linesOf(query.data?.rows ?? []);
  const run = usePlanRun(lines, false);
  const onStart = () =>
    run.start((job) => {
      showJob(job);
      onClose();
    });
  const isEach = run.hasRowPasswords;
  return (
    <Dialog
      title={text('ui/networkEdit/assign/title', { count: ids.length })}
      isOpen
      onClose={onClose}
      width="wide"
      footer={<PlanFooter run={run} onClose={onClose} onStart={onStart} isStale={query.isAsking} />}
    >
      <div className={styles['stack']}>
        {run.action.error === null ? null : <ErrorNotice error={run.action.error} />}
        <RangeFields range={range} refused={refused} onChange={setRange} />
        {query.error === null || refused !== null ? null : <ErrorNotice error={query.error} />}
        <Preview query={query} count={ids.length} />
        <Skipped skipped={query.data?.skipped ?? []} />
        <InactiveHint lines={lines} />
        {lines.length === 0 ? null : (
          <>
            <PlanTable
              label={text('ui/networkEdit/plan/table')}
              groups={[{ heading: null, lines }]}
              picks={run.picks}
              onPick={run.setPicks}
              {...(isEach
                ? {
                    renderPassword: (line) => (
                      <RowPassword
                        line={line}
                        passwords={run.passwords}
                        onChange={run.setPasswords}
                      />
                    ),
                  }
                : {})}
            />
            <PasswordsPart
              passwords={run.passwords}
              saved={run.saved}
              onChange={run.setPasswords}
              onEnter={onStart}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
