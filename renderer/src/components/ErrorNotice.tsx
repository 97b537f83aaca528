import { RotateCw } from 'lucide-react';
import type { AppErrorShape } from '../../../main/contract/errors.ts';
import { errorParams } from '../../../main/contract/text/error-params.ts';
import { type TextLookup, useText } from '../i18n/use-text.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { GuideLink } from './GuideLink.tsx';
import { Mono } from './Mono.tsx';
import styles from './Notice.module.css';

/** Codes inside an error, a password's problems for example, have words of their own. */
export function wordsOf(
  error: Pick<AppErrorShape, 'code' | 'params'>,
  text: TextLookup,
): { readonly what: string; readonly next: string } {
  const params = errorParams(text.shared, error);
  return {
    what: text(`errors/${error.code}/what`, params),
    next: text(`errors/${error.code}/next`, params),
  };
}

/** The error as plain text, for a support message. */
export function errorAsText(error: AppErrorShape, text: TextLookup): string {
  const { what, next } = wordsOf(error, text);
  const lines = [
    what,
    next,
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
  const { what, next } = wordsOf(error, text);
  return (
    <div className={styles['error']} role="alert">
      <p className={styles['what']}>{what}</p>
      <p>{next}</p>
      <GuideLink code={error.code} />
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
