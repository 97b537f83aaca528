import { useState } from 'react';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { useVault } from './use-vault.ts';

/** Passwords older than the operator wants them to be; put away until there are more of them. */
export function DueBanner() {
  const text = useText();
  const { place } = useSession();
  const { state } = useVault();
  const [seen, setSeen] = useState(0);
  const due = state?.due ?? 0;
  const days = state?.remindDays ?? null;
  if (days === null || due <= seen) return null;
  return (
    <Banner
      level="info"
      onDismiss={() => setSeen(due)}
      actions={
        <Button
          isSmall
          onPress={() => {
            setSeen(due);
            place.set({ page: 'settings' });
          }}
        >
          {text('ui/vault/due/show')}
        </Button>
      }
    >
      {text('ui/vault/due/what', { count: due, days })}
    </Banner>
  );
}
