import { RotateCw } from 'lucide-react';
import type { AppErrorShape } from '../../../main/contract/errors.ts';
import { type TextLookup, useText } from '../i18n/use-text.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Mono } from './Mono.tsx';
import styles from './Notice.module.css';

/** The error as plain text, for a support message. */
export function errorAsText(error: AppErrorShape, text: TextLookup): string {
  const lines = [
    text(`errors/${error.code}/what`, error.params),
    text(`errors/${error.code}/next`, error.params),
    error.ref === '' ? error.code : `${error.code} · ${error.ref}`,
    ...(error.detail === undefined ? [] : [error.detail]),
  ];
  return lines.join('\n');
}

export interface ErrorNoticeProps {
  readonly error: AppErrorShape;
  readonly onRetry?: () => void;
}

/** What happened, what to do next, and the code with its reference for support. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const text = useText();
  return (
    <div className={styles['error']} role="alert">
      <p className={styles['what']}>{text(`errors/${error.code}/what`, error.params)}</p>
      <p>{text(`errors/${error.code}/next`, error.params)}</p>
      {error.detail === undefined ? null : (
        <details>
          <summary>{text('ui/components/details')}</summary>
          <pre className={styles['detail']}>{error.detail}</pre>
        </details>
      )}
      <div className={styles['meta']}>
        <span>
          {text('ui/components/code')} <Mono>{error.code}</Mono>
        </span>
        {error.ref === '' ? null : (
          <span>
            {text('ui/components/reference')} <Mono>{error.ref}</Mono>
          </span>
        )}
        <CopyButton
          isWide
          isSmall
          variant="quiet"
          label={text('ui/components/copy')}
          textToCopy={() => errorAsText(error, text)}
        />
        {onRetry === undefined ? null : (
          <Button isSmall icon={<RotateCw aria-hidden />} onPress={onRetry}>
            {text('ui/components/retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
