import { BookOpenText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { GuideSummary } from '../../../main/contract/guide.ts';
import { useText } from '../i18n/use-text.ts';
import { useSession } from '../state/session-context.tsx';
import type { Client } from '../transport/client.ts';
import styles from './GuideLink.module.css';
import { readGuide } from './guide-reader.ts';

type Found = GuideSummary | null;

/** Guides ship inside and never change while the host runs, so each code is asked for once. */
const asked = new WeakMap<Client, Map<string, Promise<Found>>>();

function askFor(client: Client, code: string, locale: GuideSummary['locale']): Promise<Found> {
  const known = asked.get(client) ?? new Map<string, Promise<Found>>();
  asked.set(client, known);
  const key = `${locale} ${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = client.call('guides.forCode', { code, locale }).then(({ guides }) => {
    const [best] = guides;
    return best ?? null;
  });
  known.set(key, answer);
  // Asked again the next time: the host may have been away.
  answer.catch(() => known.delete(key));
  return answer;
}

function useGuideFor(code: string): Found {
  const { client } = useSession();
  const { locale } = useText();
  const [found, setFound] = useState<{ readonly code: string; readonly guide: Found } | null>(null);
  useEffect(() => {
    let isGone = false;
    askFor(client, code, locale).then(
      (guide) => {
        if (!isGone) setFound({ code, guide });
      },
      // No guide, no link: what it stands beside is complete without it and has its own error.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [client, code, locale]);
  return found?.code === code ? found.guide : null;
}

export function GuideButton({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <button type="button" className={styles['link']} onClick={() => readGuide(id)}>
      <BookOpenText aria-hidden />
      <span>{label}</span>
    </button>
  );
}

/** "Read more: …" where a guide explains this verdict, reason, route, step or error; nothing where none does. */
export function GuideLink({ code }: { readonly code: string }) {
  const text = useText();
  const guide = useGuideFor(code);
  if (guide === null) return null;
  const label = text('ui/components/readMore', { title: guide.title });
  return <GuideButton id={guide.id} label={label} />;
}
