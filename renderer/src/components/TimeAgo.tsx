import { useFormat } from '../i18n/format.ts';
import { useCoarseNow } from './use-coarse-now.ts';

/** "12 s ago", exact on hover. `at` is in epoch milliseconds. */
export function TimeAgo({ at }: { readonly at: number }) {
  const format = useFormat();
  const now = useCoarseNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.ago(at, Math.max(now, at))}
    </time>
  );
}
