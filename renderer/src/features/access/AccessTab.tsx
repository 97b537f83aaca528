import type { DeviceRow } from '../../../../main/contract/device.ts';
import { useText } from '../../i18n/use-text.ts';

export function AccessTab(_props: { readonly row: DeviceRow }) {
  const text = useText();
  return <p>{text('ui/access/title')}</p>;
}
