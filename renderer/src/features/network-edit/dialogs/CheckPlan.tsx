import { Download } from 'lucide-react';
import { useState } from 'react';
import type { AppErrorShape } from '../../../../../main/contract/errors.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Shape } from '../../../components/shapes.tsx';
import { type TextLookup, useLocale, useText } from '../../../i18n/use-text.ts';
import { useApi } from '../../../state/app-context.tsx';
import { saveFile } from '../../export/save-file.ts';
import { useShowJob } from '../../jobs/use-jobs.ts';
import { countStates, linesOf, type PlanLine } from '../model/plan.ts';
import { asBase64, planAsCsv } from '../model/plan-csv.ts';
import type { ChosenTable } from '../model/table-file.ts';
import { InactiveHint } from '../plan/InactiveHint.tsx';
import { PasswordsPart, RowPassword } from '../plan/PasswordsPart.tsx';
import { PlanFooter } from '../plan/PlanFooter.tsx';
import { PlanTable } from '../plan/PlanTable.tsx';
import styles from '../plan/plan.module.css';
import { usePlanQuery } from '../plan/use-plan-query.ts';
import { usePlanRun } from '../plan/use-plan-run.ts';
import { problemWords } from '../words.ts';
import { SheetNote } from './SheetNote.tsx';

const filters = ['all', 'ready', 'caution', 'stop', 'same'] as const;
type Filter = (typeof filters)[number];

interface FiltersProps {
  readonly lines: readonly PlanLine[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** How many rows stand how, as buttons that show only these. */
function Filters({ lines, filter, onFilter }: FiltersProps) {
  const text = useText();
  const counts = { all: lines.length, ...countStates(lines) };
  return (
    <fieldset className={styles['filters']} aria-label={text('ui/networkEdit/file/show')}>
      {filters
        .filter((one) => one === 'all' || counts[one] > 0)
        .map((one) => (
          <Button
            key={one}
            isSmall
            aria-pressed={one === filter}
            variant={one === filter ? 'primary' : 'plain'}
            onPress={() => onFilter(one)}
          >
            {text(`ui/networkEdit/file/states/${one}`)} {counts[one]}
          </Button>
        ))}
    </fieldset>
  );
}

interface FileLineProps {
  readonly plan: ChosenTable;
  readonly problems: readonly string[];
  readonly onOther: () => void;
}

/** `MissingQuotes:3` is how the core tells of line 3. */
function fileProblemWords(problem: string, text: TextLookup): string {
  const line = /^\w*Quotes:(\d+)$/.exec(problem)?.[1];
  return line === undefined ? problem : text('ui/networkEdit/file/quotes', { line });
}

const badPlans = ['empty', 'no-rows', 'too-many-rows', 'missing-column'] as const;

/** Why the file cannot be read at all, in words instead of the core's short name for it. */
function planError(error: AppErrorShape, text: TextLookup): AppErrorShape {
  const short = String(error.params['problem'] ?? '');
  const known = badPlans.find((one) => short.startsWith(one));
  if (error.code !== 'job.bad-plan' || known === undefined) return error;
  return {
    ...error,
    params: { ...error.params, problem: text(`ui/networkEdit/file/badPlan/${known}`) },
  };
}

function FileLine({ plan, problems, onOther }: FileLineProps) {
  const text = useText();
  const isGuessed = plan.encoding === 'windows-1252';
  return (
    <>
      <div className={styles['fileLine']}>
        <span className={styles['fileName']}>{plan.name}</span>
        <Button isSmall onPress={onOther}>
          {text('ui/networkEdit/file/other')}
        </Button>
      </div>
      <SheetNote table={plan} />
      {isGuessed ? (
        <p className={styles['caution']}>
          <Shape name="triangle" />
          {text('ui/networkEdit/file/guessedEncoding')}
        </p>
      ) : null}
      {problems.map((problem) => (
        <p key={problem} className={styles['stop']}>
          <Shape name="cross" />
          {fileProblemWords(problem, text)}
        </p>
      ))}
    </>
  );
}

function useExport(plan: ChosenTable, lines: readonly PlanLine[]): () => void {
  const text = useText();
  const locale = useLocale();
  return () => {
    const csv = planAsCsv(lines, locale, {
      state: ({ state }) => text(`ui/networkEdit/file/states/${state}`),
      problems: ({ row }) => row.problems.map((one) => problemWords(one, text)).join(' '),
    });
    const name = plan.name.replace(/\.[^.]*$/, '');
    saveFile({
      fileName: `${text('ui/networkEdit/file/checkedName', { name })}.csv`,
      mediaType: 'text/csv;charset=utf-8',
      base64: asBase64(csv),
    });
  };
}

interface CheckPlanProps {
  readonly plan: ChosenTable;
  readonly onOther: () => void;
  readonly onClose: () => void;
}

/** The dry run: every row of the file against the list and the wire; nothing is sent before the button. */
export function CheckPlan({ plan, onOther, onClose }: CheckPlanProps) {
  const text = useText();
  const api = useApi();
  const showJob = useShowJob();
  const [filter, setFilter] = useState<Filter>('all');
  const query = usePlanQuery(plan.text, () => api.call('network.readPlan', { csv: plan.text }));
  const lines = linesOf(query.data?.rows ?? []);
  const run = usePlanRun(lines, false);
  const onExport = useExport(plan, lines);
  const shown = filter === 'all' ? lines : lines.filter(({ state }) => state === filter);
  const onStart = () =>
    run.start((job) => {
      showJob(job);
      onClose();
    });
  const renderPassword = (line: PlanLine) => (
    <RowPassword line={line} passwords={run.passwords} onChange={run.setPasswords} />
  );
  return (
    <Dialog
      title={text('ui/networkEdit/file/checkTitle')}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <PlanFooter run={run} onClose={onClose} onStart={onStart} isStale={query.isAsking}>
          <Button
            icon={<Download aria-hidden />}
            isDisabled={lines.length === 0}
            onPress={onExport}
          >
            {text('ui/networkEdit/file/export')}
          </Button>
        </PlanFooter>
      }
    >
      <div className={styles['stack']}>
        {run.action.error === null ? null : <ErrorNotice error={run.action.error} />}
        <FileLine plan={plan} problems={query.data?.problems ?? []} onOther={onOther} />
        {query.error === null ? null : <ErrorNotice error={planError(query.error, text)} />}
        <p className={styles['status']} role="status">
          {query.error !== null && !query.isAsking
            ? null
            : query.isAsking
              ? text('ui/networkEdit/file/asking')
              : lines.length === 0
                ? text('ui/networkEdit/file/noRows')
                : text('ui/networkEdit/plan/dryRun')}
        </p>
        {lines.length === 0 ? null : (
          <>
            <InactiveHint lines={lines} />
            <Filters lines={lines} filter={filter} onFilter={setFilter} />
            <PlanTable
              label={text('ui/networkEdit/plan/table')}
              groups={[{ heading: null, lines: shown }]}
              picks={run.picks}
              onPick={(picks) => run.setPicks(new Map([...run.picks, ...picks]))}
              {...(run.hasRowPasswords ? { renderPassword } : {})}
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
