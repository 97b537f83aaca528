import { RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import type { DoctorCheck } from '../../../../main/contract/network.ts';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../components/use-action.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useNow } from '../../state/app-context.tsx';
import { DoctorCheckItem } from './DoctorCheckItem.tsx';
import styles from './DoctorPage.module.css';
import { adviceOf, firstToMend, reportOf, summaryOf } from './summary.ts';

type Result = MethodOutput<'doctor.run'>;

function Running() {
  const text = useText();
  const now = useNow();
  const [startedAt] = useState(Date.now);
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000));
  return (
    <div className={styles['summary']}>
      <p className={styles['sentence']}>{text('ui/doctor/running', { seconds })}</p>
    </div>
  );
}

function Summary({ checks }: { readonly checks: readonly DoctorCheck[] }) {
  const text = useText();
  const first = firstToMend(checks);
  const advice = first === undefined ? null : adviceOf(first, text);
  return (
    <div className={styles['summary']}>
      <p className={styles['sentence']}>{summaryOf(checks, text)}</p>
      {advice === null ? null : (
        <p className={styles['first']}>
          <strong>{text('ui/doctor/first')}</strong> {advice}
        </p>
      )}
    </div>
  );
}

function useDoctor() {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  const { run: runAction, isBusy, error } = useAction();
  const [result, setResult] = useState<Result | null>(null);
  const run = useCallback(() => {
    void runAction(async () => {
      const next = await api.call('doctor.run', {});
      setResult(next);
      announce(text('ui/doctor/finished', { summary: summaryOf(next.checks, text) }));
    });
  }, [runAction, api, announce, text]);
  return { run, isBusy, error, result };
}

/** "Why is my device not here?" answered check by check, each with its evidence. */
export function DoctorPage() {
  const text = useText();
  const format = useFormat();
  const { run, isBusy, error, result } = useDoctor();
  // Who opens this page has the question now. A change of language must not search again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(run, []);
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <div>
          <h1>{text('ui/doctor/title')}</h1>
          <p className={styles['dim']}>{text('ui/doctor/intro')}</p>
          {result === null ? null : (
            <p className={styles['dim']}>
              {text('ui/doctor/ranAt', { time: format.time(result.ranAt) })}
            </p>
          )}
        </div>
        <div className={styles['buttons']}>
          {result === null ? null : (
            <CopyButton
              isWide
              label={text('ui/doctor/copy')}
              textToCopy={() => reportOf(result.checks, text)}
            />
          )}
          <Button variant="primary" icon={<RotateCw aria-hidden />} onPress={run} isBusy={isBusy}>
            {text(result === null ? 'ui/doctor/run' : 'ui/doctor/again')}
          </Button>
        </div>
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={run} />}
      {isBusy ? <Running /> : result === null ? null : <Summary checks={result.checks} />}
      {result === null ? null : (
        <ol className={styles['list']} aria-label={text('ui/doctor/checks')}>
          {result.checks.map((check) => (
            <DoctorCheckItem key={check.id} check={check} />
          ))}
        </ol>
      )}
    </div>
  );
}
