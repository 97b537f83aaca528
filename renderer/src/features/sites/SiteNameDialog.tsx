import { useState } from 'react';
import type { Site } from '../../../../main/contract/site.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import styles from './SiteMenu.module.css';

interface SiteNameProps {
  /** The site to rename, or `null` for a new one. */
  readonly site: Site | null;
  readonly onClose: () => void;
}

function SiteNameForm({ site, onClose }: SiteNameProps) {
  const text = useText();
  const api = useApi();
  const action = useAction();
  const [name, setName] = useState(site?.name ?? '');
  const wanted = name.trim();
  const submit = async () => {
    const isDone = await action.run(async () => {
      if (site !== null) {
        // As it was called already: one that nobody has named keeps its name in each language.
        if (wanted === site.name) return;
        await api.call('sites.rename', { id: site.id, name: wanted });
        return;
      }
      const made = await api.call('sites.create', { name: wanted });
      await api.call('sites.use', { id: made.id });
    });
    if (isDone) onClose();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') void submit();
      }}
    >
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      <Field
        label={text('ui/sites/name')}
        description={text('ui/sites/nameHint')}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
      />
      <div className={styles['buttons']}>
        <Button onPress={onClose}>{text('ui/sites/cancel')}</Button>
        <Button type="submit" variant="primary" isBusy={action.isBusy} isDisabled={wanted === ''}>
          {text(site === null ? 'ui/sites/create' : 'ui/sites/save')}
        </Button>
      </div>
    </form>
  );
}

export function SiteNameDialog({ isOpen, ...props }: SiteNameProps & { readonly isOpen: boolean }) {
  const text = useText();
  return (
    <Dialog
      width="narrow"
      title={text(props.site === null ? 'ui/sites/newTitle' : 'ui/sites/renameTitle')}
      isOpen={isOpen}
      onClose={props.onClose}
    >
      <SiteNameForm {...props} />
    </Dialog>
  );
}
