import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { type DropItem, DropZone, FileTrigger, Text } from 'react-aria-components';
import type { AppErrorShape } from '../../../../../main/contract/errors.ts';
import { Button } from '../../../components/Button.tsx';
import { cx } from '../../../components/cx.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Shape } from '../../../components/shapes.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useApi } from '../../../state/app-context.tsx';
import { errorShapeOf } from '../../../transport/client.ts';
import { type ChosenTable, readTableFile, UnreadableFile } from '../model/table-file.ts';
import styles from '../plan/plan.module.css';

type Problem = 'no-file' | 'unreadable' | AppErrorShape;

async function firstFile(items: readonly DropItem[]): Promise<File | null> {
  for (const item of items) if (item.kind === 'file') return item.getFile();
  return null;
}

function useChosen({ maxChars, onChosen }: TableFileProps) {
  const api = useApi();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setIsReading] = useState(false);
  const take = async (find: () => Promise<File | null>) => {
    setProblem(null);
    setIsReading(true);
    try {
      const file = await find();
      if (file === null) setProblem('no-file');
      else onChosen(await readTableFile(api, file, maxChars));
    } catch (thrown) {
      setProblem(thrown instanceof UnreadableFile ? 'unreadable' : errorShapeOf(thrown));
    } finally {
      setIsReading(false);
    }
  };
  return { problem, isReading, take };
}

interface TableFileProps {
  readonly isBusy?: boolean;
  /** What the reader of the text takes. */
  readonly maxChars: number;
  readonly onChosen: (table: ChosenTable) => void;
}

const fileTypes = [
  ...['.csv', '.txt', '.tsv', '.xlsx', '.xlsm', 'text/csv', 'text/plain'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Choose or drop a table, text or workbook; it is read on this computer and sent nowhere. */
export function TableFile(props: TableFileProps) {
  const { isBusy = false } = props;
  const text = useText();
  const { problem, isReading, take } = useChosen(props);
  return (
    <DropZone
      className={cx(styles['drop'])}
      onDrop={({ items }) => void take(() => firstFile(items))}
    >
      <Text slot="label">{text('ui/networkEdit/file/drop')}</Text>
      <FileTrigger
        acceptedFileTypes={fileTypes}
        onSelect={(files) => void take(async () => files?.[0] ?? null)}
      >
        <Button
          variant="primary"
          icon={<FileUp aria-hidden />}
          autoFocus
          isBusy={isBusy || isReading}
        >
          {text('ui/networkEdit/file/choose')}
        </Button>
      </FileTrigger>
      {problem === null ? null : typeof problem === 'object' ? (
        <ErrorNotice error={problem} />
      ) : (
        <p className={styles['stop']} role="alert">
          <Shape name="cross" />
          {text(`ui/networkEdit/file/problems/${problem}`)}
        </p>
      )}
    </DropZone>
  );
}
