import { Button } from '../../components/Button.tsx';
import { Switch } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useSite } from '../../state/app-context.tsx';
import styles from './SiteMenu.module.css';

/** Whether the site's devices are held in Hik-ProConnect, as a person says; it guards the removal here. */
export function AuthorisedDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const session = useSession();
  const { id, name, isAuthorised } = useSite();
  const { run, error } = useAction();
  const set = (is: boolean) =>
    void run(async () => {
      session.site.set(await session.client.call('sites.setAuthorised', { id, isAuthorised: is }));
    });
  return (
    <Dialog
      width="narrow"
      title={text('ui/sites/authorised/title')}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>{text('ui/sites/authorised/done')}</Button>}
    >
      <div className={styles['form']}>
        {error === null ? null : <ErrorNotice error={error} />}
        <Switch isSelected={isAuthorised} onChange={set}>
          {text('ui/sites/authorised/switch', { name })}
        </Switch>
        <p>{text('ui/sites/authorised/what')}</p>
        <p>{text('ui/sites/authorised/note')}</p>
      </div>
    </Dialog>
  );
}
