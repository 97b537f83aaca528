import { useState } from 'react';
import { useVault } from '../vault/use-vault.ts';

/** Whether passwords that came along can be kept, and the person's word to go on without keeping them. */
export function useLeaveOut(hasPassword: boolean) {
  const { mode } = useVault();
  const [isLeftOut, setLeaveOut] = useState(false);
  const isStuck = hasPassword && mode !== 'open' && mode !== 'unknown' && !isLeftOut;
  return { isLeftOut, setLeaveOut, isStuck };
}
