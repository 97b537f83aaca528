import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { GuideSummary } from '../../../../main/contract/guide.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { keysGuide } from '../../components/guide-reader.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useQuery, useSession, useStore } from '../../state/app-context.tsx';
import { GuideById } from './GuideById.tsx';
import styles from './guides.module.css';
import { shelvesOf } from './model/list.ts';

type Found = MethodOutput<'guides.search'>['guides'];

const typingMs = 150;

/** The words once the typing rests, so that each letter is not a search. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), typingMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return rested;
}

interface LineProps {
  readonly title: string;
  readonly detail: string;
  readonly onOpen: () => void;
}

function Line({ title, detail, onOpen }: LineProps) {
  return (
    <li>
      <button type="button" className={styles['entry']} onClick={onOpen}>
        <span className={styles['entryTitle']}>{title}</span>
        <span className={styles['dim']}>{detail}</span>
      </button>
    </li>
  );
}

interface ListProps {
  readonly onOpen: (id: string) => void;
}

function Shelves({ guides, onOpen }: ListProps & { readonly guides: readonly GuideSummary[] }) {
  const text = useText();
  const shelves = shelvesOf(guides);
  return (
    <div className={styles['shelves']}>
      {shelves.map(({ group, guides: onShelf }) => (
        <section key={group}>
          <h2>{text(`guideGroups/${group}`)}</h2>
          <ul>
            {onShelf.map(({ id, title, summary }) => (
              <Line key={id} title={title} detail={summary} onOpen={() => onOpen(id)} />
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{text('ui/guides/program')}</h2>
        <ul>
          <Line
            title={text('ui/guides/keys')}
            detail={text('ui/guides/keysDetail')}
            onOpen={() => onOpen(keysGuide)}
          />
        </ul>
      </section>
    </div>
  );
}

function Results({ words, onOpen }: ListProps & { readonly words: string }) {
  const text = useText();
  const announce = useAnnounce();
  const { data, error, reload } = useQuery('guides.search', { words, locale: text.locale });
  // While the next letters are searched for, the last answer stays: a list that blinks cannot be read.
  const last = useRef<Found>([]);
  if (data !== undefined) last.current = data.guides;
  const count = data?.guides.length;
  useEffect(() => {
    if (count !== undefined) announce(text('ui/guides/found', { count }));
  }, [count, announce, text]);
  if (error !== undefined) return <ErrorNotice error={error} onRetry={reload} />;
  const found = data?.guides ?? last.current;
  return (
    <>
      <p className={styles['dim']}>{text('ui/guides/found', { count: found.length })}</p>
      {data !== undefined && found.length === 0 ? <p>{text('ui/guides/nothing')}</p> : null}
      <ul className={styles['results']} aria-label={text('ui/guides/results')}>
        {found.map(({ id, title, excerpt, summary }) => (
          <Line
            key={id}
            title={title}
            detail={excerpt === '' ? summary : excerpt}
            onOpen={() => onOpen(id)}
          />
        ))}
      </ul>
    </>
  );
}

function All({ onOpen }: ListProps) {
  const text = useText();
  const { data, error, reload } = useQuery('guides.list', { locale: text.locale });
  if (error !== undefined) return <ErrorNotice error={error} onRetry={reload} />;
  return <Shelves guides={data?.guides ?? []} onOpen={onOpen} />;
}

/** The knowledge base: by group, by words, and one guide to read. */
export function GuidesPage() {
  const text = useText();
  const { place } = useSession();
  const { guide } = useStore(place);
  const [words, setWords] = useState('');
  const rested = useRested(words.trim());
  const page = useRef<HTMLDivElement>(null);
  const open = useCallback((id: string) => place.set({ page: 'guides', guide: id }), [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another guide begins at its top
  useEffect(() => {
    page.current?.parentElement?.scrollTo({ top: 0 });
  }, [guide]);
  if (guide !== undefined) {
    return (
      <div ref={page} className={styles['page']}>
        <GuideById
          key={guide}
          id={guide}
          hasTitle
          onGuide={open}
          lead={
            <Button
              isSmall
              autoFocus
              variant="quiet"
              icon={<ArrowLeft aria-hidden />}
              onPress={() => place.set({ page: 'guides' })}
            >
              {text('ui/guides/all')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <div ref={page} className={styles['page']}>
      <h1>{text('ui/guides/title')}</h1>
      <div className={styles['search']}>
        <Field
          label={text('ui/guides/search')}
          description={text('ui/guides/searchHint')}
          value={words}
          onChange={setWords}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWords('');
          }}
        />
      </div>
      {rested === '' ? <All onOpen={open} /> : <Results words={rested} onOpen={open} />}
    </div>
  );
}
