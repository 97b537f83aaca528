import { Choice } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './book.module.css';
import { type EntryDraft, isPort, splitHost, withTls } from './model.ts';

export interface EntryFieldsProps {
  readonly draft: EntryDraft;
  readonly onDraft: (draft: EntryDraft) => void;
}

/** How a device is reached and by whom; the password has a field of its own. */
export function EntryFields({ draft, onDraft }: EntryFieldsProps) {
  const text = useText();
  const put = (part: Partial<EntryDraft>) => onDraft({ ...draft, ...part });
  const portError = (typed: string) =>
    typed === '' || isPort(typed) ? undefined : text('ui/book/fields/badPort');
  return (
    <div className={styles['fields']}>
      <div className={styles['wide']}>
        <Field
          label={text('ui/book/fields/host')}
          description={text('ui/book/fields/hostHint')}
          value={draft.host}
          onChange={(host) => put({ host })}
          onBlur={() => onDraft(splitHost(draft))}
          maxLength={253}
          isMono
          autoFocus
        />
      </div>
      <div className={styles['third']}>
        <Field
          label={text('ui/book/fields/name')}
          description={text('ui/book/fields/nameHint')}
          value={draft.name}
          onChange={(name) => put({ name })}
          maxLength={120}
        />
      </div>
      <div className={styles['third']}>
        <Choice<'http' | 'https'>
          label={text('ui/book/fields/way')}
          value={draft.isTls ? 'https' : 'http'}
          onChange={(way) => onDraft(withTls(draft, way === 'https'))}
          options={[
            { id: 'http', label: 'HTTP' },
            { id: 'https', label: 'HTTPS' },
          ]}
        />
      </div>
      <div className={styles['third']}>
        <Field
          label={text('ui/book/fields/port')}
          value={draft.port}
          onChange={(port) => put({ port })}
          error={portError(draft.port)}
          maxLength={5}
          isMono
        />
      </div>
      <div className={styles['third']}>
        <Field
          label={text('ui/book/fields/commandPort')}
          description={text('ui/book/fields/commandPortHint')}
          value={draft.commandPort}
          onChange={(commandPort) => put({ commandPort })}
          error={portError(draft.commandPort)}
          maxLength={5}
          isMono
        />
      </div>
    </div>
  );
}
