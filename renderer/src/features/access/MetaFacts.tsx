import type { BackupMeta } from '../../../../main/contract/login.ts';
import { Mono, Serial } from '../../components/Mono.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './access.module.css';

/** What a backup file says of itself. */
export function MetaFacts({ meta }: { readonly meta: BackupMeta }) {
  const text = useText();
  const format = useFormat();
  const unknown = text('tri/unknown');
  return (
    <dl className={styles['facts']} aria-label={text('ui/access/meta/label')}>
      <dt>{text('ui/access/meta/madeAt')}</dt>
      <dd>{format.dateTime(meta.madeAt)}</dd>
      <dt>{text('ui/access/meta/model')}</dt>
      <dd>{meta.model ?? unknown}</dd>
      <dt>{text('ui/access/meta/serial')}</dt>
      <dd>{meta.serial === null ? unknown : <Serial serial={meta.serial} />}</dd>
      <dt>{text('ui/access/meta/firmware')}</dt>
      <dd>
        <Mono>{meta.firmware ?? unknown}</Mono>
      </dd>
      <dt>{text('ui/access/meta/size')}</dt>
      <dd>{text('ui/access/meta/bytes', { count: format.number(meta.bytes) })}</dd>
      <dt>{text('ui/access/meta/sealed')}</dt>
      <dd>{text(meta.isSealed ? 'tri/yes' : 'tri/no')}</dd>
    </dl>
  );
}
