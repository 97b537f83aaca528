import { Trash2 } from 'lucide-react';
import type { Site } from '../../../../main/contract/site.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useFormat } from '../../i18n/format.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useApi } from '../../state/app-context.tsx';
import styles from './SiteMenu.module.css';

export interface DeleteSiteDialogProps {
  readonly isOpen: boolean;
  readonly site: Site;
  /** There is no other site to go to. */
  readonly isOnly: boolean;
  readonly onClose: () => void;
}

function question(props: DeleteSiteDialogProps, text: TextLookup, devices: string): string {
  const { name } = props.site;
  if (props.site.devices > 0) return text('ui/sites/deleteFirst', { name, number: devices });
  if (props.isOnly) return text('ui/sites/deleteLast');
  return text('ui/sites/deleteText', { name });
}

/** Deletes an empty site; says why when that is not possible instead of hiding the way. */
export function DeleteSiteDialog(props: DeleteSiteDialogProps) {
  const { isOpen, site, isOnly, onClose } = props;
  const text = useText();
  const format = useFormat();
  const api = useApi();
  const action = useAction();
  const canDelete = site.devices === 0 && !isOnly;
  const submit = async () => {
    const isDone = await action.run(
      async () => void (await api.call('sites.delete', { id: site.id })),
    );
    if (isDone) onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>
        {text(canDelete ? 'ui/sites/cancel' : 'ui/components/close')}
      </Button>
      {canDelete ? (
        <Button
          variant="danger"
          icon={<Trash2 aria-hidden />}
          isBusy={action.isBusy}
          onPress={() => void submit()}
        >
          {text('ui/sites/deleteDo', { name: site.name })}
        </Button>
      ) : null}
    </>
  );
  return (
    <Dialog
      width="narrow"
      role="alertdialog"
      title={text('ui/sites/deleteTitle')}
      isOpen={isOpen}
      onClose={onClose}
      footer={footer}
    >
      <div className={styles['form']}>
        {action.error === null ? null : <ErrorNotice error={action.error} />}
        <p>{question(props, text, format.number(site.devices))}</p>
      </div>
    </Dialog>
  );
}
