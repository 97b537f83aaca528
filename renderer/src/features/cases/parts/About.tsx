import { useState } from 'react';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';
import { isOpenCase } from '../model/list.ts';
import { useWayBack } from '../use-way-back.ts';

/** Set by a person; kept with the case under these names. */
const own = ['case-number', 'masked-account', 'contact'] as const;

function Edit({ one, commands, onClose }: CaseProps & { readonly onClose: () => void }) {
  const text = useText();
  const [reason, setReason] = useState(one.reason);
  const [authorisedBy, setAuthorised] = useState(one.authorisedBy);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(one.fields);
  const save = async () => {
    const input = { id: one.id, reason, authorisedBy, fields: { ...fields } };
    if (await commands.call((api) => api.call('cases.edit', input))) onClose();
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        autoFocus
        label={text('ui/cases/facts/reason')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
      <Field
        label={text('ui/cases/facts/authorised')}
        value={authorisedBy}
        onChange={setAuthorised}
        maxLength={300}
      />
      {own.map((name) => (
        <Field
          key={name}
          label={text(`ui/cases/facts/${name}`)}
          value={fields[name] ?? ''}
          onChange={(value) => setFields({ ...fields, [name]: value })}
          maxLength={300}
        />
      ))}
      <div className={styles['buttons']}>
        <Button isSmall type="submit" variant="primary" isBusy={commands.isBusy}>
          {text('ui/cases/facts/save')}
        </Button>
        <Button isSmall onPress={onClose}>
          {text('ui/cases/deadlines/cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Why, who allowed it, and what support or a person said. */
export function About({ one, commands }: CaseProps) {
  const text = useText();
  const [isEditing, setEditing] = useState(false);
  const { ref, back } = useWayBack();
  const close = () => {
    back();
    setEditing(false);
  };
  const lines = [
    [text('ui/cases/facts/reason'), one.reason],
    [text('ui/cases/facts/authorised'), one.authorisedBy],
    ...own.map((name) => [text(`ui/cases/facts/${name}`), one.fields[name] ?? '']),
  ] as const;
  return (
    <section ref={ref} tabIndex={-1}>
      <h2>{text('ui/cases/facts/title')}</h2>
      {isEditing ? (
        <Edit one={one} commands={commands} onClose={close} />
      ) : (
        <>
          <dl className={styles['facts']}>
            {lines.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className={value === '' || value === undefined ? styles['dim'] : undefined}>
                  {value === '' || value === undefined ? text('ui/cases/facts/empty') : value}
                </dd>
              </div>
            ))}
          </dl>
          {isOpenCase(one) ? (
            <Button isSmall variant="quiet" onPress={() => setEditing(true)}>
              {text('ui/cases/facts/edit')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}
