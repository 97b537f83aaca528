import type { DeviceRow } from '../../../../main/contract/device.ts';
import { TriValue } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './Detail.module.css';

const questions = [
  ['supported', 'cloudSupported'],
  ['enabled', 'cloudEnabled'],
  ['bound', 'cloudBound'],
  ['unbind', 'unbindSupported'],
] as const;

function answerOf(value: boolean | null): 'Yes' | 'No' | 'Unknown' {
  if (value === null) return 'Unknown';
  return value ? 'Yes' : 'No';
}

/** Four questions about the cloud, each with what its answer means; unknown is an answer of its own. */
export function CloudTab({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  return (
    <dl className={styles['body']}>
      {questions.map(([question, field]) => (
        <div key={question} className={styles['tri']}>
          <dt>{text(`ui/detail/cloud/${question}`)}</dt>
          <dd>
            <TriValue value={row[field]} />
            <p className={styles['note']}>
              {text(`ui/detail/cloud/${question}${answerOf(row[field])}`)}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
