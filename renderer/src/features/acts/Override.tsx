import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './acts.module.css';
import { isOverrideWord, overrideWord } from './model.ts';

interface OverrideProps {
  /** Devices for which the lockout guard advises against a try. */
  readonly count: number;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The explicit word to try although a device may lock itself. */
export function Override({ count, value, onChange }: OverrideProps) {
  const text = useText();
  if (count === 0) return null;
  return (
    <div className={styles['warning']}>
      <p>{text('ui/acts/override/what', { count })}</p>
      <Field
        label={text('ui/acts/override/label', { word: overrideWord })}
        value={value}
        onChange={onChange}
        description={text(
          isOverrideWord(value) ? 'ui/acts/override/given' : 'ui/acts/override/hint',
        )}
        maxLength={20}
        isMono
      />
    </div>
  );
}
