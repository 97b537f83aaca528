import { GraduationCap } from 'lucide-react';
import { MenuButton } from '../../components/Menu.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useTraining } from './use-training.tsx';

/** The router of the training site, and how patient one has to be. */
export function TrainingMenu() {
  const text = useText();
  const { acts, isQuick, setQuick, setInternet } = useTraining();
  if (acts === null) return null;
  const isUp = acts.isInternetUp === true;
  return (
    <MenuButton
      isSmall
      label={text('ui/training/menu')}
      icon={<GraduationCap aria-hidden />}
      items={[
        {
          id: 'internet-on',
          label: text('ui/training/acts/internet-on'),
          isChosen: isUp,
          onAction: () => setInternet(true),
        },
        {
          id: 'internet-off',
          label: text('ui/training/acts/internet-off'),
          isChosen: !isUp,
          onAction: () => setInternet(false),
        },
        null,
        {
          id: 'times-real',
          label: text('ui/training/times/real'),
          detail: text('ui/training/times/realDetail'),
          isChosen: !isQuick,
          onAction: () => setQuick(false),
        },
        {
          id: 'times-quick',
          label: text('ui/training/times/quick'),
          detail: text('ui/training/times/quickDetail'),
          isChosen: isQuick,
          onAction: () => setQuick(true),
        },
      ]}
    />
  );
}
