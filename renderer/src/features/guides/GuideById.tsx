import type { ReactNode } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { keysGuide } from '../../components/guide-reader.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQuery } from '../../state/app-context.tsx';
import { GuideArticle } from './GuideArticle.tsx';
import styles from './guides.module.css';
import { Keys } from './Keys.tsx';

export interface GuideByIdProps {
  readonly id: string;
  readonly hasTitle: boolean;
  readonly onGuide: (id: string) => void;
  readonly lead?: ReactNode;
}

function KeysPage({ hasTitle, lead }: Pick<GuideByIdProps, 'hasTitle' | 'lead'>) {
  const text = useText();
  return (
    <>
      {lead === undefined ? null : <div className={styles['bar']}>{lead}</div>}
      <div className={styles['keys']}>
        {hasTitle ? <h1>{text('ui/guides/keys')}</h1> : null}
        <Keys />
      </div>
    </>
  );
}

/** A guide in the language of the screen, else in English. */
export function GuideById({ id, hasTitle, onGuide, lead }: GuideByIdProps) {
  const text = useText();
  const isKeys = id === keysGuide;
  const { data, error, reload } = useQuery(
    'guides.get',
    { id, locale: text.locale },
    { isEnabled: !isKeys },
  );
  if (isKeys) return <KeysPage hasTitle={hasTitle} lead={lead} />;
  if (error !== undefined) {
    return (
      <>
        {lead}
        <ErrorNotice error={error} onRetry={reload} />
      </>
    );
  }
  if (data === undefined) return lead;
  return <GuideArticle guide={data} hasTitle={hasTitle} onGuide={onGuide} lead={lead} />;
}
