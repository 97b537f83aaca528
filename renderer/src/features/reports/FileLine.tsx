import { FileTrigger } from 'react-aria-components';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './reports.module.css';

interface FileLineProps {
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

/** The file that was chosen, and the button to choose one. */
export function FileLine({ file, onFile }: FileLineProps) {
  const text = useText();
  return (
    <div className={styles['line']}>
      <FileTrigger onSelect={(files) => onFile(files?.[0] ?? null)}>
        <Button autoFocus>{text('ui/reports/choose')}</Button>
      </FileTrigger>
      <span>{file?.name ?? text('ui/reports/noFile')}</span>
    </div>
  );
}
