import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { guideReader, keysGuide } from '../../components/guide-reader.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQuery, useSession, useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { GuideById } from './GuideById.tsx';

function useTitle(id: string): string {
  const text = useText();
  const { data } = useQuery('guides.list', { locale: text.locale });
  if (id === keysGuide) return text('ui/guides/keys');
  return data?.guides.find((guide) => guide.id === id)?.title ?? text('ui/guides/title');
}

/** Where one came from inside the reader; another guide asked for from outside begins anew. */
function useTrail(first: string) {
  const [trail, setTrail] = useState<readonly string[]>([first]);
  useEffect(() => setTrail([first]), [first]);
  const push = useCallback((id: string) => setTrail((old) => [...old, id]), []);
  const back = useCallback(() => setTrail((old) => (old.length > 1 ? old.slice(0, -1) : old)), []);
  return { id: trail.at(-1) ?? first, canGoBack: trail.length > 1, push, back };
}

function Open({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const text = useText();
  const { place } = useSession();
  const { dialog } = useDevices();
  const isFormOpen = useStore(dialog) !== null;
  const { id, canGoBack, push, back } = useTrail(first);
  const title = useTitle(id);
  const toPage = () => {
    onClose();
    place.set({ page: 'guides', guide: id });
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          {isFormOpen ? null : <Button onPress={toPage}>{text('ui/guides/openPage')}</Button>}
          <Button variant="primary" autoFocus onPress={onClose}>
            {text('ui/guides/close')}
          </Button>
        </>
      }
    >
      <GuideById
        id={id}
        hasTitle={false}
        onGuide={push}
        lead={
          canGoBack ? (
            <Button isSmall variant="quiet" icon={<ArrowLeft aria-hidden />} onPress={back}>
              {text('ui/guides/back')}
            </Button>
          ) : undefined
        }
      />
    </Dialog>
  );
}

/** A guide over whatever is open. Closing it gives the form below back as it was. */
export function GuideReader() {
  const id = useStore(guideReader);
  if (id === null) return null;
  return <Open first={id} onClose={() => guideReader.set(null)} />;
}
