import type { DeviceRow } from '../../../../main/contract/device.ts';
import { useText } from '../../i18n/use-text.ts';

export function RecoveryTab(_props: { readonly row: DeviceRow }) {
  const text = useText();
  return <p>{text('ui/cases/title')}</p>;
}
