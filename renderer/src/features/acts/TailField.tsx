import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './acts.module.css';

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
        label={text('ui/acts/serial/label')}
        description={text('ui/acts/serial/hint')}
        value={value}
        onChange={onChange}
        maxLength={8}
        isMono
      />
    </div>
  );
}
