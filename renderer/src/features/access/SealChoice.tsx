import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Choice } from '../../components/Choice.tsx';
import { useText } from '../../i18n/use-text.ts';
import actStyles from '../acts/acts.module.css';
import {
  type PassphraseDraft,
  PassphrasePair,
  usePassphraseDraft,
} from '../vault/PassphrasePair.tsx';

export interface SealDraft {
  readonly isPlain: boolean;
  readonly setPlain: (isPlain: boolean) => void;
  readonly isAgreed: boolean;
  readonly setAgreed: (isAgreed: boolean) => void;
  readonly passphrase: PassphraseDraft;
  /** Why it cannot go on yet. */
  readonly whyNot: string | null;
  /** What the call takes, read at the moment of the call. */
  readonly read: () => { passphrase: string } | { acceptPlain: 'PLAIN' };
}

/** A passphrase by default; readable only after one more word. */
export function useSeal(): SealDraft {
  const text = useText();
  const passphrase = usePassphraseDraft();
  const [isPlain, setPlain] = useState(false);
  const [isAgreed, setAgreed] = useState(false);
  const whyNot = () => {
    if (isPlain) return isAgreed ? null : text('ui/access/seal/noConsent');
    return passphrase.problem === null ? null : text('ui/access/seal/missing');
  };
  return {
    ...{ isPlain, setPlain, isAgreed, setAgreed, passphrase },
    whyNot: whyNot(),
    read: () => (isPlain ? { acceptPlain: 'PLAIN' } : { passphrase: passphrase.first.read() }),
  };
}

interface SealChoiceProps {
  readonly draft: SealDraft;
  /** What everybody would read. */
  readonly plainWarning: string;
  readonly isPlainForbidden?: boolean;
  readonly autoFocus?: boolean;
}

export function SealChoice(props: SealChoiceProps) {
  const { draft, plainWarning, isPlainForbidden = false, autoFocus = false } = props;
  const text = useText();
  return (
    <>
      <Choice<'sealed' | 'plain'>
        label={text('ui/access/seal/label')}
        value={draft.isPlain ? 'plain' : 'sealed'}
        onChange={(value) => draft.setPlain(value === 'plain')}
        options={[
          {
            id: 'sealed',
            label: text('ui/access/seal/sealed'),
            detail: text('ui/access/seal/sealedDetail'),
          },
          {
            id: 'plain',
            label: text('ui/access/seal/plain'),
            detail: text('ui/access/seal/plainDetail'),
            isDisabled: isPlainForbidden,
          },
        ]}
      />
      {draft.isPlain ? (
        <>
          <div className={actStyles['warning']}>
            <p>
              <TriangleAlert aria-hidden /> {plainWarning}
            </p>
          </div>
          <Checkbox isSelected={draft.isAgreed} onChange={draft.setAgreed}>
            {text('ui/access/seal/consent')}
          </Checkbox>
        </>
      ) : (
        <PassphrasePair
          draft={draft.passphrase}
          label={text('ui/access/seal/passphrase')}
          autoFocus={autoFocus}
        />
      )}
    </>
  );
}
