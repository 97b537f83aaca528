import { Button } from '../../../components/Button.tsx';
import { Mark } from '../../../components/StatusMark.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useIsConnected, useSession } from '../../../state/app-context.tsx';
import { actionById } from '../../devices/actions.ts';
import { useActionEffects } from '../../devices/use-actions.ts';
import type { PlanLine } from '../model/plan.ts';
import styles from './plan.module.css';

/** New devices are inactive as well as all at one address: what has to come first is one press away. */
export function InactiveHint({ lines }: { readonly lines: readonly PlanLine[] }) {
  const text = useText();
  const { fleet } = useSession();
  const effects = useActionEffects();
  const isLive = useIsConnected();
  const ids = lines.flatMap(({ row }) =>
    row.device !== null && row.problems.some(({ code }) => code === 'not-activated')
      ? [row.device.id]
      : [],
  );
  const targets = ids.flatMap((id) => fleet.row(id) ?? []);
  const action = actionById('activate');
  if (targets.length === 0 || action === undefined) return null;
  const context = { targets, cell: null, isLive };
  return (
    <div className={styles['hint']}>
      <Mark
        shape="square"
        tone="inactive"
        word={text('ui/networkEdit/plan/inactive', { count: targets.length })}
      />
      <Button
        isSmall
        icon={<action.icon aria-hidden />}
        isDisabled={!action.isEnabled(context)}
        onPress={() => action.run(context, effects)}
      >
        {text(action.label, { count: targets.length })}
      </Button>
    </div>
  );
}
