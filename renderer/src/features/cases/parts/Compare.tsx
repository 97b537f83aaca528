import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { TriValue } from '../../../components/StatusMark.tsx';
import { TimeAgo } from '../../../components/TimeAgo.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useRow } from '../../../state/app-context.tsx';
import styles from '../cases.module.css';
import { type CompareField, type CompareLine, compare } from '../model/compare.ts';

function Value({ field, value }: { field: CompareField; value: CompareLine['now'] }) {
  const text = useText();
  if (value === undefined)
    return <span className={styles['dim']}>{text('ui/cases/compare/gone')}</span>;
  if (value === null || typeof value === 'boolean') return <TriValue value={value} />;
  if (field === 'presence') return text.any(`presence/${value}`);
  return field === 'bootTime' ? value.replace('T', ' ') : value;
}

/** The device when the case was opened beside the device as it is now. */
export function Compare({ one }: { readonly one: RecoveryCase }) {
  const text = useText();
  const lines = compare(one.before, useRow(one.device.id));
  return (
    <section>
      <h2>{text('ui/cases/compare/title')}</h2>
      <table className={styles['compare']}>
        <thead>
          <tr>
            <th scope="col">{text('ui/cases/compare/what')}</th>
            <th scope="col">
              {text('ui/cases/compare/before')}
              <div className={styles['dim']}>
                <TimeAgo at={one.before.at} />
              </div>
            </th>
            <th scope="col">{text('ui/cases/compare/now')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, before, now, isChanged }) => (
            <tr key={field} data-changed={isChanged ? '' : undefined}>
              <th scope="row">{text(`ui/cases/compare/fields/${field}`)}</th>
              <td>
                <Value field={field} value={before} />
              </td>
              <td>
                <Value field={field} value={now} />
                {isChanged ? (
                  <span className={styles['changed']}> ({text('ui/cases/compare/changed')})</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
