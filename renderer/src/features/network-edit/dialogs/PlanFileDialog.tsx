import { useState } from 'react';
import { Dialog } from '../../../components/Dialog.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { ChosenTable } from '../model/table-file.ts';
import { CheckPlan } from './CheckPlan.tsx';
import { ChoosePlan } from './ChoosePlan.tsx';
import { useNoStrayDrops } from './use-no-stray-drops.ts';

/** An IP plan from a file: read, checked and shown as differences before anything is sent. */
export function PlanFileDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const [plan, setPlan] = useState<ChosenTable | null>(null);
  useNoStrayDrops();
  if (plan !== null) {
    return <CheckPlan plan={plan} onOther={() => setPlan(null)} onClose={onClose} />;
  }
  return (
    <Dialog title={text('ui/networkEdit/file/title')} isOpen onClose={onClose} width="wide">
      <ChoosePlan onChosen={setPlan} />
    </Dialog>
  );
}
