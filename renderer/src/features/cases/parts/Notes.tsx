import { useRef, useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';

/** What people wrote, the newest last. */
export function Notes({ one, commands }: CaseProps) {
  const text = useText();
  const format = useFormat();
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const add = async () => {
    const { id } = one;
    const isDone = await commands.call((api) => api.call('cases.edit', { id, note: note.trim() }));
    if (!isDone) return;
    setNote('');
    // The button has nothing to add any more; the next note is typed in the same place.
    form.current?.querySelector('textarea')?.focus();
  };
  return (
    <section>
      <h2>{text('ui/cases/notes/title')}</h2>
      {one.notes.length === 0 ? (
        <p className={styles['dim']}>{text('ui/cases/notes/none')}</p>
      ) : null}
      <ul className={styles['notes']}>
        {one.notes.map(({ at, who, text: words }) => (
          <li key={`${at} ${words}`}>
            <span className={styles['dim']}>
              {format.dateTime(at)} · {who}
            </span>
            <p className={styles['written']}>{words}</p>
          </li>
        ))}
      </ul>
      <form
        ref={form}
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() !== '') void add();
        }}
      >
        <Field
          isMultiline
          label={text('ui/cases/notes/label')}
          description={text('ui/cases/notes/hint')}
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
        <div>
          <Button isSmall type="submit" isBusy={commands.isBusy} isDisabled={note.trim() === ''}>
            {text('ui/cases/notes/add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
