import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './access.module.css';

interface TailFieldProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The end of the serial, typed: consent to this one device. */
export function TailField({ value, onChange }: TailFieldProps) {
  const text = useText();
  return (
    <div className={styles['narrow']}>
      <Field
        label={text('ui/access/serial/label')}
        description={text('ui/access/serial/hint')}
        value={value}
        onChange={onChange}
        maxLength={8}
        isMono
      />
    </div>
  );
}
