import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected } from '../../state/app-context.tsx';
import type { Action } from '../devices/action.ts';
import { useActionEffects } from '../devices/use-actions.ts';
import { networkActions } from './actions.ts';
import styles from './network-edit.module.css';

/** What can be done with the addresses of several devices, under their summary. */
export function ManyFooter({ rows }: { readonly rows: readonly DeviceRow[] }) {
  const text = useText();
  const effects = useActionEffects();
  const isLive = useIsConnected();
  const context = { targets: rows, cell: null, isLive };
  const isHere = (action: Action) =>
    action.places.includes('context') &&
    action.id !== 'edit-ip' &&
    (action.isVisible?.(context) ?? true);
  return (
    <footer className={styles['foot']}>
      {networkActions.filter(isHere).map((action) => (
        <Button
          key={action.id}
          variant={action.id === 'change-addresses' ? 'primary' : 'plain'}
          icon={<action.icon aria-hidden />}
          isDisabled={!action.isEnabled(context)}
          onPress={() => action.run(context, effects)}
        >
          {text(action.label)}
        </Button>
      ))}
    </footer>
  );
}
