import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import { saveFile } from '../export/save-file.ts';
import { TableFile } from '../network-edit/dialogs/TableFile.tsx';
import { asBase64 } from '../network-edit/model/plan-csv.ts';
import { bookLimitChars, type ChosenTable } from '../network-edit/model/table-file.ts';
import styles from './book.module.css';
import { templateCsv } from './template.ts';

export interface ChooseFileProps {
  readonly isBusy: boolean;
  /** `table` is `null` for pasted lines. */
  readonly onCsv: (csv: string, table: ChosenTable | null) => void;
}

/** Choose, drop or paste; read on this computer and sent nowhere. */
export function ChooseFile({ isBusy, onCsv }: ChooseFileProps) {
  const text = useText();
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
      <TableFile
        isBusy={isBusy}
        maxChars={bookLimitChars}
        onChosen={(table) => onCsv(table.text, table)}
      />
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
          onPress={() => onCsv(pasted, null)}
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
