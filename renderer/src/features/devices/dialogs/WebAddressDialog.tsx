import { Button } from '../../../components/Button.tsx';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Mono } from '../../../components/Mono.tsx';
import { useText } from '../../../i18n/use-text.ts';
import styles from './dialogs.module.css';

interface WebAddressDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

/** For the desktop app, which opens no other windows. */
export function WebAddressDialog({ address, onClose }: WebAddressDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/devices/web/title')}
      isOpen
      onClose={onClose}
      width="narrow"
      footer={<Button onPress={onClose}>{text('ui/devices/web/close')}</Button>}
    >
      <p>{text('ui/devices/web/detail')}</p>
      <p className={styles['address']}>
        <Mono>{address}</Mono>
        <CopyButton textToCopy={() => address} label={text('ui/components/copy')} />
      </p>
    </Dialog>
  );
}
