import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { type DropItem, DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from '../../../components/Button.tsx';
import { cx } from '../../../components/cx.ts';
import { Shape } from '../../../components/shapes.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { type PlanFileProblem, type PlanFileText, readPlanFile } from '../model/csv-file.ts';
import styles from '../plan/plan.module.css';

export interface ChosenTable {
  readonly name: string;
  readonly text: string;
  readonly encoding: Extract<PlanFileText, { readonly ok: true }>['encoding'];
}

type Problem = PlanFileProblem | 'no-file' | 'unreadable';

async function firstFile(items: readonly DropItem[]): Promise<File | null> {
  for (const item of items) if (item.kind === 'file') return item.getFile();
  return null;
}

function useChosen(onChosen: (table: ChosenTable) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (find: () => Promise<File | null>) => {
    setProblem(null);
    try {
      const file = await find();
      const read = file === null ? null : await readPlanFile(file);
      if (file === null || read === null) setProblem('no-file');
      else if (read.ok) onChosen({ name: file.name, text: read.text, encoding: read.encoding });
      else setProblem(read.problem);
    } catch {
      // A folder, or a file that was moved between the drop and the reading.
      setProblem('unreadable');
    }
  };
  return { problem, take };
}

interface TableFileProps {
  readonly isBusy?: boolean;
  readonly onChosen: (table: ChosenTable) => void;
}

/** Choose or drop a table of text; it is read here and the file itself is sent nowhere. */
export function TableFile({ isBusy = false, onChosen }: TableFileProps) {
  const text = useText();
  const { problem, take } = useChosen(onChosen);
  return (
    <DropZone
      className={cx(styles['drop'])}
      onDrop={({ items }) => void take(() => firstFile(items))}
    >
      <Text slot="label">{text('ui/networkEdit/file/drop')}</Text>
      <FileTrigger
        acceptedFileTypes={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
        onSelect={(files) => void take(async () => files?.[0] ?? null)}
      >
        <Button variant="primary" icon={<FileUp aria-hidden />} autoFocus isBusy={isBusy}>
          {text('ui/networkEdit/file/choose')}
        </Button>
      </FileTrigger>
      {problem === null ? null : (
        <p className={styles['stop']} role="alert">
          <Shape name="cross" />
          {text(`ui/networkEdit/file/problems/${problem}`)}
        </p>
      )}
    </DropZone>
  );
}
