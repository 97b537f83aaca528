import type { DeviceHealth } from '../../../../main/contract/login.ts';
import { Mark } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import { healthLooks } from './model.ts';

/** Word, shape and colour of a health; `null` when nothing could be read, which is no "in order". */
export function HealthMark({ level }: { readonly level: DeviceHealth['level'] }) {
  const text = useText();
  if (level === null) {
    return <Mark shape="question" tone="unknown" word={text('ui/access/health/unread')} />;
  }
  return <Mark {...healthLooks[level]} word={text(`health/levels/${level}`)} />;
}
