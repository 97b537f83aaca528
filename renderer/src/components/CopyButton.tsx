import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../state/app-context.tsx';
import { Button, type ButtonVariant, IconButton } from './Button.tsx';
import { copyText } from './copy-text.ts';

export interface CopyButtonProps {
  /** Called when pressed, so that long texts are only made when wanted. */
  readonly textToCopy: () => string;
  /** What is copied, for the accessible name: "Copy MAC Address". */
  readonly label: string;
  /** Shows the word too. */
  readonly isWide?: boolean;
  readonly isSmall?: boolean;
  readonly variant?: ButtonVariant;
}

const shownMs = 1500;

export function CopyButton(props: CopyButtonProps) {
  const { textToCopy, label, isWide = false, isSmall = false, variant = 'plain' } = props;
  const text = useText();
  const announce = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = window.setTimeout(() => setIsCopied(false), shownMs);
    return () => window.clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const isDone = await copyText(textToCopy());
    setIsCopied(isDone);
    announce(text(isDone ? 'ui/components/copied' : 'ui/components/copyFailed'));
  };
  const icon = isCopied ? <Check aria-hidden /> : <Copy aria-hidden />;
  const onPress = () => void copy();
  if (!isWide) return <IconButton icon={icon} label={label} onPress={onPress} isSmall />;
  return (
    <Button icon={icon} onPress={onPress} variant={variant} isSmall={isSmall}>
      {isCopied ? text('ui/components/copied') : label}
    </Button>
  );
}
