import { useEffect, useState } from 'react';
import { Dialog } from '../../../components/Dialog.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { CheckPlan } from './CheckPlan.tsx';
import { ChoosePlan } from './ChoosePlan.tsx';
import type { ChosenTable } from './TableFile.tsx';

/** A file dropped beside the target would make the window leave the page for it. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const stop = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}

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
