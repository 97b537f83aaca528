import { FileSpreadsheet, FileUp } from 'lucide-react';
import { useState } from 'react';
import { type DropItem, DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from '../../components/Button.tsx';
import { cx } from '../../components/cx.ts';
import { Field } from '../../components/Field.tsx';
import { Shape } from '../../components/shapes.tsx';
import { useText } from '../../i18n/use-text.ts';
import { saveFile } from '../export/save-file.ts';
import { type PlanFileProblem, readPlanFile } from '../network-edit/model/csv-file.ts';
import { asBase64 } from '../network-edit/model/plan-csv.ts';
import styles from './book.module.css';
import { templateCsv } from './template.ts';

type Problem = PlanFileProblem | 'no-file' | 'unreadable';

async function firstFile(items: readonly DropItem[]): Promise<File | null> {
  for (const item of items) if (item.kind === 'file') return item.getFile();
  return null;
}

export interface ChooseFileProps {
  readonly isBusy: boolean;
  readonly onCsv: (csv: string) => void;
}

function useFile(onCsv: (csv: string) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (find: () => Promise<File | null>) => {
    setProblem(null);
    try {
      const file = await find();
      const read = file === null ? null : await readPlanFile(file);
      if (read === null) setProblem('no-file');
      else if (read.ok) onCsv(read.text);
      else setProblem(read.problem);
    } catch {
      // A folder, or a file that was moved between the drop and the reading.
      setProblem('unreadable');
    }
  };
  return { problem, take };
}

/** Choose, drop or paste; read on this computer and sent nowhere. */
export function ChooseFile({ isBusy, onCsv }: ChooseFileProps) {
  const text = useText();
  const { problem, take } = useFile(onCsv);
  const [pasted, setPasted] = useState('');
  const saveTemplate = () =>
    saveFile({
      fileName: `${text('ui/book/import/templateName')}.csv`,
      mediaType: 'text/csv;charset=utf-8',
      base64: asBase64(templateCsv(text)),
    });
  return (
    <>
      <p>{text('ui/book/import/intro')}</p>
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
      <Field
        label={text('ui/book/import/paste')}
        description={text('ui/book/import/pasteHint')}
        value={pasted}
        onChange={setPasted}
        isMultiline
        isMono
      />
      <div className={styles['line']}>
        <Button
          isBusy={isBusy}
          whyDisabled={pasted.trim() === '' ? text('ui/book/import/nothingPasted') : undefined}
          onPress={() => onCsv(pasted)}
        >
          {text('ui/book/import/readPasted')}
        </Button>
        <Button variant="quiet" icon={<FileSpreadsheet aria-hidden />} onPress={saveTemplate}>
          {text('ui/book/import/template')}
        </Button>
      </div>
      <p className={styles['dim']}>{text('ui/book/import/columns')}</p>
    </>
  );
}
