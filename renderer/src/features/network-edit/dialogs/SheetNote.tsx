import { Shape } from '../../../components/shapes.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { ChosenTable } from '../model/table-file.ts';
import styles from '../plan/plan.module.css';

/** A workbook has more filled sheets than the one that was read. */
export function SheetNote({ table }: { readonly table: ChosenTable }) {
  const text = useText();
  const { sheet, otherSheets } = table;
  if (sheet === null || otherSheets.length === 0) return null;
  return (
    <p className={styles['caution']}>
      <Shape name="triangle" />
      {text('table/otherSheets', { sheet, others: otherSheets.join(', ') })}
    </p>
  );
}
