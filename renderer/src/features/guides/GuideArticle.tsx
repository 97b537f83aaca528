import { Printer } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Guide } from '../../../../main/contract/guide.ts';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { printPage } from '../jobs/print-page.ts';
import { GuideBody } from './GuideBody.tsx';
import styles from './guides.module.css';
import { pageToPrint } from './print-guide.ts';

function Differs({ differs }: Pick<Guide, 'differs'>) {
  const text = useText();
  if (differs.length === 0) return null;
  return (
    <section>
      <h2>{text('ui/guides/differs')}</h2>
      <p>{text('ui/guides/differsDetail')}</p>
      {differs.map(({ point, says }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <div key={point} className={styles['table']} tabIndex={0}>
          <table>
            <caption>{point}</caption>
            <thead>
              <tr>
                <th scope="col">{text('ui/guides/source')}</th>
                <th scope="col">{text('ui/guides/says')}</th>
              </tr>
            </thead>
            <tbody>
              {says.map(({ source, value }) => (
                <tr key={`${source} ${value}`}>
                  <td>{source}</td>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

function Sources({ sources }: Pick<Guide, 'sources'>) {
  const text = useText();
  if (sources.length === 0) return null;
  return (
    <section className={styles['sources']}>
      <h2>{text('ui/guides/sources')}</h2>
      <ul>
        {sources.map(({ title, publisher, note, seen }) => (
          <li key={title}>
            {title}
            {publisher === null ? null : `, ${publisher}`}
            {note === null ? null : ` (${note})`}
            <span className={styles['dim']}> {text('ui/guides/seen', { day: seen })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Models({ models }: Pick<Guide, 'models'>) {
  const text = useText();
  const isForAll = models.length === 0 || models.includes('all');
  return (
    <span>
      {isForAll
        ? text('ui/guides/allModels')
        : text('ui/guides/models', { models: models.join(', ') })}
    </span>
  );
}

export interface GuideArticleProps {
  readonly guide: Guide;
  readonly onGuide: (id: string) => void;
  /** In a dialog the title stands above already. */
  readonly hasTitle: boolean;
  readonly lead?: ReactNode;
}

/** One guide: what it is about, what to do, where sources disagree, and where it comes from. */
export function GuideArticle({ guide, onGuide, hasTitle, lead }: GuideArticleProps) {
  const text = useText();
  const article = useRef<HTMLElement>(null);
  const print = () => {
    if (article.current !== null) void printPage(pageToPrint(article.current, guide.title));
  };
  return (
    <>
      <div className={styles['bar']}>
        {lead}
        <Button isSmall variant="quiet" icon={<Printer aria-hidden />} onPress={print}>
          {text('ui/guides/print')}
        </Button>
      </div>
      <article ref={article} className={styles['article']} lang={guide.locale}>
        {hasTitle ? <h1>{guide.title}</h1> : null}
        <p className={styles['summary']}>{guide.summary}</p>
        {guide.locale === text.locale ? null : (
          <p className={styles['fallback']} lang={text.locale}>
            {text('ui/guides/fallback')}
          </p>
        )}
        <p className={styles['meta']} lang={text.locale}>
          <span>{text(`guideGroups/${guide.group}`)}</span>
          <Models models={guide.models} />
          <span>{text('ui/guides/date', { day: guide.date })}</span>
        </p>
        <GuideBody body={guide.body} onGuide={onGuide} />
        <Differs differs={guide.differs} />
        <Sources sources={guide.sources} />
      </article>
    </>
  );
}
