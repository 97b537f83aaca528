import { Mono } from '../../../components/Mono.tsx';
import { Mark } from '../../../components/StatusMark.tsx';
import { useText } from '../../../i18n/use-text.ts';
import styles from './plan.module.css';

interface SkippedProps {
  readonly skipped: readonly { readonly address: string; readonly by: string }[];
}

/** Addresses that were left out because something else has them; nobody has to wonder where they went. */
export function Skipped({ skipped }: SkippedProps) {
  const text = useText();
  if (skipped.length === 0) return null;
  return (
    <details className={styles['skipped']} open={skipped.length <= 3}>
      <summary>
        <Mark
          shape="minus"
          tone="offline"
          word={text('ui/networkEdit/plan/skipped', { count: skipped.length })}
        />
      </summary>
      <ul>
        {skipped.map(({ address, by }) => (
          <li key={address}>
            <Mono>{address}</Mono> {by}
          </li>
        ))}
      </ul>
    </details>
  );
}
