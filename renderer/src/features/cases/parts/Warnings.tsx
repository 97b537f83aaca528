import { TriangleAlert } from 'lucide-react';
import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { TimeAgo } from '../../../components/TimeAgo.tsx';
import { useText } from '../../../i18n/use-text.ts';
import styles from '../cases.module.css';

type Params = RecoveryCase['warnings'][number]['params'];

/** A value that is not known reads as a question mark, not as an empty place. */
function known(params: Params): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value ?? '?']));
}

/** What speaks against going on. */
export function Warnings({ one }: { readonly one: Pick<RecoveryCase, 'warnings'> }) {
  const text = useText();
  if (one.warnings.length === 0) return null;
  return (
    <section className={styles['warnings']} aria-label={text('ui/cases/warnings')}>
      <ul>
        {one.warnings.map(({ code, at, params }) => (
          <li key={`${code} ${at}`}>
            <TriangleAlert aria-hidden />
            <span>{text(`cases/warnings/${code}`, known(params))}</span>
            <span className={styles['dim']}>
              <TimeAgo at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
