import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useSession } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import acts from '../acts/acts.module.css';
import { useUndo } from '../devices/use-undo.ts';
import { SheetNote } from '../network-edit/dialogs/SheetNote.tsx';
import { useNoStrayDrops } from '../network-edit/dialogs/use-no-stray-drops.ts';
import type { ChosenTable } from '../network-edit/model/table-file.ts';
import { KeepPassword } from '../vault/KeepPassword.tsx';
import styles from './book.module.css';
import { ChooseFile } from './ChooseFile.tsx';
import { ImportTable } from './ImportTable.tsx';
import { countImport } from './model.ts';
import { useLeaveOut } from './use-leave-out.ts';

type Preview = MethodOutput<'book.readImport'>;
type Result = MethodOutput<'book.import'> & { readonly undo: number | null };

interface PreviewProps {
  readonly csv: string;
  /** The file they came from; `null` for pasted lines. */
  readonly table: ChosenTable | null;
  readonly preview: Preview;
  readonly onResult: (result: Result) => void;
  readonly onBack: () => void;
}

/** What the file did not say in words that are known here, and broken quotes. */
function FileNotes({ preview, table }: Pick<PreviewProps, 'preview' | 'table'>) {
  const text = useText();
  const { unknownColumns, problems } = preview;
  return (
    <>
      {table === null ? null : <SheetNote table={table} />}
      {unknownColumns.length === 0 ? null : (
        <p className={styles['caution']}>
          {text('ui/book/import/unknown', { columns: unknownColumns.join(', ') })}
        </p>
      )}
      {problems.length === 0 ? null : (
        <p className={styles['caution']}>
          {text('ui/book/import/quotes', { lines: problems.join(', ') })}
        </p>
      )}
    </>
  );
}

function useImport({ csv, onResult }: Pick<PreviewProps, 'csv' | 'onResult'>) {
  const { client, undo } = useSession();
  const text = useText();
  const action = useAction();
  const start = (lines: readonly number[], leaveOutPassword: boolean) =>
    void action.run(async () => {
      const result = await client.call('book.import', { csv, lines: [...lines], leaveOutPassword });
      const { ids } = result;
      const done = text('ui/book/import/done', { count: ids.length });
      const entry =
        ids.length === 0
          ? null
          : undo.push(done, async () => void (await client.call('book.forget', { ids })));
      onResult({ ...result, undo: entry?.id ?? null });
    });
  return { ...action, start };
}

function PreviewPart({ csv, table, preview, onResult, onBack }: PreviewProps) {
  const text = useText();
  const { start, isBusy, error } = useImport({ csv, onResult });
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const counts = countImport(preview.rows, left);
  const { isLeftOut, setLeaveOut, isStuck } = useLeaveOut(counts.withPassword > 0);
  const whyNot =
    counts.picked === 0
      ? text('ui/book/import/nonePicked')
      : isStuck
        ? text('ui/book/missing/vault')
        : null;
  const pick = (line: number, isPicked: boolean) =>
    setLeft((old) => {
      const next = new Set(old);
      if (isPicked) next.delete(line);
      else next.add(line);
      return next;
    });
  return (
    <ActForm
      verb={text('ui/book/import/confirm', { count: counts.picked })}
      {...{ whyNot, isBusy, error }}
      onSubmit={() => start(counts.lines, isLeftOut)}
      onClose={onBack}
    >
      <p role="status">
        {text('ui/book/import/counts', {
          all: counts.all,
          picked: counts.picked,
          cautioned: counts.cautioned,
          stopped: counts.stopped,
        })}
      </p>
      <FileNotes preview={preview} table={table} />
      <ImportTable rows={preview.rows} left={left} onPick={pick} />
      {counts.withPassword === 0 ? null : (
        <>
          <p>{text('ui/book/import/passwords', { count: counts.withPassword })}</p>
          <KeepPassword isLeftOut={isLeftOut} onLeaveOut={setLeaveOut} />
        </>
      )}
    </ActForm>
  );
}

interface ResultProps {
  readonly result: Result;
  readonly onClose: () => void;
}

function ResultPart({ result, onClose }: ResultProps) {
  const text = useText();
  const undo = useUndo();
  const { added, updated, passwords, skipped } = result;
  const takeBack = (id: number) => {
    undo(id);
    onClose();
  };
  return (
    <div className={styles['stack']}>
      <p role="status">{text('ui/book/import/result', { added, updated, passwords })}</p>
      {skipped.length === 0 ? null : (
        <>
          <p>{text('ui/book/import/skipped', { count: skipped.length })}</p>
          <ul className={styles['tableBox']}>
            {skipped.map(({ line, why }) => (
              <li key={line} className={styles['stop']}>
                {text('ui/book/import/lineIs', { line })}{' '}
                {text.any(`book/importProblems/${why}`, { detail: '' })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['dim']}>{text('ui/book/import/notTested')}</p>
      <div className={acts['buttons']}>
        {result.undo === null ? null : (
          <Button icon={<Undo2 aria-hidden />} onPress={() => takeBack(result.undo ?? 0)}>
            {text('ui/components/undo')}
          </Button>
        )}
        <Button variant="primary" autoFocus onPress={onClose}>
          {text('ui/book/done')}
        </Button>
      </div>
    </div>
  );
}

/** Devices from a file: choose or paste, look at each line, then take over what is ticked. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  useNoStrayDrops();
  const text = useText();
  const api = useApi();
  const { run, isBusy, error } = useAction();
  const [chosen, setChosen] = useState<Pick<PreviewProps, 'csv' | 'table' | 'preview'> | null>(
    null,
  );
  const [result, setResult] = useState<Result | null>(null);
  const read = (csv: string, table: ChosenTable | null) =>
    void run(async () => {
      const preview = await api.call('book.readImport', { csv });
      setChosen({ csv, table, preview });
    });
  return (
    <Dialog title={text('ui/book/import/title')} isOpen onClose={onClose} width="widest">
      {result !== null ? (
        <ResultPart result={result} onClose={onClose} />
      ) : chosen !== null ? (
        <PreviewPart {...chosen} onResult={setResult} onBack={onClose} />
      ) : (
        <div className={styles['stack']}>
          <ChooseFile isBusy={isBusy} onCsv={read} />
          {error === null ? null : <ErrorNotice error={error} />}
        </div>
      )}
    </Dialog>
  );
}
