import { GraduationCap } from 'lucide-react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useTraining } from './use-training.tsx';

/** Somebody's finger on the button of a simulated device, where the context menu is out of reach. */
export function TrainingPress({ device }: { readonly device: DeviceId }) {
  const text = useText();
  const { acts, act } = useTraining();
  if (acts === null) return null;
  return (
    <Button
      icon={<GraduationCap aria-hidden />}
      onPress={() => act('press-reset-button', [{ id: device }])}
    >
      {text('ui/training/acts/press-reset-button')}
    </Button>
  );
}
