import { useText } from '../../i18n/use-text.ts';
import styles from './acts.module.css';

/** What will be different afterwards and what will not. */
export function ChangesStays(props: { readonly changes: string; readonly stays: string }) {
  const text = useText();
  return (
    <dl className={styles['changesStays']}>
      <dt>{text('ui/acts/changes')}</dt>
      <dd>{props.changes}</dd>
      <dt>{text('ui/acts/stays')}</dt>
      <dd>{props.stays}</dd>
    </dl>
  );
}
